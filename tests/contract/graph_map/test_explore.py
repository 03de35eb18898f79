"""Exploration on the hand-made county: bounded, masked, permitted."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import neo4j
import neo4j.exceptions
import pytest

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from graph.explore.card import entity_card
from graph.explore.common import common_neighbours
from graph.explore.counts import expand_counts
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.explore.reading import read, too_slow
from graph.explore.search import search
from graph.explore.subgraph import subgraph
from graph.explore.timeline import timeline
from graph.explore.totals import neighbour_totals
from graph.explore.values import Filters, Why
from graph.load.report import LoadReport

pytestmark = pytest.mark.usefixtures("county")


async def test_counts_come_first(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    counts = await expand_counts(driver, inspector, "Patient:1")
    assert {(c.relation, c.kind, c.count, c.by_request) for c in counts.counts} == {
        ("VISITED", "Institution", 1, False),
        ("SEEN_BY", "Doctor", 2, False),
        ("HAS_PHONE", "Phone", 1, False),
        ("LIVES_AT", "Address", 1, False),
        ("USED_BED", "Bed", 1, False),
        ("HAS_SETTLEMENT", "Settlement", 2, True),
    }


@pytest.mark.parametrize(
    "node_id",
    [
        "Patient:1",
        "Doctor:D1",
        "Institution:H1",
        "Settlement:S4",
        "Bed:H1|A01|12",
        "Terminal:P1|T1",
    ],
)
async def test_every_count_is_what_an_expansion_shows(
    driver: neo4j.AsyncDriver, inspector: Viewer, node_id: str
) -> None:
    for count in (await expand_counts(driver, inspector, node_id)).counts:
        filters = Filters(relations=frozenset({count.relation}))
        page = await expand(driver, inspector, node_id, filters=filters)
        assert len(page.nodes) == count.count, count
        assert {node.kind for node in page.nodes} == {count.kind}


async def test_badges_count_what_an_expansion_would_bring(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    ids = [f"Patient:{n}" for n in "12345"] + ["Doctor:D1", "Institution:H1", "Institution:P1"]
    ids += ["Bed:H1|A01|12", "Terminal:P1|T1", "Settlement:S4"]
    totals = await neighbour_totals(driver, inspector, [*ids, "Patient:nobody"])
    assert set(totals.totals) == set(ids)
    assert not totals.truncated
    for node_id, total in totals.totals.items():
        counts = (await expand_counts(driver, inspector, node_id)).counts
        assert total == sum(one.count for one in counts if not one.by_request), node_id
    with pytest.raises(Refusal):
        await neighbour_totals(driver, inspector, ["Account:li"])


async def test_settlements_are_summed_unless_asked_for(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    page = await expand(driver, inspector, "Patient:1")
    assert "Settlement" not in {node.kind for node in page.nodes}
    visited = next(edge for edge in page.edges if edge.kind == "VISITED")
    assert (visited.source, visited.target) == ("Patient:1", "Institution:H1")
    assert (visited.count, visited.amount, visited.fund) == (
        2,
        Decimal("1050.10"),
        Decimal("720.05"),
    )
    assert visited.first is not None
    assert visited.first.isoformat() == "2025-03-05T10:05:00+08:00"
    single = await expand(
        driver, inspector, "Patient:1", filters=Filters(kinds=frozenset({"Settlement"}))
    )
    assert [node.id for node in single.nodes] == ["Settlement:S3", "Settlement:S1"]
    assert single.nodes[0].props["medfee_sumamt"] == "50.00"


async def test_pages_join_without_gap_or_overlap(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    whole = await expand(driver, inspector, "Institution:H1")
    seen: list[str] = []
    after = None
    while True:
        page = await expand(driver, inspector, "Institution:H1", limit=1, after=after)
        seen += [edge.source for edge in page.edges]
        assert page.truncated == (page.cursor is not None)
        if page.cursor is None:
            break
        after = page.cursor
    assert seen == [edge.source for edge in whole.edges]
    assert seen[0] == "Patient:1"  # most settlements first


async def test_filters_by_time_amount_and_kind(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    march = Filters(
        relations=frozenset({"VISITED"}),
        start=datetime(2025, 2, 28, 16, tzinfo=UTC),  # 1 March in Shanghai
        end=datetime(2025, 3, 31, 16, tzinfo=UTC),
    )
    page = await expand(driver, inspector, "Institution:H1", filters=march)
    assert {(e.source, e.count, e.amount) for e in page.edges} == {
        ("Patient:1", 1, Decimal("1000.10")),
        ("Patient:2", 1, Decimal("2000.20")),
    }
    large = Filters(relations=frozenset({"VISITED"}), least=Decimal("1500"))
    page = await expand(driver, inspector, "Institution:H1", filters=large)
    assert [edge.source for edge in page.edges] == ["Patient:2"]
    pharmacies = Filters(kinds=frozenset({"Pharmacy"}))
    page = await expand(driver, inspector, "Patient:3", filters=pharmacies)
    assert [node.id for node in page.nodes] == ["Institution:P1"]
    assert (await expand(driver, inspector, "Patient:1", filters=pharmacies)).nodes == ()


async def test_masked_without_purpose_and_clear_with_one(
    driver: neo4j.AsyncDriver, inspector: Viewer, purposeful: Viewer
) -> None:
    node = (await entity_card(driver, inspector, "Patient:1")).node
    assert (node.label, node.props["certno"], node.props["brdy"]) == (
        "张*",
        "341223********1234",
        "1950-**-**",
    )
    clear = (await entity_card(driver, purposeful, "Patient:1")).node
    assert (clear.label, clear.props["certno"]) == ("张三", "341223195002031234")
    phones = Filters(relations=frozenset({"HAS_PHONE"}))
    phone = (await expand(driver, inspector, "Patient:1", filters=phones)).nodes[0]
    assert phone.label == "138****0001"
    assert "13800000001" not in repr(phone)
    assert phone.sharers == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张三", {"Patient:1"}),
        ("张", {"Patient:1", "Patient:2"}),
        ("人民医院", {"Institution:H1"}),
        ("王医生", {"Doctor:D1"}),
        ("(赵)六", {"Patient:4"}),
        ("D1", {"Doctor:D1"}),
        ("S3", {"Settlement:S3"}),
        ("M3", {"Settlement:S3"}),
        ("1234", {"Patient:1"}),
        ("121x", {"Patient:3"}),
        ("不存在的名字", set()),
        ("   ", set()),
    ],
)
async def test_search(
    driver: neo4j.AsyncDriver, inspector: Viewer, text: str, expected: set[str]
) -> None:
    found = await search(driver, inspector, text)
    assert {hit.node.id for hit in found.hits} == expected
    assert found.by_certno == (text in ("1234", "121x"))
    assert "341223195002031234" not in repr(found)


async def test_search_by_part_of_a_code(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    make = "CREATE (:Doctor {prac_psn_code: 'D341600200817', name: '钱医生'})"
    await driver.execute_query(make)
    try:
        for part in ("D3416", "2008", "200817"):
            found = await search(driver, inspector, part)
            assert "Doctor:D341600200817" in {hit.node.id for hit in found.hits}, part
        # Three characters are too few, and an insured person is found by no part of his number.
        assert (await search(driver, inspector, "817")).hits == ()
    finally:
        await driver.execute_query("MATCH (d:Doctor {prac_psn_code: 'D341600200817'}) DELETE d")


@pytest.mark.parametrize(
    "text",
    ["(", '"', "张(三", "*", "AND", "a OR", "/x/", "~", "\\", "a:b", "&&", "[1 TO", "?", "-"],
)
async def test_search_takes_any_characters(
    driver: neo4j.AsyncDriver, inspector: Viewer, text: str
) -> None:
    assert (await search(driver, inspector, text)).hits == ()


async def test_search_says_when_it_is_cut(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    found = await search(driver, inspector, "张", limit=1)
    assert (len(found.hits), found.truncated) == (1, True)


async def test_shortest_paths(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    one = await paths(driver, inspector, "Patient:1", "Patient:2")
    assert [len(path.edges) for path in one.paths] == [2]
    every = await paths(driver, inspector, "Patient:1", "Patient:2", all_shortest=True)
    middles = {path.node_ids[1].split(":")[0] for path in every.paths}
    assert middles == {"Institution", "Doctor", "Phone", "Address"}
    phones = Filters(relations=frozenset({"HAS_PHONE"}))
    found = await paths(driver, inspector, "Patient:1", "Patient:2", filters=phones)
    assert found.paths[0].node_ids[1].startswith("Phone:")
    assert found.paths[0].edges[1].source == "Patient:2"
    assert (await paths(driver, inspector, "Patient:1", "Patient:5")).paths == ()


async def test_paths_respect_days_and_avoid_hubs(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    visits = frozenset({"VISITED", "SEEN_BY"})
    april = Filters(
        relations=visits,
        start=datetime(2025, 3, 31, 16, tzinfo=UTC),
        end=datetime(2025, 4, 30, 16, tzinfo=UTC),
    )
    assert (await paths(driver, inspector, "Patient:1", "Patient:2", filters=april)).paths == ()
    march = Filters(
        relations=visits,
        start=datetime(2025, 3, 4, 16, tzinfo=UTC),
        end=datetime(2025, 3, 5, 16, tzinfo=UTC),
    )
    assert (await paths(driver, inspector, "Patient:1", "Patient:2", filters=march)).paths
    alone = await paths(driver, inspector, "Patient:1", "Patient:2", hub=1)
    assert alone.paths == ()


async def test_common_neighbours(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    found = await common_neighbours(driver, inspector, ["Patient:1", "Patient:2", "Patient:77"])
    assert found.missing == ("Patient:77",)
    assert {c.node.kind for c in found.common} == {"Institution", "Doctor", "Phone", "Address"}
    assert all(c.shared_by == ("Patient:1", "Patient:2") for c in found.common)


async def test_timeline_in_pages(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    whole = await timeline(driver, inspector, "Institution:H1")
    assert [e.settlement.id for e in whole.entries] == [
        "Settlement:S1",
        "Settlement:S2",
        "Settlement:S3",
    ]
    first = whole.entries[0]
    assert first.patient is not None
    assert first.doctor is not None
    assert (first.patient.label, first.doctor.label) == ("张*", "王医生")
    page = await timeline(driver, inspector, "Institution:H1", limit=2)
    assert page.truncated
    rest = await timeline(driver, inspector, "Institution:H1", limit=2, after=page.cursor)
    assert [e.settlement.id for e in rest.entries] == ["Settlement:S3"]
    assert not rest.truncated


async def test_card_sums(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    card = await entity_card(driver, inspector, "Institution:H1")
    assert (card.settlements, card.amount, card.fund) == (3, Decimal("3050.30"), Decimal("2120.15"))
    bed = await entity_card(driver, inspector, "Bed:H1|A01|12")
    assert (bed.settlements, bed.amount) == (1, Decimal("1000.10"))
    lonely = await entity_card(driver, inspector, "Patient:4")
    assert (lonely.settlements, lonely.amount, lonely.first) == (0, Decimal("0.00"), None)


@pytest.mark.parametrize(
    "node_id",
    ["Patient:1", "Patient:3", "Doctor:D1", "Institution:H1", "Settlement:S4", "Bed:H1|A01|12",
     "Terminal:P1|T1"],
)  # fmt: skip
async def test_a_reopened_picture_has_every_edge_that_an_expansion_draws(
    driver: neo4j.AsyncDriver, inspector: Viewer, node_id: str
) -> None:
    for count in (await expand_counts(driver, inspector, node_id)).counts:
        filters = Filters(relations=frozenset({count.relation}))
        page = await expand(driver, inspector, node_id, filters=filters)
        again = await subgraph(driver, inspector, [node_id, *(node.id for node in page.nodes)])
        assert set(page.edges) <= set(again.edges), count


async def test_subgraph_reopens_what_is_left(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    found = await subgraph(
        driver, inspector, ["Patient:1", "Patient:2", "Doctor:D1", "Patient:gone", "nonsense"]
    )
    assert [node.id for node in found.nodes] == ["Patient:1", "Patient:2", "Doctor:D1"]
    assert found.missing == ("Patient:gone", "nonsense")
    assert {(e.source, e.target, e.kind) for e in found.edges} == {
        ("Patient:1", "Doctor:D1", "SEEN_BY"),
        ("Patient:2", "Doctor:D1", "SEEN_BY"),
    }


CALLS: dict[str, Any] = {
    "counts": lambda d, v: expand_counts(d, v, "Patient:1"),
    "expand": lambda d, v: expand(d, v, "Patient:1"),
    "search": lambda d, v: search(d, v, "张三"),
    "paths": lambda d, v: paths(d, v, "Patient:1", "Patient:2"),
    "common": lambda d, v: common_neighbours(d, v, ["Patient:1", "Patient:2"]),
    "timeline": lambda d, v: timeline(d, v, "Patient:1"),
    "card": lambda d, v: entity_card(d, v, "Patient:1"),
    "subgraph": lambda d, v: subgraph(d, v, ["Patient:1"]),
}
BUREAU = {
    Role.INSPECTOR,
    Role.SUPERVISOR,
    Role.LEGAL_REVIEWER,
    Role.HEAD,
    Role.DEPUTY_HEAD,
    Role.AGENCY_OFFICER,
    Role.AGENCY_HEAD,
}


@pytest.mark.parametrize("name", CALLS)
async def test_only_the_bureau_and_its_agency_see_the_map(
    driver: neo4j.AsyncDriver, name: str
) -> None:
    for role in Role:
        viewer = Viewer(Actor("x", "某人", frozenset({role}), "x"), "核查")
        if role in BUREAU:
            assert await CALLS[name](driver, viewer) is not None
            continue
        with pytest.raises(Refusal) as caught:
            await CALLS[name](driver, viewer)
        assert caught.value.code == "ROLE_REQUIRED"


@pytest.mark.parametrize(
    "node_id", ["Patient:none", "Case:1", "Patient", "", "Patient:" + "9" * 400]
)
async def test_unknown_ids_are_refused(
    driver: neo4j.AsyncDriver, inspector: Viewer, node_id: str
) -> None:
    for call in (expand_counts, expand, timeline, entity_card):
        with pytest.raises(Refusal) as caught:
            await call(driver, inspector, node_id)
        assert caught.value.code == "NOT_FOUND"


@pytest.mark.parametrize("cursor", ["x", "eyJhIjoxfQ==", "W10=", "WyJYIiwxLCJhIl0="])
async def test_a_foreign_cursor_is_refused(
    driver: neo4j.AsyncDriver, inspector: Viewer, cursor: str
) -> None:
    with pytest.raises(Refusal) as caught:
        await expand(driver, inspector, "Patient:1", after=cursor)
    assert caught.value.code == "BAD_CURSOR"


async def test_a_slow_question_is_stopped_with_a_clear_word(driver: neo4j.AsyncDriver) -> None:
    query = "UNWIND range(1, 1000000000) AS n RETURN sum(n % 7)"
    with pytest.raises(Refusal) as caught:
        await read(driver, query, {}, timeout=0.3, planning=0)
    assert caught.value.code == "MAP_TIMEOUT"
    assert "缩小" in caught.value.message_zh


async def test_the_map_is_read_only_for_explorers(driver: neo4j.AsyncDriver) -> None:
    with pytest.raises(neo4j.exceptions.ClientError, match="access mode"):
        await read(driver, "CREATE (:Intruder)", {})


async def test_the_load_left_counts(county: LoadReport) -> None:
    assert county.relationships["HAS_SETTLEMENT"] == 5


async def test_what_could_not_be_counted_in_time_is_said(
    driver: neo4j.AsyncDriver, inspector: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def late(*_: Any, **__: Any) -> list[neo4j.Record]:
        raise too_slow(5)

    monkeypatch.setattr("graph.explore.reading.read", late)
    counts = await expand_counts(driver, inspector, "Patient:1")
    totals = await neighbour_totals(driver, inspector, ["Patient:1", "Doctor:D1"])
    assert (counts.counts, totals.totals, totals.truncated) == ((), {}, True)
    for left in (counts.left_out, totals.left_out):
        assert {one.why for one in left} == {Why.TIME}


async def test_more_badges_than_a_picture_holds_are_left_out_with_their_number(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    ids = ["Patient:1", *(f"Patient:x{n}" for n in range(805))]
    totals = await neighbour_totals(driver, inspector, ids)
    assert set(totals.totals) == {"Patient:1"}
    assert [(one.why, one.count, one.bound) for one in totals.left_out] == [(Why.LIMIT, 6, 800)]
