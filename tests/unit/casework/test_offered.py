"""What waits for nothing is not offered, and is refused by name where somebody asks for it."""

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
    bureau.do("ins1", PauseClock(case_no=no, ground=PauseGround.APPRAISAL, reason="病历鉴定"))
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
    assert "PostAnnouncement" in offered(bureau, no)


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
    assert bureau.refused("head", back) == "STEP_MISSING"
