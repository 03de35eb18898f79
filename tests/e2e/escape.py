"""Esc, pressed until it was heard: what is still opening does not listen yet."""

from playwright.async_api import Locator, Page, TimeoutError, expect

#: How long whatever was open may take to go.
CLOSING_MS = 3000
TIMES = 5


async def escape(page: Page, what: Locator) -> None:
    """Close `what` by the keyboard."""
    await expect(what).to_be_visible()
    for _ in range(TIMES):
        await page.keyboard.press("Escape")
        try:
            await what.wait_for(state="hidden", timeout=CLOSING_MS)
        except TimeoutError:
            continue
        return
    await expect(what).to_be_hidden()
