"""A trained inspector asks the map in Cypher: example, refusal, history, graph, workbook."""

import re
from typing import Any

from playwright.async_api import expect

EDITOR = "Cypher 查询语句"


async def test_from_a_question_to_the_graph_and_a_workbook(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/console")
    editor = page.get_by_label(EDITOR, exact=True)
    answer = page.get_by_label("查询结果")
    await page.get_by_role("button", name="频繁就诊于同一医师的参保人").click()
    await expect(page.get_by_label("参数（JSON）")).to_have_value('{"visits": 20}')
    await page.get_by_label("参数（JSON）").fill('{"visits": 2}')
    await editor.press("Control+Enter")
    await expect(answer.get_by_role("status")).to_contain_text(re.compile(r"[1-9]\d* 行"))
    names = await answer.get_by_role("link", name=re.compile("^参保人")).all_inner_texts()
    assert names
    assert all("*" in name for name in names)
    await _refusals(visitor, editor)
    # What was refused stays out of the table; both stand in the history.
    await page.get_by_role("tab", name="历史").click()
    history = page.get_by_role("tabpanel", name="历史").get_by_role("button")
    await expect(history.first).to_contain_text("未执行")
    await expect(history.nth(1)).to_contain_text("SEEN_BY")
    await _kept(page, editor)
    async with page.expect_download() as saving:
        await answer.get_by_role("button", name="XLSX").click()
    assert (await saving.value).suggested_filename == "jicha-cypher.xlsx"
    await (
        page.get_by_label("在图谱中打开")
        .or_(answer.get_by_role("button", name=re.compile("在图谱中打开")))
        .first.click()
    )
    counts = page.get_by_role("status").filter(has_text=re.compile(r"\d+ 个对象"))
    await expect(counts).to_be_visible()
    found = re.match(r"(\d+) 个对象，(\d+) 条关系", await counts.inner_text())
    assert found is not None
    assert int(found[1]) > 2
    assert int(found[2]) > 0


async def _refusals(visitor: Any, editor: Any) -> None:
    page = visitor.page
    await editor.fill("MATCH (p:Patient) SET p.gend = '1' RETURN p")
    await visitor.press("执行")
    alert = page.get_by_role("alert").filter(has_text="控制台不执行这条查询")
    await expect(alert).to_contain_text("它会写入")
    await expect(alert).to_contain_text("只能读取")
    await page.get_by_label("参数（JSON）").fill("[1]")
    await expect(page.get_by_text("参数须是 JSON 对象，例如")).to_be_visible()
    await expect(page.get_by_role("button", name="执行")).to_be_disabled()
    await page.get_by_label("参数（JSON）").fill("")


async def _kept(page: Any, editor: Any) -> None:
    """A named query survives a reload; a word of the schema lands where the cursor is."""
    await editor.fill("MATCH (p RETURN p")
    await editor.evaluate("area => area.setSelectionRange(8, 8)")
    await page.get_by_role("tab", name="图谱结构").click()
    await page.get_by_role("button", name=":Patient", exact=True).click()
    await expect(editor).to_have_value("MATCH (p:Patient RETURN p")
    await page.get_by_role("tab", name="已保存").click()
    await page.get_by_label("给当前语句起名").fill("全部参保人")
    await page.get_by_label("给当前语句起名").press("Enter")
    await editor.fill("")
    await page.get_by_role("button", name="全部参保人", exact=True).click()
    await expect(editor).to_have_value("MATCH (p:Patient RETURN p")
