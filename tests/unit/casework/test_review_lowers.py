"""A review or a court lowers what it finds too much: the fine, the recovery, the months; never more."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.clocks.calendars import add_months, local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.decide import fold
from casework.events import seal
from casework.ledger.accounts import Account
from casework.ledger.check import check
from casework.ledger.fold import fold_ledger
from casework.ledger.write_off import TO_PARTY, overpaid
from casework.measures.state import Standing

K = c.PaymentKind
LOSS, FINE = Decimal("4113.00"), Decimal("8226.00")


@pytest.fixture
def reviewed(bureau: Any) -> str:
    """A served decision with a suspension of twelve months, and a review against it."""
    no: str = bureau.proposed("2", 12)
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "hearing_notice")
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeNotice(case_no=no, way=way, served_on=bureau.today))
    waived = bureau.waived(no)
    bureau.do("ins1", waived)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="x", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("legal", talk)
    bureau.decide(no)
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    filed = c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.REVIEW, body="县政府", filed_on=bureau.today, document_no="1"
    )
    bureau.do("legal", filed)
    return no


def change(bureau: Any, **lower: Any) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no="C1", remedy_id="F1", outcome=c.RemedyOutcome.CHANGED, document_no="2",
        decided_on=bureau.today, reasons="过罚不当", **lower,
    )  # fmt: skip


def measure(bureau: Any) -> Any:
    (stream,) = bureau.state("case:C1").measured
    return bureau.state(stream).measures[0]


def sound(bureau: Any) -> Any:
    case = bureau.state("case:C1")
    ledger = fold_ledger("C1", bureau.streams["case:C1"])
    assert overpaid(case) == sum(ledger.of(one) for one in TO_PARTY.values())
    assert all(one.agrees for one in check(ledger, case, bureau.state("lines:C1"), ()))
    return ledger


def test_nothing_lower_or_something_higher_is_refused(bureau: Any, reviewed: str) -> None:
    assert bureau.refused("legal", change(bureau)) == "FIELD_REQUIRED"
    for more in (
        {"fine": FINE},
        {"months": 12},
        {"months": 13, "fine": Decimal(1)},
        {"recovery": LOSS + 1, "months": 6},
    ):
        assert bureau.refused("legal", change(bureau, **more)) == "BAD_VALUE"


def test_a_shorter_suspension_ends_earlier(bureau: Any, reviewed: str) -> None:
    before = measure(bureau)
    bureau.wait(10)
    events = bureau.do("legal", change(bureau, months=6))
    assert events == ["RemedyClosed", "DecisionChanged", "MeasureShortened"]
    after = measure(bureau)
    first = local_date(before.starts_at)
    assert local_date(after.ends_at) == add_months(first, 6)
    assert after.holds(bureau.at)
    assert after.decided_by == before.decided_by
    case = bureau.state("case:C1")
    assert (case.decision.fine, case.decision.months) == (FINE, 6)
    sound(bureau)


def test_a_suspension_that_is_over_by_the_change_ends_now(bureau: Any, reviewed: str) -> None:
    bureau.wait(200)
    bureau.do("legal", change(bureau, months=6))
    assert not measure(bureau).holds(bureau.at)


def test_a_lower_recovery_leaves_less_to_pay(bureau: Any, reviewed: str) -> None:
    half = Decimal("2000.00")
    bureau.do("legal", change(bureau, recovery=half))
    ledger = sound(bureau)
    assert ledger.of(Account.DEMANDED) == half
    assert ledger.demanded == half
    pay = c.RecordPayment(
        case_no="C1", kind=K.RECOVERY, amount=LOSS, paid_on=bureau.today, voucher="v"
    )
    assert bureau.refused("ins1", pay) == "BAD_VALUE"
    assert bureau.do("ins1", replace(pay, amount=half)) == ["PaymentRecorded", "RecoveryInFull"]
    sound(bureau)


def test_what_came_back_above_it_is_paid_back_and_its_clock_ends(
    bureau: Any, reviewed: str
) -> None:
    paid = {"paid_on": bureau.today, "voucher": "v"}
    pay = c.RecordPayment(case_no="C1", kind=K.RECOVERY, amount=Decimal(3000), **paid)
    bureau.do("ins1", pay)
    events = bureau.do("legal", change(bureau, recovery=Decimal(2000)))
    assert events == ["RemedyClosed", "DecisionChanged", "RecoveryInFull"]
    assert overpaid(bureau.state("case:C1")) == 1000
    sound(bureau)
    back = c.PayBack(case_no="C1", kind=K.RECOVERY, amount=Decimal(1000), **paid)
    assert bureau.do("sup", back) == ["MoneyPaidBack"]
    sound(bureau)
    later = {one.id: one.clock for one in deadlines(bureau.streams["case:C1"], bureau.at)}
    assert later["recovery_payment"] is Clock.MET


def test_a_change_of_before_that_named_the_fine_alone_folds_as_it_did(
    bureau: Any, reviewed: str
) -> None:
    bureau.do("legal", change(bureau, fine=Decimal(5000)))
    chain = bureau.streams["case:C1"]
    told = next(event for event in chain if event.type == "DecisionChanged")
    assert not {"recovery", "months"} & set(told.data)
    case = fold("case:C1", chain)
    assert (case.decision.fine, case.decision.recovery) == (Decimal(5000), LOSS)
    assert case.decision.months is None


def test_a_stop_rests_the_suspension_and_moves_its_end(bureau: Any, reviewed: str) -> None:
    before = measure(bureau)
    bureau.wait(10)
    order = {"case_no": "C1", "remedy_id": "F1", "reasons": "可能造成难以弥补的损失"}
    stop = c.StopExecution(**order, decided_on=bureau.today, document_no="停1")
    assert bureau.do("legal", stop) == ["ExecutionStopped", "MeasureRested"]
    resting = measure(bureau)
    assert not resting.holds(bureau.at)
    assert resting.standing(bureau.at) is Standing.RESTING
    assert resting.warns_at is None
    bureau.wait(400)
    assert measure(bureau).standing(bureau.at) is Standing.RESTING
    on = c.ResumeExecution(**order, decided_on=bureau.today, document_no="复1")
    assert bureau.do("legal", on) == ["ExecutionResumed", "MeasureResumed"]
    after = measure(bureau)
    assert after.ends_at - before.ends_at == timedelta(days=400)
    assert after.holds(bureau.at)
    # Asked about a day of the rest, it says that it rested.
    assert after.standing(bureau.at - timedelta(days=30)) is Standing.RESTING
    bureau.do("legal", change(bureau, months=6))
    ends = add_months(local_date(before.starts_at), 6) + timedelta(days=400)
    assert local_date(measure(bureau).ends_at) == ends


def imposed_under_the_agreement(bureau: Any, *, rests: bool = False) -> str:
    """What the agency had suspended in the same case before it became a penalty case."""
    (stream,) = bureau.state("case:C1").measured
    chain = bureau.streams[stream]
    imposed = {
        **chain[0].data, "measure_id": "M2", "term": "tiaoli-13-department", "document_no": "",
        "starts_at": "2026-02-02T01:00:00Z", "ends_at": "2027-02-01T16:00:00Z",
    }  # fmt: skip
    told: list[tuple[str, dict[str, Any]]] = [("MeasureImposed", imposed)]
    if rests:
        since = {"measure_id": "M2", "since": bureau.at.isoformat(), "reasons": "x", "title": "x"}
        told.append(("MeasureRested", since))
    for kind, data in told:
        last = chain[-1]
        chain.append(seal(stream, last.seq + 1, kind, data, "sup", bureau.at, last.hash))
    return str(stream)


def test_a_review_of_the_penalty_leaves_what_the_agreement_brought(
    bureau: Any, reviewed: str
) -> None:
    stream = imposed_under_the_agreement(bureau)
    before = bureau.state(stream).measure("M2")
    order = {"case_no": "C1", "remedy_id": "F1", "reasons": "x"}
    stop = c.StopExecution(**order, decided_on=bureau.today, document_no="停1")
    assert bureau.do("legal", stop) == ["ExecutionStopped", "MeasureRested"]
    assert measure(bureau).standing(bureau.at) is Standing.RESTING
    bureau.wait(10)
    events = bureau.do("legal", change(bureau, months=6))
    assert events == ["RemedyClosed", "MeasureResumed", "DecisionChanged", "MeasureShortened"]
    assert bureau.state(stream).measure("M2") == before


def test_what_rests_of_the_agreement_in_an_older_chain_goes_on(bureau: Any, reviewed: str) -> None:
    order = {"case_no": "C1", "remedy_id": "F1", "reasons": "x"}
    bureau.do("legal", c.StopExecution(**order, decided_on=bureau.today, document_no="停1"))
    stream = imposed_under_the_agreement(bureau, rests=True)
    bureau.wait(10)
    on = c.ResumeExecution(**order, decided_on=bureau.today, document_no="复1")
    assert bureau.do("legal", on) == ["ExecutionResumed", "MeasureResumed", "MeasureResumed"]
    assert bureau.state(stream).measure("M2").holds(bureau.at)


@pytest.mark.parametrize("late", [0, 20])
def test_a_suspension_runs_from_its_service_whenever_that_is_entered(
    bureau: Any, late: int
) -> None:
    no: str = bureau.noticed(months=6)
    bureau.do("ins1", bureau.waived(no, "x"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="x", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    bureau.decide(no)
    bureau.sealed(no)
    decided_on, decided_at = bureau.today, bureau.state(f"case:{no}").decision.at
    bureau.wait(late)
    serve = c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=decided_on)
    bureau.do("ins1", serve)
    one = measure(bureau)
    # Never before it was decided; the day of service counts.
    assert one.starts_at == decided_at
    assert local_date(one.ends_at) == add_months(decided_on, 6)


@pytest.mark.parametrize(
    "outcome", [c.RemedyOutcome.UPHELD, c.RemedyOutcome.WITHDRAWN, c.RemedyOutcome.ANNULLED]
)
def test_the_end_of_a_review_ends_the_rest(
    bureau: Any, reviewed: str, outcome: c.RemedyOutcome
) -> None:
    order = {"case_no": "C1", "remedy_id": "F1", "reasons": "x"}
    stop = c.StopExecution(**order, decided_on=bureau.today, document_no="停1")
    bureau.do("legal", stop)
    bureau.wait(30)
    end = replace(change(bureau), outcome=outcome)
    bureau.do("legal", end)
    gone = outcome is c.RemedyOutcome.ANNULLED
    assert measure(bureau).standing(bureau.at) is (Standing.LIFTED if gone else Standing.IN_FORCE)
