"""A visit that was settled by DRG/DIP loses the difference of its group, once, whatever its lines cost."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.worksheet import loss_lines
from casework.commands import case as c
from casework.law.loss import losses, total
from casework.ledger.check import overclaimed
from casework.lines.confirmed import pages_of
from casework.lines.group import _spread

D = Decimal
HOSPITAL = "H34162300001"
CONFIRMED, PARTLY, REJECTED = c.LineVerdict
WHY = "结算病组 FR23，应入病组 FR25"


def line(line_id: str, amount: str) -> c.CaseLine:
    return c.CaseLine(
        line_id, "F1", "hanging_bed", HOSPITAL, D(amount), D(amount), fund_share=D("0.8"),
        on=date(2025, 6, 1), item="床位费",
    )  # fmt: skip


LINES = (
    line("M1/1", "100.00"),
    line("M1/2", "300.00"),
    line("M1/3", "0.01"),
    line("M2/1", "50.00"),
)
VISIT = ("M1/1", "M1/2", "M1/3")


def judge(verdict: c.LineVerdict, *ids: str, group: str | None = None, **more: Any) -> c.JudgeLines:
    given = {"reasons": WHY, "group_difference": None if group is None else D(group), **more}
    return c.JudgeLines(case_no="C1", verdict=verdict, line_ids=ids, **given)


@pytest.fixture
def listed(bureau: Any) -> Any:
    bureau.opened()
    bureau.do("ins1", c.ListLines(case_no="C1", lines=LINES))
    return bureau


def confirmed(bureau: Any, *ids: str) -> list[Decimal]:
    lines = bureau.state("lines:C1").lines
    return [lines[one].confirmed for one in ids or VISIT]


def test_the_lines_of_a_visit_share_its_difference_and_the_worksheet_says_so(listed: Any) -> None:
    # More than the fund's part of the lines: what the group paid too much is not capped by their cost.
    assert "LinesJudged" in listed.do("ins1", judge(CONFIRMED, *VISIT, group="1234.50"))
    listed.do("ins1", judge(CONFIRMED, "M2/1"))
    lines = listed.state("lines:C1")
    assert sum(confirmed(listed), D(0)) == D("1234.50")
    assert confirmed(listed)[1] > confirmed(listed)[0] > D(300)
    found = losses(loss_lines(lines.lines.values()))
    assert total(found) == D("1274.50") == listed.state("case:C1").lines.loss
    assert "其中 3 条按 DRG/DIP 病组支付标准差额认定 1234.50 元" in found[0].zh
    assert "3 lines by the DRG/DIP difference: 1234.50 yuan" in found[0].en
    assert overclaimed(lines, [listed.state(f"refunds:{HOSPITAL}")]) == 0
    (page,) = pages_of(lines)
    assert page.rows[0].reasons.replace(" ", "").startswith("病组差额1,234.50元：")
    assert "病组差额" not in page.rows[-1].reasons


def test_a_listed_line_of_its_own_takes_one_too(listed: Any) -> None:
    listed.do("ins1", judge(CONFIRMED, "M2/1", group="400"))
    assert confirmed(listed, "M2/1") == [D("400.00")]


@pytest.mark.parametrize(
    ("part", "whole"), [({"amount": D("100.01")}, "100.01"), ({"share": D("0.5")}, "617.25")]
)
def test_a_part_is_a_part_of_the_difference(listed: Any, part: Any, whole: str) -> None:
    listed.do("ins1", judge(PARTLY, *VISIT, group="1234.50", **part))
    assert sum(confirmed(listed), D(0)) == D(whole)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (judge(CONFIRMED, *VISIT, group="10", reasons=" "), "FIELD_REQUIRED"),
        # Of one visit, and of all its lines.
        (judge(CONFIRMED, *VISIT, "M2/1", group="10"), "BAD_VALUE"),
        (judge(CONFIRMED, "M1/1", "M1/2", group="10"), "BAD_VALUE"),
        (judge(CONFIRMED, *VISIT, group="0"), "BAD_VALUE"),
        (judge(REJECTED, *VISIT, group="10"), "BAD_VALUE"),
        (judge(CONFIRMED, *VISIT, group="10", share=D("0.5")), "BAD_VALUE"),
        (judge(PARTLY, *VISIT, group="10"), "BAD_VALUE"),
        (judge(PARTLY, *VISIT, group="10", amount=D(10)), "BAD_VALUE"),
        (judge(PARTLY, *VISIT, group="10", share=D(1)), "BAD_VALUE"),
    ],
)
def test_what_is_no_difference_of_a_visit_is_refused(
    listed: Any, command: c.JudgeLines, code: str
) -> None:
    assert listed.refused("ins1", command) == code


def test_a_visit_stands_by_its_group_or_by_its_items_never_by_both(listed: Any) -> None:
    listed.do("ins1", judge(REJECTED, "M1/3"))
    listed.do("ins1", judge(CONFIRMED, "M1/1", "M1/2", group="200"))
    for one in (
        judge(CONFIRMED, "M1/3"),
        judge(CONFIRMED, "M1/1"),
        judge(REJECTED, "M1/1"),
        judge(CONFIRMED, "M1/1", group="90"),
    ):
        assert listed.refused("ins1", one) == "BAD_VALUE"
    # All of them anew, by item.
    listed.do("ins1", judge(CONFIRMED, *VISIT))
    assert confirmed(listed) == [D("80.00"), D("240.00"), D("0.01")]


def test_what_came_back_of_one_line_is_deducted_from_the_whole_difference(listed: Any) -> None:
    back = c.EarlierRefund(
        "M1/1", D("80.00"), c.RefundSource.SELF_CHECK, date(2025, 7, 1), "自查1号"
    )
    listed.do("ins1", c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(back,)))
    # By its bill the line would bear 25 yuan of the difference only.
    listed.do("ins1", judge(CONFIRMED, *VISIT, group="100"))
    assert listed.state("case:C1").lines.loss == D("20.00")


@given(
    whole=st.decimals("0", "1000000", places=2),
    amounts=st.lists(st.decimals("0", "90000", places=2), min_size=1, max_size=40),
)
def test_shares_add_up_to_the_fen(whole: Decimal, amounts: list[Decimal]) -> None:
    shares = _spread(whole, amounts)
    assert sum(shares, D(0)) == whole
    assert all(one >= 0 and one == one.quantize(D("0.01")) for one in shares)
