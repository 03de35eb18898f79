"""A refund settlement of a later delivery is deducted from the case that had listed its line."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import neo4j

from casework.actors import ANY_LETTER, Actor, Role, Viewer
from casework.commands import case as c
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.withdraw import withdraw
from graph.commands import execute
from graph.lines.read import case_lines
from graph.load.run import load

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LEE = Actor("lee", "李稽查", frozenset({Role.INSPECTOR}), "p-lee", letters=(ANY_LETTER,))
HEAD = "feedetl_sn,mdtrt_id,fee_ocur_time,hilist_code,cnt,pric,det_item_fee_sumamt,inscp_scp_amt"
BILLED = f"{HEAD}\n1,M1,2025-03-02 08:00:00,X1,4,100.00,400.00,400.00\n"
BACK = f"""{HEAD},init_feedetl_sn,setl_id
2,M1,2026-02-20 08:00:00,X1,-1,100.00,-100.00,-100.00,1,S90
"""
SETTLED = """setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt,refd_setl_flag
S90,M1,1,H1,21,2026-02-20 08:00:00,-100.00,-70.00,1
"""


def bring(folder: Path, name: str, **tables: str) -> str:
    source = folder / name
    source.mkdir()
    for table, text in tables.items():
        (source / f"{table}.csv").write_text(text, encoding="utf-8")
    report = run_import(folder / "home", source, "national", "tester", AT)
    assert report.batch.rejects == 0, report
    return report.batch.batch_id


async def test_it_is_shown_on_the_line_and_deducted(
    clean_graph: neo4j.AsyncDriver, store: ClaimStore, tmp_path: Path
) -> None:
    async def renewed() -> Any:
        await load(clean_graph, store, at=AT, progress=lambda *_: None, way="online")
        found = await case_lines(clean_graph, Viewer(LEE), "C1")
        assert found is not None
        (line,) = found.lines.lines.values()
        (book,) = found.books
        return line, [(one.document_no, amount) for one, amount in book.back(line)]

    bring(tmp_path, "lines", fee_list_d=BILLED)
    await load(clean_graph, store, at=AT, progress=lambda *_: None, way="online")
    opened = c.OpenCase(
        case_no="C1", title="x", source=c.Source.TIP, summary="x",
        party=c.Party(c.PartyKind.INSTITUTION, "H1", "云溪县人民医院"),
        conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 1),
        findings=(c.FindingRef("F1", "hanging_bed", Decimal("280.00")),),
    )  # fmt: skip
    await execute(clean_graph, opened, LEE, AT)
    given = c.CaseLine(
        "M1/1", "F1", "hanging_bed", "H1", Decimal(400), Decimal(400), Decimal("0.7")
    )
    await execute(clean_graph, c.ListLines(case_no="C1", lines=(given,)), LEE, AT)
    assert (await renewed())[1] == []
    batch = bring(tmp_path, "refund", fee_list_d=BACK, setl_d=SETTLED)
    for _ in range(2):
        assert (await renewed())[1] == [("S90", Decimal("70.00"))]
    judge = c.JudgeLines(case_no="C1", verdict=c.LineVerdict.CONFIRMED, line_ids=("M1/1",))
    await execute(clean_graph, judge, LEE, AT)
    line, _ = await renewed()
    assert (line.confirmed, line.returned) == (Decimal("280.00"), Decimal("70.00"))
    withdraw(store.home, batch, "tester", AT, "误报")
    assert (await renewed())[1] == []
