"""Recusal: asked for before or during the investigation, decided by the head (处罚法 43)."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import DecideRecusal, RequestRecusal
from casework.events import Draft
from casework.hands import hand_json, other_eyes
from casework.refusal import refuse


def request(ask: Ask[RequestRecusal, CaseState]) -> list[Draft]:
    """RecusalRequested for an officer in charge; it does not stop an investigation that runs."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    officer = next((o.hand for o in case.officers if o.hand.account == c.officer), None)
    if officer is None:
        raise refuse(
            "NOT_FOUND",
            what=f"本案承办人员 {c.officer}",
            what_en=f"officer of this case {c.officer}",
        )
    if any(r.granted is None and r.officer.same(officer) for r in case.recusals):
        raise refuse("ALREADY_DONE")
    return [
        draft(
            case.stream,
            "RecusalRequested",
            recusal_id=f"B{len(case.recusals) + 1}",
            officer=hand_json(officer),
            ground=c.ground,
            reason=c.reason,
            by_party=c.by_party,
        )
    ]


def decide(ask: Ask[DecideRecusal, CaseState]) -> list[Draft]:
    """RecusalDecided; a granted one takes the officer off the case."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    found = next((r for r in case.recusals if r.recusal_id == c.recusal_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"回避申请 {c.recusal_id}",
            what_en=f"request for recusal {c.recusal_id}",
        )
    if found.granted is not None:
        raise refuse("ALREADY_DONE")
    # A tie that the map tells was asked about by nobody: who named the officers may decide on it.
    asked = (found.officer,) if found.suggested else (found.by, found.officer)
    other_eyes(ask.actor, asked, "申请与决定回避", "deciding a recusal")
    data = {"recusal_id": c.recusal_id, "approve": c.approve, "reasons": c.reasons}
    return [draft(case.stream, "RecusalDecided", **data)]


def _waits(case: CaseState, actor: Actor, at: datetime) -> None:
    if all(r.granted is not None for r in case.recusals):
        raise refuse("STEP_MISSING", step="回避申请", step_en="a request for recusal")


OPEN = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING})
ACTS = (
    Act(
        RequestRecusal, "申请回避", "ask for recusal",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER}), case_stream, request,
        OPEN, rank=73,
    ),
    Act(
        DecideRecusal, "决定回避", "decide on recusal", frozenset({Role.HEAD}), case_stream, decide,
        OPEN, (_waits, not_officer("承办与决定回避", "deciding a recusal")), rank=6,
    ),
)  # fmt: skip
