"""The papers of a decision on its page: issued, signed or sealed, scanned and attached."""

from typing import Any

from playwright.async_api import expect

from evidence.dossier.typeset import typeset

APPROVAL, DOCUMENT = "行政处罚决定审批表", "行政处罚决定书"


async def seal(officer: Any, case_no: str) -> None:
    """Approval with the head's signature, decision with the seal."""
    page = officer.page
    await officer.open(f"/cases/{case_no}?tab=forms")
    await expect(page.get_by_text("要件齐备前决定不生效，不能送达")).to_be_visible()
    for need, title in (("负责人签名", APPROVAL), ("盖有本局印章", DOCUMENT)):
        await signed(officer, page.get_by_role("row").filter(has_text=need).first, title)
    await expect(page.get_by_text("要件齐备，可以送达")).to_be_visible()


async def filing(officer: Any, case_no: str, tab: str = "") -> None:
    """The form of the filing: the page leads to it, and not to the investigation, until it is back signed."""
    page = officer.page
    await officer.open(f"/cases/{case_no}")
    await expect(page.get_by_test_id("primary-act")).to_contain_text("立案审批表")
    assert "开始调查" not in await officer.offered()
    await officer.open(f"/cases/{case_no}?tab=forms")
    panel = page.locator("section", has=page.get_by_role("heading", name="审批表签字件"))
    await signed(officer, panel.get_by_role("row").filter(has_text="立案审批表"), "立案审批表")
    await officer.open(f"/cases/{case_no}{tab}")


async def approvals(officer: Any, case_no: str) -> None:
    """What is still missing of the approvals: each is issued and its signed scan attached."""
    page = officer.page
    await officer.open(f"/cases/{case_no}?tab=forms")
    panel = page.locator("section", has=page.get_by_role("heading", name="审批表签字件"))
    await expect(panel.get_by_text("补齐前不能结案")).to_be_visible()
    for title in ("调查终结审批表", "行政处罚告知审批表", "法制审核意见书"):
        await signed(officer, panel.get_by_role("row").filter(has_text=title), title)
    await expect(panel.get_by_text("签字件齐备")).to_be_visible()


async def signed(officer: Any, row: Any, title: str) -> None:
    """Issue the form of a row and attach its scan."""
    page = officer.page
    await officer.press("出具", row)
    drawer = page.get_by_role("dialog").filter(has_text=f"出具 {title}")
    await officer.press(f"出具 {title}", drawer)
    await expect(drawer).to_be_hidden()
    await officer.press("附签字件", row)
    await scanned(officer, title)
    await expect(row.get_by_label("已具备")).to_be_visible()


async def scanned(officer: Any, title: str) -> None:
    """Give the open dialog the signed scan of a form."""
    page = officer.page
    dialog = page.get_by_role("dialog", name=f"附签字件：{title}")
    # Of this case alone: equal bytes lie in the vault once, under the lock that the first of them was given.
    sheet = {"title": f"{title} {page.url.rpartition('/')[2]}", "sizes": [["595", "842"]]}
    scan = {
        "name": f"{title}签章.pdf",
        "mimeType": "application/pdf",
        "buffer": typeset("stamps", sheet, officer.desk.demo.at).pdf,
    }
    await dialog.locator("input[type=file]").set_input_files(scan)
    await officer.press("附签字件", dialog)
    await expect(dialog).to_be_hidden()
