"""A lead out of an inspection is tied to it in the same step; the papers follow at once or with its end."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import inspection as i
from tests.unit.casework.test_inspection import (
    HOSPITAL,
    NO,
    ended,
    notice,
    paper,
    planned,
    refused,
    reply,
    sign,
    started,
)

LEAD = c.OpenCase(
    case_no="C7",
    title="重复收取护理费案",
    source=c.Source.INSPECTION,
    summary="检查发现",
    party=c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院"),
    conduct_from=date(2025, 3, 1),
    conduct_to=date(2025, 9, 30),
    inspection_no=NO,
)


def case(bureau: Any) -> Any:
    return bureau.state("case:C7")


def inspection(bureau: Any) -> Any:
    return bureau.state(f"inspection:{NO}")


def on_site(bureau: Any) -> None:
    """With a paper that is signed and scanned, and the notice back."""
    started(bureau)
    bureau.do("ins1", paper())
    bureau.do("ins1", reply())
    bureau.do("ins1", sign())
    for name in ("底稿", "通知书"):
        bureau.evidence(name)
    bureau.do("ins1", i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id="底稿"))
    bureau.do("ins1", notice("通知书"))


def test_of_an_ended_inspection_the_papers_come_at_once(bureau: Any) -> None:
    ended(bureau)
    scans = {scan for scan, _ in inspection(bureau).scans}
    assert scans
    bureau.do("agency", LEAD)
    assert inspection(bureau).case_no == "C7"
    assert case(bureau).inspection_nos == (NO,)
    assert {item.evidence_id for item in case(bureau).evidence} == scans
    assert refused(bureau, replace(LEAD, case_no="C8"), "agency") == "ALREADY_DONE"


def test_of_one_that_runs_they_come_with_its_end(bureau: Any) -> None:
    on_site(bureau)
    bureau.do("ins1", LEAD)
    assert (inspection(bureau).case_no, case(bureau).evidence) == ("C7", ())
    wrong = i.CloseInspection(inspection_no=NO, situation="查实", case_no="C9")
    assert refused(bureau, wrong) == "BAD_VALUE"
    bureau.do("ins1", i.CloseInspection(inspection_no=NO, situation="查实"))
    assert {item.evidence_id for item in case(bureau).evidence} == {"底稿", "通知书"}
    assert case(bureau).inspection_nos == (NO,)


def test_a_lead_that_came_to_nothing_holds_up_no_end(bureau: Any) -> None:
    on_site(bureau)
    bureau.do("ins1", LEAD)
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no="C7", officers=officers))
    bureau.declined("C7", "不属实")
    bureau.do("ins1", i.CloseInspection(inspection_no=NO, situation="未查实"))
    assert inspection(bureau).case_no == "C7"
    assert case(bureau).evidence == ()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"inspection_no": "JC-2026-0404"}, "NOT_FOUND"),
        ({"party": c.Party(c.PartyKind.INSTITUTION, "H34162300002", "另一医院")}, "OTHER_PARTY"),
    ],
)
def test_what_does_not_fit_opens_no_case(bureau: Any, given: dict[str, Any], code: str) -> None:
    ended(bureau)
    assert refused(bureau, replace(LEAD, **given), "agency") == code


def test_one_that_has_not_begun_led_to_nothing(bureau: Any) -> None:
    planned(bureau)
    assert refused(bureau, LEAD) == "ILLEGAL_MOVE"
