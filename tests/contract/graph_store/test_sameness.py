"""Pairs that may be one: found, judged, taken back, and what follows for map and groups."""

from collections.abc import Mapping
from datetime import UTC, datetime

import neo4j
import pytest
import pytest_asyncio

from casework.actors import Actor, Viewer
from casework.commands.judgement import JudgeMark, MarkKind, TakeBackJudgement, Verdict
from casework.refusal import Refusal
from graph.commands import execute
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.explore.subgraph import subgraph
from graph.explore.totals import neighbour_totals
from graph.sameness.drawn import draw_judged
from graph.sameness.judged import groups, judged_one
from graph.sameness.model import Evidence, Likeness, SameKind, Search
from graph.sameness.read import list_pairs, pair
from graph.sameness.together import cluster_of, list_clusters
from graph.sameness.write_back import write_back

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PEOPLE = """
UNWIND [["1", "王建国", "11010519491231002X"], ["2", "王建国", "11010519491231002X"],
        ["3", "王建国", null]] AS row
MERGE (p:Patient {psn_no: row[0]}) SET p.psn_name = row[1], p.certno = row[2]
"""
EDGES = """
MATCH (a:Patient)-[r:JUDGED_SAME]->(b:Patient)
RETURN a.psn_no AS a, b.psn_no AS b, r.verdict AS verdict, r.by AS by, r.reason AS reason
"""


def likeness(a: str, b: str, bits: float = 20.0) -> Likeness:
    return Likeness(SameKind.PATIENT, a, b, bits, (Evidence("certno", "equal", 18.0),))


def judge(one: Likeness, verdict: Verdict, reason: str = "") -> JudgeMark:
    return JudgeMark(kind=MarkKind.SAME, key=one.key, verdict=verdict, reason=reason)


ONE, TWO, THREE = likeness("1", "2"), likeness("2", "3", 12.0), likeness("1", "3", 11.0)


@pytest_asyncio.fixture(loop_scope="session")
async def found(store: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    await store.execute_query(PEOPLE)
    await write_back(store, SameKind.PATIENT, Search((ONE, TWO, THREE), 3, ()), AT, "run-1")
    return store


async def edges(driver: neo4j.AsyncDriver) -> list[dict[str, object]]:
    return [row.data() for row in (await driver.execute_query(EDGES)).records]


async def test_pages_by_weight_and_masks(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    eyes = Viewer(people["ins1"])
    first, more, total = await list_pairs(found, eyes, SameKind.PATIENT, "open", 2)
    assert [one.key for one in first] == [ONE.key, TWO.key]
    assert (more, total) == (True, 3)
    last = first[-1]
    rest, more, _ = await list_pairs(
        found, eyes, SameKind.PATIENT, "open", 2, (last.bits, last.key)
    )
    assert ([one.key for one in rest], more) == ([THREE.key], False)
    assert first[0].left["name"] == "王**"
    assert first[0].left["certno"] == "110105********002X"
    seen = await pair(found, Viewer(people["ins1"], "核对身份"), ONE.key)
    assert seen.left["name"] == "王建国"


async def test_a_judgement_is_an_edge_and_groups_follow(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    await execute(found, judge(ONE, Verdict.CONFIRMED, "身份证一致"), people["ins1"], AT)
    assert await edges(found) == [
        {"a": "1", "b": "2", "verdict": "confirmed", "by": "INS1", "reason": "身份证一致"}
    ]
    assert (await groups(found, SameKind.PATIENT)).head == {"1": "1", "2": "1"}
    await execute(found, judge(TWO, Verdict.CONFIRMED), people["ins1"], AT)
    await execute(found, judge(THREE, Verdict.REJECTED, "年龄不符"), people["ins2"], AT)
    derived = await groups(found, SameKind.PATIENT)
    assert derived.head == {}
    assert derived.contradictory == (frozenset("123"),)


async def test_the_cluster_of_a_person_is_shown_and_gone_when_its_judgement_is_taken_back(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    eyes = Viewer(people["ins1"])
    assert await cluster_of(found, eyes, SameKind.PATIENT, "2") is None
    await execute(found, judge(ONE, Verdict.CONFIRMED, "身份证一致"), people["ins1"], AT)
    shown = await cluster_of(found, eyes, SameKind.PATIENT, "2")
    assert shown is not None
    assert shown.cluster.members == ("1", "2")
    assert {record["name"] for record in shown.records.values()} == {"王**"}
    (tie,) = shown.cluster.ties
    assert (tie.key, tie.by, tie.reason) == (ONE.key, "INS1", "身份证一致")
    assert datetime.fromisoformat(tie.at) == AT
    back = TakeBackJudgement(
        kind=MarkKind.SAME, key=tie.key, reason="看错了", expected_version=tie.version
    )
    await execute(found, back, people["ins2"], AT)
    assert await cluster_of(found, eyes, SameKind.PATIENT, "2") is None


async def test_contradictory_judgements_are_listed_with_what_they_deny(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    eyes = Viewer(people["ins1"])
    for one in (ONE, TWO):
        await execute(found, judge(one, Verdict.CONFIRMED), people["ins1"], AT)
    assert await list_clusters(found, eyes, SameKind.PATIENT, contradictory=True, limit=9) == (
        [], False, 0
    )  # fmt: skip
    await execute(found, judge(THREE, Verdict.REJECTED, "年龄不符"), people["ins2"], AT)
    (torn,), more, total = await list_clusters(
        found, eyes, SameKind.PATIENT, contradictory=True, limit=9
    )
    assert (more, total) == (False, 1)
    (said,) = torn.cluster.contradictions
    assert (said.apart.key, said.apart.by) == (THREE.key, "INS2")
    assert [one.key for one in said.chain] == [ONE.key, TWO.key]


async def test_the_map_draws_who_was_judged_one(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    eyes = Viewer(people["ins1"])
    await found.execute_query(
        "UNWIND ['D1', 'D2'] AS code MERGE (d:Doctor {prac_psn_code: code}) SET d.prac_psn_name = '王'"
    )
    doctors = Likeness(SameKind.DOCTOR, "D1", "D2", 9.0, (Evidence("name", "equal", 9.0),))
    await write_back(found, SameKind.DOCTOR, Search((doctors,), 1, ()), AT, "run-1")
    for one, verdict in ((ONE, "confirmed"), (THREE, "rejected"), (doctors, "confirmed")):
        await execute(found, judge(one, Verdict(verdict), "核对"), people["ins1"], AT)
    for start, other in (("Patient:1", "Patient:2"), ("Doctor:D2", "Doctor:D1")):
        page = await expand(found, eyes, start)
        assert [node.id for node in page.nodes] == [other]
        low, high = sorted((start, other))
        drawn = {(edge.source, edge.kind, edge.target) for edge in page.edges}
        assert drawn == {(low, "SAME_AS", high)}
        assert (await neighbour_totals(found, eyes, [start])).totals[start] == 1
        part = await subgraph(found, eyes, [start, other])
        assert {(edge.source, edge.kind, edge.target) for edge in part.edges} == drawn
        way = (await paths(found, eyes, start, other)).paths[0]
        assert {(edge.source, edge.kind, edge.target) for edge in way.edges} == drawn
    apart = await paths(found, eyes, "Patient:1", "Patient:3")
    assert apart.paths == ()
    one = await judged_one(found)
    assert (one.persons, one.doctors, one.institutions) == (
        {"1": "1", "2": "1"},
        {"D1": "D1", "D2": "D1"},
        {},
    )


async def test_taking_back_undoes_all_of_it(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    await execute(found, judge(ONE, Verdict.CONFIRMED), people["ins1"], AT)
    back = TakeBackJudgement(kind=MarkKind.SAME, key=ONE.key, reason="看错了")
    await execute(found, back, people["ins2"], AT)
    assert await edges(found) == []
    assert (await groups(found, SameKind.PATIENT)).head == {}
    assert (await pair(found, Viewer(people["ins1"]), ONE.key)).verdict is None
    with pytest.raises(Refusal, match="尚无研判"):
        await execute(found, back, people["ins2"], AT)


async def test_a_later_search_sweeps_only_what_nobody_judged(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    await execute(found, judge(ONE, Verdict.UNSURE), people["ins1"], AT)
    gone = await write_back(found, SameKind.PATIENT, Search((TWO,), 1, ()), AT, "run-2")
    assert gone == 1
    kept, _, _ = await list_pairs(found, Viewer(people["ins1"]), SameKind.PATIENT, None, 10)
    assert [(one.key, one.verdict) for one in kept] == [(ONE.key, "unsure"), (TWO.key, None)]


@pytest.mark.parametrize("who", ["office", "doc", "sys", "aud"])
async def test_only_the_bureau_sees_pairs(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor], who: str
) -> None:
    for work in (
        list_pairs(found, Viewer(people[who]), SameKind.PATIENT, None, 10),
        pair(found, Viewer(people[who]), ONE.key),
        cluster_of(found, Viewer(people[who]), SameKind.PATIENT, "1"),
        list_clusters(found, Viewer(people[who]), SameKind.PATIENT, contradictory=False, limit=10),
        execute(found, judge(ONE, Verdict.CONFIRMED), people[who], AT),
    ):
        with pytest.raises(Refusal):
            await work
    assert await edges(found) == []


async def test_records_that_come_after_the_judgement_get_their_edge(
    found: neo4j.AsyncDriver, people: Mapping[str, Actor]
) -> None:
    await execute(found, judge(ONE, Verdict.CONFIRMED), people["ins1"], AT)
    await execute(found, judge(TWO, Verdict.REJECTED, "出生日期不同"), people["ins1"], AT)
    at_the_judgement = await edges(found)
    assert len(at_the_judgement) == 2
    # The records go and come again, as a batch that was withdrawn and delivered anew.
    await found.execute_query("MATCH (p:Patient) DETACH DELETE p")
    assert await draw_judged(found) == 0
    await found.execute_query(PEOPLE)
    assert await draw_judged(found) == 2
    key = lambda row: (str(row["a"]), str(row["b"]))  # noqa: E731
    assert sorted(await edges(found), key=key) == sorted(at_the_judgement, key=key)
    assert await draw_judged(found) == 0
