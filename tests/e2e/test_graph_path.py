"""The graph page from nothing: search, counts first, a page of neighbours, the timeline, a path."""

import re
from typing import Any

from playwright.async_api import expect

PICTURE = re.compile(r"(\d+) 个对象，(\d+) 条关系")
#: Two patients of different hospitals who are joined through a place that few people share.
JOINED = """
MATCH (h:Institution)
WHERE h.fixmedins_type = '1' AND COUNT { (h)<-[:VISITED]-() } > 20
RETURN h.fixmedins_name AS name ORDER BY COUNT { (h)<-[:VISITED]-() } DESC LIMIT 2
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


async def _add(page: Any, name: str) -> None:
    box = page.get_by_label("添加：姓名、机构、编码").first
    await box.fill(name)
    await page.locator(".ant-select-item-option:visible", has_text=name).first.click()
    await expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


async def _drawn(page: Any) -> int:
    await page.wait_for_timeout(800)
    text = await page.get_by_role("status").filter(has_text=PICTURE).inner_text()
    found = PICTURE.search(text)
    assert found is not None, text
    return int(found[1])
