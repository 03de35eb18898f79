"""The recovery ledger: balanced, never below nothing, agreeing with case and lines to the cent."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.guards import damages_open, owed
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from casework.ledger.accounts import Account
from casework.ledger.check import check
from casework.ledger.fold import fold_ledger
from casework.ledger.receipts import receipts
from casework.ledger.write_off import TO_PARTY, overpaid, still_owed
from casework.refusal import Refusal
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve

D = Decimal
A = Account
HOSPITAL = "H34162300001"


def ledger(bureau: Any, no: str = "C1") -> Any:
    return fold_ledger(no, bureau.streams[f"case:{no}"])


def disagreements(bureau: Any, no: str = "C1") -> list[str]:
    case, lines = bureau.state(f"case:{no}"), bureau.state(f"lines:{no}")
    books = [bureau.state(f"refunds:{HOSPITAL}")]
    return [one.en for one in check(ledger(bureau, no), case, lines, books) if not one.agrees]


def stands(bureau: Any, **wanted: str) -> None:
    book = ledger(bureau)
    found = {name: str(book.of(Account(name))) for name in wanted}
    assert found == wanted
    assert all(entry.balanced for entry in book.entries)
    assert disagreements(bureau) == []


def pay(bureau: Any, amount: str, kind: c.PaymentKind = c.PaymentKind.RECOVERY) -> None:
    slip = f"凭{len(bureau.streams['case:C1'])}"
    given = {"kind": kind, "amount": D(amount), "paid_on": bureau.today, "voucher": slip}
    bureau.do("ins1", c.RecordPayment(case_no="C1", **given))


def served(bureau: Any) -> str:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def test_from_suspicion_to_money_back(bureau: Any) -> None:
    bureau.opened()
    stands(bureau, suspected="4113.00", confirmed="0.00", source="4113.00")
    bureau.do("ins1", c.ListLines(case_no="C1"))
    part = {"verdict": c.LineVerdict.PARTLY, "amount": D("4000.00"), "reasons": "x"}
    bureau.do("ins1", c.JudgeLines(case_no="C1", line_ids=("F1",), **part))
    stands(bureau, suspected="0.00", rejected="113.00", confirmed="4000.00")


def test_a_lapsed_application_is_a_ground_only_once_it_lapsed(bureau: Any) -> None:
    no = served(bureau)
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.FINE, amount=D("8226.00"), document_no="核1号",
        ground=c.WriteOffGround.PERIOD_LAPSED, reasons="逾期未申请",
    )  # fmt: skip
    assert bureau.refused("head", off) == "BAD_VALUE"
    # Six months to go to court, then three to apply (处罚法 73, 强制法 53).
    bureau.wait(300)
    bureau.do("head", off)
    stands(
        bureau, fine_due="0.00", fine_written_off="8226.00", demanded="4113.00", confirmed="0.00"
    )


def test_demanded_returned_written_off(bureau: Any) -> None:
    no = served(bureau)
    stands(bureau, confirmed="0.00", demanded="4113.00", fine_due="8226.00")
    pay(bureau, "1000.00")
    pay(bureau, "226.00", c.PaymentKind.FINE)
    stands(bureau, demanded="3113.00", returned="1000.00", fine_due="8000.00", fine_paid="226.00")
    paper = {"document_no": "（2026）执1号", "reasons": "终结本次执行"}
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.RECOVERY, amount=D("3113.01"),
        ground=c.WriteOffGround.COURT_ENDED, **paper,
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        bureau.do("head", off)
    assert refused.value.code == "LEDGER_SHORT"
    assert "3,113.00" in refused.value.message_en
    bureau.do("head", replace(off, amount=D("3113.00")))
    bureau.do("head", replace(off, amount=D("8000.00"), kind=c.PaymentKind.FINE))
    stands(
        bureau, demanded="0.00", written_off="3113.00", fine_due="0.00", fine_written_off="8000.00"
    )
    # What was written off is no gift: who pays it late pays a debt, and never more than that.
    pay(bureau, "0.01")
    stands(bureau, demanded="0.00", written_off="3112.99", returned="1000.01")
    with pytest.raises(Refusal) as refused:
        pay(bureau, "3113.00")
    assert refused.value.code == "BAD_VALUE"


def told_as_booked(bureau: Any) -> None:
    """What the case says is owed, and owed back, is what the ledger's accounts hold."""
    book, case = ledger(bureau), bureau.state("case:C1")
    assert overpaid(case) == sum(book.of(one) for one in TO_PARTY.values())
    assert damages_open(case) == book.of(A.DAMAGES_DUE)
    assert owed(case) == book.of(A.DEMANDED) + book.of(A.FINE_DUE)


def offered(bureau: Any, who: str = "head") -> set[str]:
    actions = next_actions(bureau.state("case:C1"), bureau.people[who], bureau.at)
    return {one.name for one in actions} & {"WriteOff", "PayBack"}


def test_only_what_is_owed_is_offered_to_be_written_off_or_paid_back(bureau: Any) -> None:
    no = served(bureau)
    assert offered(bureau) == {"WriteOff"}
    pay(bureau, "4113.00")
    pay(bureau, "8226.00", c.PaymentKind.FINE)
    assert offered(bureau) == set()
    back = {"amount": D("1.00"), "paid_on": bureau.today, "voucher": "v"}
    with pytest.raises(Refusal) as refused:
        bureau.do("head", c.PayBack(case_no=no, kind=c.PaymentKind.FINE, **back))
    assert refused.value.code == "NOTHING_OVERPAID"
    assert "8,226.00" in refused.value.message_zh
    off = {"ground": c.WriteOffGround.PARTY_GONE, "document_no": "x", "reasons": "x"}
    with pytest.raises(Refusal) as refused:
        bureau.do("head", c.WriteOff(case_no=no, kind=c.PaymentKind.FINE, amount=D(1), **off))
    assert refused.value.code == "NOTHING_OWED"
    fall = {"by": "市局", "document_no": "复议1号", "annulled_on": bureau.today, "reasons": "x"}
    bureau.do("head", c.AnnulDecision(case_no=no, **fall))
    assert offered(bureau) == {"PayBack"}
    told_as_booked(bureau)


def test_what_is_still_owed_is_what_can_be_written_off(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, "226.00", c.PaymentKind.FINE)

    def left() -> dict[c.PaymentKind, Decimal]:
        return still_owed(bureau.state(f"case:{no}"), bureau.today)

    assert left() == {c.PaymentKind.RECOVERY: D("4113.00"), c.PaymentKind.FINE: D("8000.00")}
    bureau.wait(30)
    # The surcharge runs, and is written off once its fine is settled.
    assert set(left()) == {c.PaymentKind.RECOVERY, c.PaymentKind.FINE}
    paper = {
        "document_no": "（2026）执1号",
        "reasons": "终结",
        "ground": c.WriteOffGround.COURT_ENDED,
    }
    for kind in (c.PaymentKind.RECOVERY, c.PaymentKind.FINE, c.PaymentKind.SURCHARGE):
        amount = left()[kind]
        more = c.WriteOff(case_no=no, kind=kind, amount=amount + D("0.01"), **paper)
        assert bureau.refused("head", more) == "LEDGER_SHORT"
        bureau.do("head", replace(more, amount=amount))
    assert left() == {}


def test_an_officer_writes_nothing_off(bureau: Any) -> None:
    no = served(bureau)
    both = replace(bureau.people["head"], person=bureau.people["ins1"].person)
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.FINE, amount=D(1), ground=c.WriteOffGround.PARTY_GONE,
        document_no="x", reasons="x",
    )  # fmt: skip
    for who, code in ((both, "FOUR_EYES"), (bureau.people["sup"], "ROLE_REQUIRED")):
        with pytest.raises(Refusal) as refused:
            bureau.do(who, off)
        assert refused.value.code == code


def test_money_that_came_ahead_meets_the_demand(bureau: Any) -> None:
    bureau.filed()
    pay_early = {"kind": c.PaymentKind.RECOVERY, "amount": D("500.00"), "voucher": "v"}
    bureau.started("C1")
    bureau.do("ins1", c.RecordPayment(case_no="C1", paid_on=bureau.today, **pay_early))
    stands(bureau, advance="500.00", returned="500.00", suspected="4113.00")
    bureau.do("ins1", c.ListLines(case_no="C1"))
    bureau.confirm("C1")
    stands(bureau, advance="0.00", returned="500.00", confirmed="3613.00")


def test_money_is_counted_by_the_day_it_came_in(bureau: Any) -> None:
    served(bureau)
    pay(bureau, "1000")
    pay(bureau, "2000", c.PaymentKind.FINE)
    first = bureau.today
    bureau.wait(40)
    pay(bureau, "13")
    found = [(r.on, r.account, str(r.amount)) for r in receipts("C1", bureau.streams["case:C1"])]
    assert found == [
        (first, A.RETURNED, "1000.00"),
        (first, A.FINE_PAID, "2000.00"),
        (bureau.today, A.RETURNED, "13.00"),
    ]


def test_an_annulled_decision_owes_the_fine_back(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, "226.00", c.PaymentKind.FINE)
    fall = {"by": "市局", "document_no": "复议1号", "annulled_on": bureau.today, "reasons": "x"}
    bureau.do("head", c.AnnulDecision(case_no=no, **fall))
    stands(bureau, demanded="0.00", confirmed="4113.00", fine_due="0.00", fine_refund="226.00")
    back = {"amount": D("226.00"), "paid_on": bureau.today, "voucher": "v"}
    bureau.do("head", c.PayBack(case_no=no, kind=c.PaymentKind.FINE, **back))
    stands(bureau, fine_refund="0.00", fine_paid="0.00")


def annul(bureau: Any, no: str = "C1") -> None:
    fall = {"by": "市局", "document_no": "复议1号", "annulled_on": bureau.today, "reasons": "x"}
    bureau.do("head", c.AnnulDecision(case_no=no, **fall))


def back(amount: str, kind: c.PaymentKind, day: Any) -> c.PayBack:
    return c.PayBack(case_no="C1", kind=kind, amount=D(amount), paid_on=day, voucher="v")


def test_an_annulled_decision_owes_the_surcharge_back(bureau: Any) -> None:
    served(bureau)
    bureau.wait(60)
    pay(bureau, "8226.00", c.PaymentKind.FINE)
    pay(bureau, "5000.00", c.PaymentKind.SURCHARGE)
    stands(bureau, surcharge_paid="5000.00", surcharge_refund="0.00")
    annul(bureau)
    stands(bureau, surcharge_refund="5000.00", fine_refund="8226.00")
    more = back("5000.01", c.PaymentKind.SURCHARGE, bureau.today)
    assert bureau.refused("head", more) == "LEDGER_SHORT"
    bureau.do("head", replace(more, amount=D("5000.00")))
    stands(bureau, surcharge_paid="0.00", surcharge_refund="0.00")
    assert offered(bureau) == {"PayBack"}


def test_a_lower_fine_owes_back_what_of_the_surcharge_it_did_not_bear(bureau: Any) -> None:
    no = served(bureau)
    filed = {"kind": c.RemedyKind.REVIEW, "body": "市政府", "document_no": "x"}
    bureau.wait(50)
    pay(bureau, "8226.00", c.PaymentKind.FINE)
    pay(bureau, "8226.00", c.PaymentKind.SURCHARGE)
    bureau.do("legal", c.RecordRemedy(case_no=no, filed_on=bureau.today, **filed))
    close = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.CHANGED, document_no="y",
        decided_on=bureau.today, reasons="x", fine=D("4113.00"),
    )  # fmt: skip
    bureau.do("legal", close)
    # The surcharge is never more than the fine itself (处罚法 72): half of either is too much.
    stands(bureau, fine_refund="4113.00", surcharge_refund="4113.00")
    bureau.do("head", back("4113.00", c.PaymentKind.SURCHARGE, bureau.today))
    stands(bureau, surcharge_paid="4113.00", surcharge_refund="0.00")


def damages_decided(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    own = ("4113.00", KIND.RECOVERY), ("1000.00", KIND.LIQUIDATED_DAMAGES)
    decided(bureau, no, *(money(kind, amount) for amount, kind in own))
    serve(bureau, no)
    return no


def test_an_annulled_handling_owes_its_damages_back(bureau: Any) -> None:
    no = damages_decided(bureau)
    deduct(bureau, no, "400.00", c.PaymentKind.DAMAGES)
    stands(bureau, damages_paid="400.00", damages_due="600.00", damages_refund="0.00")
    annul(bureau)
    stands(bureau, damages_paid="400.00", damages_due="0.00", damages_refund="400.00")
    bureau.do("head", back("150.00", c.PaymentKind.DAMAGES, bureau.today))
    stands(bureau, damages_paid="250.00", damages_refund="250.00")


def test_damages_that_never_come_are_written_off(bureau: Any) -> None:
    no = damages_decided(bureau)
    deduct(bureau, no, "4113.00", c.PaymentKind.RECOVERY)
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.DAMAGES, amount=D("1000.00"), document_no="（2026）执1号",
        ground=c.WriteOffGround.COURT_ENDED, reasons="终结本次执行",
    )  # fmt: skip
    bureau.do("head", off)
    stands(bureau, damages_due="0.00", damages_written_off="1000.00", demanded="0.00")
    assert bureau.streams[f"case:{no}"][-1].type == "DebtSettled"
    annul(bureau)
    stands(bureau, damages_written_off="0.00", damages_refund="0.00")


def test_handling_and_its_conversion_recover_once(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", c.ListLines(case_no=no))
    verdict = {"verdict": c.LineVerdict.CONFIRMED, "line_ids": ("F1",)}
    bureau.do("agency", c.JudgeLines(case_no=no, **verdict))
    kinds = a.MeasureKind
    measures = (
        a.Measure(kinds.RECOVERY, D("4113.00"), clause="30"),
        a.Measure(kinds.LIQUIDATED_DAMAGES, D("300.00"), clause="31"),
    )
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="x"))
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="x"))
    bureau.do("chief", a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1"))
    stands(bureau, demanded="4113.00", damages_due="300.00")
    bureau.handling_served(no)
    given = {"how": a.Deduction.OFFSET, "paid_on": bureau.today}
    for kind, amount in ((c.PaymentKind.RECOVERY, "4113.00"), (c.PaymentKind.DAMAGES, "100.00")):
        own = {"kind": kind, "amount": D(amount), "voucher": amount}
        bureau.do("agency", a.RecordDeduction(case_no=no, **own, **given))
    stands(bureau, demanded="0.00", returned="4113.00", damages_paid="100.00", damages_due="200.00")
    bureau.convert("sup", a.ConvertCase(case_no=no, reasons="涉嫌骗保"))
    stands(bureau, returned="4113.00", confirmed="0.00", demanded="0.00", damages_due="0.00")


def test_nothing_more_than_confirmed_is_handled(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", c.ListLines(case_no=no))
    part = {"verdict": c.LineVerdict.PARTLY, "amount": D("10.00"), "reasons": "x"}
    bureau.do("agency", c.JudgeLines(case_no=no, line_ids=("F1",), **part))
    measure = a.Measure(a.MeasureKind.RECOVERY, D("10.01"), clause="30")
    with pytest.raises(Refusal) as refused:
        bureau.do("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="x"))
    assert refused.value.code == "LOSS_NOT_CONFIRMED"


MONEY = st.decimals("0.01", "9000.00", places=2)
MOVES = st.lists(
    st.tuples(st.sampled_from(("pay", "off", "back")), st.sampled_from(list(c.PaymentKind)), MONEY),
    max_size=20,
)


@given(moves=MOVES, fall=st.integers(0, 20))
def test_no_sequence_unbalances_it(new_bureau: Any, moves: list[Any], fall: int) -> None:
    """Payments, write-offs and repayments at random, the decision falling somewhere among them."""
    bureau = new_bureau()
    no = served(bureau)
    for n, (what, kind, amount) in enumerate(moves):
        own = {"case_no": no, "kind": kind, "amount": amount}
        paid = {"paid_on": bureau.today, "voucher": f"v{n}"}
        paper = {"document_no": "x", "reasons": "x"}
        command: Any = {
            "pay": lambda own=own, paid=paid: c.RecordPayment(**own, **paid),
            "back": lambda own=own, paid=paid: c.PayBack(**own, **paid),
            "off": lambda own=own, paper=paper: c.WriteOff(
                **own, ground=c.WriteOffGround.PARTY_GONE, **paper
            ),
        }[what]()
        try:
            bureau.do("ins1" if what == "pay" else "head", command)
        except Refusal:
            continue
        if n == fall:
            given = {"by": "x", "document_no": "x", "reasons": "x"}
            bureau.do("head", c.AnnulDecision(case_no=no, annulled_on=bureau.today, **given))
        book = ledger(bureau)
        assert all(entry.balanced for entry in book.entries)
        assert sum(book.balances.values()) == 0
        assert all(book.of(account) >= 0 for account in Account)
        assert disagreements(bureau) == []
        told_as_booked(bureau)
