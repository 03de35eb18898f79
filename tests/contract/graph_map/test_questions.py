"""Weighted paths, saved questions, the map of places, figures of a picture: on the small county."""

from decimal import Decimal
from pathlib import Path

import neo4j
import pytest

import graph.explore.expand as expanding
import graph.explore.reading as reading
from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from graph.explore.expand import expand
from graph.explore.metrics import subgraph_metrics
from graph.explore.search import search
from graph.explore.timeline import timeline
from graph.explore.values import Filters, Why
from graph.explore.weighted import Weight, lightest_paths
from graph.geo.outline import keep_outline
from graph.geo.places import geo
from graph.patterns.run import run_pattern
from graph.patterns.template import templates

pytestmark = pytest.mark.usefixtures("county")
OUTSIDER = Viewer(Actor("x", "某人", frozenset({Role.PHYSICIAN}), "x"), "核查")
EXPLAINED = "EXPLAIN "


async def test_lightest_paths_come_in_order_and_in_pages(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    whole = await lightest_paths(
        driver, inspector, "Patient:1", "Patient:2", weight=Weight.RARITY, limit=20
    )
    weights = [path.weight for path in whole.paths]
    assert weights == sorted(weights)
    assert len(whole.paths) >= 4
    # A phone of two weighs less than a hospital of two and more; each path is loopless.
    assert {len(set(path.node_ids)) - len(path.node_ids) for path in whole.paths} == {0}
    first = await lightest_paths(
        driver, inspector, "Patient:1", "Patient:2", weight=Weight.RARITY, limit=2
    )
    assert first.truncated
    rest = await lightest_paths(
        driver,
        inspector,
        "Patient:1",
        "Patient:2",
        weight=Weight.RARITY,
        limit=20,
        after=first.cursor,
    )
    assert [*first.paths, *rest.paths] == list(whole.paths)


async def test_many_settlements_make_a_step_light(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    found = await lightest_paths(
        driver, inspector, "Patient:1", "Doctor:D2", weight=Weight.STRENGTH, limit=1
    )
    # The direct step sums up one settlement and weighs 1; through H1 it would be 1/2 + 1.
    assert (found.paths[0].node_ids, found.paths[0].weight) == (("Patient:1", "Doctor:D2"), 1.0)


async def test_hubs_are_reached_but_not_passed(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    alone = await lightest_paths(driver, inspector, "Patient:1", "Patient:2", hub=1)
    assert alone.paths == ()
    assert [(left.why, left.bound) for left in alone.left_out] == [(Why.HUB, 1)]
    to_hub = await lightest_paths(driver, inspector, "Patient:1", "Institution:H1", hub=1)
    assert to_hub.paths[0].node_ids == ("Patient:1", "Institution:H1")


async def test_an_expansion_within_institutions(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    elsewhere = Filters(relations=frozenset({"SEEN_BY"}), institutions=frozenset({"P1"}))
    assert (await expand(driver, inspector, "Patient:1", filters=elsewhere)).nodes == ()
    there = Filters(relations=frozenset({"SEEN_BY"}), institutions=frozenset({"H1"}))
    found = await expand(driver, inspector, "Patient:1", filters=there)
    assert {node.id for node in found.nodes} == {"Doctor:D1", "Doctor:D2"}
    settled_elsewhere = Filters(institutions=frozenset({"H9"}), relations=frozenset({"VISITED"}))
    found = await expand(driver, inspector, "Patient:5", filters=settled_elsewhere)
    assert [(edge.target, edge.count) for edge in found.edges] == [("Institution:H9", 1)]


async def test_what_takes_too_long_is_named_and_the_rest_is_shown(
    driver: neo4j.AsyncDriver, inspector: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    really = reading.read

    async def slow(
        driver: neo4j.AsyncDriver, query: str, parameters: object, *rest: float
    ) -> object:
        asked.append(query)
        # All relations at once, and doctors by themselves, take too long.
        if query.count("UNION") or "SEEN_BY" in query:
            raise reading.too_slow(5)
        return await really(driver, query, parameters, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read", slow)
    assert expanding.EACH < reading.TIMEOUT
    # Which part is too slow is said above: a busy machine may not add one of its own.
    monkeypatch.setattr(expanding, "EACH", 60.0)
    found = await expand(driver, inspector, "Patient:1")
    assert [(left.part, left.why) for left in found.left_out] == [("SEEN_BY", Why.TIME)]
    assert found.truncated
    assert {edge.kind for edge in found.edges} == {"VISITED", "HAS_PHONE", "LIVES_AT", "USED_BED"}
    late = await timeline(driver, inspector, "Doctor:D1")
    assert late.entries


async def test_search_goes_on_page_by_page(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    first = await search(driver, inspector, "张", limit=1)
    second = await search(driver, inspector, "张", limit=1, after=first.cursor)
    assert {hit.node.id for hit in (*first.hits, *second.hits)} == {"Patient:1", "Patient:2"}
    assert (second.truncated, second.cursor) == (False, None)


async def test_search_for_a_kind_is_not_crowded_out_by_others(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    everybody = await search(driver, inspector, "医", limit=50)
    assert [hit.node.id for hit in everybody.hits] != ["Institution:H1"]
    for kinds, ids in (
        (("Hospital", "Pharmacy"), {"Institution:H1"}),
        (("Doctor",), {"Doctor:D1", "Doctor:D2"}),
        (("Patient",), set()),
    ):
        found = await search(driver, inspector, "医", limit=len(ids) or 1, kinds=kinds)
        assert {hit.node.id for hit in found.hits} == ids
        assert not found.truncated
    tail = await search(driver, inspector, "1234", kinds=("Doctor",))
    assert not tail.by_certno, "who looks for a doctor compares no ID numbers"


@pytest.mark.parametrize("key", sorted(templates()))
async def test_templates_only_read_and_give_their_columns(
    driver: neo4j.AsyncDriver, key: str
) -> None:
    template = templates()[key]
    values: dict[str, object] = {p.name: "x" for p in template.parameters if p.kind == "node"}
    values |= {p.name: p.default for p in template.parameters if p.kind == "number"}
    query = EXPLAINED + template.cypher + "\nSKIP $skip LIMIT $limit"
    values |= {"skip": 0, "limit": 1, "from": None, "to": None}
    found = await driver.execute_query(query, values)  # type: ignore[arg-type,unused-ignore]
    assert found.summary.query_type == "r"
    assert found.keys == [column.name for column in template.columns]


async def test_patients_of_a_doctor_who_bought_at_a_pharmacy(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    await driver.execute_query(
        "MATCH (p:Patient {psn_no: '1'}), (f:Institution {fixmedins_code: 'P1'}) "
        "CREATE (p)-[:VISITED {count: 1, days: [20153]}]->(f) "
        "CREATE (p)-[:HAS_SETTLEMENT]->(:Settlement {setl_id: 'X1', medfee_fen: 1250, "
        "setl_time: localdatetime('2025-03-07T18:00:00')})-[:AT]->(f)"
    )
    ask = {"doctor": "Doctor:D1", "pharmacy": "Institution:P1"}
    try:
        found = await run_pattern(driver, inspector, "doctor_then_pharmacy", ask)
        sooner = await run_pattern(driver, inspector, "doctor_then_pharmacy", {**ask, "days": "1"})
    finally:
        await driver.execute_query(
            "MATCH (s:Settlement {setl_id: 'X1'}) DETACH DELETE s "
            "WITH 1 AS one MATCH (:Patient {psn_no: '1'})-[r:VISITED]->(:Institution "
            "{fixmedins_code: 'P1'}) DELETE r"
        )
    assert [cell.text for cell in found.rows[0]] == [
        "张*",
        "1",
        "1",
        "12.50",
        "2025-03-07T18:00:00+08:00",
    ]
    assert {node.id for node in found.picture.nodes} == {
        "Patient:1",
        "Doctor:D1",
        "Institution:P1",
    }
    assert sooner.rows == ()


async def test_stays_together(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    found = await run_pattern(driver, inspector, "stays_together", {"patient": "Patient:1"})
    assert [[cell.text for cell in row][:4] for row in found.rows] == [
        ["张*", "云溪县人民医院", "1", "2000.20"]
    ]


@pytest.mark.parametrize(
    ("key", "values", "code"),
    [
        ("no_such", {}, "NOT_FOUND"),
        ("companions", {}, "FIELD_REQUIRED"),
        ("companions", {"patient": "Doctor:D1"}, "BAD_VALUE"),
        ("companions", {"patient": "Patient:none"}, "NOT_FOUND"),
        ("companions", {"patient": "Patient:1", "least": "1"}, "BAD_VALUE"),
        ("companions", {"patient": "Patient:1", "least": "²"}, "BAD_VALUE"),
        ("companions", {"patient": "Patient:1", "cypher": "x"}, "BAD_VALUE"),
        (
            "terminal_minutes",
            {"terminal": "Terminal:P1|T1", "from": "2025-02-30", "to": "2025-03-01"},
            "BAD_VALUE",
        ),
    ],
)
async def test_wrong_parameters_are_refused(
    driver: neo4j.AsyncDriver, inspector: Viewer, key: str, values: dict[str, str], code: str
) -> None:
    with pytest.raises(Refusal) as caught:
        await run_pattern(driver, inspector, key, values)
    assert caught.value.code == code


async def test_places_lie_where_the_master_data_says(
    driver: neo4j.AsyncDriver, inspector: Viewer, tmp_path: Path
) -> None:
    whole = await geo(driver, inspector, tmp_path)
    assert {(p.node.id, p.lon, p.lat) for p in whole.places} == {
        ("Institution:H1", 117.1, 33.2),
        ("Institution:P1", 117.2, 33.3),
    }
    # H9 has no coordinates.
    assert [(left.why, left.count) for left in whole.left_out] == [(Why.PLACE, 1)]
    assert whole.outline is not None
    assert whole.outline["name"] == "云溪县"
    file = tmp_path / "ours.geojson"
    file.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"城关镇"},'
        '"geometry":{"type":"Polygon","coordinates":[[[117,33],[118,33],[118,34],[117,33]]]}}]}',
        encoding="utf-8",
    )
    assert keep_outline(tmp_path, file) == 1
    one = await geo(driver, inspector, tmp_path, of="Patient:1")
    assert [(p.node.id, p.count, p.amount) for p in one.places] == [
        ("Institution:H1", 2, Decimal("1050.10"))
    ]
    assert one.outline is not None
    assert one.outline["features"][0]["properties"] == {"name": "城关镇"}


async def test_figures_of_a_picture(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    ids = ["Patient:1", "Patient:2", "Institution:H1", "Doctor:D1", "Patient:3", "Patient:gone"]
    found = await subgraph_metrics(driver, inspector, ids)
    by_id = {one.id: one for one in found.nodes}
    assert found.missing == ("Patient:gone",)
    assert by_id["Patient:3"].degree == 0
    # 1 and 2 are joined to H1 and D1, and D1 works at H1.
    assert (by_id["Patient:1"].degree, by_id["Institution:H1"].degree) == (2, 3)
    assert by_id["Patient:1"].strength == 3
    assert by_id["Patient:3"].community != by_id["Patient:1"].community
    assert sum(found.communities) == 5
    page = await subgraph_metrics(driver, inspector, ids, limit=2)
    assert page.truncated
    rest = await subgraph_metrics(driver, inspector, ids, limit=10, after=page.cursor)
    assert (*page.nodes, *rest.nodes) == found.nodes


async def test_nobody_else_sees_any_of_it(driver: neo4j.AsyncDriver, tmp_path: Path) -> None:
    for call in (
        lightest_paths(driver, OUTSIDER, "Patient:1", "Patient:2"),
        run_pattern(driver, OUTSIDER, "companions", {"patient": "Patient:1"}),
        geo(driver, OUTSIDER, tmp_path),
        subgraph_metrics(driver, OUTSIDER, ["Patient:1"]),
    ):
        with pytest.raises(Refusal) as caught:
            await call
        assert caught.value.code == "ROLE_REQUIRED"
