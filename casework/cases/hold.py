"""Preserve or seal: asked for by an officer, decided by the head, ended with a result."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, Guard, draft, required
from casework.cases.guards import is_officer, not_officer, own_evidence, two_officers
from casework.cases.parts import Hold
from casework.cases.place import own_county
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.clocks.calendars import local_date
from casework.clocks.periods import not_over
from casework.clocks.rows import row_on
from casework.commands.case import (
    DecideHold,
    DecideHoldEnd,
    EndHold,
    ExtendHold,
    HoldKind,
    RequestHold,
)
from casework.documents.lacking import refuse_lacking
from casework.documents.records import list_of
from casework.events import Draft
from casework.refusal import Refusal, refuse
from casework.wording import Both


def request(ask: Ask[RequestHold, CaseState]) -> list[Draft]:
    """HoldRequested; an urgent one holds from when the things were taken, and waits for its approval.

    Refuses DATE_ORDER for a time to come, BAD_VALUE for one of what is not held before its approval.
    """
    c, case = ask.command, ask.state
    required(items=c.items, place=c.place, reason=c.reason)
    if c.held_at is not None and not c.urgent:
        raise refuse(
            "BAD_VALUE", field="实际采取时间", field_en="the time of taking",
            why="只有情况紧急先行采取的才填写，其他的经批准后采取",
            why_en="only of what was held in urgency: everything else is held once it is approved",
        )  # fmt: skip
    if c.held_at is not None and c.held_at > ask.at:
        raise refuse(
            "DATE_ORDER",
            what="实际采取时间不得晚于现在",
            what_en="the things were taken before now",
        )
    taken = {"held_at": c.held_at} if c.held_at is not None else {}
    return [
        draft(
            case.stream,
            "HoldRequested",
            hold_id=f"H{len(case.holds) + 1}",
            kind=c.kind,
            items=c.items,
            place=c.place,
            reason=c.reason,
            urgent=c.urgent,
            **taken,
        )
    ]


def decide(ask: Ask[DecideHold, CaseState]) -> list[Draft]:
    """HoldApproved or HoldRefused, the latter with reasons.

    Refuses PERIOD_OVER where what was held at once was not approved in time (局令4 第二十六条).
    """
    c, case = ask.command, ask.state
    hold = _hold(case, c.hold_id, "requested")
    data: dict[str, object] = {"hold_id": c.hold_id, "kind": hold.kind, "reasons": c.reasons}
    if not c.approve:
        required(reasons=c.reasons)
        return [draft(case.stream, "HoldRefused", **data)]
    own_county(case, ask.actor, ask.at)
    if hold.urgent:
        not_over(ask.history[case.stream], "hold_approval", ask.at, c.hold_id, cure=RELEASE)
        # The party is without its things from the day on which they were taken.
        data["held_on"] = hold.asked_on
    # Whose things they are gets the decision (行政强制法 24).
    return [draft(case.stream, "HoldApproved", **data, to_serve=True)]


def extend(ask: Ask[ExtendHold, CaseState]) -> list[Draft]:
    """HoldExtended, as often as the row of the day of approval allows."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    hold = _hold(case, c.hold_id, "approved")
    row = row_on(hold.kind, hold.approved_on or local_date(ask.at))
    steps = row.extensions[0].steps if row.extensions else ()
    if hold.extensions >= len(steps):
        raise refuse(
            "EXTENSION_SPENT",
            limit=f"{row.zh}可延长 {len(steps)} 次",
            limit_en=f"{row.en}: extended {len(steps)} time(s) at most",
        )
    not_over(ask.history[case.stream], row.id, ask.at, c.hold_id)
    return [draft(case.stream, "HoldExtended", hold_id=c.hold_id, reason=c.reason)]


def end(ask: Ask[EndHold, CaseState]) -> list[Draft]:
    """HoldEndProposed with what is to become of the things, once their signed list is there."""
    c, case = ask.command, ask.state
    required(result=c.result)
    hold = _hold(case, c.hold_id, "approved")
    if hold.ending is not None:
        raise refuse("ALREADY_DONE")
    unlisted = list_of(case, hold)
    refuse_lacking([unlisted] if unlisted else [])
    own_evidence(case, c.evidence_ids)
    kept: dict[str, object] = {"evidence_ids": c.evidence_ids} if c.evidence_ids else {}
    return [draft(case.stream, "HoldEndProposed", hold_id=c.hold_id, result=c.result, **kept)]


def decide_end(ask: Ask[DecideHoldEnd, CaseState]) -> list[Draft]:
    """HoldEndApproved and HoldEnded as proposed, or HoldEndRefused with reasons (处罚法 56).

    What began with the head's approval ends with it: the decision on the things is one of the authority.
    """
    c, case = ask.command, ask.state
    hold = _hold(case, c.hold_id, "approved")
    ending = hold.ending
    if ending is None:
        raise _nothing_proposed()
    told: dict[str, object] = {"hold_id": c.hold_id, "kind": hold.kind, "reasons": c.reasons}
    if not c.approve:
        required(reasons=c.reasons)
        return [draft(case.stream, "HoldEndRefused", **told)]
    kept = {"evidence_ids": ending.evidence_ids} if ending.evidence_ids else {}
    done = {"hold_id": c.hold_id, "result": ending.result, **kept}
    return [
        draft(case.stream, "HoldEndApproved", **told, to_serve=True),
        draft(case.stream, "HoldEnded", **done),
    ]


def _nothing_proposed() -> Refusal:
    return refuse(
        "STEP_MISSING",
        step="承办人员提请处理保存、封存的物品",
        step_en="an officer's proposal what becomes of the held things",
    )


def _end_waits(case: CaseState, actor: Actor, at: datetime) -> None:
    if not any(hold.ending for hold in case.holds):
        raise _nothing_proposed()


def _end_unasked(case: CaseState, actor: Actor, at: datetime) -> None:
    _some("approved")(case, actor, at)
    if all(hold.ending for hold in case.holds if hold.status == "approved"):
        raise refuse("ALREADY_DONE")


RELEASE = Both(
    "请作出不予批准的决定并立即解除保存、封存；仍有必要的，另行提请。",
    "Refuse it and release the things at once; where they are still needed, ask anew.",
)


def _hold(case: CaseState, hold_id: str, status: str) -> Hold:
    hold = next((h for h in case.holds if h.hold_id == hold_id), None)
    if hold is None:
        raise refuse("NOT_FOUND", what=f"保存、封存 {hold_id}", what_en=f"hold {hold_id}")
    if hold.status != status:
        raise refuse("ALREADY_DONE")
    return hold


def _some(status: str, kind: HoldKind | None = None) -> Guard:
    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        if not any(h.status == status and kind in (None, h.kind) for h in case.holds):
            raise refuse("STEP_MISSING", step="提请保存或封存", step_en="a request to hold things")

    return guard


INSPECTOR, HEAD = frozenset({Role.INSPECTOR}), frozenset({Role.HEAD})
OPEN = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING})
EVER = frozenset(Stage)
ACTS = (
    Act(
        RequestHold, "提请保存或封存", "ask to preserve or seal", INSPECTOR, of_penal, request,
        OPEN, (own_county, is_officer, two_officers), rank=64,
    ),
    Act(
        # What was held at once waits for its approval, wherever the case has gone since.
        DecideHold, "审批保存或封存", "decide on preserving or sealing", HEAD, of_penal, decide,
        EVER, (_some("requested"), not_officer("提请与审批保存、封存", "approving")), rank=7,
    ),
    Act(
        # What is sealed stays so while the case rests, and its time runs on.
        ExtendHold, "延长封存", "prolong a sealing", HEAD, case_stream, extend, OPEN | {Stage.SUSPENDED},
        (_some("approved", HoldKind.SEALING), not_officer("承办与延长封存", "prolonging a sealing")),
        rank=74,
    ),
    Act(
        EndHold, "提请处理保存或封存的物品", "propose what becomes of held things", INSPECTOR,
        case_stream, end, EVER, (is_officer, _end_unasked), rank=58,
    ),
    Act(
        DecideHoldEnd, "审批保存、封存物品的处理", "decide what becomes of held things", HEAD,
        case_stream, decide_end, EVER,
        (_end_waits, not_officer("提请与审批保存、封存物品的处理", "deciding about held things")), rank=8,
    ),
)  # fmt: skip
