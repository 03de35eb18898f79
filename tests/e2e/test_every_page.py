"""Every role opens each of its pages, and each page is met in both languages: no error, no bare key,
no Chinese words.

Each page is also met while the server keeps silent, fails, and has nothing to show; by keyboard; and
by axe-core.

Data stays Chinese on the English desk (names, titles, sentences of people); the words of the desk
and of the server's tables may not.
"""

import re
from base64 import urlsafe_b64encode
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from page_checks import abroad, by_keyboard, empty, serious, waits_and_fails
from playwright.async_api import expect

from audit.findings.store import FindingStore
from audit.registry import all_rules
from casework.actors import ROLE_NAMES_ZH, Viewer
from casework.cases.stages import NAMES
from casework.clocks.deadlines import CLOCK_NAMES_ZH
from casework.event_names import EVENTS
from casework.registry import ACTS
from claims.store import ClaimStore
from graph.inspection.read import list_inspections
from graph.rings.read import list_rings

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "frontend" / "src"
HAN = re.compile(r"[\u3400-\u9fff]")
#: Roles and the pages that their rail has, in its order; `about` is everybody's.
BUREAU = [
    "inbox",
    "notices",
    "calendar",
    "boards",
    "findings",
    "rings",
    "sameness",
    "graph",
    "inspections",
    "cases",
    "measures",
    "delegations",
    "documents",
    "points",
    "restoration",
    "courses",
]
DATA = ["imports", "quality"]
RAIL: dict[str, list[str]] = {
    "jicha1": [*BUREAU, "console", *DATA, "rules", "questions", "parameters"],
    "jicha2": [*BUREAU, *DATA, "rules", "questions", "parameters"],
    "zhongxin": [*BUREAU, "reviews", "year", *DATA, "rules", "questions", "parameters"],
    "fazhi": [*BUREAU, "reviews", "rules", "questions", "parameters"],
    "juzhang": [*BUREAU, "reviews", "year", *DATA, "rules", "questions", "parameters"],
    "fuju": [*BUREAU, "reviews", "year", "rules", "questions", "parameters"],
    "jingban": [*BUREAU, *DATA, "rules", "questions", "parameters"],
    "jingbanzr": [*BUREAU, "reviews", "rules", "questions", "parameters"],
    "xitong": ["inbox", "notices", "outbox"],
    "anquan": ["inbox", "notices", "users", "keys"],
    "shenji": ["inbox", "notices", "log"],
    "yibaoban": [
        "inbox",
        "notices",
        "calendar",
        "findings",
        "inspections",
        "cases",
        "measures",
        "points",
        "restoration",
    ],
    "dangwei": ["inbox", "notices", "calendar", "delegations", "points", "restoration"],
    "yishi1": ["inbox", "notices", "calendar", "my-points", "my-measures", "study"],
}
TEXTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest('script, style, [lang=zh]:not(html)')) continue;
    if (node.data.trim()) found.push(node.data.trim());
  }
  for (const one of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]'))
    for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
      if (one.getAttribute(name)) found.push(one.getAttribute(name).trim());
  return found;
}"""
#: Pages whose waiting, failing, contrast and keyboard were looked at, and those seen without rows.
CHECKED: set[str] = set()
EMPTIED: set[str] = set()
READ_IN_ENGLISH: set[str] = set()
GO = """path => {
  history.pushState({}, '', path);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
}"""


@cache
def words_of_the_desk() -> set[str]:
    """Every Chinese word of the desk and of the server's tables that is more than one character."""
    found: set[str] = set()
    for path in [*SOURCES.rglob("words*.ts"), *SOURCES.rglob("words/*.ts")]:
        found |= set(re.findall(r"'([^'\n]*)'", path.read_text("utf-8")))
    found |= {zh for zh, _ in EVENTS.values()} | {zh for zh, _ in NAMES.values()}
    found |= {act.zh for act in ACTS.values()} | set(CLOCK_NAMES_ZH.values())
    found |= {rule.name_zh for rule in all_rules()} | set(ROLE_NAMES_ZH.values())
    return {word for word in found if len(HAN.findall(word)) > 1 and "{{" not in word}


@cache
def namespaces() -> set[str]:
    """First parts of the desk's keys."""
    text = (SOURCES / "i18n" / "resources.ts").read_text("utf-8")
    return {"g", *re.findall(r"^  (\w+): \w+Words,", text, re.MULTILINE)}


def routes() -> set[str]:
    """Every path of the router."""
    text = (SOURCES / "app" / "router.tsx").read_text("utf-8")
    return set(re.findall(r"path: '([^'*]+)', lazy", text))


class Traffic:
    """The requests of a page that have no answer yet."""

    def __init__(self, visitor: Any) -> None:
        self.page = page = visitor.page
        self.open: set[Any] = set()
        self.abroad: list[str] = []
        self.address = visitor.desk.address
        page.on("request", self._asked)
        page.on("requestfinished", lambda one: self.open.discard(one))
        page.on("requestfailed", lambda one: self.open.discard(one))

    def _asked(self, request: Any) -> None:
        self.open.add(request)
        if abroad(request.url, self.address):
            self.abroad.append(f"asks an address outside: {request.url}")

    async def rests(self) -> None:
        """Wait until every question was answered and no further one follows."""
        quiet = 0
        while quiet < 4:
            await self.page.wait_for_timeout(100)
            quiet = 0 if self.open else quiet + 1


async def look(visitor: Any, traffic: Traffic, path: str, english: bool) -> list[str]:
    """Open a page inside the desk, wait until it is there, and tell what is wrong with it."""
    page = visitor.page
    await page.evaluate(GO, path)
    here = page.locator('nav.rail a[aria-current="page"]')
    if path != "/sign-in":
        first = "/" + re.split("[/?]", path)[1]
        await expect(here).to_have_attribute("href", first)
    await expect(page.get_by_role("heading").first).to_be_visible()
    await traffic.rests()
    await expect(page.locator(".ant-spin-spinning")).to_have_count(0)
    await expect(page.locator(".ant-skeleton-active")).to_have_count(0)
    texts = await page.evaluate(TEXTS)
    beyond = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert beyond <= 0, f"{path} is {beyond} px wider than the screen"
    shown = await page.locator(".panel[role=alert]").all_inner_texts()
    wrong = [f"{path}: an error is shown: {text}" for text in shown]
    key = re.compile(rf"({'|'.join(sorted(namespaces()))})(\.\w+)+")
    # The log names exported files, and a file may be called like a room of words.
    file = re.compile(r".*\.(csv|ics|json|pdf|xlsx|zip)")
    bare = [text for text in texts if key.fullmatch(text) and not file.fullmatch(text)]
    wrong += [f"{path}: bare key {text}" for text in bare]
    if english:
        words = words_of_the_desk()
        # The switch names the other language in that language.
        wrong += [f"{path}: Chinese word {text}" for text in texts if text in words - {"中文"}]
    return wrong


async def objects_of(desk: Any) -> list[str]:
    """Pages of single objects, as the bureau sees them."""
    store, eyes = ClaimStore(desk.demo.home), Viewer(desk.demo.team.first)
    finding = FindingStore(desk.demo.home).page(eyes, first=1).items[0].finding_id
    ring = (await list_rings(desk.driver, eyes, first=1)).rings[0].ring_id
    batch = store.batches()[0].batch_id
    node = urlsafe_b64encode(f"Finding:{finding}".encode()).decode()
    imported = urlsafe_b64encode(f"ImportBatch:{batch}".encode()).decode()
    inspections, _ = await list_inspections(desk.driver, eyes)
    return [
        f"/findings/{node}",
        "/findings/review",
        f"/rings/{ring}",
        "/rings/frequent",
        f"/graph?ring={ring}",
        "/cases/DEMO-1",
        *(f"/cases/DEMO-2?tab={tab}" for tab in ("lines", "ledger", "interviews")),
        f"/inspections/{inspections[0].inspection_no}",
        f"/points/{desk.hospital.doctors[0][0]}",
        "/courses/YB-ZC-01",
        f"/imports/{imported}",
    ]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("account", RAIL)
async def test_each_page_of_a_role(desk: Any, account: str) -> None:
    visitor = await desk.sign_in(account)
    page, traffic = visitor.page, Traffic(visitor)
    await page.emulate_media(reduced_motion="reduce")
    rail = page.get_by_role("navigation").first
    links = rail.get_by_role("link")
    await expect(links.first).to_be_visible()
    closed = rail.locator("button[aria-expanded=false]")
    while await closed.count():
        await closed.first.click()
    hrefs = [await link.get_attribute("href") for link in await links.all()]
    seen = [href.removeprefix("/") for href in hrefs if href and href != "/about"]
    assert set(seen) == set(RAIL[account]) - {"about"}, seen
    paths = [f"/{name}" for name in RAIL[account]] + ["/about"]
    if account == "jicha1":
        paths += await objects_of(desk)
    wrong = []
    for path in paths:
        # What is the same for every role is looked at where it is met first; what a role may not
        # see, and words without a translation, show in English as well.
        if path in CHECKED:
            continue
        CHECKED.add(path)
        # The dossier of a ring asks in many parts; each has its own way to try again.
        if not path.startswith("/rings/R"):
            wrong += await waits_and_fails(visitor, path, GO)
        wrong += await look(visitor, traffic, path, english=False)
        wrong += await serious(page, path)
        wrong += await by_keyboard(page, path)
    for path in paths:
        if path not in EMPTIED:
            wrong += await empty(page, traffic, path, GO)
            EMPTIED.add(path)
    # The page that is open when the language is switched follows, too.
    await page.get_by_role("button", name="语言").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await traffic.rests()
    for path in reversed(paths):
        wrong += await look(visitor, traffic, path, english=True)
        if path not in READ_IN_ENGLISH:
            wrong += await serious(page, path)
            READ_IN_ENGLISH.add(path)
    wrong += traffic.abroad
    assert not wrong, "\n".join(dict.fromkeys(wrong))


async def test_no_route_is_left_out(desk: Any) -> None:
    visited = {f"/{name}" for pages in RAIL.values() for name in pages} | {"/about"}
    visited |= {path.partition("?")[0] for path in await objects_of(desk)}
    before_sign_in = {"sign-in", "change-password"}
    for route in routes() - before_sign_in:
        pattern = re.compile("/" + re.sub(r":\w+", "[^/]+", route))
        assert any(pattern.fullmatch(path) for path in visited), route


@pytest.mark.parametrize("english", [False, True])
async def test_the_sign_in_page_in_both_languages(desk: Any, english: bool) -> None:
    visitor = await desk.visitor()
    await visitor.open("/sign-in")
    if english:
        await visitor.page.get_by_role("button", name="English").click()
        await expect(visitor.page.get_by_label("Password", exact=True)).to_be_visible()
    assert not await look(visitor, Traffic(visitor), "/sign-in", english)
