"""The institution goes to review or to court against a handling: stopped, changed, annulled, withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.clocks.calendars import add_months, day_start, local_date
from casework.clocks.deadlines import deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.measures import SubjectKind
from casework.events import to_json
from casework.ledger.write_off import TO_PARTY, overpaid
from casework.measures.state import key_of
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve
from tests.unit.casework.test_ledger import HOSPITAL, ledger, stands

D = Decimal
REVIEW, SUIT = c.RemedyKind.REVIEW, c.RemedyKind.SUIT
SUSPENDED = a.Measure(KIND.SUSPEND_AGREEMENT, months=12, clause="协议第三十条")


def handled(bureau: Any, *more: a.Measure) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    both = money(KIND.RECOVERY, "4113.00"), money(KIND.LIQUIDATED_DAMAGES, "500.00")
    decided(bureau, no, *both, *more)
    serve(bureau, no)
    bureau.wait(3)
    return no


def filed(bureau: Any, no: str, kind: c.RemedyKind = REVIEW, *, stops: bool = False) -> None:
    given = {"body": "市局", "filed_on": bureau.today, "document_no": "受1号"}
    bureau.do("legal", c.RecordRemedy(case_no=no, kind=kind, stops_execution=stops, **given))


def ended(bureau: Any, no: str, outcome: c.RemedyOutcome, **given: Any) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=outcome, document_no="决1号", decided_on=bureau.today,
        reasons="x", **given,
    )  # fmt: skip


def due(bureau: Any, no: str) -> dict[str, date]:
    clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return {d.id: local_date(d.due) for d in clocks if d.due}


def test_its_time_to_ask_and_to_sue_runs_from_the_service(bureau: Any) -> None:
    no = handled(bureau)
    at = bureau.state(f"case:{no}").served_on
    clocks = due(bureau, no)
    assert (clocks["handling_review"] - at).days >= 60
    assert clocks["handling_suit"] >= date(at.year, at.month + 6, at.day)
    filed(bureau, no)
    assert "handling_suit" not in due(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.UPHELD))
    after = due(bureau, no)
    assert (after["handling_suit"] - bureau.today).days in range(15, 19)
    # The three months to apply to the court are a penalty's.
    assert not after.keys() & {"suit_after_review", "court_application_after_suit"}


def test_a_review_that_is_withdrawn_leaves_the_six_months(bureau: Any) -> None:
    no = handled(bureau)
    before = due(bureau, no)["handling_suit"]
    filed(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.WITHDRAWN))
    assert due(bureau, no)["handling_suit"] == before


def test_while_it_is_stopped_nothing_is_kept_back_and_nobody_closes(bureau: Any) -> None:
    no = handled(bureau, SUSPENDED)
    filed(bureau, no, SUIT)
    stop = c.StopExecution(
        case_no=no, remedy_id="F1", decided_on=bureau.today, document_no="停1号", reasons="x"
    )
    assert bureau.do("legal", stop) == ["ExecutionStopped", "MeasureRested"]
    offset = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.RECOVERY, how=a.Deduction.OFFSET, amount=D("10.00"),
        paid_on=bureau.today, voucher="抵1",
    )  # fmt: skip
    assert bureau.refused("agency", offset) == "EXECUTION_STOPPED"
    bureau.do("agency", replace(offset, how=a.Deduction.PAID))
    bureau.receipts(no, "agency")
    close = a.CloseHandling(case_no=no, situation="x")
    assert bureau.refused("agency", close) == "STEP_MISSING"
    go_on = c.ResumeExecution(
        case_no=no, remedy_id="F1", decided_on=bureau.today, document_no="恢1号", reasons="x"
    )
    assert bureau.do("legal", go_on) == ["ExecutionResumed", "MeasureResumed"]
    bureau.do("agency", replace(offset, voucher="抵2"))


@pytest.mark.parametrize("paid", ["0.00", "100.00", "500.00"])
def test_damages_are_lowered_and_what_was_paid_above_is_owed_back(bureau: Any, paid: str) -> None:
    no = handled(bureau)
    if D(paid):
        deduct(bureau, no, paid, c.PaymentKind.DAMAGES)
    filed(bureau, no)
    changed = ended(bureau, no, c.RemedyOutcome.CHANGED, damages=D("200.00"))
    assert bureau.refused("legal", replace(changed, damages=D("500.01"))) == "BAD_VALUE"
    assert bureau.refused("legal", replace(changed, damages=D("500.00"))) == "BAD_VALUE"
    assert bureau.refused("legal", replace(changed, fine=D("1.00"))) == "BAD_VALUE"
    assert bureau.do("legal", changed) == ["RemedyClosed", "DecisionChanged"]
    left, back = max(D("200.00") - D(paid), D("0.00")), max(D(paid) - D("200.00"), D("0.00"))
    stands(
        bureau,
        damages_due=str(left),
        damages_paid=paid,
        damages_refund=str(back),
        demanded="4113.00",
    )
    case = bureau.state(f"case:{no}")
    assert case.decision.damages == D("200.00")
    assert overpaid(case) == sum(ledger(bureau).of(one) for one in TO_PARTY.values())
    if back:
        pay_back = c.PayBack(
            case_no=no, kind=c.PaymentKind.DAMAGES, amount=back, paid_on=bureau.today, voucher="退1"
        )
        bureau.do("head", pay_back)
        stands(bureau, damages_due="0.00", damages_paid="200.00", damages_refund="0.00")


def test_damages_written_off_before_are_lowered_first(bureau: Any) -> None:
    no = handled(bureau)
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.DAMAGES, amount=D("400.00"),
        ground=c.WriteOffGround.COURT_ENDED, document_no="核1号", reasons="x",
    )  # fmt: skip
    bureau.do("head", off)
    filed(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.CHANGED, damages=D("50.00")))
    stands(bureau, damages_due="0.00", damages_written_off="50.00", damages_refund="0.00")


def test_all_of_it_lowered_to_nothing_settles_the_debt(bureau: Any) -> None:
    no = handled(bureau)
    filed(bureau, no)
    changed = ended(bureau, no, c.RemedyOutcome.CHANGED, recovery=D(0), damages=D(0))
    assert bureau.do("legal", changed) == [
        "RemedyClosed", "DecisionChanged", "RecoveryInFull", "DebtSettled",
    ]  # fmt: skip


def test_its_months_are_lowered_and_no_shorter_measure_grows(bureau: Any) -> None:
    short = a.Measure(KIND.SUSPEND_DEPARTMENT, months=3, target="骨科", clause="协议第三十条")
    no = handled(bureau, SUSPENDED, short)
    keys = (
        key_of(SubjectKind.INSTITUTION, HOSPITAL, ""),
        key_of(SubjectKind.DEPARTMENT, HOSPITAL, "骨科"),
    )
    whole, part = (bureau.state(f"measures:{key}").measures[-1] for key in keys)
    filed(bureau, no)
    changed = ended(bureau, no, c.RemedyOutcome.CHANGED, months=6)
    assert bureau.refused("legal", replace(changed, months=13)) == "BAD_VALUE"
    assert bureau.do("legal", changed) == ["RemedyClosed", "DecisionChanged", "MeasureShortened"]
    now, same = (bureau.state(f"measures:{key}").measures[-1] for key in keys)
    assert now.ends_at < whole.ends_at
    assert same.ends_at == part.ends_at


@pytest.mark.parametrize(("days", "whole"), [(0, 6), (10, 7)])
def test_a_suspension_with_a_fixed_end_is_shortened(bureau: Any, days: int, whole: int) -> None:
    ends = day_start(add_months(bureau.today, 6) + timedelta(days))
    no = handled(bureau, replace(SUSPENDED, months=0, ends_at=ends))
    filed(bureau, no)
    changed = ended(bureau, no, c.RemedyOutcome.CHANGED, months=whole - 1)
    for more in (whole, whole + 1):
        assert bureau.refused("legal", replace(changed, months=more)) == "BAD_VALUE"
    assert bureau.do("legal", changed) == ["RemedyClosed", "DecisionChanged", "MeasureShortened"]
    stream = f"measures:{key_of(SubjectKind.INSTITUTION, HOSPITAL, '')}"
    [one] = bureau.state(stream).measures
    assert one.ends_at == day_start(add_months(local_date(one.starts_at), whole - 1))


def test_a_handling_that_is_annulled_is_owed_back(bureau: Any) -> None:
    no = handled(bureau)
    deduct(bureau, no, "500.00", c.PaymentKind.DAMAGES)
    filed(bureau, no, SUIT)
    final = c.Instance.IN_FORCE
    kinds = bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED, instance=final))
    assert kinds == ["RemedyClosed", "DecisionAnnulled"]
    stands(bureau, damages_refund="500.00", demanded="0.00")


def test_a_remedy_does_not_follow_into_the_penalty_procedure(bureau: Any) -> None:
    no = handled(bureau)
    filed(bureau, no)
    bureau.convert("sup", a.ConvertCase(case_no=no, reasons="涉嫌违法"))
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.standing_remedies) == (Stage.CLUE, ())
    # Its outcome is told all the same, and changes nothing.
    changed = ended(bureau, no, c.RemedyOutcome.CHANGED, damages=D("1.00"))
    assert bureau.do("legal", changed) == ["RemedyClosed"]
    told = bureau.streams[f"case:{no}"][-1].data
    assert not {"kind", "sues_until", "suit_until"} & set(to_json(told))  # type: ignore[arg-type]


def test_a_handling_served_before_has_no_such_clock(bureau: Any) -> None:
    """Chains of before do not say until when it sues: nothing begins by itself."""
    no = handled(bureau)
    chain = bureau.streams[f"case:{no}"]
    n = next(i for i, e in enumerate(chain) if e.type == "HandlingServed")
    data = {k: v for k, v in chain[n].data.items() if k != "sues_until"}
    chain[n] = replace(chain[n], data=data)
    assert not due(bureau, no).keys() & {"handling_review", "handling_suit"}
