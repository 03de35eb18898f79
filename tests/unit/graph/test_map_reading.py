"""Ids, cursors, search text and masking: the pure parts of exploration."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import neo4j.graph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.time import Date, DateTime

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from graph.explore.cursor import read_cursor, write_cursor
from graph.explore.ids import parse_ref
from graph.explore.present import edge, moment, present, wall, yuan
from graph.explore.reading import bounded, too_slow
from graph.explore.routes import routes_from
from graph.explore.search import CERTNO_TAIL, fulltext
from graph.explore.values import Filters
from graph.explore.walk import asked_for

MASKED = Viewer(Actor("li", "李", frozenset({Role.INSPECTOR}), "p"))
CLEAR = Viewer(MASKED.actor, "核查")
Node = Callable[..., neo4j.graph.Node]


def node(label: str, **props: object) -> neo4j.graph.Node:
    graph = neo4j.graph.Graph()
    return neo4j.graph.Node(graph, "4:x:1", 1, {label}, props)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("张", "张*"),
        ("人民医院", '"人民医院"'),
        ("(", '"\\("'),
        ('a"b', '"a\\"b"'),
        ("D1", '"D1" OR d1*'),
        ("A && B", '"A \\&& B"'),
        ("*", '"\\*"'),
    ],
)
def test_search_text_is_escaped_and_quoted(text: str, query: str) -> None:
    assert fulltext(text) == query


@pytest.mark.parametrize(
    ("text", "is_tail"),
    [
        ("1234", True),
        ("121x", True),
        ("341223195002031234", True),
        ("123", False),
        ("x234", False),
        ("3412231950020312345", False),
    ],
)
def test_four_or_more_last_digits(text: str, is_tail: bool) -> None:
    assert (CERTNO_TAIL.fullmatch(text) is not None) == is_tail


@given(
    st.lists(st.one_of(st.none(), st.integers(-(2**62), 2**62), st.text()), min_size=3, max_size=3)
)
def test_cursors_come_back(place: list[str | int | None]) -> None:
    assert read_cursor(write_cursor(place), 3) == place


@given(st.text())
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    code = "BAD_CURSOR"
    try:
        read_cursor(text, 3)
    except Refusal as refusal:
        code = refusal.code
    assert code == "BAD_CURSOR"


def test_ids_keep_colons_of_their_key() -> None:
    assert parse_ref("Bed:H1|A:1|2").key == "H1|A:1|2"
    with pytest.raises(Refusal):
        parse_ref("Case:1")


def test_personal_data_is_masked() -> None:
    patient = node(
        "Patient",
        psn_no="1",
        psn_name="欧阳小明",
        certno="341223195002031234",
        brdy=Date(1950, 2, 3),
        digest=7,
    )
    masked, clear = present(patient, MASKED), present(patient, CLEAR)
    assert masked.label == "欧***"
    assert dict(masked.props) == {
        "psn_no": "1",
        "psn_name": "欧***",
        "certno": "341223********1234",
        "brdy": "1950-**-**",
    }
    assert (clear.label, clear.props["brdy"]) == ("欧阳小明", "1950-02-03")
    address = present(node("Address", key="k", value="云溪县城关镇甲村1号", sharers=3), MASKED)
    assert (address.label, address.id, address.crowded) == ("云溪县城关镇****", "Address:k", False)
    assert present(node("Phone", key="k", value="1", sharers=31), MASKED).crowded


def test_money_and_times() -> None:
    assert yuan(-105) == Decimal("-1.05")
    assert yuan(None) is None
    at = moment(DateTime(2025, 3, 1, 0, 30))
    assert at is not None
    assert at.astimezone(UTC) == datetime(2025, 2, 28, 16, 30, tzinfo=UTC)
    assert wall(at) == datetime(2025, 3, 1, 0, 30)  # noqa: DTZ001
    bare = edge("a", "b", "HAS_PHONE", {})
    assert (bare.count, bare.amount, bare.first) == (1, None, None)


def test_limits() -> None:
    assert [bounded(n) for n in (-1, 0, 5, 10**9)] == [1, 1, 5, 800]
    assert too_slow(5.0).code == "MAP_TIMEOUT"


def test_single_settlements_only_when_asked_for() -> None:
    def taken(filters: Filters) -> set[str]:
        return {r.relation for r in routes_from("Patient") if asked_for(r, filters)}

    assert "HAS_SETTLEMENT" not in taken(Filters())
    assert taken(Filters(kinds=frozenset({"Settlement"}))) == {"HAS_SETTLEMENT"}
    assert taken(Filters(kinds=frozenset({"Hospital"}))) == {"VISITED"}
    assert taken(Filters(relations=frozenset({"LIVES_AT"}))) == {"LIVES_AT"}
