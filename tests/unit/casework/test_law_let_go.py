"""An act that the law at the decision no longer punishes brings no penalty (处罚法 37)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.law import choice
from casework.law.choice import applied, choose
from casework.law.rows import Article, articles
from casework.law.worksheet import draw
from casework.refusal import Refusal
from tests.unit.casework.test_announcement import spot
from tests.unit.casework.test_unpunished import NO, discussed, proposal

GONE = date(2026, 3, 3)
GROUND = c.NoPenaltyGround.NO_LONGER_PUNISHED


def without(article_id: str, since: date) -> tuple[Article, ...]:
    """The table with the row of an article at its end, and none in its place."""
    return tuple(
        replace(row, valid_to=since) if row.id == article_id else row for row in articles()
    )


@pytest.fixture
def let_go(monkeypatch: pytest.MonkeyPatch, bureau: Any) -> None:
    """From the second day on the law punishes the act no more."""
    rows = without(bureau.article, GONE)
    monkeypatch.setattr(choice, "articles", lambda: rows)
    monkeypatch.setattr("casework.law.worksheet.articles", lambda: rows)


def test_the_choice_says_that_nothing_punishes_it_any_more() -> None:
    rows = without("tiaoli-38-1", GONE)
    one = choose("tiaoli-38-1", date(2025, 12, 20), GONE, rows)
    assert one.at_decision is None
    assert "不再处罚" in one.why_zh
    assert "no longer punishes" in one.why_en
    with pytest.raises(Refusal) as refused:
        applied("tiaoli-38-1", date(2025, 12, 20), GONE, rows)
    assert refused.value.code == "NO_LONGER_PUNISHED"
    # A day before it did.
    assert applied("tiaoli-38-1", date(2025, 12, 20), date(2026, 3, 2), rows).at_decision


def test_a_law_in_the_place_of_the_former_punishes_on() -> None:
    rows = without("tiaoli-40-1", GONE)
    heir = replace(
        next(row for row in rows if row.id == "tiaoli-40-1"), id="new-1", valid_from=GONE,
        valid_to=None, succeeds=("tiaoli-40-1",),
    )  # fmt: skip
    assert applied("tiaoli-40-1", date(2025, 1, 1), GONE, (*rows, heir)).at_decision is heir


def test_no_worksheet_is_drawn_and_no_penalty_proposed(bureau: Any, let_go: None) -> None:
    bureau.investigated()
    drawn = c.DrawWorksheet(
        case_no=NO, article_id=bureau.article, multiple=Decimal(2), reasons="x", departure="x"
    )
    bureau.do("ins1", drawn)
    with_sheet = replace(bureau.proposal(NO), worksheet_id="W1")
    bureau.wait(1)
    assert bureau.refused("ins1", drawn) == "NO_LONGER_PUNISHED"
    assert bureau.refused("ins1", bureau.proposal(NO)) == "NO_LONGER_PUNISHED"
    # Nor on one that was drawn before; what it said then can still be read.
    assert bureau.refused("ins1", with_sheet) == "NO_LONGER_PUNISHED"
    assert draw(bureau.state(f"case:{NO}").worksheets[0].basis).fine == Decimal("8226.00")


def test_it_is_proposed_and_decided_as_no_penalty(bureau: Any, let_go: None) -> None:
    bureau.investigated()
    # While the law still punishes it, this is no ground; nor without the article that punished it.
    assert bureau.refused("ins1", proposal(bureau, GROUND)) == "BAD_VALUE"
    bureau.wait(1)
    assert bureau.refused("ins1", proposal(bureau, GROUND, article_id="")) == "BAD_VALUE"
    bureau.do("ins1", proposal(bureau, GROUND))
    bureau.do("sup", c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED))
    heard = c.RecordDefence(case_no=NO, how=c.Defence.STATED, text="同意退回")
    bureau.do("ins1", heard)
    bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    bureau.do("legal", c.ReviewLegality(case_no=NO, opinion=c.Opinion.AGREE, text="同意"))
    discussed(bureau)
    decide = c.DecideCase(
        case_no=NO, ruling=c.Ruling.NO_PENALTY, decision_no="1", reasons="x", ground=GROUND
    )
    assert bureau.do("head", decide) == ["CaseDecided"]
    assert bureau.state(f"case:{NO}").decision.fine == Decimal("0.00")


def test_the_head_imposes_no_penalty_of_a_law_that_went(
    bureau: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = bureau.to_decide()
    rows = without(bureau.article, bureau.today)
    monkeypatch.setattr(choice, "articles", lambda: rows)
    penalty = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("head", penalty) == "NO_LONGER_PUNISHED"


def test_nothing_is_decided_on_the_spot_by_a_law_that_went(
    bureau: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1200.00")
    rows = without("tiaoli-38-3", bureau.today)
    monkeypatch.setattr(choice, "articles", lambda: rows)
    assert bureau.refused("ins1", spot(None)) == "NO_LONGER_PUNISHED"
