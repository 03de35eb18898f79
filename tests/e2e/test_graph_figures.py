"""Groups and centres of a picture, an answer as a table, and a colleague who is told of a picture."""

import re
from typing import Any

from playwright.async_api import expect

PICTURE = re.compile(r"(\d+) 个对象，(\d+) 条关系")


async def test_groups_and_centres_are_shown(desk: Any) -> None:
    inspector = await desk.sign_in("jicha2")
    page = inspector.page
    await _a_ring(inspector)
    await page.locator(".graph-canvas").focus()
    await page.keyboard.press("u")
    legend = page.locator(".graph-legend")
    await expect(legend).to_contain_text(re.compile(r"共 [1-9]\d* 个群组（模块度 -?[\d.]+"))
    await expect(legend).to_contain_text(re.compile(r"群组 1：[1-9]\d* 个"))
    await page.keyboard.press("t")
    table = page.get_by_role("group", name="对象")
    await expect(table.get_by_text("中介中心度")).to_be_visible()
    shares = await table.locator(".ant-table-row .ant-table-cell:nth-child(7)").all_inner_texts()
    between = [float(text) for text in shares if text != "—"]
    assert between == sorted(between, reverse=True)
    assert between[0] > 0
    await page.keyboard.press("u")
    await expect(table.get_by_text("中介中心度")).to_be_hidden()
    await page.keyboard.press("t")


async def test_the_picture_is_sized_saved_and_shared_by_keys(desk: Any) -> None:
    inspector = await desk.sign_in("jicha2")
    page = inspector.page
    await _a_ring(inspector)
    await page.locator(".graph-canvas").focus()
    await expect(page.get_by_role("radio", name="按次数")).to_be_checked()
    await page.keyboard.press("r")
    await expect(page.get_by_role("radio", name="按金额")).to_be_checked()
    for key, begins in (("x", b"\x89PNG"), ("v", b"<svg")):
        async with page.expect_download() as drawn:
            await page.keyboard.press(key)
        path = await (await drawn.value).path()
        assert begins in path.read_bytes()[:200]
    await page.keyboard.press("h")
    await expect(page.get_by_role("dialog", name="共享给同事（只读）")).to_be_visible()
    await page.keyboard.press("Escape")


async def test_a_shared_picture_waits_in_the_colleagues_inbox(desk: Any) -> None:
    inspector = await desk.sign_in("jicha2")
    await _a_ring(inspector)
    page = inspector.page
    await page.get_by_role("button", name="更多保存方式").click()
    await page.get_by_role("menuitem", name="共享给同事（只读）").click()
    dialog = page.get_by_role("dialog", name="共享给同事（只读）")
    await inspector.choose("共享给", "郑国栋", dialog)
    await page.keyboard.press("Escape")
    await inspector.press("保存并共享", dialog)
    await inspector.told("已保存“疑似团伙")
    head = await desk.sign_in("juzhang")
    await head.open("/inbox")
    notice = head.page.get_by_role("link").filter(has_text="林晓舟与您共享了研判图")
    await notice.click()
    await expect(head.page.get_by_text("jicha2 共享 · 只读")).to_be_visible()
    await head.open("/inbox")
    await expect(head.page.get_by_role("heading", name="待办").first).to_be_visible()
    await expect(notice).to_have_count(0)


async def _a_ring(inspector: Any) -> None:
    page = inspector.page
    await inspector.open("/rings")
    rows = page.locator(".ant-table-row")
    await rows.first.get_by_role("link").first.click()
    await inspector.press("在图谱中查看")
    await expect(page.get_by_role("status").filter(has_text=PICTURE)).to_be_visible()
    await page.wait_for_timeout(1000)
