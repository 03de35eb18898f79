"""The story and the evidence behind a picture: settlements by day, one by one, and as a workbook."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import neo4j
import pytest

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from graph.explore.activity import activity
from graph.explore.records import records
from graph.explore.subgraph import subgraph
from graph.investigations.model import Investigation
from graph.investigations.sieve import sieve_of
from graph.investigations.workbook import Made, evidence_list, node_ids

pytestmark = pytest.mark.usefixtures("county")
AT = datetime(2026, 1, 2, 4, 5, tzinfo=UTC)
DRAWN = ["Patient:1", "Patient:2", "Institution:H1", "Doctor:D1", "Phone:none"]
OUTSIDERS = [Role.INSURANCE_OFFICE, Role.PHYSICIAN, Role.AUDITOR, Role.SYSTEM_ADMIN]


async def test_each_day_has_the_edges_of_that_day_and_only_drawn_ones(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    found = await activity(driver, inspector, DRAWN)
    assert [day.day for day in found.days] == [date(2025, 3, 5), date(2025, 4, 1)]
    first = {(e.source, e.kind, e.target): (e.count, e.amount) for e in found.days[0].edges}
    assert first == {
        ("Patient:1", "VISITED", "Institution:H1"): (1, Decimal("1000.10")),
        ("Patient:1", "SEEN_BY", "Doctor:D1"): (1, Decimal("1000.10")),
        ("Patient:2", "VISITED", "Institution:H1"): (1, Decimal("2000.20")),
        ("Patient:2", "SEEN_BY", "Doctor:D1"): (1, Decimal("2000.20")),
    }
    # D2 treated the visit of April and is not drawn.
    assert [edge.target for edge in found.days[1].edges] == ["Institution:H1"]
    assert not found.truncated


async def test_the_days_add_up_to_the_summed_edges(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    ids = ["Patient:1", "Patient:2", "Patient:3", "Institution:H1", "Institution:P1", "Doctor:D1"]
    sums: dict[tuple[str, str, str], tuple[int, Decimal]] = {}
    for day in (await activity(driver, inspector, ids)).days:
        for edge in day.edges:
            key = (edge.source, edge.kind, edge.target)
            count, amount = sums.get(key, (0, Decimal(0)))
            sums[key] = (count + edge.count, amount + edge.amount)
    whole = await subgraph(driver, inspector, ids)
    assert sums == {
        (edge.source, edge.kind, edge.target): (edge.count, edge.amount)
        for edge in whole.edges
        if edge.kind in ("VISITED", "SEEN_BY")
    }


async def test_nothing_drawn_has_no_story(driver: neo4j.AsyncDriver, inspector: Viewer) -> None:
    for ids in ([], ["Institution:H1"], ["Patient:9"], ["nonsense"]):
        assert (await activity(driver, inspector, ids)).days == ()
        assert (await records(driver, inspector, ids)).records == ()


async def test_records_name_each_settlement_masked(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    found = await records(driver, inspector, DRAWN)
    assert [one.setl_id for one in found.records] == ["S1", "S2", "S3"]
    first = found.records[0]
    assert (first.patient.label, first.amount, first.fund) == (
        "张*", Decimal("1000.10"), Decimal("700.05"),
    )  # fmt: skip
    assert first.at is not None
    assert first.at.isoformat() == "2025-03-05T10:05:00+08:00"


@pytest.mark.parametrize("role", OUTSIDERS)
async def test_outsiders_learn_nothing(driver: neo4j.AsyncDriver, role: Role) -> None:
    outsider = Viewer(Actor("x", "某人", frozenset({role}), "x"), "核查")
    for ask in (activity, records):
        with pytest.raises(Refusal) as refused:
            await ask(driver, outsider, DRAWN)
        assert refused.value.code == "ROLE_REQUIRED"


async def test_the_workbook_lists_what_was_drawn(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    content: dict[str, Any] = {
        "version": 2,
        "picture": {
            "nodes": {id: {} for id in DRAWN},
            "edges": {"Patient:1>VISITED>Institution:H1": {}},
            "notes": {"Patient:1": "待走访"},
            "hulls": [{"id": "group:1", "label": "甲组", "members": ["Patient:1", "Patient:2"]}],
        },
    }
    saved = Investigation("k", "=SUM(1)", "li", (), 1, AT, AT, content, AT)
    ids = node_ids(saved)
    assert ids == DRAWN
    drawn = await subgraph(driver, inspector, ids)
    found = await records(driver, inspector, ids)
    body, rows = evidence_list(saved, drawn, found, Made("李稽查", AT))
    sheets = _sheets(body)
    assert rows == 3
    nodes, relations, settlements = sheets
    assert ["参保人", "1", "张*", "待走访", "甲组"] in nodes
    assert "已不在图谱中：1 个" in nodes[0][0]
    assert [row[:4] for row in relations[2:]] == [["张*", "就诊", "云溪县人民医院", "2"]]
    assert [row[0] for row in settlements[2:]] == ["S1", "S2", "S3"]
    assert "共 3 笔，合计 3,050.30 元" in settlements[0][0]
    # A name that looks like a formula stays text.
    assert b"<f>" not in body


async def test_the_workbook_obeys_the_filter_of_its_picture_and_says_it(
    driver: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    content: dict[str, Any] = {
        "version": 2,
        "picture": {
            "nodes": {id: {} for id in DRAWN},
            "edges": {f"Patient:{n}>VISITED>Institution:H1": {} for n in (1, 2)},
            "filter": {"from": "2025-04-01", "to": "2025-04-30", "without": ["DOCTOR"]},
        },
    }
    saved = Investigation("k", "四月", "li", (), 1, AT, AT, content, AT)
    sieve = sieve_of(content)
    found = await records(driver, inspector, DRAWN, start=sieve.start, end=sieve.end)
    assert [one.setl_id for one in found.records] == ["S3"]
    drawn = await subgraph(driver, inspector, DRAWN)
    body, rows = evidence_list(saved, drawn, found, Made("李稽查", AT))
    nodes, relations, settlements = _sheets(body)
    assert rows == 1
    # Patient 2 came in March alone; the doctor's kind is left out.
    assert [row[1] for row in nodes[2:]] == ["1", "H1"]
    assert [row[:5] for row in relations[2:]] == [["张*", "就诊", "云溪县人民医院", "1", "50.00"]]
    assert [row[0] for row in settlements[2:]] == ["S3"]
    for sheet in (nodes, relations, settlements):
        assert "筛选条件：时间 2025-04-01 至 2025-04-30；不含医师（未列对象 2 个）" in sheet[0][0]


def _sheets(body: bytes) -> list[list[list[str]]]:
    """Cell texts of every sheet, row by row; empty cells left out."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()) for one in shared.findall("x:si", space)]
        found = []
        for number in (1, 2, 3):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            rows = []
            for row in sheet.iterfind(".//x:row", space):
                cells = []
                for cell in row.findall("x:c", space):
                    value = cell.findtext("x:v", "", space)
                    cells.append(texts[int(value)] if cell.get("t") == "s" else value)
                rows.append(cells)
            found.append(rows)
    return found
