"""The head decides (处罚法 57), may extend the 90 days, may end an investigation."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import (
    defence_settled,
    hearing_settled,
    not_officer,
    not_proposer,
    not_reviewer,
    proposal_approved,
)
from casework.cases.stages import INVESTIGATING, Stage, move
from casework.cases.state import CaseState, Proposal
from casework.cases.streams import case_stream
from casework.commands.case import DecideCase, ExtendDecision, Ruling, TerminateCase
from casework.events import Draft
from casework.law.collective import grounds
from casework.money import ZERO
from casework.refusal import refuse

HEAD = frozenset({Role.HEAD})
TARGETS = {
    Ruling.PENALTY: Stage.EXECUTION,
    Ruling.NO_PENALTY: Stage.NO_PENALTY,
    Ruling.RETURNED: Stage.INVESTIGATION,
}
LIMITS = {0: (30, False), 1: (60, True)}


def decide(ask: Ask[DecideCase, CaseState]) -> list[Draft]:
    """CaseDecided, or the investigation is reopened when the head returns the case."""
    c, case = ask.command, ask.state
    move(case.stage, TARGETS[c.ruling], "作出决定", "decide")
    if c.ruling is Ruling.RETURNED:
        required(reasons=c.reasons)
        return [draft(case.stream, "InvestigationReopened", reasons=c.reasons)]
    required(decision_no=c.decision_no)
    if c.ruling is Ruling.NO_PENALTY:
        required(reasons=c.reasons)
    proposal = case.proposal
    if proposal is None:
        raise refuse("STEP_MISSING", step="处罚建议", step_en="a penalty proposal")
    _discussed(c, case, proposal)
    return [_decided(c, case, proposal)]


def _discussed(c: DecideCase, case: CaseState, proposal: Proposal) -> None:
    """Heavy or complex penalties, and every decision not to punish, are discussed together."""
    if case.discussed == proposal.proposal_id:
        return
    found = [row.basis for row in grounds(case, proposal)]
    if c.ruling is Ruling.NO_PENALTY:
        found.append("不予处罚决定")
    if found:
        raise refuse("DISCUSSION_MISSING", grounds="；".join(found))


def _decided(c: DecideCase, case: CaseState, proposal: Proposal) -> Draft:
    penalty = c.ruling is Ruling.PENALTY
    return draft(
        case.stream,
        "CaseDecided",
        ruling=c.ruling,
        decision_no=c.decision_no,
        proposal_id=proposal.proposal_id,
        article_id=proposal.article_id,
        citation=proposal.citation,
        fine=proposal.fine if penalty else ZERO,
        # Fund money is returned also where nobody is fined (处罚法 28, 条例 38).
        recovery=proposal.recovery,
        suspension_months=proposal.suspension_months if penalty else None,
        reasons=c.reasons,
        takes_effect=True,
    )


def extend(ask: Ask[ExtendDecision, CaseState]) -> list[Draft]:
    """DecisionExtended: +30 by the head, then up to +60 by collective discussion (局令4 45)."""
    c = ask.command
    required(reason=c.reason)
    limit = LIMITS.get(ask.state.decision_extensions)
    if limit is None or not 0 < c.days <= limit[0]:
        raise refuse("EXTENSION_SPENT", limit="首次至多 30 日，再次至多 60 日")
    if limit[1] and not ask.state.extension_discussed:
        raise refuse("STEP_MISSING", step="集体讨论", step_en="collective discussion")
    data = {"days": c.days, "reason": c.reason, "collective": limit[1]}
    return [draft(ask.state.stream, "DecisionExtended", **data)]


def terminate(ask: Ask[TerminateCase, CaseState]) -> list[Draft]:
    """CaseTerminated with reasons."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.TERMINATED, "终止调查", "terminate")
    return [draft(ask.state.stream, "CaseTerminated", reasons=ask.command.reasons)]


def _extendable(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.decision_extensions not in LIMITS:
        raise refuse("EXTENSION_SPENT", limit="30 日、60 日各一次")


ACTS = (
    Act(
        command=DecideCase,
        zh="作出决定",
        en="decide the case",
        roles=HEAD,
        streams=case_stream,
        answer=decide,
        stages=frozenset({Stage.DECISION}),
        guards=(
            proposal_approved,
            defence_settled,
            hearing_settled,
            not_proposer("提出建议与作出决定", "deciding the case"),
            not_officer("承办与作出决定", "deciding the case"),
            not_reviewer("审核与作出决定", "deciding the case"),
        ),
        rank=10,
    ),
    Act(
        command=ExtendDecision,
        zh="延长办案期限",
        en="extend the time to decide",
        roles=HEAD,
        streams=case_stream,
        answer=extend,
        stages=frozenset({Stage.FILED, *INVESTIGATING}),
        guards=(_extendable,),
        rank=70,
    ),
    Act(
        command=TerminateCase,
        zh="终止调查",
        en="terminate the investigation",
        roles=HEAD,
        streams=case_stream,
        answer=terminate,
        stages=frozenset({Stage.FILED, *INVESTIGATING}),
        guards=(not_officer("承办与终止调查", "terminating the case"),),
        rank=71,
    ),
)
