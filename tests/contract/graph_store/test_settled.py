"""Refund settlements that name no line: told when lines are listed, and when a later delivery brings them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import neo4j
import pytest
from filing import AT, investigated

from casework.actors import Actor, Viewer
from casework.commands import case as c
from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.commands import execute
from graph.lines.read import CaseLines, case_lines
from graph.lines.settled import record_settled, refunds_behind

pytestmark = pytest.mark.asyncio(loop_scope="session")
HOSPITAL = "H34162300001"
D = Decimal
#: One visit of two lines, billed in one settlement.
FILES = {
    "medins_info_b": ("fixmedins_code,fixmedins_name,beds", f"{HOSPITAL},云溪县人民医院,120"),
    "psn_info_b": ("psn_no,psn_name,brdy", "P1,张三,1960-01-01"),
    "staff_info_b": ("prac_psn_code,prac_psn_name,fixmedins_code", f"D1,王医生,{HOSPITAL}"),
    "mdtrt_d": (
        "mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime",
        f"M1,P1,{HOSPITAL},11,2026-01-05 09:00:00,2026-01-05 09:30:00",
    ),
    "setl_d": (
        "setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt,refd_setl_flag",
        f"S1,M1,P1,{HOSPITAL},11,2026-01-05 10:00:00,10.00,8.00,0",
    ),
    "fee_list_d": (
        "feedetl_sn,mdtrt_id,cnt,pric,det_item_fee_sumamt,fee_ocur_time,hilist_code,bilg_dr_codg",
        "1,M1,2,2.5,5.00,2026-01-05 09:10:00,X1,D1",
        "2,M1,2,2.5,5.00,2026-01-05 09:10:00,X1,D1",
    ),
}
REFUND = f"S9,M1,P1,{HOSPITAL},11,2026-01-20 10:00:00,-3.00,-2.40,1"
LINES = tuple(
    c.CaseLine(f"M1/{sn}", "F1", "hanging_bed", HOSPITAL, D("5.00"), D("5.00"), D("0.8"))
    for sn in ("1", "2")
)


def delivered(root: Path, *more: str) -> ClaimStore:
    """The visit as the bureau delivers it, with `more` rows of settlements."""
    files = root / f"files{len(more)}"
    files.mkdir()
    for table, rows in FILES.items():
        told = (*rows, *more) if table == "setl_d" else rows
        (files / f"{table}.csv").write_text("\n".join(told) + "\n")
    run_import(root / "home", files, "national", "tester", AT)
    return ClaimStore(root / "home")


async def listed(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, claims: ClaimStore
) -> None:
    """A case under investigation lists both lines, with what came back of their visits."""
    await investigated(store, people, lead)
    visits = await refunds_behind(claims, LINES)
    await execute(store, c.ListLines(case_no="C1", lines=LINES, visits=visits), people["ins1"], AT)


async def read(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> CaseLines:
    found = await case_lines(store, Viewer(people["ins1"]), "C1")
    assert found is not None
    return found


async def test_lines_are_listed_with_what_came_back_of_their_visits(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, tmp_path: Path
) -> None:
    await listed(store, people, lead, delivered(tmp_path, REFUND))
    (one,) = (await read(store, people)).unset
    assert (one.visit, one.fixmedins_code, one.documents) == ("M1", HOSPITAL, ("S9",))
    assert (one.billed, one.amount, one.on) == (D("3.00"), D("2.40"), date(2026, 1, 20))


async def test_a_later_delivery_tells_the_book_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, tmp_path: Path
) -> None:
    claims = delivered(tmp_path)
    assert await refunds_behind(claims, LINES) == ()
    await listed(store, people, lead, claims)
    assert await record_settled(store, claims, AT) == 0
    assert (await read(store, people)).unset == ()
    later = delivered(tmp_path, REFUND)
    assert await record_settled(store, later, AT) == 1
    assert [one.amount for one in (await read(store, people)).unset] == [D("2.40")]
    assert await record_settled(store, later, AT) == 0
