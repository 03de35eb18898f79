"""The graph page from nothing: search, counts first, a page of neighbours, the timeline, a path."""

import re
from typing import Any

from anyio import Path
from playwright.async_api import expect

PICTURE = re.compile(r"(\d+) 个对象，(\d+) 条关系")
#: Two patients of different hospitals who are joined through a place that few people share.
JOINED = """
MATCH (h:Institution)
WHERE h.fixmedins_type = '1' AND COUNT { (h)<-[:VISITED]-() } > 20
RETURN h.fixmedins_name AS name ORDER BY COUNT { (h)<-[:VISITED]-() } DESC LIMIT 2
"""

#: Two patients who saw one doctor on three days and more.
COMPANIONS = """
MATCH (a:Patient)-[:MEMBER_OF]->(:Ring)<-[:MEMBER_OF]-(b:Patient)
MATCH (a)-[x:SEEN_BY]->(:Doctor)<-[y:SEEN_BY]-(b)
WHERE a.psn_no < b.psn_no AND size([day IN x.days WHERE day IN y.days]) >= 3
RETURN [a.psn_no, b.psn_no] AS pair ORDER BY pair LIMIT 1
"""


async def test_from_a_search_to_a_path(desk: Any) -> None:
    rows, _, _ = await desk.driver.execute_query(JOINED)
    first, second = (row["name"] for row in rows)
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await inspector.open("/graph")
    await _add(page, first)
    alone = await _drawn(page)

    # Counts come first; one of them brings at most the next ten of its kind.
    counted = page.get_by_role("button", name=re.compile(r"参保人\s*\d+$")).first
    await expect(counted).to_be_visible()
    total = int(re.sub(r"\D", "", (await counted.inner_text()).split("参保人")[1]))
    await counted.click()
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).not_to_have_text(
        re.compile(f"^{alone} 个对象")
    )
    more = await _drawn(page)
    assert alone < more <= alone + min(10, total)

    await page.get_by_role("tab", name="时间线").click()
    entry = page.locator(".entity-timeline li").first
    await expect(entry).to_be_visible()
    await page.get_by_role("tab", name="展开", exact=True).click()

    # First the start, then the end.
    await inspector.press("设为路径起点")
    await _add(page, second)
    await page.get_by_label("避开").uncheck()
    await page.get_by_role("button", name=re.compile(rf"^从 {first} 等 1 个查到所选$")).click()
    found = page.get_by_role("heading", name=re.compile(r"^路径（[1-9]\d*）$"))
    await expect(found).to_be_visible()
    joined = await _drawn(page)

    await page.locator(".graph-canvas").focus()
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).not_to_have_text(
        re.compile(f"^{joined} 个对象")
    )


async def test_what_two_share_a_saved_question_and_two_saved_states(desk: Any) -> None:
    rows, _, _ = await desk.driver.execute_query(COMPANIONS)
    one, two = rows[0]["pair"]
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await inspector.open("/graph")
    canvas = page.locator(".graph-canvas")
    for number, code in enumerate((one, two), 1):
        await _pick(page, code)
        # Undone, the same press brings the same neighbours; undone again, the person is alone.
        await expect(page.get_by_role("status").filter(has_text=PICTURE)).not_to_have_text(
            re.compile(f"^({number - 1}|{number}) 个对象")
        )
        grown = await _drawn(page)
        await canvas.focus()
        await page.keyboard.press("Control+z")
        await _becomes(page, number)
        if number == 1:
            await inspector.press("最密切的 10 个")
            await _becomes(page, grown)
            await canvas.focus()
            await page.keyboard.press("Control+z")
            await _becomes(page, number)
    await page.keyboard.press("Control+a")
    await inspector.press("共同关联")
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).not_to_have_text(
        re.compile("^2 个对象")
    )
    shared = await _drawn(page)
    await _save(inspector, "更多保存方式", "保存研判图", "共同之前")

    # The question is answered as rows, too; a name in them selects its node.
    await inspector.press("提问")
    await inspector.choose_one("选择一个问题", "同日看同一医师")
    panel = page.locator(".graph-filter:visible")
    await inspector.press("查询", panel)
    await expect(panel.get_by_text(re.compile(r"^(找到|已列前) \d+ 条"))).to_be_visible()
    await inspector.press("看结果表", panel)
    table = page.get_by_role("dialog").filter(has_text="同日次数")
    await table.locator("tbody").get_by_role("button").first.click()
    await expect(table).to_be_hidden()

    await canvas.focus()
    await page.keyboard.press("Delete")
    await _save(inspector, "更多保存方式", "另存为新的研判图", "共同之后")
    await inspector.press("打开")
    drawer = page.get_by_role("dialog", name="研判图")
    for name in ("共同之前", "共同之后"):
        await drawer.get_by_role("row", name=name).get_by_role("checkbox").check()
    await inspector.press("比较所选两份", drawer)
    told = page.get_by_text(re.compile(r"“共同之后”与“共同之前”相比：新增 \d+，消失 \d+，变化 0"))
    await expect(told).to_be_visible()

    await inspector.press("导出图片")
    async with page.expect_download() as drawn:
        await page.get_by_role("menuitem", name="图片（PNG）").click()
    file = await drawn.value
    assert file.suggested_filename.endswith(".png")
    assert (await Path(await file.path()).read_bytes())[:8] == b"\x89PNG\r\n\x1a\n"
    assert shared > 2


async def _save(inspector: Any, more: str, way: str, name: str) -> None:
    page = inspector.page
    await page.get_by_role("button", name=more).click()
    await page.get_by_role("menuitem", name=way, exact=True).click()
    dialog = page.get_by_role("dialog", name="保存研判图")
    await dialog.get_by_label("名称").fill(name)
    await inspector.press("保存", dialog)
    await inspector.told(f"已保存“{name}”")
    await expect(dialog).to_be_hidden()


async def _becomes(page: Any, nodes: int) -> None:
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_have_text(
        re.compile(f"^{nodes} 个对象")
    )


async def _add(page: Any, name: str) -> None:
    await _pick(page, name)
    await expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


async def _pick(page: Any, text: str) -> None:
    box = page.get_by_label("添加：姓名、机构、编码").first
    await box.fill(text)
    await page.locator(".ant-select-item-option:visible", has_text=text).first.click()


async def _drawn(page: Any) -> int:
    await page.wait_for_timeout(800)
    text = await page.get_by_role("status").filter(has_text=PICTURE).inner_text()
    found = PICTURE.search(text)
    assert found is not None, text
    return int(found[1])
