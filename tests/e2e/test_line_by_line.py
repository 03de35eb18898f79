"""Suspected lines are confirmed with the keyboard and in bulk; the ledger follows to the cent."""

import re
from datetime import date
from typing import Any

import pytest_asyncio
from playwright.async_api import expect

from audit.findings.case_lines import case_lines
from audit.findings.finding import FindingFilter
from audit.findings.store import FindingStore
from casework.actors import Viewer
from casework.commands import case as c
from graph.commands import execute

OWN = "ZHUTIAO-1"


@pytest_asyncio.fixture(loop_scope="session")
async def own_case(desk: Any) -> str:
    """A lead with findings of an institution, their lines listed and nothing said about them."""
    demo, actor = desk.demo, desk.demo.team.first
    store, eyes = FindingStore(demo.home), Viewer(actor)
    code = desk.hospital.fixmedins_code
    found = store.page(eyes, FindingFilter(fixmedins_codes=[code]), first=30).items
    opened = c.OpenCase(
        case_no=OWN,
        title="逐条认定案",
        source=c.Source.FINDING,
        summary="智能审核发现疑点。",
        party=c.Party(c.PartyKind.INSTITUTION, code, desk.hospital.name),
        conduct_from=date(2025, 1, 1),
        conduct_to=date(2025, 9, 30),
        findings=tuple(
            c.FindingRef(f.finding_id, f.rule_id, f.amount_at_risk, f.sentence_zh) for f in found
        ),
    )
    await execute(desk.driver, opened, actor, demo.at)
    lines = case_lines(store, eyes, [finding.finding_id for finding in found])
    await execute(desk.driver, c.ListLines(case_no=OWN, lines=lines), actor, demo.at)
    return OWN


async def test_line_by_line_then_in_bulk(desk: Any, own_case: str) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open(f"/cases/{own_case}?tab=lines")
    table = page.get_by_role("group", name="逐条认定")
    await expect(table.locator(".ant-table-row").first).to_be_visible()
    await table.focus()
    await page.keyboard.press("c")
    await expect(table.locator(".ant-table-row").first).to_contain_text("认定")
    await expect(table.locator(".ant-table-row").first).not_to_contain_text("未认定")
    await page.keyboard.press("n")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("认定基金损失").fill("0.01")
    await dialog.get_by_label("理由").fill("其余有医嘱和执行记录")
    await expect(dialog.get_by_text("应追回（元）", exact=True)).to_be_visible()
    await dialog.get_by_role("button", name=re.compile("认\\s?定$")).click()
    await expect(dialog).to_be_hidden()
    # All that are still open, in one act, after a preview that says how many.
    await page.goto(f"{desk.address}/cases/{own_case}?tab=lines&lineState=open")
    await expect(page.get_by_text("对符合当前筛选的")).to_be_visible()
    await page.get_by_role("toolbar", name="批量认定").get_by_role("button", name="不认定").click()
    await dialog.get_by_label("理由").fill("核实属实")
    await expect(dialog.get_by_text("条数")).to_be_visible()
    await dialog.get_by_role("button", name=re.compile("认\\s?定$")).click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_test_id("line-sums")).to_contain_text("未认定 0 /")
    await visitor.open(f"/cases/{own_case}?tab=lines")
    await _printed(page)
    await page.get_by_role("tab", name="追回台账").click()
    await expect(page.get_by_test_id("ledger-agrees")).to_be_visible()
    await desk.chains_hold()
    assert await desk.close_windows() == []


async def _printed(page: Any) -> None:
    """On paper the sums stand below the last line, whatever room the window has for the list."""
    await page.emulate_media(media="print")
    foot = page.locator(".list-frame .ant-table-row").last
    sums = page.get_by_test_id("line-sums")
    await expect(sums).to_be_visible()
    row, below = await foot.bounding_box(), await sums.bounding_box()
    assert row
    assert below
    assert row["y"] + row["height"] <= below["y"]
    await page.emulate_media(media="null")


async def test_the_printed_strip_of_rules_is_whole(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    await visitor.open("/findings")
    strip = visitor.page.locator(".groups")
    await expect(strip.get_by_role("button").first).to_be_visible()
    await visitor.page.emulate_media(media="print")
    await visitor.page.set_viewport_size({"width": 703, "height": 1000})
    cut = await strip.evaluate("one => one.scrollWidth - one.clientWidth")
    assert cut <= 0
