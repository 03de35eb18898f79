"""From a ring to the graph to a case; a picture that is shared, reopened, and outlives a lost map."""

import re
from typing import Any

from playwright.async_api import Route, expect

CASE = "DEMO-2"
PICTURE = re.compile(r"(\d+) 个对象，(\d+) 条关系")


async def test_ring_to_graph_to_case(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _ring_to_graph(inspector)
    before = await _counts(page)
    assert before[0] >= 5
    await _marks_by_keyboard(page)
    await _lasso(page)
    await _story(page)
    await _every_layout(page)
    assert await _counts(page) == before

    await inspector.press("附到案件")
    chooser = page.get_by_role("dialog", name="把研判图附到案件")
    await chooser.get_by_label("选择案件").fill(CASE)
    await expect(page.locator(".ant-select-item-option:visible", has_text=CASE)).to_be_visible()
    await page.keyboard.press("Enter")
    await inspector.told(f"图片和证据清单已附到案件 {CASE}")
    # The case is known now: the button says so, and one click would do it again.
    await expect(page.get_by_role("button", name=f"附到 {CASE}")).to_be_visible()

    await inspector.open(f"/cases/{CASE}")
    await page.get_by_role("tab", name=re.compile("^证据")).click()
    await expect(
        page.get_by_role("button", name=re.compile(r"疑似团伙.*\.png")).first
    ).to_be_visible()
    await expect(
        page.get_by_role("button", name=re.compile(r"疑似团伙.*\.xlsx")).first
    ).to_be_visible()
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq DESC LIMIT 3",
        stream=f"case:{CASE}",
    )
    assert [row["type"] for row in rows] == [
        "PictureAttached",
        "EvidenceAttached",
        "EvidenceAttached",
    ]
    # From the case the picture opens as it was attached.
    await page.get_by_role("link", name=re.compile("关系图")).first.click()
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_be_visible()
    assert await _counts(page) == before
    await desk.chains_hold()


async def test_shared_read_only_and_reopened_after_a_change(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _ring_to_graph(inspector)
    await page.get_by_role("button", name="更多保存方式").click()
    await page.get_by_role("menuitem", name="共享给同事（只读）").click()
    dialog = page.get_by_role("dialog", name="共享给同事（只读）")
    await inspector.choose("共享给", "周明远", dialog)
    await page.keyboard.press("Escape")
    await inspector.press("保存并共享", dialog)
    await inspector.told("已保存“疑似团伙")

    supervisor = await desk.sign_in("zhongxin")
    await supervisor.open("/graph")
    await _open_saved(supervisor)
    reader = supervisor.page
    await expect(reader.get_by_text("jicha1 共享 · 只读")).to_be_visible()
    await expect(reader.get_by_role("button", name="另存为我的")).to_be_visible()
    await expect(reader.get_by_text(re.compile("相比没有变化"))).to_be_visible()

    # The map moves on: one relation of the picture has a settlement more.
    await desk.driver.execute_query(
        "MATCH (:Ring)<-[:MEMBER_OF]-(p:Patient)-[r:VISITED]->() SET r.count = r.count + 1"
    )
    await supervisor.open("/graph")
    await _open_saved(supervisor)
    changed = reader.get_by_text(re.compile(r"新增 0，消失 0，变化 ([1-9]\d*)"))
    await expect(changed).to_be_visible()
    await supervisor.press("查看明细")
    await expect(reader.get_by_role("dialog").get_by_text("变化").first).to_be_visible()
    await desk.driver.execute_query(
        "MATCH (:Ring)<-[:MEMBER_OF]-(p:Patient)-[r:VISITED]->() SET r.count = r.count - 1"
    )


async def test_a_lost_map_loses_nothing_drawn(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _ring_to_graph(inspector)
    before = await _counts(page)
    away = True

    async def answer(route: Route) -> None:
        if away:
            body = '{"errors":[{"message":"-","extensions":{"code":"STORE_AWAY"}}]}'
            await route.fulfill(status=503, content_type="application/json", body=body)
        else:
            await route.continue_()

    await page.route("**/graphql", answer)
    await page.locator(".graph-canvas").focus()
    await page.keyboard.press("]")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("图数据库暂时连接不上")).to_be_visible()
    assert await _counts(page) == before
    away = False
    await expect(page.get_by_text("图数据库暂时连接不上")).to_be_hidden()
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).not_to_have_text(
        re.compile(f"^{before[0]} 个对象")
    )
    # A reload keeps the picture, too.
    grown = await _counts(page)
    await inspector.open("/graph")
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_be_visible()
    assert await _counts(page) == grown
    # That the requests failed is what was tested.
    inspector.wrong[:] = [line for line in inspector.wrong if "503" not in line]


async def _ring_to_graph(inspector: Any) -> None:
    page = inspector.page
    await inspector.open("/rings")
    rows = page.locator(".ant-table-row", has_text="疑似团伙")
    await rows.first.get_by_role("link").first.click()
    await inspector.press("在图谱中查看")
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_be_visible()
    await page.wait_for_timeout(1000)


async def _counts(page: Any) -> tuple[int, int]:
    text = await page.get_by_role("status").filter(has_text=PICTURE).inner_text()
    found = PICTURE.search(text)
    assert found is not None, text
    return int(found[1]), int(found[2])


async def _marks_by_keyboard(page: Any) -> None:
    """Choose, note, colour, group, move, undo: without a mouse."""
    canvas = page.locator(".graph-canvas")
    await canvas.focus()
    await page.keyboard.press("]")
    await page.keyboard.press("m")
    await page.keyboard.type("待走访")
    await page.keyboard.press("Control+Enter")
    await canvas.focus()
    await page.keyboard.press("1")
    await expect(page.get_by_role("button", name="黄（1）")).to_have_attribute(
        "aria-pressed", "true"
    )
    await page.keyboard.press("Shift+ArrowRight")
    await expect(page.get_by_role("button", name="取消固定")).to_be_visible()
    await page.keyboard.press("Control+a")
    await page.keyboard.press("Control+g")
    await page.keyboard.type("重点人员")
    await page.keyboard.press("Enter")
    await expect(page.locator(".hull.own text", has_text="重点人员")).to_be_visible()
    await canvas.focus()
    await page.keyboard.press("Control+z")
    await expect(page.locator(".hull.own text")).to_have_count(0)
    await page.keyboard.press("Control+y")
    await expect(page.locator(".hull.own text")).to_have_count(1)
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="键盘操作")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="键盘操作")).to_be_hidden()
    await canvas.focus()
    for key, what in (("q", "选择一个问题"), ("f", "不低于")):
        await page.keyboard.press(key)
        await expect(page.get_by_label(what)).to_be_visible()
        await page.keyboard.press(key)
        await expect(page.get_by_label(what)).to_be_hidden()
    await page.keyboard.press("t")
    table = page.get_by_role("group", name="对象")
    await expect(table.get_by_text("待走访")).to_be_visible()
    await page.keyboard.press("t")
    await expect(canvas).to_be_visible()


async def _lasso(page: Any) -> None:
    """A line around the whole drawing catches every node."""
    await page.get_by_role("button", name="套索选择").click()
    sheet = page.locator("svg.lasso")
    box = await sheet.bounding_box()
    left, top = box["x"] + 4, box["y"] + 4
    right, bottom = box["x"] + box["width"] - 4, box["y"] + box["height"] - 4
    await page.mouse.move(left, top)
    await page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top)):
        await page.mouse.move(x, y, steps=4)
    await page.mouse.up()
    nodes, _ = await _counts(page)
    await expect(page.get_by_role("heading", name=f"已选 {nodes} 个")).to_be_visible()
    await page.keyboard.press("Escape")


async def _story(page: Any) -> None:
    """The timeline has bars; playing narrows the window; the whole time brings all back."""
    await page.get_by_role("button", name="时间轴", exact=True).click()
    story = page.get_by_role("region", name="时间轴")
    await expect(story.locator("rect[data-in=true]").first).to_be_attached()
    await story.get_by_role("button", name="播放").click()
    await expect(story.locator("rect[data-in=false]").first).to_be_attached()
    await story.get_by_role("button", name="暂停").click()
    await story.get_by_role("button", name="全部时间").click()
    await expect(story.locator("rect[data-in=false]")).to_have_count(0)
    await story.get_by_role("button", name="关闭时间轴").click()


async def _every_layout(page: Any) -> None:
    for name in ("同心圆", "层次", "按时间", "地图", "自动布局"):
        await page.get_by_label("布局", exact=True).click()
        await page.locator(".ant-select-item-option:visible", has_text=name).click()
        await page.wait_for_timeout(600)
        if name == "地图":
            await expect(page.locator(".land path").first).to_be_attached()


async def _open_saved(visitor: Any) -> None:
    await visitor.press("打开")
    drawer = visitor.page.get_by_role("dialog", name="研判图")
    await drawer.get_by_role("button", name=re.compile("^疑似团伙")).first.click()
