"""The front door as a bench opens it: an API of its own, a signed-in guest, kept connections."""

import asyncio
import http.client
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import neo4j
import psutil

from casework.actors import Role, console
from casework.commands.accounts import (
    CreateAccount,
    DisableAccount,
    ResetPassword,
    UnlockAccount,
)
from cli.output import Output
from cli.person import now
from graph.accounts.passwords import change_password, create_account, reset_password
from graph.accounts.read import find_account
from graph.commands import execute
from graph.migrate import migrate
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.errors import ServerFailed
from stack.home import Home
from stack.ports import choose_ports
from stack.settings import Settings

GUEST: Final = "bench"
PATIENCE: Final = 120.0
SAMPLE: Final = 2000
SIGN_IN: Final = (
    "mutation($a: String!, $p: String!) { r: sessionSignIn(input: {account: $a, password: $p}) "
    "{ __typename ... on UserError { message } ... on SessionSuccess { session { csrfToken } } } }"
)
PATIENTS: Final = (
    "MATCH (p:Patient)-[:VISITED]->() WITH DISTINCT p LIMIT $limit RETURN p.psn_no AS key"
)
Ask = Callable[[bytes], str]


@dataclass(frozen=True)
class Door:
    """A GraphQL address and the headers that open it."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    #: The first process of the API behind it, where it is ours.
    pid: int | None = None

    def cpu_seconds(self) -> float:
        """What the API's processes have used so far; 0 for a door that is not ours."""
        if self.pid is None:
            return 0.0
        first = psutil.Process(self.pid)
        spent = [one.cpu_times() for one in (first, *first.children(recursive=True))]
        return float(sum(times.user + times.system for times in spent))

    @contextmanager
    def connection(self) -> Iterator[Ask]:
        """A kept connection: ask with a body; the answer is empty, or says what went wrong."""
        parts = urlsplit(self.url)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        with closing(kind(parts.netloc, timeout=60)) as line:

            def ask(body: bytes) -> str:
                try:
                    status, text = self._post(line, parts.path or "/", body)
                except (OSError, http.client.HTTPException) as error:
                    line.close()
                    return repr(error)
                answer = json.loads(text) if status == 200 else {"errors": text[:200].decode()}
                return str(answer["errors"])[:300] if answer.get("errors") else ""

            yield ask

    def _post(self, line: http.client.HTTPConnection, path: str, body: bytes) -> tuple[int, bytes]:
        line.request("POST", path, body, {"Content-Type": "application/json", **self.headers})
        answer = line.getresponse()
        return answer.status, answer.read()


async def patients(driver: neo4j.AsyncDriver) -> list[str]:
    """Some patients with visits."""
    await migrate(driver)
    found = await driver.execute_query(PATIENTS, limit=SAMPLE)
    return [row["key"] for row in found.records]


@contextmanager
def guest(
    endpoints: Endpoints, user: str, login: str = GUEST, role: Role = Role.INSPECTOR
) -> Iterator[str]:
    """An account for the bench; yields its password, and disables it in the end."""
    password = f"Messung-{secrets.token_hex(8)}-A1"
    asyncio.run(_welcome(endpoints, user, password, login, role))
    try:
        yield password
    finally:
        asyncio.run(_goodbye(endpoints, user, login))


async def _welcome(endpoints: Endpoints, user: str, password: str, login: str, role: Role) -> None:
    maker, at = console(user), now()
    async with neo4j_driver(endpoints) as driver:
        known = await find_account(driver, login)
        if known is None:
            made = CreateAccount(login=login, name="测量", person=login, roles=frozenset({role}))
            once = await create_account(driver, made, maker, at)
        else:
            if known.disabled:
                await execute(driver, UnlockAccount(login=login, reason="测量"), maker, at)
            once = await reset_password(
                driver, ResetPassword(login=login, reason="测量"), maker, at
            )
        account = await find_account(driver, login)
        if account is not None:
            await change_password(driver, account.actor, once, password, at)


async def _goodbye(endpoints: Endpoints, user: str, login: str) -> None:
    async with neo4j_driver(endpoints) as driver:
        command = DisableAccount(login=login, reason="测量结束")
        await execute(driver, command, console(user), now())


@contextmanager
def door(settings: Settings, workers: int, password: str, out: Output) -> Iterator[Door]:
    """An API of `workers` processes on a free port, and the guest signed in; stopped at the end."""
    port = choose_ports(Home(settings.home), "bench", ("http",))["http"]
    words = [sys.executable, "-m", "uvicorn", "api.main:app", "--no-access-log"]
    words += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    environment = {
        **os.environ,
        "JICHA_HOME": str(settings.home),
        # The bench's questions are not among the page's.
        "JICHA_OPERATIONS": "open",
    }
    log = Home(settings.home).logs / "bench-api.log"
    out.say(f"启动 {workers} 个 API 进程 / starting the API")
    with log.open("wb") as file:
        running = subprocess.Popen(words, env=environment, stdout=file, stderr=file)
        try:
            yield _signed_in(f"http://127.0.0.1:{port}/graphql", GUEST, password, running)
        finally:
            running.terminate()
            try:
                running.wait(20)
            except subprocess.TimeoutExpired:
                running.kill()


def also(ours: Door, login: str, password: str) -> Door:
    """Somebody else, signed in at the same API."""
    return Door(ours.url, _headers(ours.url, login, password), ours.pid)


def _signed_in(url: str, login: str, password: str, running: "subprocess.Popen[bytes]") -> Door:
    until = time.monotonic() + PATIENCE
    while True:
        if running.poll() is not None or time.monotonic() > until:
            raise ServerFailed(
                "API 没有启动，原因见 logs/bench-api.log",
                "the API did not start: logs/bench-api.log",
            )
        try:
            return Door(url, _headers(url, login, password), running.pid)
        except OSError:
            time.sleep(0.5)


def _headers(url: str, login: str, password: str) -> dict[str, str]:
    """Cookie and token of a new session. Raises OSError while nobody listens."""
    body = json.dumps({"query": SIGN_IN, "variables": {"a": login, "p": password}}).encode()
    parts = urlsplit(url)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=30)) as line:
        line.request("POST", parts.path, body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        text, cookies = answer.read(), answer.headers.get_all("Set-Cookie") or []
    found = json.loads(text)["data"]["r"]
    if found["__typename"] != "SessionSuccess":
        raise ServerFailed(f"登录失败：{found}", f"sign-in failed: {found}")
    cookie = "; ".join(one.partition(";")[0] for one in cookies)
    return {"Cookie": cookie, "X-CSRF-Token": found["session"]["csrfToken"]}
