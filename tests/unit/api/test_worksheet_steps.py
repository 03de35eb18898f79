"""Worksheets speak of findings by the names of their rules, in the reader's language to the end."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from api.case.worksheets import _step, differences_of, verdict_of
from api.names import Language
from casework.cases.fold import fold_case
from casework.cases.parts import Worksheet
from casework.cases.state import CaseState
from casework.commands.case import FindingRef
from casework.hands import Hand
from casework.law.loss import LossLine
from casework.law.worksheet import Basis, draw

D, DAY = Decimal, date(2025, 6, 1)
BY = Hand("ins1", "p-ins1", "INS1")


def line(finding_id: str, loss: str) -> LossLine:
    return LossLine(finding_id, D(loss), D(loss), count=2, confirmed=D(loss))


HAND = Basis(
    "tiaoli-38-3", "institution", DAY, DAY, (line("by_hand", "4113.00"),), D(1), departure="x"
)


def case() -> CaseState:
    """A case with a finding, and worksheets before and after a refund, the second one harsher."""
    first = replace(HAND, lines=(line("F-1", "80.00"), line("by_hand", "20.00")))
    second = replace(HAND, lines=(replace(line("F-1", "80.00"), returned=D(30)),), multiple=D(2))
    sheets = tuple(
        Worksheet(f"W{n}", basis, draw(basis).loss, draw(basis).fine, "x", BY)
        for n, basis in enumerate((first, second), 1)
    )
    found = FindingRef("F-1", "duplicate_charge", D("80.00"), "重复收费")
    return replace(fold_case("C1", []), findings=(found,), worksheets=sheets)


@pytest.mark.parametrize(("language", "word"), [("zh", "手工列入："), ("en", "Listed by hand: ")])
def test_a_line_stands_under_the_name_of_its_rule(language: Language, word: str) -> None:
    steps = [_step(case(), step, language) for step in draw(HAND).steps]
    assert any(step.startswith(word) for step in steps), steps
    assert not any("by_hand" in step.lower() for step in steps)


def test_nothing_of_an_english_worksheet_is_chinese_but_citations_and_what_people_wrote() -> None:
    state = case()
    texts = [_step(state, step, "en") for step in draw(state.worksheets[1].basis).steps]
    rows = differences_of(state, "W1", "W2", "en")
    texts += [part for row in rows for part in (row.title, row.first, row.second)]
    assert not [text for text in texts if any("一" <= letter <= "鿿" for letter in text)], texts
    assert "F-1" not in " ".join(texts)
    assert any("returned 30" in text for text in texts)
    gone = next(row for row in rows if "hand" in row.title)
    assert (gone.first, gone.second) == ("20.00", "—")


def test_a_figure_from_elsewhere_is_judged() -> None:
    said = verdict_of(case(), "W1", D("97.00"), "zh")
    assert (said.lawful, said.due) == (False, D("100.00"))
    assert "低于法定幅度 100.00–200.00 元" in said.text
