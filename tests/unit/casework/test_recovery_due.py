"""Fund money that does not come back is pressed for and enforced, also where nobody is fined."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.place import located
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import step_of
from casework.ledger.instalments import instalments
from evidence.forms.context import Print, values

DIRECT = c.ServiceWay.DIRECT


def pay(bureau: Any, no: str, kind: c.PaymentKind, amount: str) -> list[str]:
    paid = c.RecordPayment(
        case_no=no, kind=kind, amount=Decimal(amount), paid_on=bureau.today, voucher=amount
    )
    events: list[str] = bureau.do("ins1", paid)
    return events


def clock(bureau: Any, no: str, name: str = "recovery_payment") -> Any:
    found = [d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == name]
    return found[0] if found else None


def press(bureau: Any, no: str) -> c.PressPayment:
    return c.PressPayment(case_no=no, way=DIRECT, served_on=bureau.today)


def unpunished(bureau: Any) -> str:
    """Decided without a fine, the fund's 4,113 yuan to come back, and served."""
    no: str = bureau.to_decide()
    members = ("head", "vice", "sup")
    bureau.do(
        "head",
        c.DiscussCase(
            case_no=no,
            subject=c.DiscussionSubject.DECISION,
            members=members,
            held_on=bureau.today,
            record="同意",
            agreed=True,
            ruling=c.Ruling.NO_PENALTY,
        ),
    )
    decide = c.DecideCase(
        case_no=no,
        ruling=c.Ruling.NO_PENALTY,
        decision_no="云医保不罚〔2026〕1号",
        reasons="轻微并改正",
        ground=c.NoPenaltyGround.MINOR_CORRECTED,
    )
    bureau.do("head", decide)
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    assert bureau.state(f"case:{no}").stage is Stage.NO_PENALTY
    return no


def handled(bureau: Any) -> str:
    """Money to come back and damages, decided under the agreement and served."""
    no: str = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.confirm(no)
    asked = (
        a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条"),
        a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, Decimal("500.00"), clause="协议第三十条"),
    )
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=asked, reasons="违约"))
    bureau.handling_told(no)
    bureau.evidence("放弃")
    bureau.do("ins3", c.AttachEvidence(case_no=no, evidence_id="放弃", proves="放弃申辩"))
    waived = a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="放弃", document="放弃")
    bureau.do("agency", waived)
    ruled = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1")
    bureau.do("chief", ruled)
    bureau.handling_served(no)
    return no


def test_without_a_fine_the_funds_money_is_pressed_for_and_enforced(bureau: Any) -> None:
    no = unpunished(bureau)
    # There is no fine that could be due.
    assert instalments(bureau.state(f"case:{no}"), bureau.today) == ()
    assert local_date(clock(bureau, no).due) == bureau.today + timedelta(days=15)
    assert bureau.refused("ins1", press(bureau, no)) == "PERIOD_RUNNING"
    bureau.wait(20)
    assert clock(bureau, no).clock is Clock.OVERDUE
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[1]) == ("IssueForm", "Demand to perform a decision without a fine")
    bureau.issue(no, "pressing")
    form = bureau.state(f"case:{no}").forms[-1]
    printed = values(Print(no, bureau.streams[f"case:{no}"], form, "示例局"))
    assert (printed["owes_fine"], printed["decision"]["recovery"]) == (False, "4,113.00 元")
    bureau.do("ins1", press(bureau, no))
    bureau.at = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    assert bureau.do("head", court) == ["CourtApplied"]
    applied = bureau.streams[f"case:{no}"][-1].data
    assert (applied["amount"], applied["recovery"]) == ("0.00", "4113.00")
    # The last yuan ends the matter and its clock.
    assert pay(bureau, no, c.PaymentKind.RECOVERY, "4113.00") == [
        "PaymentRecorded",
        "RecoveryInFull",
        "DebtSettled",
    ]
    assert clock(bureau, no).clock is Clock.LATE


def test_the_fine_paid_the_rest_is_still_pressed_for(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    assert pay(bureau, no, c.PaymentKind.FINE, "8226.00") == ["PaymentRecorded", "FineMet"]
    assert clock(bureau, no, "payment").clock is Clock.MET
    bureau.wait(20)
    bureau.issue(no, "pressing")
    assert bureau.do("ins1", press(bureau, no)) == ["FinePressed"]
    assert clock(bureau, no, "pressing").is_open
    assert pay(bureau, no, c.PaymentKind.RECOVERY, "113.00") == ["PaymentRecorded"]
    assert "RecoveryInFull" in pay(bureau, no, c.PaymentKind.RECOVERY, "4000.00")
    assert clock(bureau, no, "pressing").clock is Clock.MET
    assert bureau.refused("ins1", press(bureau, no)) == "ALREADY_DONE"


def test_money_owed_under_the_agreement_is_pressed_for_by_the_agency(bureau: Any) -> None:
    no = handled(bureau)
    bureau.wait(20)
    assert clock(bureau, no).clock is Clock.OVERDUE
    assert bureau.refused("ins1", press(bureau, no)) == "ROLE_REQUIRED"
    bureau.issue(no, "pressing", "agency")
    assert bureau.do("agency", press(bureau, no)) == ["FinePressed"]
    deduct = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.RECOVERY, how=a.Deduction.OFFSET, amount=Decimal("4113.00"),
        paid_on=bureau.today, voucher="抵扣1",
    )  # fmt: skip
    assert bureau.do("agency", deduct) == ["PaymentRecorded", "RecoveryInFull"]
    assert clock(bureau, no).clock is Clock.LATE
    # Damages are owed on, and the court may be asked once the Implementing Rules hold and its day has come.
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    assert bureau.refused("chief", court) == "HANDLING_NO_COURT"
    bureau.at = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
    # First the agency's head decides in writing that it is performed.
    assert bureau.refused("chief", court) == "STEP_MISSING"


@pytest.mark.parametrize("told", ["yes", "no"])
def test_whether_a_handling_goes_to_court_is_as_the_bureau_set_it(bureau: Any, told: str) -> None:
    no = handled(bureau)
    bureau.at = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    open_before = bureau.refused("chief", court)
    assert open_before != "HANDLING_NO_COURT"
    if told == "no":
        bureau.parameter("handling_court", "no", bureau.today, "皖高法〔2026〕8号")
    assert bureau.refused("chief", court) == (open_before if told == "yes" else "HANDLING_NO_COURT")
    # The page of the case offers what the act allows: it reads the case with the bureau's parameters.
    case = located(bureau.state(f"case:{no}"), bureau.state("bureau:parameters"), bureau.today)
    assert case.handling_court is (None if told == "yes" else False)


def test_a_decision_of_before_has_no_such_clock(bureau: Any) -> None:
    no = unpunished(bureau)
    chain = bureau.streams[f"case:{no}"]
    old = [replace(e, data={k: v for k, v in e.data.items() if k != "recoverable"}) for e in chain]
    assert not [d for d in deadlines(old, bureau.at) if d.id == "recovery_payment"]
