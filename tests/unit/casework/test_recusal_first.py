"""No decision, and no hearing, before a request for recusal is decided."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.recuse import decided_by
from casework.commands import case as c
from casework.refusal import Refusal
from casework.waits import waits_for
from tests.unit.casework.conftest import actor

KIN = c.RecusalGround.KIN
MONTHS = 6


def leaders(bureau: Any) -> None:
    """A second leader beside the head, the supervisor and the legal reviewer."""
    bureau.people["deputy"] = actor("deputy", Role.HEAD)
    bureau.seed(bureau.people["deputy"])


def to_be_heard(bureau: Any, chair: str) -> str:
    no: str = bureau.noticed(months=MONTHS)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    when = bureau.at + timedelta(days=20)
    bureau.chaired(no, chair)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, starts_at=when, place="会议室"))
    return no


def together(bureau: Any, no: str, *members: str, **more: Any) -> c.DecideRecusal:
    given: dict[str, Any] = {
        "recusal_id": "B1", "approve": True, "reasons": "属实", "members": members,
        "held_on": bureau.today, "record": "一致同意",
    }  # fmt: skip
    return c.DecideRecusal(case_no=no, **{**given, **more})


@pytest.mark.parametrize("chair", ["legal", "sup"])
def test_a_chair_answers_for_himself_and_the_head_decides(bureau: Any, chair: str) -> None:
    no = to_be_heard(bureau, chair)
    other = "sup" if chair == "legal" else "legal"
    asked = c.RequestRecusal(case_no=no, officer=chair, ground=KIN, reason="亲属", by_party=True)
    bureau.do("ins1", asked)
    # It is told to him, and to nobody else of his role.
    assert chair in waits_for(bureau.state(f"case:{no}"), bureau.at).people
    stay = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=False, reasons="并无关系")
    assert bureau.refused(other, stay) == "NOT_YOURS"
    assert bureau.do(chair, stay) == ["RecusalAnswered"]
    yes = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    assert bureau.refused(other, yes) == "ROLE_REQUIRED"
    assert bureau.do("head", yes) == ["RecusalDecided"]
    # Another hearing, under another chair.
    assert bureau.state(f"case:{no}").hearing is None


def test_while_his_withdrawal_is_asked_the_head_may_name_another_chair(bureau: Any) -> None:
    no = to_be_heard(bureau, "legal")
    bureau.hearing_told(no)
    asked = c.RequestRecusal(case_no=no, officer="legal", ground=KIN, reason="亲属", by_party=True)
    bureau.do("ins1", asked)
    bureau.wait(20)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", bureau.held(no))
    assert refused.value.code == "STEP_MISSING"
    assert "由主要负责人另行指定听证主持人" in refused.value.message_zh
    assert "the designation of another by the head" in refused.value.message_en
    other = c.DesignateChair(case_no=no, chair="sup")
    assert bureau.do("head", other) == ["HearingChairDesignated"]
    assert bureau.state(f"case:{no}").hearing is None


def test_a_chair_who_wishes_to_withdraw_is_let_go_by_the_head(bureau: Any) -> None:
    no = to_be_heard(bureau, "legal")
    ask(bureau, no, "legal")
    out = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=True, reasons="确系亲属")
    assert bureau.do("legal", out) == ["RecusalAnswered"]
    assert bureau.state(f"case:{no}").hearing is not None
    bureau.do("head", c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实"))
    assert bureau.state(f"case:{no}").hearing is None


@pytest.mark.parametrize("who", ["head", "vice", "ins1", "sup"])
def test_whoever_wishes_to_withdraw_asks_it_and_others_decide(bureau: Any, who: str) -> None:
    no = to_be_heard(bureau, "legal")
    mine = c.RequestRecusal(case_no=no, officer=who, ground=KIN, reason="与当事人系亲属")
    if who in ("head", "vice"):
        # Of others he has the decision, or a part in it.
        assert bureau.refused(who, replace(mine, officer="sup")) == "BAD_VALUE"
    assert bureau.do(who, mine) == ["RecusalRequested"]
    one = bureau.state(f"case:{no}").recusals[0]
    assert (one.granted, one.of_head) == (None, who == "head")
    yes = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    if who == "head":
        assert bureau.refused("head", yes) == "NOT_YOURS"
        bureau.do("legal", together(bureau, no, "sup", "vice"))
    else:
        bureau.do("head", yes)
    assert bureau.state(f"case:{no}").recusals[0].granted


def test_a_head_who_wishes_to_withdraw_waits_for_the_leaders(bureau: Any) -> None:
    no = to_be_heard(bureau, "head")
    ask(bureau, no, "head")
    out = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=True, reasons="确系亲属")
    assert bureau.do("head", out) == ["RecusalAnswered"]
    assert bureau.state(f"case:{no}").recusals[0].granted is None
    bureau.do("legal", together(bureau, no, "sup", "vice"))
    assert bureau.state(f"case:{no}").recusals[0].granted


def test_of_the_only_head_the_leaders_decide_without_him(bureau: Any) -> None:
    no = to_be_heard(bureau, "head")
    ask(bureau, no, "head")
    case = bureau.state(f"case:{no}")
    assert case.recusals[0].of_head
    assert decided_by(case.recusals[0]).zh == "由机关负责人集体讨论决定"
    good = together(bureau, no, "sup", "vice")
    before = len(bureau.streams[f"case:{no}"])
    for who, command, code in (
        ("head", good, "NOT_YOURS"),
        ("legal", replace(good, members=()), "FIELD_REQUIRED"),
        ("legal", replace(good, record=" "), "FIELD_REQUIRED"),
        ("legal", replace(good, members=("head", "vice")), "ACCOUNT_UNFIT"),
        ("legal", replace(good, members=("ins1", "vice")), "ACCOUNT_UNFIT"),
        ("legal", replace(good, members=("sup",)), "TOO_FEW_MEMBERS"),
        ("legal", replace(good, held_on=bureau.today + timedelta(days=1)), "DATE_ORDER"),
        ("legal", replace(good, held_on=bureau.today - timedelta(days=9)), "DATE_ORDER"),
        ("ins1", good, "ROLE_REQUIRED"),
    ):
        assert bureau.refused(who, command) == code, (who, command)
    assert len(bureau.streams[f"case:{no}"]) == before
    # The request was recorded by `sup`; the discussion is by `legal`.
    assert bureau.do("legal", good) == ["RecusalDecided"]
    said = bureau.streams[f"case:{no}"][-1].data
    assert [one["account"] for one in said["members"]] == ["sup", "vice"]


def test_a_head_who_withdrew_does_not_decide_the_case_another_does(bureau: Any) -> None:
    leaders(bureau)
    no = bureau.to_decide()
    ask(bureau, no, "head")
    with pytest.raises(Refusal, match="决定回避申请"):
        bureau.decide(no)
    # That there is a second head does not make it his alone.
    alone = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    assert bureau.refused("deputy", alone) == "FIELD_REQUIRED"
    bureau.do("deputy", together(bureau, no, "deputy", "vice", "sup"))
    with pytest.raises(Refusal, match="其他负责人"):
        bureau.decide(no)
    yes = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")
    assert bureau.do("deputy", yes)[-1] == "CaseDecided"


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
        present="法定代表人王某",
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
    bureau.chaired(no, chair)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, starts_at=when, place="会议室"))


def test_a_chair_is_asked_to_withdraw_and_another_chairs(bureau: Any) -> None:
    no = hearing(bureau)
    bureau.hearing_told(no)
    ask(bureau, no, "legal")
    bureau.wait(21)
    hold = bureau.held(no)
    assert bureau.refused("ins1", hold) == "STEP_MISSING"
    settle(bureau, no, approve=True)
    assert bureau.state(f"case:{no}").hearing is None
    again = c.DesignateChair(case_no=no, chair="legal")
    assert bureau.refused("head", again) == "ACCOUNT_UNFIT"
    announce(bureau, no, "sup")
    bureau.hearing_told(no)
    bureau.wait(21)
    assert bureau.do("ins1", hold) == ["HearingHeld"]
    # Once it was held he is asked about as the supervisor that he is; who has no part in the case is not.
    late = c.RequestRecusal(case_no=no, officer="sup", ground=KIN, reason="x")
    assert bureau.would("ins1", late)[0].data["by_role"]
    assert bureau.refused("sup", replace(late, officer="ins3")) == "NOT_FOUND"


def test_another_chair_ends_the_question_about_the_first(bureau: Any) -> None:
    no = hearing(bureau)
    ask(bureau, no, "legal")
    announce(bureau, no, "sup")
    bureau.hearing_told(no)
    bureau.wait(21)
    bureau.do("ins1", bureau.held(no))
    bureau.heard_on_paper(no)
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]
