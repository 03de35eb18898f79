"""The lines of a case at the terminal: in either language to the end, under headings, aligned."""

from decimal import Decimal
from typing import Any

import pytest

import cli.lines_text as spoken
from casework.lines.clash import Clash
from casework.lines.state import LineTotals
from casework.lines.unset import VisitUnset


@pytest.fixture(params=[False, True], ids=["zh", "en"])
def english(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(spoken, "say", lambda zh, en: en if request.param else zh)
    return bool(request.param)


def _row(line_id: str, state: str, suspected: str) -> dict[str, Any]:
    taken, loss, item = "0.00", suspected, "CT"
    return {"line_id": line_id, "state": state, "suspected": suspected, "taken": taken,
            "loss": loss, "item": item}  # fmt: skip


def _text() -> str:
    rows = [_row("V1/1", "open", "7.00"), _row("V1/22", "partly", "1516.26")]
    sums = LineTotals(2, 1, Decimal("1523.26"), Decimal("1516.26"))
    clash = Clash("DEMO-9", 3, 1, Decimal("9.00"), Decimal("4.00"))
    two = Decimal(2)
    unset = VisitUnset("V1", "H1", "V1/1", two, two, two, None, ("T1", "T2"))
    return spoken.lines_text(rows, sums, [clash], [unset])


def test_lines_are_told_in_the_readers_language(english: bool) -> None:
    text = _text()
    assert text.isascii() is english
    assert ("partly confirmed" if english else "部分认定") in text
    assert all(told in text for told in ("DEMO-9", "jicha ledger refund H1", "T2", "1516.26"))


def test_the_amounts_stand_below_one_another(english: bool) -> None:
    first, second = _text().splitlines()[1:3]
    # A Chinese character is two places wide: count from the end, where both rows agree.
    assert len(first) - first.index("7.00") - len("7.00") == len(second) - second.index(
        "1516.26"
    ) - len("1516.26")
