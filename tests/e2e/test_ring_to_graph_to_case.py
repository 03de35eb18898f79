"""From a ring to its dossier, to the graph, to a case; a picture that is shared, reopened, and outlives a lost map."""

import re
from typing import Any
from urllib.parse import unquote

from escape import escape
from playwright.async_api import Route, expect

CASE = "DEMO-2"
SENTENCE = re.compile("平均也只有")
PICTURE = re.compile(r"(\d+) 个对象，(\d+) 条关系")


async def test_ring_to_graph_to_case(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _open_ring(inspector)
    await _read_dossier(page)
    await _judge_by_keyboard(desk, inspector)
    await _to_graph(inspector)
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
    assert await _last_three(desk) == [
        "PictureAttached",
        "EvidenceAttached",
        "EvidenceAttached",
    ]
    # From the case the picture opens as it was attached.
    await page.get_by_role("link", name=re.compile("关系图")).first.click()
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_be_visible()
    assert await _counts(page) == before
    await desk.chains_hold()


async def test_a_part_of_a_ring_is_a_case_in_two_clicks(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _open_ring(inspector)
    await expect(page.get_by_text(SENTENCE)).to_be_visible()
    ring = page.url.rsplit("/", 1)[1]
    for box in (1, 2, 3):
        await page.get_by_role("grid").get_by_role("checkbox").nth(box).check()
    bar = page.get_by_role("toolbar", name="已选 3 名成员")
    await inspector.press("转为案件", bar)
    dialog = page.get_by_role("dialog", name="转为案件")
    await expect(dialog.get_by_text("3 名成员的证据清单")).to_be_visible()
    await inspector.press("登记并附证据", dialog)
    await page.wait_for_url(re.compile(r"/cases/"))
    case_no = unquote(page.url.rsplit("/", 1)[1])
    await page.get_by_role("tab", name=re.compile("^证据")).click()
    for kind in ("xlsx", "pdf"):
        item = page.get_by_role("button", name=re.compile(rf"疑似团伙-R.*\.{kind}"))
        await expect(item).to_be_visible()
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq",
        stream=f"case:{case_no}",
    )
    assert [row["type"] for row in rows] == ["CaseOpened", "EvidenceAttached", "EvidenceAttached"]
    await inspector.open(f"/rings/{ring}")
    await expect(page.get_by_role("link", name=case_no)).to_be_visible()
    await desk.chains_hold()


async def test_a_ring_joins_an_open_case_in_two_clicks(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    page = inspector.page
    await _open_ring(inspector)
    await expect(page.get_by_text(SENTENCE)).to_be_visible()
    ring = page.url.rsplit("/", 1)[1]
    head = page.get_by_role("button", name="附到已有案件")
    await head.click()
    # The list of one's open cases stands open: the choice is the order.
    await page.locator(".ant-select-item-option:visible", has_text=CASE).click()
    await page.wait_for_url(re.compile(rf"/cases/{CASE}"))
    assert await _last_three(desk) == [
        "EvidenceAttached",
        "EvidenceAttached",
        "RingAttached",
    ]
    await inspector.open(f"/rings/{ring}")
    await expect(page.get_by_role("link", name=CASE)).to_be_visible()
    await desk.chains_hold()


async def test_the_record_of_a_channel_and_a_paper_with_names(desk: Any) -> None:
    supervisor = await desk.sign_in("zhongxin")
    page = supervisor.page
    await supervisor.open("/rings")
    await supervisor.press("准确记录")
    drawer = page.get_by_role("dialog", name="准确记录")
    await expect(drawer.get_by_role("row", name=re.compile("药店"))).to_be_visible()
    await escape(page, drawer)
    await _open_ring(supervisor)
    await supervisor.press("导出")
    async with page.expect_download() as masked:
        await page.get_by_role("menuitem", name="团伙说明 PDF（脱敏）").click()
    assert (await masked.value).suggested_filename.endswith(".pdf")
    await supervisor.press("导出")
    await page.get_by_role("menuitem", name="证据清单 XLSX（含姓名，写明用途）").click()
    ask = page.get_by_role("dialog").filter(has=page.get_by_role("textbox"))
    await ask.get_by_role("textbox").fill("核查线索")
    async with page.expect_download() as named:
        await ask.get_by_role("button").last.click()
    assert (await named.value).suggested_filename.endswith(".xlsx")


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
    await _open_ring(inspector)
    await _to_graph(inspector)


async def _last_three(desk: Any) -> list[str]:
    """What happened to the case last, the latest first."""
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq DESC LIMIT 3",
        stream=f"case:{CASE}",
    )
    return [row["type"] for row in rows]


async def _open_ring(inspector: Any) -> None:
    page = inspector.page
    await inspector.open("/rings")
    rows = page.locator(".ant-table-row")
    await rows.first.get_by_role("link").first.click()
    await expect(page.get_by_role("grid")).to_be_visible()


async def _read_dossier(page: Any) -> None:
    """Plain words, what chance does, fees, counter-evidence, the map; a sentence opens its visits."""
    await expect(page.get_by_text(SENTENCE)).to_be_visible()
    await expect(page.get_by_role("img", name="只凭偶然会怎样").locator("svg")).to_be_visible()
    await expect(page.get_by_role("heading", name="费用与同类机构对照")).to_be_visible()
    await expect(page.get_by_role("heading", name="反证核对")).to_be_visible()
    await expect(page.locator(".ring-map .ours").first).to_be_attached()
    based = page.get_by_role("button", name=re.compile(r"^依据 \d+ 条就诊$")).first
    count = int(re.sub(r"\D", "", await based.inner_text()))
    await based.click()
    drawer = page.get_by_role("dialog").filter(has_text=f"（{count} 条就诊）")
    await expect(drawer.get_by_role("link").first).to_be_visible()
    await escape(page, drawer)
    await expect(page.locator("td[data-lit=true]")).to_have_count(count)


async def _judge_by_keyboard(desk: Any, inspector: Any) -> None:
    """Arrows and space choose two members; the verdict stays, a slip is undone."""
    page = inspector.page
    grid = page.get_by_role("grid")
    await grid.focus()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press(" ")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press(" ")
    bar = page.get_by_role("toolbar", name="已选 2 名成员")
    for verdict, undone in (("排除", True), ("确认", False)):
        await inspector.press(verdict, bar)
        dialog = page.get_by_role("dialog", name="研判 2 名成员")
        await dialog.get_by_label("理由").fill("同车前往，有笔录")
        await page.keyboard.press("Control+Enter")
        await inspector.told("已记录 2 名成员的研判")
        await expect(grid.locator(".ant-tag", has_text=verdict)).to_have_count(2)
        if undone:
            await page.locator(".ant-message").get_by_role("button", name="撤回").click()
            await expect(grid.locator(".ant-tag")).to_have_count(0)
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event) WHERE e.stream STARTS WITH 'member:' "
        "RETURN e.stream AS stream, collect(e.type) AS types"
    )
    assert len(rows) == 2
    assert all(sorted(row["types"]) == ["Judged", "Judged", "TakenBack"] for row in rows)
    await expect(page.get_by_text("确认 2 人")).to_be_visible()
    await inspector.press("取消选择", bar)


async def _to_graph(inspector: Any) -> None:
    page = inspector.page
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
    await escape(page, page.get_by_role("dialog", name="键盘操作"))
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
