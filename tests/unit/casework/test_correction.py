"""Whether the party refused to correct is what a served order and its result say (条例 38, 39)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from api.case.steps import steps_of
from casework.cases.correct import in_vain
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.decide import next_actions, step_of
from casework.refusal import Refusal
from evidence.forms.context import Print, values
from evidence.forms.report_draft import report_draft

DIRECT = c.ServiceWay.DIRECT


def ordered(bureau: Any, no: str, days: int = 10) -> None:
    order = c.OrderCorrection(
        case_no=no,
        what="建立医疗保障基金使用内部管理制度",
        until=bureau.today + timedelta(days=days),
        basis="《医疗保障基金使用监督管理条例》第三十九条第（一）项",
    )
    bureau.do("ins1", order)


def serve(bureau: Any, no: str) -> c.ServePaper:
    return c.ServePaper(case_no=no, served=c.Served.CORRECTION, way=DIRECT, served_on=bureau.today)


def found(bureau: Any, no: str, result: c.CorrectionResult) -> c.RecordCorrection:
    shows = bureau.state(f"case:{no}").evidence[-1].evidence_id
    return c.RecordCorrection(
        case_no=no, result=result, found_on=bureau.today, evidence_ids=(shows,)
    )


@pytest.fixture
def told(bureau: Any) -> str:
    """A case whose party was ordered to correct within ten days."""
    no: str = bureau.investigated()
    bureau.evidence("E1")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="复查情况"))
    ordered(bureau, no)
    bureau.issue(no, "correction")
    bureau.do("ins1", serve(bureau, no))
    return no


def fixed(no: str) -> c.ProposePenalty:
    return c.ProposePenalty(
        case_no=no,
        article_id="tiaoli-39-1",
        base_loss=Decimal("4113.00"),
        recovery=Decimal("0.00"),
        less_ground=c.LessGround.ELSEWHERE,
        less_reasons="已由飞检追回",
        fixed_amount=Decimal("20000.00"),
        reasons="拒不改正",
    )


def test_an_order_is_printed_numbered_and_served(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("ins1", serve(bureau, no)) == "STEP_MISSING"
    with pytest.raises(Refusal) as answer:
        bureau.issue(no, "correction")
    assert answer.value.code == "STEP_MISSING"
    ordered(bureau, no)
    assert bureau.refused("ins1", serve(bureau, no)) == "NOT_ISSUED"
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("IssueForm", "责令改正通知书")
    bureau.issue(no, "correction")
    form = bureau.state(f"case:{no}").forms[-1]
    printed = values(Print(no, bureau.streams[f"case:{no}"], form, "示例局"))["correction"]
    assert printed["what"] == "建立医疗保障基金使用内部管理制度"
    assert printed["until"].startswith(f"{bureau.today.year}年")
    assert "第三十九条" in printed["basis"]
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("ServePaper", "责令改正通知书")
    assert bureau.do("ins1", serve(bureau, no)) == ["CorrectionServed"]
    service = bureau.state(f"case:{no}").services[-1]
    assert (service.served, service.number) == ("correction", "1")


def test_its_day_is_a_clock_that_falls_overdue(bureau: Any, told: str) -> None:
    def clock() -> Any:
        return next(
            d for d in deadlines(bureau.streams[f"case:{told}"], bureau.at) if d.id == "correction"
        )

    assert local_date(clock().due) == bureau.today + timedelta(days=10)
    assert clock().clock is Clock.RUNNING
    bureau.wait(12)
    assert clock().clock is Clock.OVERDUE
    step = step_of(bureau.state(f"case:{told}"), bureau.people["ins1"], bureau.at)
    assert step.name == "RecordCorrection"
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.NOT_CORRECTED))
    assert clock().clock is Clock.LATE


def test_not_done_is_said_once_the_day_is_over_and_on_evidence(bureau: Any, told: str) -> None:
    early = found(bureau, told, c.CorrectionResult.NOT_CORRECTED)
    assert bureau.refused("ins1", early) == "PERIOD_RUNNING"
    assert bureau.refused("ins1", replace(early, evidence_ids=())) == "FIELD_REQUIRED"
    assert bureau.refused("ins1", replace(early, evidence_ids=("E9",))) == "NOT_FOUND"
    tomorrow = replace(early, found_on=bureau.today + timedelta(days=1))
    assert bureau.refused("ins1", tomorrow) == "DATE_ORDER"
    bureau.wait(11)
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.NOT_CORRECTED))
    assert in_vain(bureau.state(f"case:{told}"))
    # Found later to be put right after all: it ends there.
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.CORRECTED))
    assert not in_vain(bureau.state(f"case:{told}"))
    assert "RecordCorrection" not in {
        one.name
        for one in next_actions(bureau.state(f"case:{told}"), bureau.people["ins1"], bureau.at)
    }


def test_a_fine_for_refusing_rests_on_the_order_and_nothing_else(bureau: Any) -> None:
    no = bureau.investigated()
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", fixed(no))
    assert answer.value.code == "LAW_CONDITION"
    assert "责令改正" in answer.value.message_zh
    assert "record what became of it" in answer.value.message_en


def test_a_refusal_needs_no_day_to_pass(bureau: Any, told: str) -> None:
    with pytest.raises(Refusal):
        bureau.do("ins1", fixed(told))
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.REFUSED_TO_CORRECT))
    # It rests on a worksheet, which is drawn with it where none is named.
    assert bureau.do("ins1", fixed(told)) == ["WorksheetDrawn", "PenaltyProposed"]
    case = bureau.state(f"case:{told}")
    assert (case.proposal.fine, case.proposal.worksheet_id) == (Decimal("20000.00"), "W1")
    assert "四舍五入到分" in case.proposal.formula


def test_a_fixed_fine_is_held_against_its_worksheet(bureau: Any, told: str) -> None:
    drawn = c.DrawWorksheet(
        case_no=told,
        article_id="tiaoli-39-1",
        fixed_amount=Decimal("20000.00"),
        factors=("cooperated",),
        reasons="配合查处",
    )
    assert bureau.refused("ins1", drawn) == "LAW_CONDITION"
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.REFUSED_TO_CORRECT))
    below = replace(drawn, fixed_amount=Decimal("5000.00"))
    assert bureau.refused("ins1", below) == "OUTSIDE_BAND"
    bureau.do("ins1", replace(below, mitigation=c.MitigationGround.COERCED))
    bureau.do("ins1", drawn)
    named = replace(fixed(told), worksheet_id="W2")
    other = replace(named, fixed_amount=Decimal("20000.01"))
    assert bureau.refused("ins1", other) == "WORKSHEET_DIFFERS"
    bureau.do("ins1", named)
    assert not bureau.state(f"case:{told}").proposal.below_band
    draft = report_draft(bureau.state(f"case:{told}"), (), masked=False)
    assert "第三十九条第（一）项" in draft["law"]
    assert "处罚款 20,000.00 元" in draft["proposal"]


def test_nobody_is_told_of_a_day_that_is_over(bureau: Any) -> None:
    no = bureau.investigated()
    ordered(bureau, no, days=2)
    bureau.issue(no, "correction")
    bureau.wait(5)
    assert bureau.refused("ins1", serve(bureau, no)) == "DATE_ORDER"
    # Ordered anew: the old paper tells of the old day.
    ordered(bureau, no)
    assert bureau.refused("ins1", serve(bureau, no)) == "NOT_ISSUED"
    bureau.issue(no, "correction")
    bureau.do("ins1", serve(bureau, no))
    assert [one.served_on for one in bureau.state(f"case:{no}").corrections] == [None, bureau.today]


def test_the_page_shows_an_order_as_open_until_it_is_corrected(bureau: Any, told: str) -> None:
    def step() -> Any:
        case = bureau.state(f"case:{told}")
        return next(s for s in steps_of(case, bureau.today, "en") if s.kind == "correction")

    assert step().is_open
    assert "to be corrected" in step().text.lower()
    bureau.do("ins1", found(bureau, told, c.CorrectionResult.CORRECTED))
    assert (step().is_open, "corrected" in step().text.lower()) == (False, True)
    ordered(bureau, told)
    # Not served yet: nothing of it is done.
    orders = [
        s
        for s in steps_of(bureau.state(f"case:{told}"), bureau.today, "en")
        if s.kind == "correction"
    ]
    assert (orders[-1].is_open, "not served yet" in orders[-1].text.lower()) == (True, True)
