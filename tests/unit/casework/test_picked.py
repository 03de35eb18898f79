"""What a working paper picks: lines of findings and bills, each once, summed to the fen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.commands.case import CaseLine, Party, PartyKind
from casework.inspection.picked import Choice, pick
from casework.inspection.state import InspectionState, fold_inspection
from casework.lines.state import held_of
from tests.unit.casework.test_inspection import HOSPITAL, NO, paper, refused, started

STATE = InspectionState(NO, party=Party(PartyKind.INSTITUTION, HOSPITAL, "某院"))
DAY = date(2025, 5, 6)
amounts = st.decimals("0.01", "5000", places=2)


def line(
    line_id: str, amount: str = "10.00", finding: str = "F1", code: str = HOSPITAL
) -> CaseLine:
    one = Decimal(amount)
    return CaseLine(line_id, finding, "x", code, one, one, on=DAY, who="张*", item="护理")


LINES = (line("M1/1"), line("M1/2", "20.00"), line("M2/1", "5.50", "F2"))
PICKED: dict[str, Any] = {
    "finding_ids": ("F1", "F2"), "bills": (), "lines": LINES, "amount": None, "amount_reason": "",
}  # fmt: skip


def state_of(bureau: Any) -> InspectionState:
    return fold_inspection(NO, bureau.streams[f"inspection:{NO}"])


def test_the_amount_is_the_sum_of_what_was_picked(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper(**PICKED, left_out=("M1/2",)))
    (one,) = state_of(bureau).papers
    assert (one.amount, one.summed, one.bills) == (
        Decimal("15.50"), Decimal("15.50"), ("M1/1", "M2/1"),
    )  # fmt: skip
    assert (one.finding_ids, one.left_out, one.typed) == (("F1", "F2"), ("M1/2",), ())
    assert [(b.on, b.who, b.item) for b in one.picked] == [(DAY, "张*", "护理")] * 2


def test_another_amount_says_why(bureau: Any) -> None:
    started(bureau)
    other = {**PICKED, "amount": Decimal("30.00")}
    assert refused(bureau, paper(**other)) == "PAPER_AMOUNT"
    bureau.do("ins1", paper(**{**PICKED, "amount": Decimal("35.50")}))
    bureau.do("ins1", paper(**{**other, "amount_reason": "扣除已退回"}))
    same, less = state_of(bureau).papers
    assert (same.amount, same.amount_reason) == (Decimal("35.50"), "")
    assert (less.amount, less.amount_reason) == (Decimal("30.00"), "扣除已退回")


def test_what_the_claims_do_not_have_is_not_summed(bureau: Any) -> None:
    started(bureau)
    typed = {**PICKED, "bills": ("M9",)}
    assert refused(bureau, paper(**typed)) == "BILL_UNKNOWN"
    bureau.do("ins1", paper(**{**typed, "amount": Decimal("50.00"), "amount_reason": "纸质票据"}))
    (one,) = state_of(bureau).papers
    assert [b.bill for b in one.picked if not b.known] == ["M9"]
    assert one.summed == Decimal("35.50")


@pytest.mark.parametrize(
    "more",
    [
        {"bills": ("M7",), "lines": (*LINES, line("M7/1", finding="", code="H2"))},
        {"finding_ids": ("F1", "F2", "F3")},
        {
            "finding_ids": ("F1", "F2", "F3"),
            "lines": (*LINES, line("M8/1", finding="F3", code="H2")),
        },
    ],
)
def test_only_what_the_institution_billed(bureau: Any, more: dict[str, Any]) -> None:
    started(bureau)
    assert refused(bureau, paper(**{**PICKED, **more})) == "BILL_ELSEWHERE"


def test_a_finding_may_lie_in_part_elsewhere(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper(**{**PICKED, "lines": (*LINES, line("M8/1", code="H2"))}))
    assert state_of(bureau).papers[0].amount == Decimal("35.50")


def test_nothing_picked_is_no_paper(bureau: Any) -> None:
    started(bureau)
    none = {**PICKED, "left_out": tuple(one.line_id for one in LINES)}
    assert refused(bureau, paper(**none)) == "FIELD_REQUIRED"


def test_a_line_counts_in_one_paper_alone(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper(**PICKED))
    second = {**PICKED, "finding_ids": ("F2",), "lines": (LINES[2], line("M3/1", "4.00", "F2"))}
    bureau.do("ins1", paper(**second))
    state = state_of(bureau)
    assert [one.amount for one in state.papers] == [Decimal("35.50"), Decimal("4.00")]
    assert [b.in_paper for b in state.papers[1].picked] == ["D1", ""]
    # Written anew it still counts its own.
    bureau.do("ins1", paper(**PICKED, paper_id="D1"))
    assert state_of(bureau).papers[0].amount == Decimal("35.50")


def test_a_paper_from_before_has_its_bills_by_number(bureau: Any) -> None:
    """Its event knows nothing of what was picked."""
    started(bureau)
    bureau.do("ins1", paper())
    *before, last = bureau.streams[f"inspection:{NO}"]
    new = {"picked", "finding_ids", "left_out", "typed", "summed", "amount_reason"}
    data = {key: value for key, value in last.data.items() if key not in new}
    (one,) = fold_inspection(NO, [*before, replace(last, data=data)]).papers
    assert (one.amount, one.summed, one.typed) == (Decimal("320.00"), None, ("M1/1", "M1/2"))
    assert [(b.bill, b.known) for b in one.bills_picked] == [("M1/1", False), ("M1/2", False)]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["F1", "F2", ""]), amounts)), st.data()
)
def test_each_line_once_and_what_is_left_out_gone(
    rows: list[tuple[int, str, Decimal]], data: st.DataObject
) -> None:
    lines = tuple(line(f"M{n % 2}/{n}", str(a), f) for n, f, a in rows)
    ids = sorted({one.line_id for one in lines})
    left = tuple(data.draw(st.sets(st.sampled_from(ids)))) if ids else ()
    picked = pick(Choice((), left, (), lines), STATE)
    bills = [one.bill for one in picked.bills]
    assert sorted(bills) == [one for one in ids if one not in left]
    for one in picked.bills:
        own = [x for x in lines if x.line_id == one.bill]
        graver = [x for x in own if x.finding_id] or own
        assert one.held == max(map(held_of, graver))
    assert picked.summed == sum((one.held for one in picked.bills), Decimal(0))
