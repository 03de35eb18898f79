"""The cases of a first start are whole even when that start was killed: nothing twice, nothing lost."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest

from audit.engine.run import run_audit
from casework.actors import Actor, Viewer
from casework.documents.due import FILING
from casework.documents.letter import APPROVAL, CRIME_LETTER, letter_waits
from casework.referral.refer import obstacles
from claims.store import ClaimStore
from cli.demo import cases
from cli.demo.cases import Desk, Team, prepare_cases
from cli.demo.doctors import score_doctors
from cli.demo.people import Hospital, actor_of, find_hospital, make_accounts
from cli.output import Output
from cli.vault import take_in
from evidence.s3 import S3Store
from evidence.store import Room
from graph.cases.read import case_state
from graph.commands import execute
from graph.events.verify import verify_all
from graph.migrate import migrate
from graph.points.page import points_page
from graph.rings.detect import detect
from graph.rings.model import Detection
from graph.rings.write_back import write_back
from stack.clients import object_client
from stack.endpoints import Endpoints

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
EVENTS = "MATCH (e:Event) RETURN split(e.stream, ':')[0] AS kind, e.type AS type, count(*) AS n"


class Killed(BaseException):
    """The process ended here."""


@pytest.fixture(scope="module")
def examined(
    county_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Detection]]:
    home = tmp_path_factory.mktemp("demo") / "home"
    shutil.copytree(county_home, home)
    (home / "tmp").mkdir(exist_ok=True)
    run_audit(home, at=AT, operator="tester")
    yield home, detect(ClaimStore(home))
    shutil.rmtree(home)


async def at_first(
    driver: neo4j.AsyncDriver, endpoints: Endpoints, examined: tuple[Path, Detection]
) -> tuple[Desk, Hospital]:
    """A bureau whose people have accounts, before its first case."""
    home, found = examined
    await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await migrate(driver)
    await write_back(driver, found, AT, "run-1")
    hospital = find_hospital(ClaimStore(home))
    await make_accounts(driver, hospital, "tester", AT)
    team = Team(*[await actor_of(driver, a) for a in ("jicha1", "jicha2", "zhongxin", "juzhang")])
    return Desk(driver, endpoints, home, team, AT, Output()), hospital


async def everything(desk: Desk, hospital: Hospital, agency: Actor) -> list[str]:
    """What a start does once the accounts are there."""
    await score_doctors(desk.driver, hospital, agency, desk.team, desk.at)
    return await prepare_cases(desk)


async def told(driver: neo4j.AsyncDriver) -> dict[tuple[str, str], int]:
    """How many events of which type the streams of each kind have."""
    records = (await driver.execute_query(EVENTS)).records
    return {(record["kind"], record["type"]): record["n"] for record in records}


async def test_a_start_killed_behind_each_of_its_steps_ends_with_the_same_cases(
    clean_graph: neo4j.AsyncDriver,
    endpoints: Endpoints,
    examined: tuple[Path, Detection],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = S3Store(object_client(endpoints))
    desk, hospital = await at_first(clean_graph, endpoints, examined)
    assert await everything(desk, hospital, await actor_of(clean_graph, "jingban")) == [
        "DEMO-1",
        "DEMO-2",
    ]
    whole = await told(clean_graph)
    kept = {(fact.ref.key, fact.size) for fact in store.list(Room.VAULT, "")}

    desk, hospital = await at_first(clean_graph, endpoints, examined)
    agency = await actor_of(clean_graph, "jingban")
    reached, most = 0, 0

    def killed_behind(real: Any) -> Any:
        async def wrapped(*given: Any, **named: Any) -> Any:
            nonlocal reached
            done = await real(*given, **named)
            reached += 1
            if reached > most:
                raise Killed
            return done

        return wrapped

    for module in ("cli.demo.cases", "cli.demo.doctors"):
        monkeypatch.setattr(f"{module}.execute", killed_behind(execute))
    sent = 0

    def send(*given: Any) -> Any:
        nonlocal sent
        stored, sent = take_in(*given), sent + 1
        if sent == 1:
            raise Killed
        return stored

    monkeypatch.setattr(cases, "take_in", send)
    kills = 0
    while True:
        reached = 0
        try:
            numbers = await everything(desk, hospital, agency)
        except Killed:
            kills, most = kills + 1, max(most, reached)
            continue
        break
    assert kills > 20
    assert sent > 1
    assert numbers == ["DEMO-1", "DEMO-2"]
    assert await told(clean_graph) == whole
    assert {(fact.ref.key, fact.size) for fact in store.list(Room.VAULT, "")} == kept
    first = await case_state(clean_graph, Viewer(desk.team.first), "DEMO-1")
    assert first is not None
    assert len(first.evidence) == 4
    # The filing, the approval and the letter of referral are there: the case may be sealed.
    assert obstacles(first) == ()
    assert letter_waits(first) is None
    assert [form.form_id for form in first.forms] == [FILING, APPROVAL, CRIME_LETTER]
    assert [form.number.endswith("1号") for form in first.forms] == [True, False, True]
    page = await points_page(clean_graph, Viewer(agency), hospital.doctors[0][0], AT)
    assert page is not None
    assert [entry.notified_on is None for entry in page.state.entries] == [False]
    assert (await verify_all(clean_graph)).intact
