"""New facts or a changed penalty: back to the investigation, and notify again (处罚法 44, 45)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.stages import Stage
from casework.commands import case as c
from casework.decide import next_actions

WRONG = "建议有误，须重新认定"


def back(no: str, reasons: str = WRONG) -> c.ReturnToInvestigation:
    return c.ReturnToInvestigation(case_no=no, reasons=reasons)


def approved(bureau: Any, no: str = "C1", proposal: str = "P1") -> None:
    outcome = c.Outcome.APPROVED
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id=proposal, outcome=outcome))


def test_what_was_approved_is_not_under_review_and_is_taken_back(bureau: Any) -> None:
    no = bureau.proposed()
    assert bureau.refused("sup", back(no)) == "STEP_MISSING"
    approved(bureau)
    judge = c.JudgeLines(
        case_no=no, verdict=c.LineVerdict.REJECTED, where=c.LineFilter(), reasons="x"
    )
    assert bureau.refused("ins1", bureau.proposal(no, "1")) == "PROPOSAL_APPROVED"
    assert bureau.refused("ins1", judge) == "PROPOSAL_APPROVED"
    offered = {
        x.name for x in next_actions(bureau.state(f"case:{no}"), bureau.people["sup"], bureau.at)
    }
    assert "ReturnToInvestigation" in offered
    assert bureau.refused("sup", back(no, " ")) == "FIELD_REQUIRED"
    assert bureau.refused("ins1", back(no)) == "ROLE_REQUIRED"
    assert bureau.do("sup", back(no)) == ["InvestigationReopened"]
    assert bureau.state(f"case:{no}").proposal.outcome == "superseded"
    bureau.reported(no)
    assert bureau.do("ins1", bureau.proposal(no, "1")) == ["WorksheetDrawn", "PenaltyProposed"]


@pytest.mark.parametrize("stage", ["notice", "defence", "hearing"])
def test_whatever_was_notified_is_notified_again(bureau: Any, stage: str) -> None:
    no = bureau.noticed(months=6)
    if stage != "notice":
        bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="申辩"))
    if stage == "hearing":
        bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
        when = bureau.at + timedelta(days=15)
        bureau.chaired(no)
        hearing = c.AnnounceHearing(case_no=no, starts_at=when, place="会议室")
        bureau.do("ins1", hearing)
    assert bureau.state(f"case:{no}").stage is Stage(stage)
    assert bureau.do("sup", back(no)) == ["InvestigationReopened"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.notice_on, case.defence, case.hearing) == (
        Stage.INVESTIGATION, None, None, None,
    )  # fmt: skip
    # What the party contested is still not aggravated (处罚法 45).
    bureau.reported(no)
    bureau.do("ins1", bureau.proposal(no, "1"))
    approved(bureau, no, "P2")
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=no)) == "STEP_MISSING"
    served = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", served) == "NOT_ISSUED"
    bureau.issue(no, "notice")
    assert bureau.do("ins1", served) == ["NoticeServed"]


def test_from_the_review_on_others_return_it(bureau: Any) -> None:
    no = bureau.to_decide()
    assert bureau.refused("sup", back(no)) == "ILLEGAL_MOVE"


def test_no_case_officer_returns_his_own_case(bureau: Any) -> None:
    no = bureau.proposed()
    approved(bureau)
    both = replace(bureau.people["ins1"], roles=frozenset({Role.INSPECTOR, Role.SUPERVISOR}))
    assert bureau.refused(both, back(no)) == "FOUR_EYES"
