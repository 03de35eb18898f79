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
from graph.rings.dossier.compile import ring_figures
from graph.rings.model import Change, Detection, Route
from graph.rings.province.engines import OnDuckDB
from graph.rings.province.find import find
from graph.rings.province.rings import rings_of
from graph.rings.read import RingQuery, list_rings, ring_dossier
from graph.rings.reference.events import MEETINGS
from graph.rings.reference.model import Parameters
from graph.rings.unfold import whole_dossier
from graph.rings.write_back import write_back, write_province

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
    assert change.change is Change.EXCHANGED
    assert [one.psn_no for one in change.joined] == [gone]
    assert [(one.psn_no, one.name) for one in change.left] == [(whole.patients[0], "张**")]
    assert (change.before, change.at) == (AT, later)
    ended = await ring_change(graph, INSPECTOR, other.ring_id)
    assert (ended.change, ended.at) == (Change.ENDED, later)
    shown = await list_rings(graph, INSPECTOR, RingQuery(change="ended"))
    assert [ring.ring_id for ring in shown.rings] == [other.ring_id]
    # Nothing rests on it: with the next run it goes. What people judged, or sent to a case, stays.
    await write_back(graph, replace(found, rings=()), later + timedelta(days=1), "run-3")
    assert await ended_rings(graph) == [smaller.ring_id]
    await graph.execute_query(
        "CREATE (:RingMark {ring_id: $no, sent_to: ['case']})", no=smaller.ring_id
    )
    await write_back(graph, replace(found, rings=()), later + timedelta(days=9), "run-4")
    assert await ended_rings(graph) == [smaller.ring_id]
    stays = await ring_change(graph, INSPECTOR, smaller.ring_id)
    assert stays.at == later + timedelta(days=1)
    with pytest.raises(Refusal):
        await ring_change(graph, PHYSICIAN, smaller.ring_id)
    with pytest.raises(Refusal):
        await ring_change(graph, INSPECTOR, "R-NONE")


async def ended_rings(graph: neo4j.AsyncDriver) -> list[str]:
    shown = await list_rings(graph, INSPECTOR, RingQuery(change="ended"))
    return [ring.ring_id for ring in shown.rings]


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
    ring = next(one for one in found.rings if not one.brief)
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


async def test_a_group_that_was_put_aside_opens_whole_and_masked(
    graph: neo4j.AsyncDriver, found: Detection, county_home: Path
) -> None:
    await write_back(graph, found, AT, "run-1")
    family = next(one for one in found.rings if one.route is Route.HOUSEHOLD)
    assert (await ring_dossier(graph, INSPECTOR, family.ring_id)).brief
    store = ClaimStore(county_home)
    page = await whole_dossier(graph, INSPECTOR, store, family.ring_id)
    assert not page.brief
    assert [face.member.attended for face in page.faces] == [m.attended for m in family.members]
    assert sum(cell > 0 for row in page.grid for cell in row) == len(page.marks) > 0
    assert page.sensitivity
    home = next(tie.value for tie in page.shared if tie.kind == "address")
    with_purpose = replace(INSPECTOR, purpose="核查线索")
    full = await whole_dossier(graph, with_purpose, store, family.ring_id)
    assert home != next(tie.value for tie in full.shared if tie.kind == "address")
    dossier, seen = await ring_figures(graph, INSPECTOR, store, family.ring_id)
    assert seen.draw.seen == len(dossier.marks) == len(page.marks)


async def test_the_province_keeps_a_queue_of_its_own(
    graph: neo4j.AsyncDriver, found: Detection, county_home: Path
) -> None:
    store, meeting = ClaimStore(county_home), MEETINGS[0]
    await write_back(graph, found, AT, "run-1")
    with store.connect() as connection:
        outcome = find(OnDuckDB(connection), meeting, Parameters(permutations=1))
    rings = rings_of(store, meeting.name, outcome)
    first = await write_province(graph, meeting.name, rings, AT, "province-1")
    assert len(first) > 2
    before = await shape(graph)
    assert len(before) == len(found.rings) + len(first)
    # Again: nothing but the run; each run leaves what the other kind found.
    again = await write_province(graph, meeting.name, rings, AT, "province-2")
    assert {ring.change for ring in again} == {Change.SAME}
    await write_back(graph, found, AT, "run-2")
    assert await shape(graph) == before
    queue = await list_rings(graph, INSPECTOR, RingQuery(route="province"), first=500)
    assert {ring.ring_id for ring in queue.rings} == {ring.ring_id for ring in first}
    assert all(ring.route_reason and ring.route_reason_en for ring in queue.rings)
    page = await whole_dossier(graph, INSPECTOR, store, first[0].ring_id)
    assert {"province", "threshold"} <= {reason.code for reason in page.reasons}
    assert page.marks
    # A member less keeps the id; who is not found again ends. Another channel's queue is another's.
    smaller = replace(rings[0], ring_id="R-FRESH", members=rings[0].members[:-1])
    kept = await write_province(graph, meeting.name, [smaller], AT, "province-3")
    assert [(ring.ring_id, ring.change) for ring in kept] == [(first[0].ring_id, Change.SHRUNK)]
    await write_province(graph, MEETINGS[1].name, [], AT, "province-4")
    ended = await list_rings(graph, INSPECTOR, RingQuery(change="ended"), first=500)
    assert {ring.route for ring in ended.rings} == {"province"}
    assert ended.total == len(first) - 1


async def test_missing_and_forbidden_look_the_same(
    graph: neo4j.AsyncDriver, found: Detection
) -> None:
    await write_back(graph, found, AT, "run-1")
    with pytest.raises(Refusal) as missing:
        await ring_dossier(graph, INSPECTOR, "R-NONE")
    with pytest.raises(Refusal) as forbidden:
        await ring_dossier(graph, PHYSICIAN, found.rings[0].ring_id)
    assert missing.value.code == forbidden.value.code == "NOT_FOUND"
