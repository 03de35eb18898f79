"""The front door on real servers: a loaded county, people of every role, requests over HTTP."""

import hashlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import neo4j
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from api.app import build_app
from audit.engine.run import run_audit
from casework.actors import Permission, Role, console
from casework.clocks.calendars import local_date
from casework.commands.accounts import CreateAccount, GrantPermission
from casework.commands.delegation import EntrustCentre
from casework.commands.parameters import DecideParameter, ProposeParameter
from claims.store import ClaimStore
from graph.accounts.passwords import change_password, create_account
from graph.accounts.read import find_account
from graph.commands import execute
from graph.load.run import load
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.write_back import write_back
from stack.endpoints import Endpoints
from stack.settings import Settings

PASSWORD = "Pruefung-weiss-7391"


@pytest.fixture(scope="module", autouse=True)
def reckoned_into_next_year(coming_year: None) -> None:
    """People act today, whatever day that is."""


@dataclass
class Desk:
    """A person at the desk: a browser with its own cookies."""

    http: httpx.AsyncClient
    csrf: str = ""
    language: str = "zh"
    headers: dict[str, str] = field(default_factory=dict)

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Run an operation; GraphQL errors fail the test."""
        body = await self.raw(query, **variables)
        assert "errors" not in body, body["errors"]
        data: dict[str, Any] = body["data"]
        return data

    async def raw(self, query: str, **variables: Any) -> dict[str, Any]:
        """Run an operation and return the whole body."""
        response = await self.post({"query": query, "variables": variables})
        assert response.status_code == 200, response.text
        body: dict[str, Any] = response.json()
        return body

    async def post(self, payload: dict[str, Any]) -> httpx.Response:
        """POST a question as the page does."""
        return await self.send("/graphql", payload)

    async def send(self, path: str, payload: Any) -> httpx.Response:
        """POST JSON to a path as the page does."""
        headers = {"X-CSRF-Token": self.csrf, "X-Jicha-Language": self.language, **self.headers}
        return await self.http.post(path, json=payload, headers=headers)

    async def take(self, path: str, **asked: Any) -> httpx.Response:
        """Ask for an export as the page does: what for, and which, in the body."""
        return await self.http.post(path, json=asked, headers={"X-CSRF-Token": self.csrf})

    async def act(self, name: str, /, **values: Any) -> dict[str, Any]:
        """Run the mutation `name` with its input; returns the union member with `__typename`."""
        kind = name[0].upper() + name[1:] + "Input"
        query = (
            f"mutation($input: {kind}!) {{ r: {name}(input: $input) {{ __typename "
            "... on UserError { code message } } }"
        )
        found: dict[str, Any] = (await self.ask(query, input=values))["r"]
        return found

    async def certificate(self) -> str:
        """A paper that this person puts into the vault."""
        body = b"%PDF-1.4\n" + os.urandom(900) + b"\n%%EOF\n"
        started = await self.ask(
            "mutation($input: EvidenceUploadStartInput!) { r: evidenceUploadStart(input: $input) "
            "{ ... on UploadSuccess { ticket { uploadId url } } } }",
            input={
                "name": "学习证明.pdf",
                "size": len(body),
                "mediaType": "application/pdf",
                "sha256": hashlib.sha256(body).hexdigest(),
            },
        )
        ticket = started["r"]["ticket"]
        async with httpx.AsyncClient() as http:
            assert (await http.put(ticket["url"], content=body)).status_code == 200
        done = await self.ask(
            "mutation($input: EvidenceUploadCompleteInput!) { r: evidenceUploadComplete(input: $input) "
            "{ ... on EvidenceSuccess { evidence { evidenceId } } } }",
            input={"uploadId": ticket["uploadId"], "kind": "DOCUMENTARY"},
        )
        return str(done["r"]["evidence"]["evidenceId"])


@dataclass
class Clock:
    """The clock of the front door: the real one, unless a journey lives on a day of its own."""

    moment: datetime | None = None

    def now(self) -> datetime:
        """The moment, UTC."""
        return self.moment or datetime.now(UTC)

    @contextmanager
    def real(self) -> Iterator[None]:
        """For what the object store dates by itself: an upload, whose lock may not end in the past."""
        kept, self.moment = self.moment, None
        yield
        self.moment = kept


@dataclass
class World:
    """Everything a test needs: the app, its people, and what the county holds."""

    app: Starlette
    settings: Settings
    driver: neo4j.AsyncDriver
    hospital: str
    other_hospital: str
    doctors: tuple[tuple[str, str], ...]
    people: dict[str, Desk] = field(default_factory=dict)
    follows_county_rule: bool = False
    clock: Clock = field(default_factory=Clock)

    async def county_rule(self) -> None:
        """Restoration by the bureau's own rule, decided by the head; for all tests from here on."""
        if self.follows_county_rule:
            return
        self.follows_county_rule = True
        await self.parameter("local_restoration", "enabled", date(2026, 1, 1))

    async def parameter(self, name: str, value: str, valid_from: date | None = None) -> None:
        """A parameter of the bureau, proposed by one and approved by the head; for all tests."""
        at = datetime.now(UTC)
        change = ProposeParameter(
            name=name,
            value=value,
            valid_from=valid_from or local_date(at),
            basis="县局文件",
            reason="本地规则",
        )
        legal, head = [await find_account(self.driver, one) for one in ("legal", "head")]
        assert legal is not None
        assert head is not None
        (proposed,) = await execute(self.driver, change, legal.actor, at)
        approve = DecideParameter(proposal_id=str(proposed.data["proposal_id"]), approve=True)
        await execute(self.driver, approve, head.actor, datetime.now(UTC))

    def browser(self) -> Desk:
        """A browser in which nobody is signed in."""
        transport = httpx.ASGITransport(app=self.app)
        return Desk(httpx.AsyncClient(transport=transport, base_url="http://desk.test"))

    async def sign_in(self, account: str, password: str = PASSWORD) -> Desk:
        """A browser in which `account` is signed in."""
        desk = self.browser()
        found = await desk.ask(
            "mutation($a: String!, $p: String!) { r: sessionSignIn(input: {account: $a, "
            "password: $p}) { __typename ... on UserError { code message } "
            "... on SessionSuccess { session { csrfToken } } } }",
            a=account,
            p=password,
        )
        assert found["r"]["__typename"] == "SessionSuccess", found
        desk.csrf = found["r"]["session"]["csrfToken"]
        return desk

    async def events(self) -> int:
        """How many events there are, looks and sign-ins apart: what a refusal must not change."""
        rows, _, _ = await self.driver.execute_query(
            "MATCH (e:Event) WHERE NOT e.stream STARTS WITH 'access:' RETURN count(e) AS n"
        )
        return int(rows[0]["n"])


ROLES = {
    "inspector": (Role.INSPECTOR, None),
    "inspector2": (Role.INSPECTOR, None),
    "supervisor": (Role.SUPERVISOR, None),
    "both": (Role.INSPECTOR, None),
    "legal": (Role.LEGAL_REVIEWER, None),
    "head": (Role.HEAD, None),
    "vice": (Role.DEPUTY_HEAD, None),
    "agency": (Role.AGENCY_OFFICER, None),
    "agency2": (Role.AGENCY_OFFICER, None),
    "chief": (Role.AGENCY_HEAD, None),
    "system": (Role.SYSTEM_ADMIN, None),
    "auditor": (Role.AUDITOR, None),
    "office": (Role.INSURANCE_OFFICE, "own"),
    "party": (Role.PARTY_SECRETARY, "own"),
    "other_office": (Role.INSURANCE_OFFICE, "other"),
    "doctor": (Role.PHYSICIAN, "own"),
    "doctor2": (Role.PHYSICIAN, "own"),
    "student": (Role.PHYSICIAN, "own"),
}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(
    settings: Settings,
    endpoints: Endpoints,
    driver: neo4j.AsyncDriver,
    county_home: Path,
    tmp_path_factory: Any,
) -> AsyncIterator[World]:
    """The county loaded and examined, one account for each role, everybody signed in."""
    home = tmp_path_factory.mktemp("desk") / "home"
    shutil.copytree(county_home, home)
    at = datetime.now(UTC)
    store = ClaimStore(home)
    await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await migrate(driver)
    await load(driver, store, at=at, progress=lambda *_: None, way="online")
    run_audit(home, at=at, operator="tester")
    await write_back(driver, detect(store), at, "run-1")
    own = settings.model_copy(update={"home": home, "operations": "open"})
    clock = Clock()
    app = build_app(own, endpoints, clock=clock.now)
    async with app.router.lifespan_context(app):
        made = World(app, own, driver, *_places(store), clock=clock)
        await _accounts(made, at)
        for name in ROLES:
            made.people[name] = await made.sign_in(name)
        yield made
        for desk in made.people.values():
            await desk.http.aclose()


def _places(store: ClaimStore) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """The two busiest of the large hospitals (the examiner finds something in them), and doctors of
    the first."""
    with store.connect() as connection:
        rows = connection.execute(
            "SELECT m.fixmedins_code, count(*) AS n FROM mdtrt_d m "
            "JOIN medins_info_b i USING (fixmedins_code) WHERE i.fixmedins_type = '1' "
            "AND (SELECT count(*) FROM staff_info_b s WHERE s.fixmedins_code = m.fixmedins_code) > 9 "
            "GROUP BY ALL ORDER BY n DESC, m.fixmedins_code LIMIT 2"
        ).fetchall()
        doctors = connection.execute(
            "SELECT prac_psn_code, prac_psn_name FROM staff_info_b WHERE fixmedins_code = ? "
            "ORDER BY prac_psn_code LIMIT 6",
            [rows[0][0]],
        ).fetchall()
    return rows[0][0], rows[1][0], tuple((code, name) for code, name in doctors)


async def _accounts(world: World, at: datetime) -> None:
    places = {"own": world.hospital, "other": world.other_hospital, None: None}
    await _account(world, "security", frozenset({Role.SECURITY_ADMIN}), None, None, at, first=True)
    world.people["security"] = await world.sign_in("security")
    for name, (role, place) in ROLES.items():
        roles = frozenset({role, Role.SUPERVISOR}) if name == "both" else frozenset({role})
        file = world.doctors[{"doctor2": 3, "student": 4}.get(name, 0)][0]
        doctor = file if role is Role.PHYSICIAN else None
        await _account(world, name, roles, places[place], doctor, at)
    console_of = GrantPermission(
        login="inspector2",
        permission=Permission.CYPHER_CONSOLE,
        until=(at + timedelta(days=30)).date(),
        reason="培训合格",
    )
    found = await find_account(world.driver, "security")
    assert found is not None
    await execute(world.driver, console_of, found.actor, at)
    head = await find_account(world.driver, "head")
    assert head is not None
    today = local_date(at)
    letter = EntrustCentre(
        document_no="测医保委1号",
        scope="监督检查、调查取证",
        published_on=today,
        where="本局网站",
        starts_on=today,
        ends_on=today + timedelta(days=365),
    )
    await execute(world.driver, letter, head.actor, at)


async def _account(
    world: World,
    name: str,
    roles: frozenset[Role],
    institution: str | None,
    doctor: str | None,
    at: datetime,
    *,
    first: bool = False,
) -> None:
    found = None if first else await find_account(world.driver, "security")
    maker = found.actor if found else console("tester")
    command = CreateAccount(
        login=name,
        name=f"测试{name}",
        person=name,
        roles=roles,
        prac_psn_code=doctor,
        fixmedins_code=institution,
    )
    once = await create_account(world.driver, command, maker, at)
    made = await find_account(world.driver, name)
    assert made is not None
    await change_password(world.driver, made.actor, once, PASSWORD, at)
