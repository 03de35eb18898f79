"""Rings on the real map: written once, updated on a rerun, gone when no longer found."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import neo4j
import pytest
import pytest_asyncio

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from claims.store import ClaimStore
from graph.migrate import migrate
from graph.rings.changes import ring_change
from graph.rings.detect import detect
from graph.rings.model import Change, Detection
from graph.rings.read import RingQuery, list_rings, ring_dossier
from graph.rings.write_back import write_back

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
INSPECTOR = Viewer(Actor("ins1", "甲", frozenset({Role.INSPECTOR}), "p1"))
PHYSICIAN = Viewer(Actor("doc", "乙", frozenset({Role.PHYSICIAN}), "p2", "D1", "H1"))
SHAPE = """
MATCH (r:Ring) OPTIONAL MATCH (r)-[e]-() RETURN r.ring_id AS id, count(e) AS links ORDER BY id
"""


@pytest.fixture(scope="module")
def found(county_home: Path) -> Detection:
    return detect(ClaimStore(county_home))


@pytest_asyncio.fixture(loop_scope="session")
async def graph(clean_graph: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    await migrate(clean_graph)
    return clean_graph


async def shape(driver: neo4j.AsyncDriver) -> list[tuple[str, int]]:
    records = (await driver.execute_query(SHAPE)).records
    return [(record["id"], record["links"]) for record in records]


async def test_a_rerun_changes_nothing(graph: neo4j.AsyncDriver, found: Detection) -> None:
    first = await write_back(graph, found, AT, "run-1")
    before = await shape(graph)
    again = await write_back(graph, found, AT, "run-2")
    assert len(before) == len(found.rings) > 0
    assert await shape(graph) == before
    assert [r.ring_id for r in again.rings] == [r.ring_id for r in first.rings]


async def test_a_ring_that_lost_a_member_keeps_its_id(
    graph: neo4j.AsyncDriver, found: Detection
) -> None:
    await write_back(graph, found, AT, "run-1")
    ring = max(found.rings, key=lambda r: len(r.members))
    smaller = replace(ring, ring_id="R-FRESH", members=ring.members[:-1], grid=ring.grid[:-1])
    after = await write_back(graph, replace(found, rings=(smaller,)), AT, "run-2")
    assert after.rings[0].ring_id == ring.ring_id
    page = await list_rings(graph, INSPECTOR)
    assert [(r.ring_id, r.member_count) for r in page.rings] == [
        (ring.ring_id, len(ring.members) - 1)
    ]


async def test_what_became_of_a_ring_names_who_joined_and_left(
    graph: neo4j.AsyncDriver, found: Detection
) -> None:
    whole, other = found.rings[0], found.rings[1]
    gone = whole.patients[-1]
    smaller = replace(whole, members=whole.members[:-1])
    await write_back(graph, replace(found, rings=(smaller, other)), AT, "run-1")
    await graph.execute_query(
        "MATCH (p:Patient {psn_no: $no}) SET p.psn_name = '张三丰'", no=whole.patients[0]
    )
    first = await ring_change(graph, INSPECTOR, smaller.ring_id)
    assert (first.change, first.joined, first.before) == (Change.NEW, (), None)
    later = AT + timedelta(days=31)
    swapped = replace(whole, members=whole.members[1:])
    await write_back(graph, replace(found, rings=(swapped,)), later, "run-2")
    change = await ring_change(graph, INSPECTOR, smaller.ring_id)
    assert change.change is Change.GROWN
    assert [one.psn_no for one in change.joined] == [gone]
    assert [(one.psn_no, one.name) for one in change.left] == [(whole.patients[0], "张**")]
    assert (change.before, change.at) == (AT, later)
    ended = await ring_change(graph, INSPECTOR, other.ring_id)
    assert (ended.change, ended.at) == (Change.ENDED, later)
    shown = await list_rings(graph, INSPECTOR, RingQuery(change="ended"))
    assert [ring.ring_id for ring in shown.rings] == [other.ring_id]
    with pytest.raises(Refusal):
        await ring_change(graph, PHYSICIAN, smaller.ring_id)
    with pytest.raises(Refusal):
        await ring_change(graph, INSPECTOR, "R-NONE")


async def test_list_is_paged_and_filtered(graph: neo4j.AsyncDriver, found: Detection) -> None:
    await write_back(graph, found, AT, "run-1")
    seen: list[str] = []
    after: tuple[float, str] | None = None
    while True:
        page = await list_rings(graph, INSPECTOR, first=2, after=after)
        assert page.total == len(found.rings)
        seen += [ring.ring_id for ring in page.rings]
        if not page.more:
            break
        after = (page.rings[-1].score, page.rings[-1].ring_id)
    assert sorted(seen) == sorted(ring.ring_id for ring in found.rings)
    assert len(set(seen)) == len(seen)
    ours = await list_rings(graph, INSPECTOR, RingQuery(route="ring"), first=500)
    assert ours.total == sum(ring.route.value == "ring" for ring in found.rings)


async def test_dossier_masks_names_without_a_purpose(
    graph: neo4j.AsyncDriver, found: Detection
) -> None:
    await write_back(graph, found, AT, "run-1")
    ring = found.rings[0]
    await graph.execute_query(
        "UNWIND $all AS no MATCH (p:Patient {psn_no: no}) SET p.psn_name = '张三丰'",
        all=list(ring.patients),
    )
    page = await ring_dossier(graph, INSPECTOR, ring.ring_id)
    assert [face.member.psn_no for face in page.faces] == list(ring.patients)
    assert page.grid == ring.grid
    assert page.reasons == ring.reasons
    assert all("三" not in face.name for face in page.faces)
    open_page = await ring_dossier(graph, replace(INSPECTOR, purpose="核查线索"), ring.ring_id)
    assert open_page.faces[0].name == "张三丰"


async def test_missing_and_forbidden_look_the_same(
    graph: neo4j.AsyncDriver, found: Detection
) -> None:
    await write_back(graph, found, AT, "run-1")
    with pytest.raises(Refusal) as missing:
        await ring_dossier(graph, INSPECTOR, "R-NONE")
    with pytest.raises(Refusal) as forbidden:
        await ring_dossier(graph, PHYSICIAN, found.rings[0].ring_id)
    assert missing.value.code == forbidden.value.code == "NOT_FOUND"
