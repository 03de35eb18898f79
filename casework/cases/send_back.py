"""The supervisor takes an approved proposal back, or a case whose party was told (退回补充调查)."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer, proposal_approved
from casework.cases.place import own_county
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.commands.case import ReturnToInvestigation
from casework.events import Draft


def answer(ask: Ask[ReturnToInvestigation, CaseState]) -> list[Draft]:
    """InvestigationReopened: new facts or a changed penalty are proposed and notified anew (处罚法 44, 45)."""
    required(reasons=ask.command.reasons)
    if ask.state.stage is not Stage.INVESTIGATION:
        move(ask.state.stage, Stage.INVESTIGATION, "退回补充调查", "return to the investigation")
    return [draft(ask.state.stream, "InvestigationReopened", reasons=ask.command.reasons)]


ACT = Act(
    command=ReturnToInvestigation,
    zh="退回补充调查",
    en="return to the investigation",
    roles=frozenset({Role.SUPERVISOR, Role.HEAD}),
    streams=of_penal,
    answer=answer,
    # From the legal review on, the reviewer, the leaders and the head return it by their own acts.
    stages=frozenset({Stage.INVESTIGATION, Stage.NOTICE, Stage.DEFENCE, Stage.HEARING}),
    guards=(
        own_county,
        proposal_approved,
        not_officer("承办与退回补充调查", "returning the case"),
    ),
    rank=72,
)
