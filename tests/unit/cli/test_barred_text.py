"""Fees of barred doctors at the terminal: in either language, under headings, with their leads."""

from datetime import date
from decimal import Decimal

import pytest

import cli.barred_text as spoken
from casework.points.exempt import Payable
from graph.points.barred import BarredFees, BarredLine, BarredSpan, PayableSpan
from graph.points.barred_leads import BarredRow


@pytest.mark.parametrize("english", [False, True])
def test_names_days_money_and_lead(english: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "say", lambda zh, en: en if english else zh)
    days = (date(2025, 5, 12), date(2025, 12, 31))
    fees = BarredFees("D1", "Li", "H1", 2143, Decimal("100665.71"), Decimal("64747.82"), *days)
    told = spoken.barred_text([BarredRow(fees, ("YB-1",)), BarredRow(fees, ())], {"H1": "H"}, [])
    head, first, second = told.splitlines()
    assert ("fund part" if english else "基金支付") in head
    assert first.split() == [
        "Li", "D1", "H", "2025-05-12", "–", "2025-12-31", "2,143", "100,665.71", "64,747.82", "YB-1",
    ]  # fmt: skip
    assert second.endswith("none yet" if english else "未登记")
    assert "YB-2" in spoken.barred_text([BarredRow(fees, ())], {}, ["YB-2"]).splitlines()[-1]


@pytest.mark.parametrize("english", [False, True])
def test_what_is_excepted_says_why(english: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "say", lambda zh, en: en if english else zh)
    day = date(2025, 4, 10)
    line = BarredLine("S1", "2", day, Decimal(20), Decimal(12))
    span = BarredSpan("D1", "Li", "H1", "terminated", day, (line,))
    told = spoken.payable_text([PayableSpan(span, Payable.RESCUE, ("大抢救 2025-04-10",))], {})
    row = told.splitlines()[-1]
    assert "20.00" in row
    assert ("rescue within a visit" if english else "就诊中的抢救") in row
    assert "(大抢救 2025-04-10)" in row
    assert spoken.payable_text([], {}) == ""
