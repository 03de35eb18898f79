"""An evidence list names what the picture shows: the filter of the desk, applied by the server."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from graph.explore.records import Record, Records
from graph.explore.values import GraphEdge, GraphNode
from graph.investigations.sieve import Sieve, Sieved, edge_id, sieve_of, sieved
from graph.investigations.workbook import filter_words


def node(id: str, **props: str) -> GraphNode:
    return GraphNode(id, id.partition(":")[0], id, props)


def at(month: int, day: int) -> datetime:
    # Just before midnight in Shanghai: the day is Shanghai's, not UTC's.
    return datetime(2025, month, day, 15, 59, tzinfo=UTC)


H1, H2 = node("Institution:H1", fixmedins_type="1"), node("Institution:P2", fixmedins_type="2")
ONE, TWO, DOCTOR, PHONE = (
    node("Patient:1"), node("Patient:2"), node("Doctor:D1"), node("Phone:k"),
)  # fmt: skip
NODES = (ONE, TWO, H1, H2, DOCTOR, PHONE)
VISIT = GraphEdge(
    ONE.id, "Institution:H1", "VISITED", 2, Decimal("500.00"), Decimal(400), at(1, 5), at(6, 1)
)
OTHER = GraphEdge(
    TWO.id, "Institution:P2", "VISITED", 1, Decimal("20.50"), Decimal(5), at(3, 1), at(3, 1)
)
SEEN = GraphEdge(
    ONE.id, DOCTOR.id, "SEEN_BY", 2, Decimal("500.00"), Decimal(400), at(1, 5), at(6, 1)
)
WORKS = GraphEdge(DOCTOR.id, H1.id, "WORKS_AT")
SHARED = GraphEdge(ONE.id, PHONE.id, "HAS_PHONE")
EDGES = (VISIT, OTHER, SEEN, WORKS, SHARED)


def record(name: str, moment: datetime, who: GraphNode, where: GraphNode, yuan: str) -> Record:
    doctor = DOCTOR if where is H1 else None
    return Record(name, None, moment, who, where, doctor, Decimal(yuan), Decimal(1))


FOUND = Records(
    (
        record("S1", at(1, 5), ONE, H1, "100.00"),
        record("S2", at(3, 1), TWO, H2, "20.50"),
        record("S3", at(6, 1), ONE, H1, "400.00"),
    ),
    truncated=False,
)


def ask(sieve: Sieve, kept: tuple[str, ...] = (), drawn: tuple[GraphEdge, ...] = EDGES) -> Sieved:
    return sieved(sieve, NODES, EDGES, FOUND, {edge_id(one) for one in drawn}, kept)


def names(found: Sieved) -> tuple[list[str], list[str], list[str]]:
    return (
        [one.id for one in found.nodes],
        [f"{e.source}>{e.target}" for e in found.edges],
        [one.setl_id for one in found.records],
    )


def test_without_a_filter_all_that_was_drawn_is_listed() -> None:
    found = ask(Sieve(), drawn=(VISIT, OTHER))
    assert found.nodes == NODES
    assert found.edges == (VISIT, OTHER)
    assert found.records == FOUND.records
    assert found.held == 0


def test_kinds_take_objects_with_their_relations_and_settlements() -> None:
    nodes, edges, records = names(ask(Sieve(without=frozenset({"PHARMACY", "PHONE"}))))
    # Patient 2 hung on the pharmacy alone.
    assert nodes == ["Patient:1", "Institution:H1", "Doctor:D1"]
    assert "Patient:1>Phone:k" not in edges
    assert records == ["S1", "S3"]


def test_institutions_take_doctors_who_work_elsewhere() -> None:
    found = ask(Sieve(institutions=frozenset({"Institution:P2"})))
    assert names(found) == (
        ["Patient:1", "Patient:2", "Institution:P2", "Phone:k"],
        ["Patient:2>Institution:P2", "Patient:1>Phone:k"],
        ["S2"],
    )
    assert found.held == 2


def test_amounts_are_those_of_a_relation_and_both_bounds_count() -> None:
    least = ask(Sieve(least=Decimal("500.00")))
    assert names(least)[2] == ["S1", "S3"]
    assert "Patient:2" not in names(least)[0]
    assert names(ask(Sieve(most=Decimal("20.50"))))[2] == ["S2"]


def test_time_leaves_relations_the_settlements_of_its_days() -> None:
    found = ask(Sieve(start=date(2025, 6, 1), end=date(2025, 6, 1)))
    assert names(found) == (
        ["Patient:1", "Institution:H1", "Doctor:D1", "Phone:k"],
        [
            "Patient:1>Institution:H1",
            "Patient:1>Doctor:D1",
            "Doctor:D1>Institution:H1",
            "Patient:1>Phone:k",
        ],
        ["S3"],
    )
    visit = found.edges[0]
    assert (visit.count, visit.amount, visit.first) == (1, Decimal("400.00"), at(6, 1))


def test_pinned_and_noted_objects_stay() -> None:
    sieve = Sieve(start=date(2025, 6, 1))
    assert "Patient:2" in names(ask(sieve, kept=("Patient:2",)))[0]


@pytest.mark.parametrize(
    "content",
    [{}, {"picture": 1}, {"picture": {"filter": []}},
     {"picture": {"filter": {"from": 3, "to": "soon", "least": "NaN", "without": "PATIENT"}}}],
)  # fmt: skip
def test_what_is_no_filter_filters_nothing(content: dict[str, Any]) -> None:
    assert sieve_of(content) == Sieve()


def test_the_sheet_says_the_filter() -> None:
    filter = {
        "from": "2025-01-01", "to": None, "least": "100", "most": None, "without": ["PHARMACY"],
        "institutions": ["Institution:H1"],
    }  # fmt: skip
    said = filter_words(sieve_of({"picture": {"filter": filter}}), {"Institution:H1": "县医院"})
    assert said == "时间 2025-01-01 至 最近；关系金额不低于 100.00 元；不含零售药店；机构 县医院"
    assert filter_words(Sieve(), {}) == ""
