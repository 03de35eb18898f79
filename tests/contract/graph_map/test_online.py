"""Loading online: the right nodes, once, resumable, and gone when their batch is withdrawn."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest

import graph.load.online as online
import graph.load.parts as parts
import graph.load.run as run
import graph.load.staging as staging
from claims.store import ClaimStore
from claims.withdraw import withdraw
from graph.load.errors import MapChanged
from graph.load.ledger import trusted
from graph.load.report import LoadReport
from graph.load.run import load
from stack.endpoints import Endpoints

AT = datetime(2026, 1, 2, tzinfo=UTC)


def silent(phase: str, done: int, total: int | None) -> None: ...


async def rows(driver: neo4j.AsyncDriver, query: str) -> set[tuple[Any, ...]]:
    found = await driver.execute_query(query)  # type: ignore[arg-type,unused-ignore]
    return {tuple(record.values()) for record in found.records}


async def test_nodes_and_relationships(driver: neo4j.AsyncDriver, loaded: LoadReport) -> None:
    assert loaded.mode == "online"
    assert await rows(driver, "MATCH (p:Patient) RETURN p.psn_no, p.psn_name") == {
        ("1", "张三"),
        ("2", "张四"),
        ("3", "欧阳小明"),
        ("4", "(赵)六"),
        ("5", None),
    }
    assert await rows(
        driver, "MATCH (i:Institution) RETURN i.fixmedins_code, i:Hospital, i:Pharmacy, i.sharers"
    ) == {("H1", True, False, 2), ("P1", False, True, 1), ("H9", True, False, 1)}
    assert await rows(
        driver,
        "MATCH (p:Patient)-[:HAS_SETTLEMENT]->(s:Settlement)-[:AT]->(i:Institution) "
        "OPTIONAL MATCH (s)-[:TREATED_BY]->(d:Doctor) "
        "RETURN p.psn_no, s.setl_id, i.fixmedins_code, d.prac_psn_code, s.medfee_sumamt, s.medfee_fen",
    ) == {
        ("1", "S1", "H1", "D1", "1000.10", 100010),
        ("2", "S2", "H1", "D1", "2000.20", 200020),
        ("1", "S3", "H1", "D2", "50.00", 5000),
        ("3", "S4", "P1", None, "80.00", 8000),
        ("5", "S5", "H9", "D9", "60.00", 6000),
    }
    assert await rows(
        driver,
        "MATCH (p:Patient)-[r:VISITED]->(i:Institution) WHERE p.psn_no = '1' "
        "RETURN i.fixmedins_code, r.count, r.medfee_fen, toString(r.first), size(r.days)",
    ) == {("H1", 2, 105010, "2025-03-05T10:05:00", 2)}
    assert await rows(
        driver, "MATCH (p:Patient)-[:HAS_PHONE]->(x:Phone) RETURN p.psn_no, x.value, x.sharers"
    ) == {
        ("1", "13800000001", 2),
        ("2", "13800000001", 2),
        ("3", "13800000003", 1),
        ("4", "13800000004", 1),
    }
    assert await rows(driver, "MATCH (:Settlement)-[:IN_BED]->(b:Bed) RETURN b.key") == {
        ("H1|A01|12",),
        ("H1|A01|13",),
    }
    assert await rows(driver, "MATCH (s:Settlement)-[:SWIPED_ON]->(t:Terminal) RETURN t.key") == {
        ("P1|T1",)
    }


async def test_again_changes_nothing(
    driver: neo4j.AsyncDriver, loaded: LoadReport, store: ClaimStore
) -> None:
    again = await load(driver, store, at=AT, progress=silent)
    assert (again.mode, again.written, again.removed) == ("unchanged", 0, 0)
    assert (again.nodes, again.relationships) == (loaded.nodes, loaded.relationships)


class Stop(Exception):
    """Raised by a progress callback to cancel a load."""


async def test_a_broken_load_goes_on_where_it_stopped(
    clean_graph: neo4j.AsyncDriver,
    store: ClaimStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(online, "SHORT", 2)
    monkeypatch.setattr(online, "WRITERS", 1)
    seen: list[str] = []

    def stop_at_second_batch_of_settlements(phase: str, done: int, total: int | None) -> None:
        seen.append(phase)
        if seen.count("Settlement") == 2:
            raise Stop

    with pytest.raises(Stop):
        await load(
            clean_graph, store, at=AT, progress=stop_at_second_batch_of_settlements, way="online"
        )
    rest = await load(clean_graph, store, at=AT, progress=silent, way="online")
    assert rest.written == 1 + 4 + 4  # a settlement, the VISITED pairs, the SEEN_BY pairs
    assert rest.nodes["Settlement"] == 5
    assert (await load(clean_graph, store, at=AT, progress=silent)).mode == "unchanged"


async def test_a_place_that_somebody_removed_meanwhile_is_told_and_no_row_lost(
    clean_graph: neo4j.AsyncDriver, store: ClaimStore, neo4j_server: Endpoints
) -> None:
    removed: list[bool] = []

    def remove(phase: str, done: int, total: int | None) -> None:
        if phase == "Patient" and not removed:
            removed.append(True)
            auth = (neo4j_server.neo4j_user, neo4j_server.neo4j_password)
            with neo4j.GraphDatabase.driver(neo4j_server.neo4j_uri, auth=auth) as other:
                other.execute_query("MATCH (i:Institution {fixmedins_code: 'P1'}) DETACH DELETE i")

    with pytest.raises(MapChanged):
        await load(clean_graph, store, at=AT, progress=remove, way="online")
    assert await rows(clean_graph, "MATCH (s:Settlement) RETURN s.setl_id") == set()
    again = await load(clean_graph, store, at=AT, progress=silent, way="online")
    assert again.nodes["Settlement"] == 5
    assert again.relationships["AT"] == 5


async def test_a_withdrawn_batch_leaves_nothing_but_what_people_tied_to_it(
    driver: neo4j.AsyncDriver,
    loaded: LoadReport,
    store: ClaimStore,
    bring: Callable[[str], str],
    tmp_path: Path,
) -> None:
    before = await rows(driver, "MATCH ()-[r:VISITED]->() RETURN r.digest")
    batch = bring("more")
    more = await load(driver, store, at=AT, progress=silent, way="online")
    assert more.nodes["Settlement"] == 7
    assert await rows(
        driver, "MATCH (:Patient {psn_no: '1'})-[r:VISITED]->() RETURN r.count, r.medfee_fen"
    ) == {(3, 108010)}
    await driver.execute_query(
        "MATCH (p:Patient {psn_no: '6'}), (h:Institution {fixmedins_code: 'H1'}) "
        "CREATE (p)-[:MEMBER_OF]->(r:Ring {ring_id: 'R1'})-[:AT]->(h)"
    )
    withdraw(tmp_path / "home", batch, "tester", AT, "重复导入")
    after = await load(driver, store, at=AT, progress=silent, way="online")
    assert after.removed > 0
    assert after.nodes["Settlement"] == 5
    assert await rows(driver, "MATCH ()-[r:VISITED]->() RETURN r.digest") == before
    assert await rows(
        driver, "MATCH (r:Ring)<-[:MEMBER_OF]-(p) RETURN p.psn_no, p.withdrawn, p.psn_name"
    ) == {("6", True, None)}
    assert await rows(driver, "MATCH (r:Ring)-[:AT]->(h) RETURN h.fixmedins_code") == {("H1",)}
    assert (await load(driver, store, at=AT, progress=silent)).mode == "unchanged"


async def test_a_county_without_master_data(
    clean_graph: neo4j.AsyncDriver, tmp_path: Path, bring: Callable[[str], str]
) -> None:
    bring("more")
    report = await load(
        clean_graph, ClaimStore(tmp_path / "home"), at=AT, progress=silent, way="online"
    )
    assert report.nodes["Patient"] == 2
    assert await rows(clean_graph, "MATCH (i:Institution) RETURN i.fixmedins_code, i:Hospital") == {
        ("H1", True)
    }


async def test_an_empty_store_gives_an_empty_map(
    clean_graph: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    report = await load(clean_graph, ClaimStore(tmp_path), at=AT, progress=silent)
    assert report.mode == "unchanged"
    assert not any(report.nodes.values())


async def test_a_settlement_that_people_kept_is_filled_again(
    clean_graph: neo4j.AsyncDriver, store: ClaimStore
) -> None:
    await clean_graph.execute_query(
        "CREATE (:Settlement {setl_id: 'S1', withdrawn: true})<-[:ABOUT]-(:Note {text: 'x'})"
    )
    # Bare and unknown to the ledger, as after a withdrawn batch: the quick way in meets it.
    await load(clean_graph, store, at=AT, progress=silent, way="online")
    assert await rows(
        clean_graph,
        "MATCH (:Note)-[:ABOUT]->(s:Settlement)<-[:HAS_SETTLEMENT]-(p) "
        "RETURN s.setl_id, s.withdrawn, toString(s.setl_time), p.psn_no",
    ) == {("S1", None, "2025-03-05T10:05:00", "1")}
    assert await rows(
        clean_graph, "MATCH (s:Settlement)-[r:AT]->() RETURN s.setl_id, count(r)"
    ) == {(f"S{n}", 1) for n in range(1, 6)}


async def test_the_ledger_is_trusted_only_while_it_agrees_with_the_store(
    driver: neo4j.AsyncDriver,
    loaded: LoadReport,
    store: ClaimStore,
    monkeypatch: pytest.MonkeyPatch,
    bring: Callable[[str], str],
) -> None:
    assert await trusted(driver, store.home) is not None
    assert {"stage", "compare", "Settlement", "ledger"} <= set(loaded.phases)
    assert (loaded.settlements, loaded.write_rate > loaded.rate > 0) == (5, True)

    def cancel(phase: str, done: int, total: int | None) -> None:
        if phase == "Settlement":
            raise Stop

    bring("more")
    monkeypatch.setattr(online, "WRITERS", 1)
    with pytest.raises(Stop):
        await load(driver, store, at=AT, progress=cancel, way="online")
    # A broken load: the store is ahead of the ledger, so the store itself is asked.
    assert await trusted(driver, store.home) is None
    rest = await load(driver, store, at=AT, progress=silent, way="online")
    assert rest.nodes["Settlement"] == 7
    assert rest.settlements == 0
    assert await trusted(driver, store.home) is not None
    # Somebody's hand in the store: its counts are no longer the ledger's.
    await driver.execute_query("MATCH (s:Settlement {setl_id: 'S3'}) DETACH DELETE s")
    assert await trusted(driver, store.home) is None
    assert (await load(driver, store, at=AT, progress=silent, way="online")).settlements == 1


async def test_an_increment_stages_what_it_touches(
    driver: neo4j.AsyncDriver,
    loaded: LoadReport,
    store: ClaimStore,
    bring: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "MOST", 1000)
    staged: list[tuple[bool, int]] = []
    whole = staging.stage

    def counted(connection: Any, *, scoped: bool) -> None:
        whole(connection, scoped=scoped)
        row = connection.execute("SELECT count(*) FROM map_settlement").fetchone()
        staged.append((scoped, row[0]))

    monkeypatch.setattr(run, "stage", counted)
    # Somebody's name only; no settlement came.
    again = await load(driver, store, at=AT, progress=silent, way="online")
    assert (again.mode, staged.pop()) == ("unchanged", (True, 0))
    bring("more")
    more = await load(driver, store, at=AT, progress=silent)
    # Two came, and no more than these are staged; that the sums are right is asserted below.
    assert (more.mode, staged.pop()) == ("online", (True, 2))
    assert more.settlements == 2
    expected = await content(driver)
    (store.home / "map").rename(store.home / "elsewhere")
    assert (await load(driver, store, at=AT, progress=silent, way="online")).mode == "unchanged"
    assert staged.pop() == (False, 7)
    assert await content(driver) == expected


async def content(driver: neo4j.AsyncDriver) -> set[tuple[Any, ...]]:
    """Digests of all nodes and sums."""
    nodes = await rows(driver, "MATCH (n) WHERE n.digest IS NOT NULL RETURN labels(n)[0], n.digest")
    return nodes | await rows(
        driver, "MATCH ()-[r]->() WHERE r.digest IS NOT NULL RETURN type(r), r.digest"
    )
