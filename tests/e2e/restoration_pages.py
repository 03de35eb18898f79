"""The papers of a restoration on a doctor's page: signed scans brought, and what was decided served."""

from datetime import UTC, datetime
from typing import Any

from playwright.async_api import expect

from casework.clocks.calendars import local_date

PAPER = "%PDF-1.4\n% {}\n%%EOF\n"
SERVE = "送达恢复（不予恢复、撤销恢复）决定"


async def kept(drawer: Any, name: str, number: int | str) -> None:
    """Put a paper into the vault from within the form."""
    await drawer.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": PAPER.format(number).encode()}
    )
    await expect(drawer.get_by_text(f"已存入证据库：{name}")).to_be_visible()


async def brought(visitor: Any, code: str, *titles: str) -> None:
    """Each paper that the decision waits for is attached where it is named, and nothing else is asked."""
    page = visitor.page
    await visitor.open(f"/points/{code}")
    for title in titles:
        await visitor.press(f"附签章件 {title}")
        drawer = page.get_by_role("dialog").filter(has_text=f"附签章件（{title}）")
        await kept(drawer, f"{title}.pdf", f"{code} {title}".encode().hex())
        await visitor.finish(drawer, f"附签章件（{title}）")
        await expect(page.get_by_role("button", name=f"附签章件 {title}")).to_have_count(0)


async def served(agency: Any, code: str) -> None:
    """What was decided last is handed over with its receipt."""
    await agency.open(f"/points/{code}")
    drawer = await agency.start(SERVE)
    await agency.choose_one("送达方式", "直接送达", drawer)
    await agency.pick_day("送达日期", local_date(datetime.now(UTC)).isoformat(), drawer)
    await kept(drawer, "送达回证.pdf", f"{code} {datetime.now(UTC)}")
    await agency.finish(drawer, SERVE, code)
