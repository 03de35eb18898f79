"""Guards where no other one refuses as well: each of these fails when its guard is taken out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from casework.actors import Role
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions


def test_who_proposed_the_handling_neither_reviews_nor_decides_the_penalty(bureau: Any) -> None:
    """He never was an officer of the case: that he proposed is all that stands in his way."""
    no = bureau.opened(path=c.Path.AGREEMENT)
    measure = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, Decimal("100.00"), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="多收费"))
    bureau.convert("sup", a.ConvertCase(case_no=no, reasons="涉嫌欺诈骗保"))
    # From here on the case takes the way of any other.
    bureau.opened = lambda: no
    hand = bureau.people["agency"]
    bureau.proposed()
    review = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    assert bureau.refused(replace(hand, roles=frozenset({Role.SUPERVISOR})), review) == "FOUR_EYES"
    bureau.do("sup", review)
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    legality = c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意")
    reviewer = replace(hand, roles=frozenset({Role.LEGAL_REVIEWER}))
    assert bureau.refused(reviewer, legality) == "FOUR_EYES"
    bureau.do("legal", legality)
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")
    assert bureau.refused(replace(hand, roles=frozenset({Role.HEAD})), decide) == "FOUR_EYES"
    assert bureau.do("head", decide) == ["CaseDecided"]


def test_an_officer_who_is_left_alone_is_offered_no_act_of_two(bureau: Any) -> None:
    """An inspection names its officers itself: that the case has two is what the guard says."""
    no = bureau.investigated()
    asked = c.RequestRecusal(
        case_no=no, officer="ins2", ground=c.RecusalGround.KIN, reason="与院长系夫妻"
    )
    bureau.do("ins1", asked)
    offered = {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert {"RecordInspection", "WriteReport", "OpenInterview"} <= offered
    bureau.do("head", c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实"))
    offered = {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert not offered & {"RecordInspection", "WriteReport", "OpenInterview"}
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")
    assert bureau.refused("ins1", c.WriteReport(case_no=no, **parts)) == "TWO_OFFICERS"
    assert bureau.refused("ins1", bureau.proposal(no)) == "TWO_OFFICERS"
