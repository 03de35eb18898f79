"""The penalty procedure from clue to closing, and what it refuses on the way."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.stages import MOVES, Stage
from casework.clocks.deadlines import deadlines
from casework.commands import case as c
from casework.decide import next_actions, step_of
from casework.events import Intact, verify_chain
from casework.refusal import Refusal


def test_clue_to_closing(bureau: Any) -> None:
    no = bureau.decided()
    case = bureau.state(f"case:{no}")
    assert case.decision.fine == Decimal("8226.00")
    assert case.decision.recovery == Decimal("4113.00")
    assert "× 2 倍 = 8226.00 元" in case.proposal.formula
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    pay = c.RecordPayment(
        case_no=no,
        kind=c.PaymentKind.FINE,
        amount=Decimal("8226.00"),
        paid_on=bureau.today,
        voucher="v1",
    )
    assert bureau.do("ins1", pay) == ["PaymentRecorded", "FineMet"]
    with pytest.raises(Refusal, match="尚未缴纳"):
        bureau.do("ins1", replace(pay, amount=Decimal("0.01")))
    with pytest.raises(Refusal) as unproven:
        bureau.do("ins1", bureau.closing(no))
    assert unproven.value.code == "STEP_MISSING"
    bureau.receipts(no)
    bureau.not_public(no)
    with pytest.raises(Refusal, match="调查终结审批表（未出具）") as unsigned:
        bureau.do("ins1", bureau.closing(no))
    assert unsigned.value.code == "APPROVALS_UNSIGNED"
    bureau.approvals_signed(no)
    with pytest.raises(Refusal) as unpaid:
        bureau.do("ins1", bureau.closing(no))
    assert unpaid.value.code == "UNPAID"
    # Closing is possible, with its ground; the next step it becomes when nothing is owed.
    assert step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at) is None
    bureau.do(
        "agency",
        replace(pay, kind=c.PaymentKind.RECOVERY, amount=Decimal("4113.00"), voucher="v2"),
    )
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert step is not None
    assert step.name == "ProposeClosing"
    bureau.close(no)
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED
    assert isinstance(verify_chain(bureau.streams[f"case:{no}"]), Intact)


@pytest.mark.parametrize("roles", [{Role.SUPERVISOR}, {Role.INSPECTOR, Role.SUPERVISOR}])
def test_proposer_never_approves_in_any_role(bureau: Any, roles: set[Role]) -> None:
    no = bureau.proposed()
    both = replace(bureau.people["ins1"], roles=frozenset(roles))
    approve = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    for somebody in (both, replace(both, account="other"), replace(both, person="other")):
        before = len(bureau.streams[f"case:{no}"])
        with pytest.raises(Refusal) as refused:
            bureau.do(somebody, approve)
        assert refused.value.code == "FOUR_EYES"
        assert len(bureau.streams[f"case:{no}"]) == before


def test_who_reviews_second_hears_that_it_was_reviewed(bureau: Any) -> None:
    no = bureau.proposed()
    approve = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    bureau.do("sup", approve)
    assert bureau.refused("sup", approve) == "PROPOSAL_REVIEWED"


def test_head_who_proposed_or_reviewed_never_decides(bureau: Any) -> None:
    no = bureau.to_decide()
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    for login in ("ins1", "ins2", "sup", "legal"):
        as_head = replace(bureau.people[login], roles=frozenset({Role.HEAD}))
        with pytest.raises(Refusal) as refused:
            bureau.do(as_head, decide)
        assert refused.value.code == "FOUR_EYES"
    assert bureau.do("head", decide) == ["CaseDecided"]


def test_supervisor_cannot_decide(bureau: Any) -> None:
    no = bureau.to_decide()
    with pytest.raises(Refusal) as refused:
        bureau.do("sup", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1"))
    assert refused.value.code == "ROLE_REQUIRED"


def test_one_person_with_two_accounts_is_one_officer(bureau: Any) -> None:
    no = bureau.opened()
    twin = replace(bureau.people["ins1"], account="ins1b")
    bureau.seed(twin)
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins1b", "皖02"))
    with pytest.raises(Refusal) as refused:
        bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    assert refused.value.code == "TWO_OFFICERS"


def test_inspection_needs_two_officers_of_the_case(bureau: Any) -> None:
    no = bureau.investigated()
    visit = c.RecordInspection(
        case_no=no,
        officers=("ins1", "ins3"),
        held_on=bureau.today,
        place="住院部",
        record="床位空置",
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", visit)
    assert refused.value.code == "TWO_OFFICERS"
    assert bureau.do("ins1", replace(visit, officers=("ins1", "ins2"))) == ["InspectionRecorded"]


def test_filing_needs_all_four_conditions_and_two_officers(bureau: Any) -> None:
    no = bureau.opened()
    file = c.FileCase(
        case_no=no,
        preliminary_proof=True,
        penalty_possible=True,
        own_jurisdiction=True,
        within_limitation=False,
        reasons="x",
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("sup", file)
    assert refused.value.code == "TWO_OFFICERS"
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    with pytest.raises(Refusal, match="处罚时效"):
        bureau.submitted(no, within_limitation=False)
    bureau.submitted(no)
    with pytest.raises(Refusal, match="处罚时效"):
        bureau.do("head", file)


@pytest.mark.parametrize("multiple", ["0.99", "2.01", "NaN", "-1"])
def test_multiple_stays_inside_the_band(bureau: Any, multiple: str) -> None:
    no = bureau.investigated()
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", bureau.proposal(no, multiple))
    assert refused.value.code == "OUTSIDE_BAND"


def test_law_follows_the_end_of_the_conduct(bureau: Any) -> None:
    no = bureau.investigated()
    old = replace(bureau.proposal(no), article_id="shebao-87", multiple=Decimal(3))
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", old)
    assert refused.value.code == "LAW_NOT_IN_FORCE"
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", replace(old, article_id="tiaoli-41-1"))
    assert refused.value.code == "WRONG_SUBJECT"


def test_silence_counts_only_after_the_period(bureau: Any) -> None:
    no = bureau.noticed()
    silent = c.RecordDefence(case_no=no, how=c.Defence.SILENT)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", silent)
    assert refused.value.code == "PERIOD_RUNNING"
    bureau.wait(8)
    assert bureau.do("ins1", silent) == ["DefenceRecorded"]


def test_hearing_before_legal_review(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="申辩"))
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    assert refused.value.code == "PERIOD_RUNNING"
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    assert refused.value.code == "STEP_MISSING"
    at = bureau.at + timedelta(days=15)
    hold = c.AnnounceHearing(case_no=no, starts_at=at, place="三楼会议室")
    named = c.DesignateChair(case_no=no, chair="ins1")
    assert bureau.refused("head", named) == "ACCOUNT_UNFIT"
    # An investigator does not chair by another account of his own either.
    bureau.seed(replace(bureau.people["ins1"], account="ins1b", roles=frozenset({Role.SUPERVISOR})))
    assert bureau.refused("head", replace(named, chair="ins1b")) == "FOUR_EYES"
    bureau.chaired(no)
    assert bureau.do("ins1", hold) == ["HearingAnnounced"]
    bureau.hearing_told(no)
    bureau.wait(15)
    assert bureau.do("ins1", bureau.held(no)) == ["HearingHeld"]
    bureau.heard_on_paper(no)
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]


@pytest.mark.parametrize("opinion", [c.Opinion.CORRECT, c.Opinion.OTHER])
def test_what_the_review_asks_for_is_put_right_and_submitted_again(
    bureau: Any, opinion: c.Opinion
) -> None:
    no = bureau.noticed()
    bureau.do("ins1", bureau.waived(no))
    again = c.SubmitLegalReview(case_no=no)
    bureau.do("ins1", again)
    assert bureau.refused("ins1", again) == "ALREADY_DONE"
    agree = c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意")
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=opinion, text="补送达回证"))
    assert bureau.state(f"case:{no}").stage is Stage.LEGAL_REVIEW
    # The officers have the next step, and what they did is said.
    assert bureau.refused("legal", agree) == "STEP_MISSING"
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert step.name == "SubmitLegalReview"
    assert bureau.refused("ins1", again) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(again, remarks="已补正送达回证"))
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["legal_review"].is_open
    bureau.do("legal", agree)
    assert bureau.state(f"case:{no}").stage is Stage.DECISION


def test_return_by_legal_review_starts_over(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.do("ins1", bureau.waived(no, hearing=False))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    change = c.ReviewLegality(case_no=no, opinion=c.Opinion.CHANGE, text="倍数偏高")
    bureau.do("legal", change)
    case = bureau.state(f"case:{no}")
    assert case.stage is Stage.INVESTIGATION
    assert case.proposal.outcome == "superseded"
    bureau.reported(no)
    assert bureau.do("ins1", bureau.proposal(no, "1")) == ["WorksheetDrawn", "PenaltyProposed"]
    with pytest.raises(Refusal):
        bureau.do(
            "ins1", c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
        )


def test_stale_version_is_refused_with_the_current_one(bureau: Any) -> None:
    no = bureau.opened()
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.AddNote(case_no=no, text="x", expected_version=7))
    assert (refused.value.code, refused.value.facts["current"]) == ("STALE_VERSION", 1)


def test_one_primary_action_and_only_lawful_ones(bureau: Any) -> None:
    no = bureau.proposed()
    case = bureau.state(f"case:{no}")
    offers = {login: next_actions(case, who, bureau.at) for login, who in bureau.people.items()}
    assert offers["sup"][0].name == "ReviewProposal"
    assert offers["sup"][0].primary
    assert "ReviewProposal" not in [a.name for a in offers["ins1"]]
    assert all(sum(a.primary for a in actions) <= 1 for actions in offers.values())
    for admin in ("sec", "sys", "aud"):
        assert offers[admin] == ()


def test_moves_end_somewhere_and_name_known_stages() -> None:
    assert set(MOVES) == set(Stage)
    for stage, targets in MOVES.items():
        assert stage not in targets
        assert targets <= set(Stage)
