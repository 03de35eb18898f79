"""What waits for nothing is not offered, and is refused by name where somebody asks for it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.clocks import EndPeriod, PauseClock, PauseGround, ResumeClock, StartPeriod
from casework.decide import next_actions
from casework.refusal import Refusal

WITHOUT = {"ResumeClock", "RecordAssistance", "PostAnnouncement"}


def offered(bureau: Any, no: str, who: str = "ins1") -> set[str]:
    return {
        one.name for one in next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    }


def test_acts_on_what_is_open_are_offered_once_something_is(bureau: Any) -> None:
    no = bureau.investigated()
    assert not offered(bureau, no) & WITHOUT
    bureau.do(
        "ins1",
        PauseClock(
            case_no=no, ground=PauseGround.APPRAISAL, reason="病历鉴定", **bureau.commissioned(no)
        ),
    )
    asked = c.RequestAssistance(
        case_no=no, recipient="亳州市医保局", text="核实", document_no="协1"
    )
    bureau.do("ins1", asked)
    assert {"ResumeClock", "RecordAssistance"} <= offered(bureau, no)
    bureau.do("ins1", ResumeClock(case_no=no, ground=PauseGround.APPRAISAL, result="已出具意见"))
    bureau.do("ins1", c.RecordAssistance(case_no=no, request_id="X1", result="属实"))
    assert not offered(bureau, no) & WITHOUT


def test_a_proposal_that_was_approved_may_be_announced(bureau: Any) -> None:
    no = bureau.proposed()
    assert "PostAnnouncement" not in offered(bureau, no)
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    # Nothing is posted that was not issued: its paper comes first.
    assert "PostAnnouncement" not in offered(bureau, no)
    bureau.issue(no, "notice")
    assert "PostAnnouncement" in offered(bureau, no)
    post = c.PostAnnouncement(
        case_no=no,
        served=c.Served.NOTICE,
        posted_on=bureau.today,
        where="公告栏",
        reasons="下落不明",
    )
    bureau.do("ins1", post)
    assert "PostAnnouncement" not in offered(bureau, no)


def primary(bureau: Any, no: str, who: str) -> str | None:
    """The one next act of a person."""
    acts = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return next((one.name for one in acts if one.primary), None)


def test_an_unpaid_fine_leads_to_the_demand_and_then_to_the_court(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    served = bureau.today
    bureau.not_public(no)
    assert primary(bureau, no, "ins1") is None
    assert not {"PressPayment", "PostAnnouncement"} & offered(bureau, no)
    assert "ApplyToCourt" not in offered(bureau, no, "head")
    bureau.wait(16)
    # Overdue: the demand is issued first; what is not issued is neither served nor announced.
    assert primary(bureau, no, "ins1") == "IssueForm"
    assert not {"PressPayment", "PostAnnouncement"} & offered(bureau, no)
    bureau.issue(no, "pressing")
    assert primary(bureau, no, "ins1") == "PressPayment"
    assert "PostAnnouncement" in offered(bureau, no)
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("ins1", press)
    assert primary(bureau, no, "ins1") is None
    assert "ApplyToCourt" not in offered(bureau, no, "head")
    bureau.wait(200 - (bureau.today - served).days)
    assert primary(bureau, no, "head") == "ApplyToCourt"


def test_a_question_of_recusal_is_for_the_officer_it_is_about(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    tie = c.Tie("ins2", c.RecusalGround.KIN, "与当事人登记同一住址")
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers, ties=(tie,)))
    assert primary(bureau, no, "ins2") == "AnswerRecusal"
    assert "AnswerRecusal" not in offered(bureau, no, "ins1")
    # His colleague goes on with the filing meanwhile.
    assert primary(bureau, no, "ins1") == "ProposeFiling"
    assert "ProposeFiling" not in offered(bureau, no, "ins2")
    mine = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=True, reasons="同住")
    assert bureau.refused("ins1", mine) == "NOT_YOURS"


def test_an_instalment_that_was_paid_is_not_pressed_for(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    days = (bureau.today + timedelta(days=10), bureau.today + timedelta(days=90))
    parts = tuple(c.Instalment(day, Decimal("4113.00")) for day in days)
    asked = c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="资金周转困难")
    bureau.do("ins1", asked)
    assert primary(bureau, no, "head") == "GrantInstalments"
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="经济困难"))
    paid = c.RecordPayment(
        case_no=no,
        kind=c.PaymentKind.FINE,
        amount=parts[0].amount,
        paid_on=bureau.today,
        voucher="v",
    )
    bureau.do("ins1", paid)
    # The fund's own money is back in time: it is not pressed for either.
    back = replace(paid, kind=c.PaymentKind.RECOVERY, amount=Decimal("4113.00"), voucher="v2")
    bureau.do("ins1", back)
    bureau.wait(30)
    bureau.issue(no, "pressing")
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "PERIOD_RUNNING"
    bureau.wait(62)
    assert bureau.do("ins1", replace(press, served_on=bureau.today)) == ["FinePressed"]


def test_a_period_that_nobody_started_is_not_ended(bureau: Any) -> None:
    no = bureau.investigated()
    before = len(bureau.streams[f"case:{no}"])
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", EndPeriod(case_no=no, period="jurisdiction", result="已整改"))
    assert refused.value.code == "STEP_MISSING"
    assert len(bureau.streams[f"case:{no}"]) == before
    bureau.do("ins1", StartPeriod(case_no=no, period="jurisdiction", starts_on=bureau.today))
    bureau.do("ins1", EndPeriod(case_no=no, period="jurisdiction", result="已协商"))
    with pytest.raises(Refusal):
        bureau.do("ins1", EndPeriod(case_no=no, period="jurisdiction", result="已协商"))


def test_nothing_is_offered_that_has_nothing_to_act_on(bureau: Any) -> None:
    no = bureau.decided()
    idle = {"EndPeriod", "PayBack", "FinishTask"}
    for who in ("ins1", "sup", "head"):
        acts = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
        assert not idle & {act.name for act in acts}
    back = c.PayBack(
        case_no=no,
        kind=c.PaymentKind.FINE,
        amount=Decimal("1.00"),
        paid_on=bureau.today,
        voucher="v",
    )
    assert bureau.refused("head", back) == "NOTHING_OVERPAID"
