"""Recusal of officers and of the chair of a hearing, decided by the head (处罚法 43, 64).

It does not stop an investigation that runs, but nobody decides, or chairs, before it is decided.
"""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import DecideRecusal, RequestRecusal
from casework.events import Draft
from casework.hands import Hand, hand_json, other_eyes
from casework.refusal import refuse


def request(ask: Ask[RequestRecusal, CaseState]) -> list[Draft]:
    """RecusalRequested for an officer in charge, or for the chair of a hearing to come."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    hands = [*(o.hand for o in case.officers), *chairs_to_be(case)]
    officer = next((hand for hand in hands if hand.account == c.officer), None)
    if officer is None:
        raise refuse(
            "NOT_FOUND",
            what=f"本案承办人员或者待举行听证的主持人 {c.officer}",
            what_en=f"officer of this case, or chair of its hearing to come, {c.officer}",
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


def chairs_to_be(case: CaseState) -> tuple[Hand, ...]:
    """Who is to chair a hearing that was not held yet."""
    if case.stage is not Stage.HEARING or case.hearing is None or case.hearing_held:
        return ()
    return (case.hearing.chair,)


def chair_not_asked_about(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no request that the chair withdraw is open (处罚法 64 (4))."""
    for chair in chairs_to_be(case):
        if any(r.granted is None and r.officer.same(chair) for r in case.recusals):
            raise refuse(
                "STEP_MISSING", step="决定听证主持人的回避（或者另行确定主持人、重新通知听证）",
                step_en="deciding the recusal of the chair (or announcing the hearing under another)",
            )  # fmt: skip


def recusal_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: every request for recusal is decided before a decision is made (处罚法 43).

    One about a chair who chairs no more is over with that.
    """
    concerned = [*case.ever_officers, *chairs_to_be(case)]
    for one in case.recusals:
        if one.granted is None and any(one.officer.same(hand) for hand in concerned):
            raise refuse(
                "STEP_MISSING", step=f"决定回避申请（{one.officer.name}）",
                step_en=f"deciding the recusal of {one.officer.name}",
            )  # fmt: skip


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
