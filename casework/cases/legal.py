"""Legal review (法制审核): sent by the officers, done by somebody else, five opinions."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import (
    defence_settled,
    hearing_settled,
    is_officer,
    not_officer,
    not_proposer,
    proposal_approved,
    two_officers,
)
from casework.cases.jurisdiction import ours
from casework.cases.place import own_county
from casework.cases.recuse import not_asked_about, recusal_settled
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.cases.unpunished import told_first
from casework.commands.case import Opinion, ReviewLegality, SubmitLegalReview
from casework.documents.heard import heard_on_paper
from casework.events import Draft
from casework.refusal import refuse

BACK = frozenset({Opinion.CONTINUE, Opinion.CHANGE})
#: Opinions upon which the officers put something right and submit again, in the same stage.
AGAIN = frozenset({Opinion.CORRECT, Opinion.OTHER})


def submit(ask: Ask[SubmitLegalReview, CaseState]) -> list[Draft]:
    """LegalReviewSubmitted; with a hearing, after it. Upon an opinion once more, with what was done."""
    if ask.state.stage is Stage.LEGAL_REVIEW:
        required(remarks=ask.command.remarks)
    else:
        move(ask.state.stage, Stage.LEGAL_REVIEW, "提交法制审核", "submit to legal review")
    return [draft(ask.state.stream, "LegalReviewSubmitted", remarks=ask.command.remarks)]


def review(ask: Ask[ReviewLegality, CaseState]) -> list[Draft]:
    """LegalityReviewed. Agreement opens the decision; two opinions reopen the investigation."""
    c, case = ask.command, ask.state
    required(text=c.text)
    events = [draft(case.stream, "LegalityReviewed", opinion=c.opinion, text=c.text)]
    if c.opinion is Opinion.AGREE:
        move(case.stage, Stage.DECISION, "法制审核", "legal review")
    elif c.opinion in BACK:
        move(case.stage, Stage.INVESTIGATION, "法制审核", "legal review")
        events.append(draft(case.stream, "InvestigationReopened", reasons=c.text))
    return events


def _opined(case: CaseState) -> bool:
    """Whether the review asked the officers for something short of a new investigation."""
    return case.legal_opinion in AGAIN


def _asked_again(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: in the review's own stage only upon such an opinion."""
    if case.stage is Stage.LEGAL_REVIEW and not _opined(case):
        raise refuse("ALREADY_DONE")


def _straight(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: without notice and defence only where the approved proposal is not to punish."""
    if case.stage is Stage.INVESTIGATION:
        proposal_approved(case, actor, at)
        told_first(case, actor, at)


def _submitted(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: what was asked for comes first."""
    if _opined(case):
        raise refuse(
            "STEP_MISSING", step="承办人按审核意见纠正后重新提交",
            step_en="the officers' correction and new submission",
        )  # fmt: skip


ACTS = (
    Act(
        command=SubmitLegalReview,
        zh="提交法制审核",
        en="submit to legal review",
        roles=frozenset({Role.INSPECTOR}),
        streams=of_penal,
        answer=submit,
        stages=frozenset({Stage.INVESTIGATION, Stage.DEFENCE, Stage.HEARING, Stage.LEGAL_REVIEW}),
        guards=(
            own_county,
            ours,
            is_officer,
            two_officers,
            _asked_again,
            _straight,
            recusal_settled,
            defence_settled,
            hearing_settled,
            heard_on_paper,
        ),
        rank=10,
    ),
    Act(
        command=ReviewLegality,
        zh="法制审核",
        en="legal review",
        roles=frozenset({Role.LEGAL_REVIEWER}),
        streams=case_stream,
        answer=review,
        stages=frozenset({Stage.LEGAL_REVIEW}),
        guards=(
            _submitted,
            not_asked_about,
            not_officer("承办与法制审核", "legal review"),
            not_proposer("提出建议与法制审核", "legal review"),
        ),
        rank=10,
    ),
)
