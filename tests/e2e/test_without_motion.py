"""Who wants no motion has every list within the window, as who does not mind it (desk.md: Eye and hand)."""

from typing import Any

from playwright.async_api import expect

OUTSIDE = """() => [...document.querySelectorAll('.ant-dropdown, .ant-select-dropdown, .ant-drawer-content-wrapper')]
  .filter(one => one.checkVisibility())
  .map(one => [one.className, one.getBoundingClientRect()])
  .filter(([, box]) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.top > innerHeight)
  .map(([name]) => name)"""


async def test_lists_and_drawers_open_within_the_window(desk: Any) -> None:
    officer = await desk.sign_in("jicha1")
    page = officer.page
    await page.emulate_media(reduced_motion="reduce")
    await officer.open("/cases/DEMO-1")
    await page.get_by_test_id("more-acts").click()
    await expect(page.get_by_role("menuitem").first).to_be_in_viewport()
    assert await page.evaluate(OUTSIDE) == []
    await page.keyboard.press("Escape")
    drawer = await officer.start("出具文书")
    await drawer.locator(".ant-select").first.click()
    await expect(page.locator(".ant-select-item-option:visible").first).to_be_in_viewport()
    assert await page.evaluate(OUTSIDE) == []
