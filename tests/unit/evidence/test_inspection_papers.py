"""What an inspection prints of its hands: who its officers were, a recusal, and that it is called off."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pypdf
import pytest

from casework.cases.parts import Recusal
from casework.cases.state import Officer
from casework.commands.case import Party, PartyKind
from casework.hands import Hand
from casework.inspection.state import Bill, Cancelled, Change, InspectionState, Paper, Step
from evidence.forms.inspection import paper_of

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
DAY = date(2026, 3, 2)


def hand(name: str) -> Hand:
    return Hand(name, f"p-{name}", name)


def officers(*names: str) -> tuple[Officer, ...]:
    return tuple(Officer(hand(name), f"皖{name}") for name in names)


CHANGED = InspectionState(
    "JC-1", title="收费检查", party=Party(PartyKind.INSTITUTION, "H1", "某院"), notice_no="检1号",
    starts_on=DAY, ends_on=DAY, officers=officers("甲", "丙"),
    changes=(Change(officers("甲", "乙"), DAY, "x", 2), Change(officers("甲"), DAY, "y", 3)),
)  # fmt: skip


def said(state: InspectionState, what: str) -> str:
    made = paper_of(state, what, "某局", AT)
    assert made is not None
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_the_notice_tells_from_whom_to_whom_its_officers_changed() -> None:
    text = said(CHANGED, "notice")
    assert "检查人员由甲、乙变更为甲。" in text
    assert "检查人员由甲变更为甲、丙。" in text


@pytest.mark.parametrize("begun", [None, DAY])
def test_the_cancellation_says_why_and_whether_it_had_begun(begun: date | None) -> None:
    off = Cancelled(DAY, "机构停业", "撤1号", hand("主任"))
    state = replace(CHANGED, stage=Step.CANCELLED, cancelled=off, started_on=begun)
    text = said(state, "cancellation")
    assert "现决定撤销。理由：机构停业" in text
    assert ("进场" in text) is (begun is not None)


def test_a_recusal_prints_with_its_decision_and_nothing_prints_that_is_not_there() -> None:
    one = Recusal(
        "B1", hand("乙"), "kin", "亲属", hand("甲"), True, True, reasons="属实",
        decided_by=hand("局长"), decided_on=DAY,
    )  # fmt: skip
    assert "同意回避" in said(replace(CHANGED, recusals=(one,)), "recusals")
    for what in ("recusals", "cancellation", "papers", "D1"):
        assert paper_of(CHANGED, what, "某局", AT) is None


def test_a_paper_prints_each_line_the_sum_and_why_the_amount_differs() -> None:
    bills = tuple(
        Bill(f"M1/{n}", "F1", DAY, "张*", "二级护理", Decimal("12.00"), Decimal("10.00"))
        for n in range(1, 61)
    )
    one = Paper(
        "D1", "重复收费", "x", "x", Decimal("590.00"), tuple(b.bill for b in bills), "甲", AT,
        picked=(*bills, Bill("M2/1", in_paper="D9"), Bill("M9", known=False)),
        summed=Decimal("600.00"), amount_reason="扣除已退回",
    )  # fmt: skip
    text = said(replace(CHANGED, papers=(one,)), "D1").replace("\u200b", "")
    assert all(f"{n}M1/{n}" in text for n in range(1, 61))
    assert "已计入D9" in text
    assert "结算数据中无此编号" in text
    assert "合计涉及基金（元）600.00" in text
    assert "检查人员认定涉及金额590.00元，与明细合计不同。理由：扣除已退回" in text
    old = replace(one, picked=(), summed=None, amount_reason="")
    assert "M1/60" in said(replace(CHANGED, papers=(old,)), "D1").replace("\u200b", "")
