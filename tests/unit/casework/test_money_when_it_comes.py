"""Fund money comes back when it comes: before a decision, after an end, after it was written off."""

from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from casework.ledger.write_off import TO_PARTY, overpaid
from tests.unit.casework.test_agreement_path import KIND, decided, money, serve
from tests.unit.casework.test_ledger import HOSPITAL, ledger, pay, served, stands

D = Decimal
K = c.PaymentKind


def paid(no: str, amount: str, bureau: Any, kind: c.PaymentKind = K.RECOVERY) -> c.RecordPayment:
    slip = f"凭{len(bureau.streams[f'case:{no}'])}"
    given = {"kind": kind, "amount": D(amount), "paid_on": bureau.today, "voucher": slip}
    return c.RecordPayment(case_no=no, **given)


def off(no: str, kind: c.PaymentKind, amount: str, **given: Any) -> c.WriteOff:
    ground = given.pop("ground", c.WriteOffGround.COURT_ENDED)
    paper = {"document_no": "核1号", "reasons": "x"}
    return c.WriteOff(case_no=no, kind=kind, amount=D(amount), ground=ground, **paper)


def test_in_a_filed_case_a_suspended_one_and_a_handling(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do("ins1", paid(no, "100.00", bureau))
    stands(bureau, returned="100.00", advance="100.00")
    assert bureau.refused("ins1", paid(no, "1.00", bureau, K.FINE)) == "BAD_VALUE"


def test_in_a_suspended_case(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待鉴定"))
    bureau.do("ins1", paid(no, "100.00", bureau))
    stands(bureau, returned="100.00", confirmed="4013.00")


def test_in_a_handling_before_it_is_decided(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    bureau.do("agency", paid(no, "113.00", bureau))
    more = a.ProposeHandling(case_no=no, measures=(money(KIND.RECOVERY, "4113.00"),), reasons="x")
    assert bureau.refused("agency", more) == "RECOVERED_ALREADY"
    decided(bureau, no, money(KIND.RECOVERY, "4000.00"))
    serve(bureau, no)
    stands(bureau, returned="113.00", demanded="4000.00", confirmed="0.00")
    assert bureau.refused("agency", paid(no, "1.00", bureau)) == "ILLEGAL_MOVE"


def test_after_the_end_up_to_the_confirmed_loss(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("head", c.TerminateCase(case_no=no, reasons="当事人死亡"))
    bureau.do("ins1", paid(no, "4000.00", bureau))
    assert bureau.refused("ins1", paid(no, "113.01", bureau)) == "BAD_VALUE"
    bureau.do("ins1", paid(no, "113.00", bureau))
    assert bureau.refused("ins1", paid(no, "0.01", bureau)) == "NOTHING_OWED"
    stands(bureau, returned="4113.00", confirmed="0.00", advance="0.00")


def test_a_case_that_was_not_filed_confirmed_nothing(bureau: Any) -> None:
    no = bureau.opened()
    bureau.declined(no, "x")
    assert bureau.refused("ins1", paid(no, "1.00", bureau)) == "NOTHING_OWED"


def test_a_terminated_case_lets_go_what_it_did_not_recover(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", paid(no, "200.00", bureau))
    bureau.do("head", c.TerminateCase(case_no=no, reasons="x"))
    let_go = c.ReleaseLines(case_no=no, reasons="由他案处理")
    bureau.do("sup", let_go)
    stands(bureau, returned="200.00", confirmed="0.00")
    book, line = bureau.state(f"refunds:{HOSPITAL}"), bureau.state(f"lines:{no}").lines["F1"]
    assert book.taken(line, "C9") == D("200.00")
    # All that is left is what came back: nothing more to let go, nothing more to take.
    assert bureau.refused("sup", let_go) == "ALREADY_DONE"
    assert bureau.refused("ins1", paid(no, "1.00", bureau)) == "NOTHING_OWED"


def test_what_a_decision_demands_is_not_let_go(bureau: Any) -> None:
    no = served(bureau)
    for kind, amount in ((K.RECOVERY, "4113.00"), (K.FINE, "8226.00")):
        bureau.do("ins1", paid(no, amount, bureau, kind))
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    assert bureau.refused("sup", c.ReleaseLines(case_no=no, reasons="x")) == "STILL_RECOVERING"


def test_what_was_paid_on_a_decision_that_fell_goes_back_while_it_is_made_anew(bureau: Any) -> None:
    no = served(bureau)
    back = c.PayBack(
        case_no=no, kind=K.FINE, amount=D("8226.00"), paid_on=bureau.today, voucher="退1"
    )
    pay(bureau, "8226.00", K.FINE)
    pay(bureau, "4113.00")
    annul = c.AnnulDecision(
        case_no=no, by="法院", annulled_on=bureau.today, document_no="判1号", reasons="程序",
        decide_anew=True,
    )  # fmt: skip
    bureau.do("legal", annul)
    assert bureau.state(f"case:{no}").stage is Stage.INVESTIGATION
    assert bureau.do("head", back) == ["MoneyPaidBack"]
    # What the confirmed lines lack is owed all the same.
    stands(bureau, fine_refund="0.00", fine_paid="0.00", returned="4113.00", advance="0.00")
    case = bureau.state(f"case:{no}")
    assert overpaid(case) == sum(ledger(bureau).of(one) for one in TO_PARTY.values()) == 0
    bureau.decide_again(no)
    stands(bureau, fine_due="8226.00", fine_paid="0.00")


def test_in_an_investigation_of_the_first_round_nothing_is_paid_back(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do("ins1", paid(no, "100.00", bureau))
    bureau.started(no)
    back = c.PayBack(case_no=no, kind=K.RECOVERY, amount=D(1), paid_on=bureau.today, voucher="退1")
    assert bureau.refused("head", back) == "NOTHING_OVERPAID"
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
    assert "PayBack" not in {one.name for one in offered}


@pytest.mark.parametrize(("kind", "amount"), [(K.RECOVERY, "4113.00"), (K.FINE, "8226.00")])
def test_a_payment_reverses_what_was_written_off(
    bureau: Any, kind: c.PaymentKind, amount: str
) -> None:
    no = served(bureau)
    bureau.do("head", off(no, kind, amount))
    events = bureau.do("ins1", paid(no, "100.00", bureau, kind))
    assert events == ["WriteOffReversed", "PaymentRecorded"]
    gone = str(D(amount) - 100)
    names = ("written_off", "returned") if kind is K.RECOVERY else ("fine_written_off", "fine_paid")
    stands(bureau, **dict(zip(names, (gone, "100.00"), strict=True)))
    too_much = paid(no, str(D(gone) + D("0.01")), bureau, kind)
    assert bureau.refused("ins1", too_much) == "BAD_VALUE"


def test_one_payment_meets_what_is_open_and_then_what_was_written_off(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("head", off(no, K.FINE, "226.00"))
    events = bureau.do("ins1", paid(no, "8100.00", bureau, K.FINE))
    assert events == ["WriteOffReversed", "PaymentRecorded", "FineMet"]
    stands(bureau, fine_due="0.00", fine_written_off="126.00", fine_paid="8100.00")


def test_what_came_back_before_is_not_paid_a_second_time(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("head", off(no, K.RECOVERY, "113.00", ground=c.WriteOffGround.RETURNED_BEFORE))
    bureau.do("head", off(no, K.RECOVERY, "1000.00"))
    assert bureau.refused("ins1", paid(no, "4000.01", bureau)) == "BAD_VALUE"
    bureau.do("ins1", paid(no, "4000.00", bureau))
    stands(bureau, demanded="0.00", written_off="113.00", returned="4000.00")


def test_damages_written_off_are_deducted_after_all(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    both = money(KIND.RECOVERY, "4113.00"), money(KIND.LIQUIDATED_DAMAGES, "500.00")
    decided(bureau, no, *both)
    serve(bureau, no)
    bureau.do("head", off(no, K.DAMAGES, "500.00"))
    late = a.RecordDeduction(
        case_no=no, kind=K.DAMAGES, how=a.Deduction.PAID, amount=D("200.00"), paid_on=bureau.today,
        voucher="抵1",
    )  # fmt: skip
    assert bureau.do("agency", late) == ["WriteOffReversed", "PaymentRecorded"]
    stands(bureau, damages_due="0.00", damages_written_off="300.00", damages_paid="200.00")
