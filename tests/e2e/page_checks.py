"""What holds on every page of the desk: it waits, fails and is empty in words; a keyboard can use it.

Each check returns sentences about what is wrong; an empty list is a page in order.
"""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error, Route, TimeoutError, expect

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
#: Stops whose mark of the focus is looked at; the walk goes on behind them, to the end of the page.
MARKED = 14
#: A longer page repeats itself: rows of the same kind.
LONGEST = 200
#: Pages that show what the desk knows already and ask for nothing of their own.
UNASKING = {"/about"}
#: Words of a spinner or a skeleton stand in attributes; both are something to see.
SHOWS = """() => {
  const main = document.querySelector('main') ?? document.body;
  const seen = main.querySelector('.ant-skeleton, .ant-spin, [aria-busy=true]');
  return Boolean(main.innerText.trim() || seen);
}"""
#: Tables that show nothing, and antd's own picture in the place of a sentence.
MUTE = """() => [...document.querySelectorAll('main .ant-table-placeholder, main .ant-empty')]
  .filter(one => one.checkVisibility() && (!one.innerText.trim() || one.matches('.ant-empty')))
  .map(one => one.closest('[aria-label]')?.getAttribute('aria-label') ?? one.className)"""
SERIOUS = """async () => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']},
    resultTypes: ['violations'],
  });
  return found.violations
    .filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => `${one.id}: ${one.help}: ` + one.nodes.slice(0, 5)
      .map(node => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`).join(' | '));
}"""
#: The element that has the focus: a number of its own, what it is, and whether one sees that it is it.
STOP = """async () => {
  const look = one => [one, one.parentElement, one.parentElement?.parentElement,
      one.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, label, tr'),
      one.nextElementSibling, one.firstElementChild]
    .filter(Boolean).map(each => { const s = getComputedStyle(each);
      return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.opacity].join()})
    .join('|');
  const settle = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  window.stops ??= new Map();
  if (!window.stops.has(at)) window.stops.set(at, window.stops.size);
  const box = at.getBoundingClientRect();
  const name = at.getAttribute('aria-label') || at.innerText?.trim().slice(0, 40) || at.id || at.className;
  await settle();
  const focused = look(at);
  at.blur();
  await settle();
  const plain = look(at);
  at.focus({focusVisible: true});
  // A tick box or a field of a list is drawn by what lies around it.
  const drawn = at.matches('input') ? (at.closest('.ant-select, .ant-picker, label, .ant-upload, .ant-segmented-item') ?? at).getBoundingClientRect() : box;
  const seen = drawn.width > 1 && drawn.height > 1 && drawn.bottom > 0 && drawn.top < innerHeight
    && drawn.right > 0 && drawn.left < innerWidth;
  return {id: window.stops.get(at), what: `${at.tagName.toLowerCase()} “${name}”`, seen,
    ring: focused !== plain, main: Boolean(at.closest('main')) && at.id !== 'content',
    primary: at.matches('.page-head .ant-btn-primary, [data-testid=primary-act]')};
}"""
#: The same of a stop further down, without the mark: that takes four frames. A virtual table needs
#: one or two to draw the rows that come into sight.
NEXT = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame(); await frame();
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  if (!window.stops.has(at)) window.stops.set(at, window.stops.size);
  const name = at.getAttribute('aria-label') || at.innerText?.trim().slice(0, 40) || at.id || at.className;
  return {id: window.stops.get(at), what: `${at.tagName.toLowerCase()} “${name}”`,
    main: Boolean(at.closest('main')), seen: true, ring: true,
    primary: at.matches('.page-head .ant-btn-primary, [data-testid=primary-act]')};
}"""
#: What a mouse can press and no key: neither it nor what it lies in or holds can have the focus.
MOUSE_ONLY = """() => {
  const can = 'a[href], button, input, select, textarea, summary, label, [tabindex]';
  const points = one => getComputedStyle(one).cursor === 'pointer';
  return [...(document.querySelector('main') ?? document.body).querySelectorAll('*')]
    .filter(one => points(one) && !points(one.parentElement) && one.checkVisibility()
      && !one.closest(can) && !one.querySelector(can))
    .slice(0, 5).map(one => one.outerHTML.slice(0, 160));
}"""
#: What can have the focus, is seen, and no Tab came to. Rows of a virtual table come and go while Tab
#: walks; the arrows reach each of them.
PASSED_BY = """() => [...(document.querySelector('main') ?? document.body).querySelectorAll(
    'a[href], button:not([disabled]), input:not([disabled]):not([type=radio]):not([type=hidden]), textarea:not([disabled]), [tabindex="0"]')]
  .filter(one => one.tabIndex >= 0 && one.id !== 'content' && !window.stops.has(one)
    && one.checkVisibility({visibilityProperty: true})
    && !one.closest('[aria-hidden=true], [inert], .ant-table-tbody-virtual'))
  .slice(0, 5).map(one => one.outerHTML.slice(0, 160))"""
PRIMARY = ".page-head .ant-btn-primary:visible:not([disabled])"


#: What a proxy says whose server is gone. The product itself never does, so that a line of the
#: browser's console about it, which may come long after the answer, is always the outage's own.
GONE = 502


class Outage:
    """The server keeps the desk waiting for its answers, and then has none (502)."""

    def __init__(self, visitor: Any) -> None:
        self.page = visitor.page
        self.held: list[Route] = []
        self.over = False

    async def begin(self) -> None:
        """From here on nothing is answered."""
        await self.page.route("**/graphql", self._hold)

    async def _hold(self, route: Route) -> None:
        if self.over:
            await route.fulfill(status=GONE, body="")
        else:
            self.held.append(route)

    async def fail(self) -> None:
        """Answer all that waits, and whatever follows, with 502."""
        self.over = True
        for route in self.held:
            await route.fulfill(status=GONE, body="")

    async def end(self) -> None:
        """The server is there again."""
        await self.page.unroute("**/graphql", self._hold)


async def waits_and_fails(visitor: Any, path: str, go: str) -> list[str]:
    """Open a page that has no answers yet, let them fail, and try again when they can come."""
    page, outage = visitor.page, Outage(visitor)
    await outage.begin()
    wrong = []
    await page.evaluate(go, path)
    await expect(page.locator('nav.rail a[aria-current="page"]')).to_have_attribute(
        "href", "/" + re.split("[/?]", path)[1]
    )
    await page.wait_for_timeout(250)
    if not await page.evaluate(SHOWS):
        wrong.append(f"{path}: blank while it waits for the server")
    asked = len(outage.held)
    await outage.fail()
    retry = page.locator("main").get_by_role("button", name="重试")
    alert = page.locator("main .panel[role=alert]")
    if asked and path not in UNASKING:
        try:
            # The map tries again by itself, and says so.
            by_itself = page.locator("main .ant-alert").filter(has_text="正在第")
            await retry.or_(by_itself).first.wait_for(timeout=5000)
            if await alert.count() and len((await alert.first.inner_text()).strip()) < 15:
                wrong.append(f"{path}: the error does not say what happened")
        except TimeoutError:
            shown = (await page.locator("main").inner_text()).strip()[:80]
            wrong.append(f"{path}: no error with a way to try again: {shown!r}")
    if not await page.locator("nav.rail a").count():
        wrong.append(f"{path}: the outage took the rail away")
    await outage.end()
    quiet = 0
    for _ in range(90):
        if quiet == 5:
            break
        quiet = 0 if await retry.count() else quiet + 1
        # One press may bring back what another button waits for, too.
        with suppress(TimeoutError):
            if not quiet:
                await retry.first.click(timeout=1000)
        await page.wait_for_timeout(100)
    return wrong


async def serious(page: Any, path: str) -> list[str]:
    """Violations of WCAG 2.1 A and AA that axe-core calls serious or critical."""
    if not await page.evaluate("Boolean(window.axe)"):
        await page.evaluate(AXE.read_text("utf-8") + ";undefined")
    return [f"{path}: {told}" for told in await page.evaluate(SERIOUS)]


async def by_keyboard(page: Any, path: str) -> list[str]:
    """From the top of the page with Tab alone: past the rail, to its act, and through all of it."""
    wrong: list[str] = []
    seen: list[dict[str, Any]] = []
    # The browser goes on from where the focus was last: back to the beginning.
    await page.evaluate(
        "() => { window.stops = new Map(); const top = document.body; top.tabIndex = -1;"
        " top.focus(); top.removeAttribute('tabindex'); }"
    )
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    if await page.evaluate("document.activeElement?.id") != "content":
        return [f"{path}: the first stop does not lead past the rail"]
    wanted = await page.locator(PRIMARY).count()
    for number in range(LONGEST):
        await page.keyboard.press("Tab")
        stop = await page.evaluate(STOP if number < MARKED else NEXT)
        if stop is None or not stop["main"]:
            wrong += [f"{path}: no Tab comes to {one}" for one in await page.evaluate(PASSED_BY)]
            break
        if seen and seen[-1]["id"] == stop["id"]:
            wrong.append(f"{path}: Tab does not leave {stop['what']}")
            break
        seen.append(stop)
        if not stop["seen"]:
            wrong.append(f"{path}: focus where nobody sees it: {stop['what']}")
        if not stop["ring"]:
            wrong.append(f"{path}: no mark of the focus on {stop['what']}")
    if wanted and not any(stop["primary"] for stop in seen):
        names = ", ".join(stop["what"] for stop in seen)
        wrong.append(f"{path}: Tab does not reach the page's act, but {names}")
    wrong += [f"{path}: only a mouse can press {one}" for one in await page.evaluate(MOUSE_ONLY)]
    return wrong


async def empty(page: Any, traffic: Any, path: str, go: str) -> list[str]:
    """The page of a bureau that has nothing yet: every list says so in words, and nothing breaks."""

    async def without_rows(route: Route) -> None:
        # A page that was left waits for nothing any more.
        with suppress(Error):
            answer = await route.fetch()
            await route.fulfill(response=answer, body=json.dumps(emptied(await answer.json())))

    await page.route("**/graphql", without_rows)
    try:
        await page.evaluate(go, path)
        await traffic.rests()
        await expect(
            page.locator("main .ant-spin-spinning, main .ant-skeleton-active")
        ).to_have_count(0)
        # A slow browser draws the words one frame after the spinner went.
        for _ in range(20):
            mute = await page.evaluate(MUTE)
            if not mute:
                break
            await page.wait_for_timeout(100)
        wrong = [f"{path}: an empty list says nothing: {one}" for one in mute]
        shown = await page.locator("main .panel[role=alert]").all_inner_texts()
        wrong += [f"{path}: breaks without rows: {text[:120]}" for text in shown]
        if not await page.evaluate(SHOWS):
            wrong.append(f"{path}: blank without rows")
    finally:
        await page.unroute("**/graphql", without_rows)
    return wrong


def emptied(answer: Any) -> Any:
    """An answer whose connections have no rows."""
    if isinstance(answer, list):
        return [emptied(one) for one in answer]
    if not isinstance(answer, dict):
        return answer
    made = {name: emptied(value) for name, value in answer.items()}
    if "nodes" in made and "pageInfo" in made:
        made |= {"nodes": [], "pageInfo": {**made["pageInfo"], "hasNextPage": False}}
        made |= {"totalCount": 0} if made.get("totalCount") is not None else {}
    return made


def abroad(url: str, address: str) -> bool:
    """Whether a request leaves the desk's own address."""
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and (
        urlsplit(url).netloc != urlsplit(address).netloc
    )
