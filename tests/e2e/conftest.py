"""A browser in front of the built desk: a small county, people of every role, real servers."""

import re
import shutil
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import neo4j
import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    TimeoutError,
    async_playwright,
    expect,
)

sys.path.insert(0, str(Path(__file__).parent))
from chromium import launch_options
from escape import escape
from page_checks import GONE

from api.app import DESK, build_app
from audit.engine.run import run_audit
from casework.actors import Actor, Role
from casework.commands.accounts import CreateAccount
from claims.store import ClaimStore
from cli.demo.cases import Desk as DemoDesk
from cli.demo.cases import Team, prepare_cases
from cli.demo.course import offer_course
from cli.demo.doctors import score_doctors
from cli.demo.people import Hospital, actor_of, find_hospital, make_accounts
from cli.output import Output
from evidence.s3 import S3Store
from graph.accounts.passwords import change_password, create_account
from graph.events.verify import verify_all
from graph.load.run import load
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.write_back import write_back
from stack.clients import object_client
from stack.endpoints import Endpoints
from stack.settings import Settings

SCREEN = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
PASSWORD = "Liangding-maozi-7391"
PATIENCE_MS = 30_000
#: Nothing is opening: what moves bears these classes, from before its first step to its last.
AT_REST = """() => !document.querySelector(
  '[class*="-enter-start"],[class*="-enter-active"],[class*="-appear-start"],[class*="-appear-active"]')"""


@pytest.fixture(scope="module", autouse=True)
def reckoned_into_next_year(coming_year: None) -> None:
    """People act today, whatever day that is."""


@dataclass
class Ahead:
    """How far the desk's clock runs ahead of the real one: for periods that nobody can wait for."""

    by: timedelta = timedelta()

    def now(self) -> datetime:
        """The moment at the desk."""
        return datetime.now(UTC) + self.by


@dataclass
class Visitor:
    """A person at the desk: a browser window of one's own, and what went wrong in it."""

    page: Page
    desk: "Desk"
    wrong: list[str] = field(default_factory=list)

    async def open(self, path: str) -> None:
        """Go to a page of the desk."""
        await self.page.goto(self.desk.address + path)

    async def press(self, name: str, within: Any = None, *, patience: int = PATIENCE_MS) -> None:
        """Press the button whose word is `name`; an icon before it may have a name of its own."""
        called = re.compile(rf"(^|\s){re.escape(name)}$")
        button = (within or self.page).get_by_role("button", name=called)
        await button.wait_for(timeout=patience)
        # On a busy machine a dialog that is still growing has left the pointer when it is pressed.
        with suppress(TimeoutError):
            await self.page.wait_for_function(AT_REST, timeout=2000)
        await button.click(timeout=patience)

    async def choose(self, field_label: str, option: str, within: Any = None) -> None:
        """Choose from a list that can be searched."""
        box = (within or self.page).get_by_label(field_label).first
        await box.click()
        await box.fill(option)
        await self.page.locator(".ant-select-item-option:visible", has_text=option).first.click()

    async def choose_one(self, field_label: str, option: str, within: Any = None) -> None:
        """Choose from a short list, in which nothing is typed."""
        await (within or self.page).get_by_label(field_label).first.click()
        await self.page.locator(".ant-select-item-option:visible", has_text=option).first.click()

    async def pick_day(self, field_label: str, day: str, within: Any = None) -> None:
        """Type a date."""
        box = (within or self.page).get_by_label(field_label).first
        await box.fill(day)
        await box.press("Enter")

    async def pick_days(self, first: str, last: str, within: Locator) -> None:
        """Type a range of dates; typed faster than the calendar turns on a busy machine, it
        forgets them, as it does not under a hand, so they are typed until they stand there.
        """
        boxes = within.locator(".ant-picker-range input")
        for last_try in (False, False, True):
            for n, day in enumerate((first, last)):
                await boxes.nth(n).fill(day)
                await boxes.nth(n).press("Enter")
            try:
                patience = PATIENCE_MS if last_try else 3000
                await expect(boxes.nth(0)).to_have_value(first, timeout=patience)
                await expect(boxes.nth(1)).to_have_value(last, timeout=patience)
            except AssertionError:
                if last_try:
                    raise
            else:
                return

    async def start(self, act: str) -> Any:
        """Open an act of the page, be it the primary one or in the menu; returns its drawer."""
        primary = self.page.get_by_test_id("primary-act").filter(has_text=act)
        more = self.page.get_by_test_id("more-acts")
        entry = self.page.get_by_role("menuitem", name=act, exact=True)
        give_up = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < give_up:
            if await primary.is_visible():
                await primary.click()
                break
            if await more.is_visible():
                await more.click()
                if await self._appears(entry):
                    await entry.click()
                    break
                await self.page.keyboard.press("Escape")
            await self.page.wait_for_timeout(100)
        drawer = self.page.get_by_role("dialog").filter(has_text=act)
        await expect(drawer).to_be_visible()
        return drawer

    async def _appears(self, what: Locator) -> bool:
        try:
            await what.wait_for(timeout=1000)
        except TimeoutError:
            return False
        return True

    async def _goes(self, what: Locator) -> bool:
        try:
            await what.wait_for(state="hidden", timeout=5000)
        except TimeoutError:
            return False
        return True

    async def finish(self, drawer: Any, act: str, word: str | None = None) -> None:
        """Send the act, type the confirmation where one is asked, and wait for the message."""
        await self.press(act, drawer)
        if word is not None:
            await self.confirm(act, word)
        await self.told(f"已完成：{act}")
        await expect(drawer).to_be_hidden()

    async def confirm(self, act: str, word: str) -> None:
        """Type what a danger asks for and press; until its dialog is gone."""
        await self.page.get_by_test_id("typed-confirmation").fill(word)
        await self.send(act, self.page.get_by_role("dialog").filter(has_text="此操作不能撤销"))

    async def send(self, act: str, dialog: Locator) -> None:
        """Press the button that ends a dialog, once more where the first press did not reach it."""
        await self.press(act, dialog)
        if not await self._goes(dialog):
            # On a busy machine the dialog may still have been opening under the pointer.
            with suppress(TimeoutError):
                await self.press(act, dialog, patience=2000)

    async def told(self, text: str) -> None:
        """Wait for a message of the desk."""
        await expect(self.page.get_by_text(text).first).to_be_visible()

    async def offered(self) -> list[str]:
        """The acts that the page offers: the primary one and those of the menu."""
        primary = self.page.get_by_test_id("primary-act")
        more = self.page.get_by_test_id("more-acts")
        await expect(primary.or_(more).first).to_be_visible()
        names = await primary.all_inner_texts()
        if await more.is_visible():
            await more.click()
            entries = self.page.get_by_role("menuitem")
            await expect(entries.first).to_be_visible()
            names += await entries.all_inner_texts()
            # A menu that is still there would be pressed instead of the next act's.
            await escape(self.page, entries.first)
        return names


@dataclass
class Desk:
    """The served desk and who may sign in."""

    address: str
    browser: Browser
    driver: neo4j.AsyncDriver
    hospital: Hospital
    demo: DemoDesk
    passwords: dict[str, str]
    clock: Ahead
    windows: list[tuple[BrowserContext, Visitor]] = field(default_factory=list)

    async def visitor(self, *, phone: bool = False) -> Visitor:
        """A fresh window, or a phone, on which nobody is signed in."""
        context = await self.browser.new_context(
            viewport=PHONE if phone else SCREEN,
            has_touch=phone,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        context.set_default_timeout(PATIENCE_MS)
        visitor = Visitor(await context.new_page(), self)
        visitor.page.on("pageerror", lambda error: visitor.wrong.append(str(error)))
        visitor.page.on(
            "console",
            lambda line: visitor.wrong.append(line.text) if line.type == "error" else None,
        )
        self.windows.append((context, visitor))
        return visitor

    async def sign_in(self, account: str, *, phone: bool = False) -> Visitor:
        """A window or a phone on which `account` has signed in through the form."""
        visitor = await self.visitor(phone=phone)
        await visitor.open("/sign-in")
        await visitor.page.get_by_label("账号", exact=True).fill(account)
        await visitor.page.get_by_label("密码", exact=True).fill(self.passwords[account])
        await visitor.press("登录")
        await expect(visitor.page.get_by_role("navigation").first).to_be_visible()
        return visitor

    async def chains_hold(self) -> None:
        """Every chain verifies, and there is something in them."""
        report = await verify_all(self.driver)
        assert report.intact, report.broken
        assert report.events > 0

    async def close_windows(self) -> list[str]:
        """Close all windows; returns what went wrong in them."""
        wrong = [
            problem
            for _, visitor in self.windows
            for problem in visitor.wrong
            if f"status of {GONE}" not in problem
        ]
        for context, _ in self.windows:
            await context.close()
        self.windows.clear()
        return wrong


@pytest.fixture(scope="session")
def built_desk() -> Path:
    """The built desk; it is not built here."""
    if not (DESK / "index.html").exists():
        pytest.fail(f"工作台尚未构建（缺 {DESK / 'index.html'}），请先运行 make install")
    return DESK


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Chromium from the npm package with its own libraries, and a CJK font from a wheel."""
    try:
        return launch_options(tmp_path_factory.mktemp("chromium"))
    except RuntimeError as missing:
        pytest.fail(str(missing))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: dict[str, Any]) -> AsyncIterator[Browser]:
    """One browser for all journeys."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(**chromium)
        yield opened
        await opened.close()


@pytest.fixture(scope="session")
def county_desk_home(county_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the shared county that the journeys may write to."""
    home = tmp_path_factory.mktemp("browser-desk") / "home"
    shutil.copytree(county_home, home)
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def prepared(
    endpoints: Endpoints, driver: neo4j.AsyncDriver, county_desk_home: Path
) -> tuple[Hospital, DemoDesk, dict[str, str]]:
    """The county in the map, examined; the demo's people, doctors and cases; one with two roles."""
    at, store = datetime.now(UTC), ClaimStore(county_desk_home)
    await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await migrate(driver)
    await load(driver, store, at=at, progress=lambda *_: None, way="online")
    run_audit(county_desk_home, at=at, operator="tester")
    await write_back(driver, detect(store), at, "run-1")
    S3Store(object_client(endpoints)).prepare()
    hospital = find_hospital(store)
    people = await make_accounts(driver, hospital, "tester", at)
    passwords = {person.account: person.password for person in people}
    team = Team(*[await actor_of(driver, a) for a in ("jicha1", "jicha2", "zhongxin", "juzhang")])
    await score_doctors(driver, hospital, await actor_of(driver, "jingban"), team, at)
    await offer_course(driver, await actor_of(driver, "jingban"), at)
    demo = DemoDesk(driver, endpoints, county_desk_home, team, at, Output())
    await prepare_cases(demo)
    await _two_hats(driver, await actor_of(driver, "anquan"), at)
    return hospital, demo, passwords | {"shuangren": PASSWORD}


async def _two_hats(driver: neo4j.AsyncDriver, security: Actor, at: datetime) -> None:
    command = CreateAccount(
        login="shuangren",
        name="高双任",
        person="shuangren",
        roles=frozenset({Role.INSPECTOR, Role.SUPERVISOR}),
    )
    once = await create_account(driver, command, security, at)
    await change_password(driver, await actor_of(driver, "shuangren"), once, PASSWORD, at)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def ahead() -> Ahead:
    """The desk's clock."""
    return Ahead()


@pytest.fixture(scope="session")
def served(
    settings: Settings,
    endpoints: Endpoints,
    built_desk: Path,
    county_desk_home: Path,
    ahead: Ahead,
) -> Iterator[str]:
    """The front door on a free port, as `make run` serves it: persisted operations only."""
    port = _free_port()
    own = settings.model_copy(
        update={"home": county_desk_home, "operations": "persisted", "api_port": port}
    )
    app = build_app(own, endpoints, clock=ahead.now, desk=built_desk)
    # The standard loop: what shares the tests' process must not be able to abort it.
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", loop="asyncio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="desk", daemon=True)
    thread.start()
    give_up = time.monotonic() + 30
    while not server.started:
        if not thread.is_alive() or time.monotonic() > give_up:
            pytest.fail("网页服务没有启动，见上面的日志")
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@pytest_asyncio.fixture(loop_scope="session")
async def desk(
    prepared: tuple[Hospital, DemoDesk, dict[str, str]],
    served: str,
    browser: Browser,
    driver: neo4j.AsyncDriver,
    ahead: Ahead,
) -> AsyncIterator[Desk]:
    """The desk in a browser; each test has windows of its own, and none may show an error."""
    hospital, demo, passwords = prepared
    expect.set_options(timeout=PATIENCE_MS)
    opened = Desk(served, browser, driver, hospital, demo, passwords, ahead)
    yield opened
    ahead.by = timedelta()
    assert await opened.close_windows() == []
