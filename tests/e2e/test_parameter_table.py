"""A table of the bureau: brought from a workbook, changed row by row, told what changes, approved by another."""

from pathlib import Path
from typing import Any

from playwright.async_api import expect

from casework.clocks.calendars import local_date
from casework.points.parameters import parameters
from graph.points.workbook import table_book

TITLE = "定点零售药店扣分处罚表（年度累计）"


async def test_a_table_is_proposed_row_by_row_and_approved_by_another(
    desk: Any, tmp_path: Path
) -> None:
    legal = await desk.sign_in("fazhi")
    await legal.open("/parameters")
    await legal.page.get_by_role("button", name=f"建议修改 {TITLE}").click()
    drawer = legal.page.get_by_role("dialog").filter(has_text=f"建议修改：{TITLE}")
    await expect(drawer.get_by_label("年度累计扣分 3")).to_have_value("12")
    book = tmp_path / "levels.xlsx"
    book.write_bytes(table_book(parameters()["pharmacy_levels"], "5 | 2\n10 | 0"))
    await drawer.locator("input[type=file]").set_input_files(book)
    await expect(drawer.get_by_label("年度累计扣分 1")).to_have_value("5")
    await expect(drawer.get_by_label("年度累计扣分 3")).to_have_count(0)
    await drawer.get_by_label("年度累计扣分 1").fill("4")
    await legal.pick_day("生效日", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("本局依据").fill("云医保〔2026〕7号")
    await drawer.get_by_label("理由").fill("按本市服务协议")
    await legal.press(f"建议修改：{TITLE}", drawer)
    danger = legal.page.get_by_role("dialog").filter(has_text="此操作不能撤销")
    await expect(danger.get_by_text("新增：4 分 暂停 2 个月")).to_be_visible()
    await expect(danger.get_by_text("删去：6 分 暂停 1 个月")).to_be_visible()
    await legal.confirm(f"建议修改：{TITLE}", TITLE)
    rows = legal.page.get_by_test_id("cells-pharmacy_levels")
    await expect(rows).to_contain_text("暂停 3 个月")
    head = await desk.sign_in("juzhang")
    await head.open("/parameters")
    waiting = head.page.get_by_test_id("waiting-pharmacy_levels")
    await expect(waiting).to_contain_text("新增：10 分 注销")
    await head.press("批准", waiting)
    drawer = head.page.get_by_role("dialog").filter(has_text=f"批准修改：{TITLE}")
    await head.press(f"批准修改：{TITLE}", drawer)
    await head.confirm(f"批准修改：{TITLE}", TITLE)
    rows = head.page.get_by_test_id("cells-pharmacy_levels")
    await expect(rows).to_contain_text("暂停 2 个月")
    await expect(rows).not_to_contain_text("暂停 3 个月")
    await desk.chains_hold()
