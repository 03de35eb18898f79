"""Fees of barred doctors at the terminal: in either language, under headings, with their leads."""

from datetime import date
from decimal import Decimal

import pytest

import cli.barred_text as spoken
from graph.points.barred import BarredFees
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
