"""The steps of a worksheet name rules as people know them, never by their ids."""

from datetime import date
from decimal import Decimal

import pytest

from api.case.worksheets import _step
from api.names import Language
from casework.law.loss import LossLine
from casework.law.worksheet import Basis, draw


@pytest.mark.parametrize(("language", "word"), [("zh", "手工列入："), ("en", "Listed by hand: ")])
def test_a_line_stands_under_the_name_of_its_rule(language: Language, word: str) -> None:
    amount = Decimal("4113.00")
    line = LossLine("by_hand", amount, amount, count=1, confirmed=amount)
    day = date(2025, 6, 1)
    sheet = draw(Basis("tiaoli-38-3", "institution", day, day, (line,), Decimal(1), departure="x"))
    steps = [_step(sheet, both, language) for both in sheet.steps]
    assert any(step.startswith(word) for step in steps), steps
    assert not any("by_hand" in step.lower() for step in steps)
