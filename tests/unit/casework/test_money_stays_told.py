"""Money does not fall silent: not by a closing, not by an annulment, not by a review of what fell."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.events import seal
from casework.ledger.accounts import Account
from casework.ledger.check import check
from casework.ledger.fold import fold_ledger
from casework.ledger.write_off import TO_PARTY, overpaid
from tests.unit.casework.test_agreement_path import less_of

K = c.PaymentKind
LOSS, FINE = "4113.00", "8226.00"


def pay(bureau: Any, no: str, kind: K, amount: str) -> list[str]:
    slip = f"v{len(bureau.streams[f'case:{no}'])}"
    paid = {"amount": Decimal(amount), "paid_on": bureau.today, "voucher": slip}
    done: list[str] = bureau.do("ins1", c.RecordPayment(case_no=no, kind=kind, **paid))
    return done


def served(bureau: Any) -> str:
    no: str = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    bureau.receipts(no)
    bureau.approvals_signed(no)
    return no


def write_off(no: str, kind: K, amount: str) -> c.WriteOff:
    return c.WriteOff(
        case_no=no, kind=kind, amount=Decimal(amount), ground=c.WriteOffGround.PARTY_GONE,
        document_no="核1", reasons="当事人已注销",
    )  # fmt: skip


def annul(bureau: Any, no: str, **more: Any) -> None:
    fallen = {
        "by": "县政府",
        "document_no": "1",
        "annulled_on": bureau.today,
        "reasons": "事实不清",
    }
    bureau.do("legal", c.AnnulDecision(case_no=no, **fallen, **more))


def back(bureau: Any, no: str, amount: str) -> list[str]:
    paid = {"amount": Decimal(amount), "paid_on": bureau.today, "voucher": "v"}
    done: list[str] = bureau.do("sup", c.PayBack(case_no=no, kind=K.RECOVERY, **paid))
    return done


def sound(bureau: Any, no: str) -> None:
    """Ledger and case say the same, to the cent."""
    case = bureau.state(f"case:{no}")
    ledger = fold_ledger(no, bureau.streams[case.stream])
    assert overpaid(case) == sum(ledger.of(one) for one in TO_PARTY.values())
    assert all(one.agrees for one in check(ledger, case, bureau.state(f"lines:{no}"), ()))


def test_open_money_is_written_off_before_a_closing(bureau: Any) -> None:
    no = served(bureau)
    for ground in (None, *c.ClosingGround):
        assert bureau.refused("ins1", bureau.closing(no, ground)) == "UNPAID"
    bureau.do("head", write_off(no, K.FINE, FINE))
    bureau.do("head", write_off(no, K.RECOVERY, LOSS))
    bureau.approvals_signed(no)
    assert bureau.close(no) == ["CaseClosed"]
    sound(bureau, no)


def old_closing(bureau: Any, no: str) -> None:
    """A case closed with money open, as it was before that was barred."""
    chain = bureau.streams[f"case:{no}"]
    data = {
        "ground": "other", "basis": "x", "situation": "经研究结案", "outstanding": "12339.00",
        "by": chain[-1].data["by"],
    }  # fmt: skip
    last = chain[-1]
    chain.append(seal(last.stream, last.seq + 1, "CaseClosed", data, "sup", bureau.at, last.hash))


def test_a_case_closed_with_money_open_takes_it_late_and_writes_it_off(bureau: Any) -> None:
    no = served(bureau)
    old_closing(bureau, no)
    assert pay(bureau, no, K.RECOVERY, LOSS) == ["PaymentRecorded", "RecoveryInFull"]
    bureau.do("head", write_off(no, K.FINE, FINE))
    late = c.RecordPayment(
        case_no=no, kind=K.FINE, amount=Decimal(1), paid_on=bureau.today, voucher="v"
    )
    assert bureau.do("ins1", late) == ["WriteOffReversed", "PaymentRecorded"]
    sound(bureau, no)


def handled(bureau: Any, *measures: a.Measure) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    less = less_of(bureau, no, measures)
    propose = a.ProposeHandling(case_no=no, measures=measures, reasons="违约", **less)
    bureau.do("agency", propose)
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议"))
    bureau.do("chief", a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协1"))
    bureau.handling_served(no)
    bureau.receipts(no, "agency")
    bureau.approvals_signed(no, "agency")
    return no


def test_the_proposer_does_not_close_a_handling_with_damages_open(bureau: Any) -> None:
    damages = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, Decimal(5000), clause="第三十条")
    no = handled(bureau, damages)
    done = a.CloseHandling(case_no=no, situation="协商减免")
    assert bureau.refused("agency", done) == "FOUR_EYES"
    assert bureau.do("agency2", done) == ["HandlingClosed"]
    late = a.RecordDeduction(
        case_no=no, kind=K.DAMAGES, how=a.Deduction.PAID, amount=Decimal(5000),
        paid_on=bureau.today, voucher="v",
    )  # fmt: skip
    assert bureau.do("agency", late) == ["PaymentRecorded", "DebtSettled"]


def test_fund_money_of_a_handling_is_not_closed_away(bureau: Any) -> None:
    no = handled(bureau, a.Measure(a.MeasureKind.RECOVERY, Decimal(LOSS), clause="第三十条"))
    done = a.CloseHandling(case_no=no, situation="经研究办结")
    assert bureau.refused("agency2", done) == "UNPAID"


REMEDY = {"kind": c.RemedyKind.REVIEW, "body": "县政府", "document_no": "受1"}


# To dismiss a claim is a court's alone.
@pytest.mark.parametrize("outcome", sorted({*c.RemedyOutcome} - {c.RemedyOutcome.DISMISSED}))
def test_the_outcome_of_a_review_of_what_fell_changes_nothing_twice(
    bureau: Any, outcome: c.RemedyOutcome
) -> None:
    no = served(bureau)
    bureau.do("legal", c.RecordRemedy(case_no=no, filed_on=bureau.today, **REMEDY))
    annul(bureau, no)
    end = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=outcome, document_no="2", decided_on=bureau.today,
        reasons="x", fine=Decimal(5000),
    )  # fmt: skip
    remade = ["InvestigationReopened"] if outcome is c.RemedyOutcome.REMADE else []
    assert bureau.do("legal", end) == ["RemedyClosed", *remade]
    assert fold_ledger(no, bureau.streams[f"case:{no}"]).of(Account.FINE_DUE) == 0
    sound(bureau, no)
    later = deadlines(bureau.streams[f"case:{no}"], bureau.at + timedelta(days=60))
    ended = {"decision"} if remade else set()
    assert not {one.id for one in later if one.clock is Clock.OVERDUE} - ended


def test_a_review_of_what_fell_ends_while_it_is_decided_anew(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("legal", c.RecordRemedy(case_no=no, filed_on=bureau.today, **REMEDY))
    annul(bureau, no, decide_anew=True)
    assert bureau.state(f"case:{no}").stage is Stage.INVESTIGATION
    end = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.ANNULLED, document_no="2",
        decided_on=bureau.today, reasons="x",
    )  # fmt: skip
    assert bureau.do("legal", end) == ["RemedyClosed"]


def test_what_was_returned_is_paid_back_once_the_decision_fell_for_good(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, no, K.RECOVERY, LOSS)
    annul(bureau, no)
    assert overpaid(bureau.state(f"case:{no}")) == Decimal(LOSS)
    sound(bureau, no)
    assert back(bureau, no, LOSS) == ["MoneyPaidBack"]
    sound(bureau, no)
    release = c.ReleaseLines(case_no=no, reasons="决定被撤销")
    old_closing(bureau, no)
    assert "LinesReleased" in bureau.do("sup", release)
    sound(bureau, no)


def test_what_was_returned_stays_while_it_is_decided_anew(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, no, K.RECOVERY, LOSS)
    annul(bureau, no, decide_anew=True)
    assert overpaid(bureau.state(f"case:{no}")) == 0
    sound(bureau, no)
    bureau.decide_again(no)
    assert overpaid(bureau.state(f"case:{no}")) == 0
    sound(bureau, no)


def test_what_was_paid_ahead_is_paid_back_where_nothing_is_proven(bureau: Any) -> None:
    no = bureau.to_decide()
    pay(bureau, no, K.RECOVERY, LOSS)
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="x", agreed=True, ruling=c.Ruling.NO_PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    ground = c.NoPenaltyGround.NOT_PROVEN
    none = c.Ruling.NO_PENALTY
    bureau.do(
        "head",
        c.DecideCase(case_no=no, ruling=none, decision_no="1", reasons="x", ground=ground),
    )
    assert overpaid(bureau.state(f"case:{no}")) == Decimal(LOSS)
    sound(bureau, no)
    assert back(bureau, no, LOSS) == ["MoneyPaidBack"]
    sound(bureau, no)


def test_what_was_paid_ahead_is_paid_back_after_a_termination(bureau: Any) -> None:
    no = bureau.investigated()
    pay(bureau, no, K.RECOVERY, LOSS)
    reject = c.JudgeLines(
        case_no=no, verdict=c.LineVerdict.REJECTED, where=c.LineFilter(), reasons="已核实"
    )
    bureau.do("ins1", reject)
    bureau.do("head", c.TerminateCase(case_no=no, reasons="违法事实不能成立"))
    assert back(bureau, no, LOSS) == ["MoneyPaidBack"]
    sound(bureau, no)
