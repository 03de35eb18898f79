"""A surcharge (加处罚款) ends with its fine, and is owed when its fine is not any more (处罚法 72, 强制法 42)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from casework.cases.close import outstanding
from casework.commands import case as c
from casework.law.surcharge import surcharge, surcharge_open
from casework.refusal import Refusal
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped
from tests.unit.casework.test_ledger import disagreements, pay, served, stands
from tests.unit.evidence.filled import text_of

D = Decimal
K = c.PaymentKind
#: Five days at three per cent of 8,226.00 yuan.
FIVE_DAYS = D("1233.90")


def late(bureau: Any, days: int = 5) -> str:
    """A fine that is `days` days overdue, its fund money back."""
    no = served(bureau)
    bureau.receipts(no)
    pay(bureau, "4113.00")
    bureau.wait(15 + days)
    return no


def off(no: str, kind: K, amount: str, ground: Any = c.WriteOffGround.PARTY_GONE) -> c.WriteOff:
    return c.WriteOff(
        case_no=no, kind=kind, amount=D(amount), ground=ground, document_no="核1", reasons="x"
    )


def refused(bureau: Any, who: str, command: Any) -> Refusal:
    try:
        bureau.do(who, command)
    except Refusal as refusal:
        return refusal
    raise AssertionError("not refused")


def test_a_written_off_fine_bears_no_more(bureau: Any) -> None:
    no = late(bureau)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == FIVE_DAYS
    bureau.do("head", off(no, K.FINE, "8226.00"))
    bureau.wait(60)
    case = bureau.state(f"case:{no}")
    assert surcharge(case, bureau.today) == FIVE_DAYS
    assert outstanding(case, bureau.today) == FIVE_DAYS


def test_a_part_written_off_bears_none_and_the_rest_does(bureau: Any) -> None:
    no = late(bureau)
    bureau.do("head", off(no, K.FINE, "4113.00"))
    bureau.wait(1)
    more = D("4113.00") * D("0.03")
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == FIVE_DAYS + more


def test_paid_late_after_it_was_written_off_it_bore_nothing_between(bureau: Any) -> None:
    no = late(bureau)
    bureau.do("head", off(no, K.FINE, "8226.00"))
    bureau.wait(30)
    pay(bureau, "8226.00", K.FINE)
    bureau.wait(30)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == FIVE_DAYS
    assert disagreements(bureau) == []


def test_what_outlives_the_fine_is_pressed_for_and_brought_to_the_court(bureau: Any) -> None:
    no = late(bureau)
    pay(bureau, "8226.00", K.FINE)
    assert bureau.streams[f"case:{no}"][-1].type == "FineMet"
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.issue(no, "pressing")
    bureau.do("ins1", press)
    bureau.wait(200)
    bureau.do("head", c.ApplyToCourt(case_no=no, court="县人民法院", document_no="申1"))
    applied = bureau.streams[f"case:{no}"][-1]
    assert (applied.data["amount"], applied.data["surcharge"]) == ("0.00", str(FIVE_DAYS))


def test_a_case_does_not_end_over_an_open_surcharge(bureau: Any) -> None:
    no = late(bureau)
    pay(bureau, "8226.00", K.FINE)
    bureau.approvals_signed(no)
    assert refused(bureau, "ins1", bureau.closing(no)).code == "UNPAID"
    pay(bureau, str(FIVE_DAYS), K.SURCHARGE)
    assert bureau.streams[f"case:{no}"][-1].type == "DebtSettled"
    bureau.close(no, c.ClosingGround.EXECUTED)


def test_it_is_reduced_with_reasons_once_its_fine_is_settled(bureau: Any) -> None:
    no = late(bureau)
    reduced = off(no, K.SURCHARGE, str(FIVE_DAYS), c.WriteOffGround.REDUCED)
    assert refused(bureau, "head", reduced).code == "STEP_MISSING"
    wrong = off(no, K.FINE, "1.00", c.WriteOffGround.REDUCED)
    assert refused(bureau, "head", wrong).code == "BAD_VALUE"
    pay(bureau, "8226.00", K.FINE)
    above = off(no, K.SURCHARGE, str(FIVE_DAYS + 1), c.WriteOffGround.REDUCED)
    assert refused(bureau, "head", above).code == "LEDGER_SHORT"
    assert bureau.do("head", reduced) == ["RecoveryWrittenOff", "DebtSettled"]
    stands(bureau, surcharge_written_off=str(FIVE_DAYS), surcharge_paid="0.00")
    assert surcharge_open(bureau.state(f"case:{no}"), bureau.today) == 0
    bureau.approvals_signed(no)
    bureau.close(no, c.ClosingGround.EXECUTED)


def test_who_pays_a_reduced_surcharge_pays_a_debt(bureau: Any) -> None:
    no = late(bureau)
    pay(bureau, "8226.00", K.FINE)
    bureau.do("head", off(no, K.SURCHARGE, str(FIVE_DAYS), c.WriteOffGround.REDUCED))
    pay(bureau, "233.90", K.SURCHARGE)
    stands(bureau, surcharge_written_off="1000.00", surcharge_paid="233.90")


def test_an_annulled_decision_leaves_nothing_written_off(bureau: Any) -> None:
    no = late(bureau)
    pay(bureau, "8226.00", K.FINE)
    bureau.do("head", off(no, K.SURCHARGE, str(FIVE_DAYS), c.WriteOffGround.REDUCED))
    annul = c.AnnulDecision(
        case_no=no, by="法院", annulled_on=bureau.today, document_no="判1", reasons="程序"
    )
    bureau.do("legal", annul)
    stands(bureau, surcharge_written_off="0.00", surcharge_source="0.00")


def test_the_day_of_payment_counts_whenever_it_is_recorded(bureau: Any) -> None:
    no = late(bureau)
    bureau.wait(10)
    paid_on = bureau.today - timedelta(days=10)
    given = {"kind": K.FINE, "amount": D("8226.00"), "paid_on": paid_on, "voucher": "凭1"}
    bureau.do("ins1", c.RecordPayment(case_no=no, **given))
    assert surcharge_open(bureau.state(f"case:{no}"), bureau.today) == FIVE_DAYS


def test_who_grants_instalments_reads_what_has_accrued(bureau: Any) -> None:
    no = late(bureau)
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="困难"))
    part = c.Instalment(bureau.today + timedelta(days=30), D("8226.00"))
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=(part,), reasons="同意"))
    assert "已产生、未缴1,233.90 元" in _approval(bureau, no)
    pay(bureau, "8226.00", K.FINE)
    bureau.do("head", off(no, K.SURCHARGE, str(FIVE_DAYS), c.WriteOffGround.REDUCED))
    assert "没有未缴的加处罚款" in _approval(bureau, no)


def _approval(bureau: Any, no: str) -> str:
    bureau.issue(no, "instalment_approval")
    case = bureau.state(f"case:{no}")
    printed = Print(no, bureau.streams[f"case:{no}"], case.forms[-1], "云溪县医疗保障局")
    return text_of(fill(shipped("instalment_approval"), values(printed)))
