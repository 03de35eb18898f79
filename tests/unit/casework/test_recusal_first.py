"""No decision, and no hearing, before a request for recusal is decided."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.refusal import Refusal

KIN = c.RecusalGround.KIN


def ask(bureau: Any, no: str, officer: str) -> None:
    asked = c.RequestRecusal(
        case_no=no, officer=officer, ground=KIN, reason="与当事人系亲属", by_party=True
    )
    bureau.do("sup", asked)


def settle(bureau: Any, no: str, recusal_id: str = "B1", approve: bool = False) -> list[str]:
    decided = c.DecideRecusal(case_no=no, recusal_id=recusal_id, approve=approve, reasons="已查明")
    done: list[str] = bureau.do("head", decided)
    return done


def test_a_recusal_asked_for_is_decided_before_the_review_and_the_decision(bureau: Any) -> None:
    no = bureau.noticed()
    ask(bureau, no, "ins1")
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    submit = c.SubmitLegalReview(case_no=no)
    assert bureau.refused("ins1", submit) == "STEP_MISSING"
    settle(bureau, no)
    bureau.do("ins1", submit)
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    ask(bureau, no, "ins2")
    with pytest.raises(Refusal, match="决定回避申请") as answer:
        bureau.decide(no)
    assert "deciding the recusal" in answer.value.message_en
    settle(bureau, no, "B2")
    bureau.decide(no)


def test_a_tie_is_settled_before_a_decision_on_the_spot(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    tie = c.Tie("ins1", KIN, "同住址")
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers, ties=(tie,)))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    spot = c.DecideOnSpot(
        case_no=no,
        officers=("ins1", "ins2"),
        article_id="tiaoli-38-1",
        multiple=Decimal("1"),
        place="院内",
        decision_no="当场1号",
        told=True,
        defence="无异议",
        reasons="轻微",
    )
    assert bureau.refused("ins1", spot) == "STEP_MISSING"
    settle(bureau, no)
    assert "CaseDecidedOnSpot" in bureau.do("ins1", spot)


def hearing(bureau: Any) -> str:
    no: str = bureau.investigated()
    bureau.do("ins1", bureau.proposal(no, "2", 6))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    announce(bureau, no, "legal")
    return no


def announce(bureau: Any, no: str, chair: str) -> None:
    when = bureau.at + timedelta(days=20)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, chair=chair, starts_at=when, place="会议室"))


def test_a_chair_is_asked_to_withdraw_and_another_chairs(bureau: Any) -> None:
    no = hearing(bureau)
    bureau.hearing_told(no)
    ask(bureau, no, "legal")
    bureau.wait(21)
    hold = c.HoldHearing(case_no=no, record="笔录")
    assert bureau.refused("ins1", hold) == "STEP_MISSING"
    settle(bureau, no, approve=True)
    assert bureau.state(f"case:{no}").hearing is None
    when = bureau.at + timedelta(days=20)
    again = c.AnnounceHearing(case_no=no, chair="legal", starts_at=when, place="会议室")
    assert bureau.refused("ins1", again) == "ACCOUNT_UNFIT"
    announce(bureau, no, "sup")
    bureau.hearing_told(no)
    bureau.wait(21)
    assert bureau.do("ins1", hold) == ["HearingHeld"]
    # Once it was held nobody is asked to leave the chair.
    late = c.RequestRecusal(case_no=no, officer="sup", ground=KIN, reason="x")
    assert bureau.refused("sup", late) == "NOT_FOUND"


def test_another_chair_ends_the_question_about_the_first(bureau: Any) -> None:
    no = hearing(bureau)
    ask(bureau, no, "legal")
    announce(bureau, no, "sup")
    bureau.hearing_told(no)
    bureau.wait(21)
    bureau.do("ins1", c.HoldHearing(case_no=no, record="笔录"))
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]
