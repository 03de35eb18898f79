"""A payment that did not come in so is reversed by other eyes, and what it had ended begins again."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.collect import is_overdue, unpaid
from casework.cases.stages import Stage
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.law.surcharge import surcharge
from casework.ledger.receipts import receipts
from casework.refusal import Refusal
from tests.unit.casework.conftest import Bureau
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve
from tests.unit.casework.test_ledger import ledger, pay, served, stands
from tests.unit.casework.test_money_when_it_comes import off, paid

D = Decimal
K = c.PaymentKind


def reversal(bureau: Any, which: int = -1, no: str = "C1") -> c.ReversePayment:
    one = bureau.state(f"case:{no}").payments[which]
    return c.ReversePayment(
        case_no=no, payment_id=str(one.seq), document_no="冲1号", reasons="金额录错"
    )


def clock(bureau: Any, row: str) -> Any:
    return next(one for one in deadlines(bureau.streams["case:C1"], bureau.at) if one.id == row)


def test_a_typo_is_reversed_and_the_fine_is_overdue_again(bureau: Any) -> None:
    no = served(bureau)
    plain = clock(bureau, "payment")
    pay(bureau, "8226.00", K.FINE)
    assert clock(bureau, "payment").clock is Clock.MET
    bureau.wait(20)
    assert bureau.do("sup", reversal(bureau)) == ["PaymentReversed"]
    case = bureau.state(f"case:{no}")
    again = clock(bureau, "payment")
    assert (again.id, again.due, again.clock) == (plain.id, plain.due, Clock.OVERDUE)
    assert unpaid(case) == D("8226.00")
    assert is_overdue(case, bureau.at)
    # As if nothing had come: five days late at three per cent.
    assert surcharge(case, bureau.today) == D("1233.90")
    stands(bureau, fine_due="8226.00", fine_paid="0.00")
    assert sum(one.amount for one in receipts(no, bureau.streams[f"case:{no}"])) == 0


def test_whoever_recorded_it_does_not_reverse_it_nor_an_officer(bureau: Any) -> None:
    served(bureau)
    pay(bureau, "8226.00", K.FINE)
    assert bureau.refused("ins1", reversal(bureau)) == "ROLE_REQUIRED"
    own = c.ReversePayment(case_no="C1", payment_id="1", document_no="x", reasons="x")
    assert bureau.refused("sup", own) == "NOT_FOUND"
    for lacking in ({"document_no": " "}, {"reasons": ""}):
        told = {**vars(reversal(bureau)), **lacking}
        assert bureau.refused("sup", c.ReversePayment(**told)) == "FIELD_REQUIRED"
    bureau.do("sup", reversal(bureau))
    assert bureau.refused("sup", own) == "NO_PAYMENT"


def test_a_closed_case_is_carried_out_again(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, "8226.00", K.FINE)
    pay(bureau, "4113.00")
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    bureau.wait(40)
    bureau.do("head", reversal(bureau))
    case = bureau.state(f"case:{no}")
    assert case.stage is Stage.EXECUTION
    assert case.closed_at is None
    assert clock(bureau, "recovery_payment").clock is Clock.OVERDUE
    assert clock(bureau, "payment").clock is Clock.MET
    # The reversal is signed on its own form before anything is closed on it.
    assert bureau.refused("ins1", bureau.closing(no)) == "APPROVALS_UNSIGNED"
    bureau.approvals_signed(no)
    assert bureau.refused("ins1", bureau.closing(no)) == "UNPAID"
    bureau.do("ins1", paid(no, "4113.00", bureau))
    bureau.approvals_signed(no)
    bureau.close(no)
    stands(bureau, returned="4113.00", fine_paid="8226.00")


def test_the_fine_stays_paid_where_only_fund_money_is_open_again(bureau: Any) -> None:
    served(bureau)
    pay(bureau, "4113.00")
    pay(bureau, "8226.00", K.FINE)
    assert bureau.streams["case:C1"][-2].type == "FinePaidInFull"
    bureau.do("sup", reversal(bureau, 0))
    assert clock(bureau, "payment").clock is Clock.MET
    assert clock(bureau, "recovery_payment").clock is Clock.RUNNING


def test_what_was_written_off_before_is_written_off_again(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("head", off(no, K.FINE, "226.00"))
    bureau.do("ins1", paid(no, "8100.00", bureau, K.FINE))
    events = bureau.do("sup", reversal(bureau))
    assert events == ["PaymentReversed", "RecoveryWrittenOff"]
    stands(bureau, fine_due="8000.00", fine_written_off="226.00", fine_paid="0.00")


def test_an_earlier_instalment_is_due_again(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="x"))
    first, second = (bureau.today + timedelta(days=n) for n in (30, 60))
    parts = (c.Instalment(first, D("4000.00")), c.Instalment(second, D("4226.00")))
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="x"))
    due = clock(bureau, "payment").due
    assert bureau.do("ins1", paid(no, "4000.00", bureau, K.FINE))[-1] == "InstalmentMet"
    assert clock(bureau, "payment").due > due
    assert bureau.do("sup", reversal(bureau)) == ["PaymentReversed", "InstalmentOpenAgain"]
    assert clock(bureau, "payment").due == due


def test_what_was_paid_back_since_is_not_reversed(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, "8226.00", K.FINE)
    annul = c.AnnulDecision(
        case_no=no, by="法院", annulled_on=bureau.today, document_no="判1号", reasons="x"
    )
    bureau.do("legal", annul)
    back = c.PayBack(case_no=no, kind=K.FINE, amount=D(1), paid_on=bureau.today, voucher="退1")
    bureau.do("head", back)
    assert bureau.refused("sup", reversal(bureau)) == "LEDGER_SHORT"


def test_a_deduction_of_a_handling_is_reversed(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"), money(KIND.LIQUIDATED_DAMAGES, "100.00"))
    serve(bureau, no)
    deduct(bureau, no, "100.00", K.DAMAGES)
    bureau.do("sup", reversal(bureau))
    stands(bureau, damages_due="100.00", damages_paid="0.00", demanded="4113.00")


def test_a_voucher_is_one_entry_unless_it_is_said_to_be_shared(bureau: Any) -> None:
    no = served(bureau)
    slip = {"case_no": no, "paid_on": bureau.today, "voucher": " 回单7 "}
    fine = {"kind": K.FINE, "amount": D("8226.00")}
    bureau.do("ins1", c.RecordPayment(**fine, **slip))
    fund = {"kind": K.RECOVERY, "amount": D("4113.00")}
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.RecordPayment(**fund, **{**slip, "voucher": "回单7"}))
    assert refused.value.code == "VOUCHER_USED"
    assert "C1" in refused.value.message_zh
    assert "8,226.00" in refused.value.message_en
    bureau.do("ins1", c.RecordPayment(**fund, **slip, shared_reason="一张回单两笔"))
    assert bureau.streams[f"case:{no}"][-3].data["shared"] == "一张回单两笔"
    # A reversed entry stands no more: the right one comes on the same slip.
    for _ in range(2):
        bureau.do("sup", reversal(bureau))
    bureau.do("ins1", c.RecordPayment(**fund, **slip))


def test_a_voucher_of_another_case_is_told_with_its_place(bureau: Any) -> None:
    no = served(bureau)
    there = (c.VoucherUse("C9", date(2026, 1, 5), D("100.00")),)
    given = {"kind": K.RECOVERY, "amount": D("1.00"), "paid_on": bureau.today, "voucher": "v"}
    pays = c.RecordPayment(case_no=no, **given, elsewhere=there)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", pays)
    assert "C9" in refused.value.message_zh
    assert "100.00" in refused.value.message_en


AMOUNTS = st.lists(
    st.tuples(st.sampled_from([K.RECOVERY, K.FINE]), st.integers(1, 300000), st.booleans()),
    max_size=8,
)


@given(AMOUNTS)
def test_whatever_is_reversed_the_books_stand_as_if_it_had_not_come(steps: Any) -> None:
    bureau, plain = Bureau(), Bureau()
    for one in (bureau, plain):
        served(one)
    for kind, fen, wrong in steps:
        amount = str(D(fen).scaleb(-2))
        try:
            pay(plain, amount, kind)
        except Refusal:
            continue
        if wrong:
            pay(bureau, amount, kind)
            bureau.do("sup", reversal(bureau))
        pay(bureau, amount, kind)
    names = ("demanded", "returned", "fine_due", "fine_paid")
    kept = {one: str(ledger(plain).of(one)) for one in names}
    stands(bureau, **kept)


def test_a_voucher_without_end_is_no_number(bureau: Any) -> None:
    no = served(bureau)
    slip = {"kind": K.RECOVERY, "amount": D("1.00"), "paid_on": bureau.today, "voucher": "9" * 201}
    assert bureau.refused("ins1", c.RecordPayment(case_no=no, **slip)) == "ID_TOO_LONG"
