"""Loading offline: the same graph as online, people's work carried along, no half store ever."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import neo4j
import pytest

from claims.store import ClaimStore
from graph.load.errors import OfflineImpossible
from graph.load.report import LoadReport
from graph.load.run import load
from graph.migrate import migrate
from stack.clients import neo4j_driver
from stack.ground import servers
from stack.neo4j_admin import Neo4jAdmin
from stack.settings import Settings

AT = datetime(2026, 1, 2, tzinfo=UTC)
NODES = """
MATCH (n) WHERE NOT n:Setting AND NOT n:Migration
RETURN labels(n) AS labels, properties(n) AS props
"""
LINKS = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS la, properties(a) AS a, type(r) AS type, properties(r) AS props,
       labels(b) AS lb, properties(b) AS b
"""
PEOPLE = {
    "account": "li",
    "at": datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC),
    "offset": datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    "wall": datetime(2026, 1, 2, 3, 4, 5),  # noqa: DTZ001  (a LocalDateTime is meant)
    "day": date(2026, 1, 2),
    "text": '第一行\n"引号", 逗号; 分号\\ 反斜杠\n\n末行',
    "blank": "",
    "active": False,
    "tries": -3,
    "share": 0.1,
    "roles": ["inspector", 'a;b,c"d'],
    "sizes": [1, 2],
    "none": [],
}


def silent(phase: str, done: int, total: int | None) -> None: ...


async def content(driver: neo4j.AsyncDriver) -> list[str]:
    """All nodes and relationships with their properties, whatever their order in the store."""
    rows = (await driver.execute_query(NODES)).records
    rows += (await driver.execute_query(LINKS)).records
    return sorted(repr([_plain(value) for value in row.values()]) for row in rows)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted((key, _plain(item)) for key, item in value.items())
    return sorted(map(repr, value)) if isinstance(value, list) else repr(value)


async def make_people(driver: neo4j.AsyncDriver) -> None:
    """An account, an event with its stream, a ring tied to the map and to a patient of nobody."""
    await driver.execute_query(
        "CREATE (a:Account $props), (s:Stream:Head {id: 'account:li'}), "
        "(:Event {stream: 'account:li', seq: 1})-[:IN {since: date('2026-01-01')}]->(s) "
        "MERGE (p:Patient {psn_no: '1'}) MERGE (q:Patient {psn_no: '99'}) "
        "CREATE (r:Ring {ring_id: 'R1'}), (p)-[:MEMBER_OF {attended: 3}]->(r), "
        "(q)-[:MEMBER_OF]->(r), (p)-[:SAME_PERSON {by: 'li'}]->(q)",
        props=PEOPLE,
    )


async def test_both_ways_give_the_same_graph(
    clean_graph: neo4j.AsyncDriver, store: ClaimStore, settings: Settings
) -> None:
    driver = clean_graph
    await make_people(driver)
    first = await load(driver, store, at=AT, progress=silent, way="online")
    await driver.execute_query("MATCH (q:Patient {psn_no: '99'}) SET q.withdrawn = true")
    expected = await content(driver)
    phases: list[str] = []
    second = await load(
        driver,
        store,
        at=AT,
        progress=lambda phase, done, total: phases.append(phase),
        way="offline",
        admin=Neo4jAdmin(settings, print),
    )
    assert second.mode == "offline"
    assert (second.nodes, second.relationships) == (first.nodes, first.relationships)
    assert await content(driver) == expected
    assert {"stop", "import", "swap", "start", "schema"} <= set(phases)
    assert (await load(driver, store, at=AT, progress=silent)).mode == "unchanged"
    # The schema is there again, and a further migrate has nothing to do.
    assert await migrate(driver) == []
    rows = (await driver.execute_query("SHOW CONSTRAINTS YIELD name")).records
    assert {"patient_key", "settlement_key"} <= {row["name"] for row in rows}
    account = (await driver.execute_query("MATCH (a:Account) RETURN properties(a) AS a")).records
    found = account[0]["a"]
    assert found["text"] == PEOPLE["text"]
    assert (found["blank"], found["none"], found["roles"]) == ("", [], PEOPLE["roles"])


async def test_while_a_case_exists_the_store_is_never_replaced(
    driver: neo4j.AsyncDriver, loaded: LoadReport, store: ClaimStore, settings: Settings
) -> None:
    await driver.execute_query("CREATE (:Case {case_no: 'DEMO-1'})")
    await driver.execute_query("MATCH (s:Settlement {setl_id: 'S1'}) DETACH DELETE s")
    admin = Neo4jAdmin(settings, print)
    with pytest.raises(OfflineImpossible, match="已有案件"):
        await load(driver, store, at=AT, progress=silent, way="offline", admin=admin)
    again = await load(driver, store, at=AT, progress=silent, admin=admin)
    assert again.mode == "online"
    assert again.nodes == loaded.nodes


async def test_values_that_files_cannot_carry_keep_the_load_online(
    clean_graph: neo4j.AsyncDriver, store: ClaimStore, settings: Settings
) -> None:
    await clean_graph.execute_query("CREATE (:Account {where: point({x: 1, y: 2})})")
    report = await load(
        clean_graph, store, at=AT, progress=silent, admin=Neo4jAdmin(settings, print)
    )
    assert report.mode == "online"


KILLED = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from claims.store import ClaimStore
from graph.load.run import load
from stack.clients import neo4j_driver
from stack.ground import servers
from stack.neo4j_admin import Neo4jAdmin
from stack.settings import load_settings

def die(phase, done, total):
    if phase == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    settings = load_settings()
    with servers(settings, ["neo4j"], print) as endpoints:
        async with neo4j_driver(endpoints) as driver:
            await load(driver, ClaimStore(Path(sys.argv[1])), at=datetime(2026, 1, 2, tzinfo=UTC),
                       progress=die, way="offline", admin=Neo4jAdmin(settings, print))

asyncio.run(main())
"""


@pytest.mark.parametrize("phase", ["import", "swap", "schema"])
async def test_a_kill_leaves_a_whole_store(
    phase: str, store: ClaimStore, tmp_path: Path, settings: Settings
) -> None:
    own = settings.model_copy(update={"home": tmp_path / "killed"})
    with servers(own, ["neo4j"], print) as endpoints:
        async with neo4j_driver(endpoints) as driver:
            await migrate(driver)
            await make_people(driver)
            await load(driver, store, at=AT, progress=silent, way="online")
            # Patient 99 has no claims: a fresh store keeps him, because people point to him, and says so.
            await driver.execute_query("MATCH (q:Patient {psn_no: '99'}) SET q.withdrawn = true")
            before = await content(driver)
    environment = {**os.environ, "JICHA_HOME": str(own.home)}
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", KILLED, str(store.home), phase],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    with servers(own, ["neo4j"], print) as endpoints:
        async with neo4j_driver(endpoints) as driver:
            # Every process migrates before it reads; that also completes what a kill interrupted.
            await migrate(driver)
            assert await content(driver) == before
            assert await migrate(driver) == []
            report = await load(driver, store, at=AT, progress=silent, way="online")
            assert report.mode == "unchanged"
