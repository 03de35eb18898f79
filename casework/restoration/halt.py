"""Let an application rest (中止) and go on; what a change of scores means for it.

An objection or a new score halts an open application by itself; a case, a criminal matter or
another ground is stated by the centre or the agency. The ban always wins: no application goes
on past a national termination.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.stages import TERMINAL
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.restoration import (
    DismissRestoration,
    HaltGround,
    HaltRestoration,
    ResumeRestoration,
)
from casework.events import Draft
from casework.points.consequences import after
from casework.points.periods import objection_end
from casework.points.repeat import repeated_due
from casework.points.standing import Status, standing
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.bar import free_of_bars, may_go_on
from casework.restoration.eyes import named_instead, separate, unrelated
from casework.restoration.parties import PAPERED, handed_on
from casework.restoration.police import streams_behind, with_police
from casework.restoration.state import ENDED, Halt, HaltKind, Step

RESTABLE = frozenset(step.value for step in Step if step not in ENDED)


def of_halt(
    command: HaltRestoration | ResumeRestoration, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file and the cases on which its application rests."""
    stream = f"points:{command.prac_psn_code}"
    if isinstance(command, HaltRestoration):
        case = command.ground is HaltGround.CASE and command.reference.strip()
        return (stream, f"case:{command.reference.strip()}") if case else (stream,)
    file: PointsState | None = states.get(stream)
    halts = file.restoration.open_halts if file and file.restoration else ()
    rests = (f"case:{h.reference}" for h in halts if h.kind is HaltKind.CASE)
    return (stream, *rests, *streams_behind(stream, states))


def halt(ask: Ask[HaltRestoration, PointsState]) -> list[Draft]:
    """RestorationHalted on a stated ground; a case must exist and be open."""
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    reference = c.reference.strip()
    if c.ground is HaltGround.CASE:
        required(case_no=reference)
        case: CaseState = ask.states[f"case:{reference}"]
        if not case.version:
            raise refuse("NOT_FOUND", what=f"案件 {reference}", what_en=f"case {reference}")
        if case.stage in TERMINAL:
            raise refuse(
                "BAD_VALUE",
                field="案件编号",
                field_en="case number",
                why="该案件已办结，不构成中止事由",
                why_en="that case is closed and gives no ground for resting",
            )
    return [halt_event(file, HaltKind(c.ground.value), reference, c.reasons)]


def resume(ask: Ask[ResumeRestoration, PointsState]) -> list[Draft]:
    """Every ground ended and RestorationResumed; refused while one of them still stands.

    What was approved before a new score says nothing of it: the opinions are asked anew.
    """
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    application = file.restoration
    open_halts = application.open_halts if application else ()
    for ground in open_halts:
        _settled(ground, file, ask.states, ask.at)
    may_go_on(with_police(file, ask.states), ask.actor, ask.at)
    ends = [draft(file.stream, "HaltGroundEnded", key=h.key, reasons=c.reasons) for h in open_halts]
    going = [*ends, *_go_on(file)]
    return [*going, *handed_on(file, going, ask.at)]


def dismiss(ask: Ask[DismissRestoration, PointsState]) -> list[Draft]:
    """RestorationDismissed: a resting application is ended with reasons."""
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RestorationDismissed", reasons=ask.command.reasons, **PAPERED)]


def _settled(ground: Halt, file: PointsState, states: Mapping[str, Any], at: datetime) -> None:
    """Refuse HALT_STANDS while the ground is not settled by its own procedure."""
    if ground.kind is HaltKind.CASE:
        case: CaseState = states[f"case:{ground.reference}"]
        if case.stage not in TERMINAL:
            raise refuse(
                "HALT_STANDS",
                ground=f"案件 {ground.reference} 尚未办结",
                ground_en=f"case {ground.reference} is not closed",
                key=ground.key,
            )
    if ground.for_want_of_a_place and not file.institutions:
        raise refuse(
            "HALT_STANDS",
            ground="医师尚未登记新的执业机构",
            ground_en="no new place of practice was recorded",
            key=ground.key,
        )
    entry = file.entry(ground.reference) if ground.kind in SCORES else None
    if entry is None or entry.void:
        return
    if entry.notified_on is None:
        raise refuse(
            "HALT_STANDS",
            ground=f"记分 {entry.entry_id} 尚未告知",
            ground_en=f"score {entry.entry_id} was not notified",
            key=ground.key,
        )
    if entry.objection is not None and entry.resolution is None:
        raise refuse(
            "HALT_STANDS",
            ground=f"记分 {entry.entry_id} 的异议未答复",
            ground_en=f"the objection to score {entry.entry_id} is not answered",
            key=ground.key,
        )
    if entry.objection is None and at <= objection_end(entry.notified_on):
        until = local_date(objection_end(entry.notified_on))
        raise refuse(
            "HALT_STANDS",
            ground=f"记分 {entry.entry_id} 的异议期至 {until} 届满",
            ground_en=f"the time to object to score {entry.entry_id} runs until {until}",
            key=ground.key,
        )


SCORES = frozenset({HaltKind.SCORE, HaltKind.OBJECTION})


def halted_by(file: PointsState, kind: HaltKind, entry_id: str, reasons: str) -> list[Draft]:
    """RestorationHalted by an objection or a new score, when an application is open."""
    if file.restoration is None or not file.restoration.is_open:
        return []
    return [halt_event(file, kind, entry_id, reasons)]


def settle(file: PointsState, drafts: list[Draft], at: datetime) -> list[Draft]:
    """Return `drafts` and what they mean for an open application of the same file.

    What repeats a score that fell or was corrected waits for a review.
    Grounds whose score is answered or void end; without a ground left the application goes on;
    without a termination left it has become pointless (moot).
    """
    drafts = [*drafts, *repeated_due(file, drafts, at)]
    changed = after(file, drafts, at)
    application = changed.restoration
    if application is None or not application.is_open:
        return drafts
    if standing(changed, local_date(at)).status not in BARRED:
        return [*drafts, draft(file.stream, "RestorationMoot")]
    over = [h for h in application.open_halts if _over(h, changed)]
    ends = [draft(file.stream, "HaltGroundEnded", key=h.key, reasons="") for h in over]
    if not over or len(over) < len(application.open_halts):
        return [*drafts, *ends]
    counting = frozenset(e.entry_id for e in changed.entries if e.counts)
    going = [*drafts, *ends, _resumed(changed, application.covers & counting)]
    return [*going, *handed_on(file, going, at)]


def _go_on(file: PointsState) -> list[Draft]:
    """RestorationResumed where it rested; with a new score and opinions given, asked anew."""
    application = file.restoration
    if application is None:
        return []
    counting = frozenset(e.entry_id for e in file.entries if e.counts)
    back, new = application.halted_from, counting - application.covers
    # Until somebody spoke, there is no opinion that a new score could outdate.
    unheard = back is Step.STUDYING or (back is Step.PARTY and not application.spoken)
    if not new or unheard:
        return [_resumed(file, counting)]
    if back is Step.RETURNED:
        return [_resumed(file, counting, returned_from=Step.PARTY)]
    anew = {"covers": counting, "entries": sorted(new)}
    kept = _resumed(file, application.covers & counting)
    return [kept, draft(file.stream, "RestorationAskedAnew", **anew)]


BARRED = frozenset({Status.TERMINATED, Status.AWAITING_REGISTRATION})


def _over(ground: Halt, file: PointsState) -> bool:
    if ground.kind is HaltKind.CRIMINAL:
        bar = next((one for one in file.bars if one.bar_id == ground.reference), None)
        return bar is not None and bar.lifted_by is not None
    if ground.for_want_of_a_place:
        return bool(file.institutions)
    entry = file.entry(ground.reference) if ground.kind in SCORES else None
    if entry is None:
        return False
    answered = ground.kind is HaltKind.OBJECTION and entry.resolution is not None
    return entry.void or answered


def halt_event(file: PointsState, kind: HaltKind, reference: str, reasons: str) -> Draft:
    """RestorationHalted, its ground named by kind and reference."""
    number = len(file.restoration.halts) + 1 if file.restoration else 1
    key = f"{kind.value}:{reference or number}"
    data = {"key": key, "kind": kind, "reference": reference, "reasons": reasons}
    return draft(file.stream, "RestorationHalted", **data)


def _resumed(file: PointsState, covers: frozenset[str], **anew: Step) -> Draft:
    back = file.restoration.halted_from if file.restoration else None
    data = {"back": back or Step.STUDYING, "covers": covers, **anew}
    return draft(file.stream, "RestorationResumed", **data)


def _resumable(file: PointsState, actor: Actor, at: datetime) -> None:
    """What only its own procedure ends cannot be overridden: a running objection, a place to come, a bar."""
    free_of_bars(file, actor)
    for ground in file.restoration.open_halts if file.restoration else ():
        if ground.kind in SCORES or ground.for_want_of_a_place:
            _settled(ground, file, {}, at)


def _refuser(file: PointsState, actor: Actor, at: datetime) -> None:
    """The head, as 不予恢复 is his decision; the centre where each level may refuse."""
    application = file.restoration
    each = application is not None and application.each_refuses
    if not (each or actor.holds(Role.HEAD) or named_instead(file, actor)):
        raise role_required(frozenset({Role.HEAD}), "终结并不予恢复")


CENTRE = frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER})
HALTED = frozenset({Step.HALTED.value})
ACTS = (
    Act(
        HaltRestoration, "中止恢复程序", "let the application rest", CENTRE, of_halt, halt,
        RESTABLE, (unrelated,), rank=80,
    ),
    Act(
        ResumeRestoration, "恢复办理", "go on with the application", CENTRE, of_halt, resume,
        HALTED, (unrelated, _resumable), rank=12,
    ),
    Act(
        DismissRestoration, "终结并不予恢复", "end the application",
        frozenset({Role.SUPERVISOR, Role.HEAD}),
        lambda command, actor, states: (f"points:{command.prac_psn_code}",), dismiss, HALTED,
        (unrelated, _refuser, separate("apply", "study", "submit", "party")), rank=85,
        instead=frozenset({Role.DEPUTY_HEAD}), sits=named_instead,
    ),
)  # fmt: skip
