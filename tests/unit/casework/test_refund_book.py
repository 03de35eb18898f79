"""Earlier refunds fit their lines, and a wrong entry is withdrawn by other eyes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.lines.refunds import most_back, sifted
from casework.refusal import Refusal
from tests.unit.casework.test_lines import CONFIRMED, HOSPITAL, drawing, judge, line, listed, refund

D = Decimal


def entered(bureau: Any, *known: c.EarlierRefund, who: str = "agency") -> list[str]:
    command = c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=known)
    found: list[str] = bureau.do(who, command)
    return found


def withdrawal(bureau: Any, bill: str) -> c.WithdrawRefund:
    (one,) = bureau.state(f"refunds:{HOSPITAL}").refunds[bill]
    return c.WithdrawRefund(fixmedins_code=HOSPITAL, refund_id=one.refund_id, reasons="金额录错")


def test_a_loss_is_not_set_to_nothing_by_a_typo(bureau: Any) -> None:
    no = bureau.investigated()
    paid = c.EarlierRefund("F1", D("41130.00"), c.RefundSource.SELF_CHECK, date(2025, 9, 1), "自1")
    with pytest.raises(Refusal) as no_more:
        entered(bureau, paid)
    assert no_more.value.code == "REFUND_ABOVE_LINE"
    assert "F1" in no_more.value.message_zh
    assert "4,113.00" in no_more.value.message_en
    with pytest.raises(Refusal) as unknown:
        entered(bureau, replace(paid, bill="NO/SUCH"))
    assert unknown.value.code == "REFUND_OF_NO_LINE"
    assert "NO/SUCH" in unknown.value.message_en
    assert bureau.state(f"case:{no}").lines.loss == D("4113.00")
    # In two halves neither.
    entered(bureau, replace(paid, amount=D("4000.00")))
    with pytest.raises(Refusal):
        entered(bureau, replace(paid, amount=D("113.01"), document_no="自2"))


def test_bad_rows_are_told_by_their_place_and_the_good_ones_stay(bureau: Any) -> None:
    listed(bureau, line(1), line(2))
    given = (refund(1, "80.01"), refund(2, "50.00"), refund(2, "30.01", "自查2号"), refund(9, "1"))
    book, states = bureau.state(f"refunds:{HOSPITAL}"), {"x": bureau.state("lines:C1")}
    good, wrong = sifted(given, book, most_back((), states), bureau.at)
    assert good == [given[1]]
    codes = [(place, refusal.code) for place, refusal in wrong]
    assert codes == [(0, "REFUND_ABOVE_LINE"), (2, "REFUND_ABOVE_LINE"), (3, "REFUND_OF_NO_LINE")]


def test_a_withdrawn_refund_is_owed_again_from_the_next_worksheet_on(bureau: Any) -> None:
    no = bureau.investigated()
    paid = c.EarlierRefund("F1", D("4000.00"), c.RefundSource.OTHER, date(2025, 9, 1), "清1")
    entered(bureau, paid)
    bureau.do("ins1", drawing(no))
    assert bureau.state(f"case:{no}").lines.loss == D("113.00")
    wrong = withdrawal(bureau, "F1")
    assert bureau.refused("agency", wrong) == "FOUR_EYES"
    assert bureau.refused("legal", wrong) == "ROLE_REQUIRED"
    assert bureau.refused("sup", replace(wrong, reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.do("sup", wrong) == ["RefundWithdrawn"]
    assert bureau.refused("sup", wrong) == "NOT_FOUND"
    # The worksheet of before is outdated, as it is by a new refund.
    old = replace(bureau.proposal(no, "1.5"), base_loss=D("113.00"), worksheet_id="W1")
    assert bureau.refused("ins1", old) != ""
    assert bureau.do("ins1", drawing(no))[0] == "LinesNetted"
    assert bureau.state(f"case:{no}").lines.loss == D("4113.00")
    # And the right sum can be entered on the same paper.
    entered(bureau, replace(paid, amount=D("40.00")))


def test_a_withdrawn_refund_of_a_judged_line_is_back_in_the_case(bureau: Any) -> None:
    listed(bureau, line(1), line(2))
    entered(bureau, refund(1, "30.00"))
    judge(bureau, CONFIRMED, "M1/1", "M2/1")
    assert bureau.state("case:C1").lines.loss == D("130.00")
    bureau.do("sup", withdrawal(bureau, "M1/1"))
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("160.00")
