"""A service whose day or way was entered wrongly: what ran from it is reckoned anew, the first entry stays.

Other eyes than those that entered it, the receipt, and the reasons. The day of a service by announcement follows
from the day on which that was posted: it is corrected there (`posting.py`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.announce import day_of_service
from casework.cases.correct import served_again as order_told
from casework.cases.fold_service import SERVED, day_kept
from casework.cases.guards import not_officer
from casework.cases.hear import told_of as hearing_told
from casework.cases.parts import Service
from casework.cases.served import NAMES
from casework.cases.serving import told
from casework.cases.state import CaseState
from casework.clocks.calendars import day_start, local_date
from casework.clocks.periods import last_day
from casework.clocks.restated import RESTATED, anew, restated
from casework.commands.case import CorrectAnnouncement, CorrectService, Served, ServiceWay
from casework.custody.scans import ANEW, Wanted
from casework.documents.internal import ON_FORM
from casework.documents.scans import receipt_paper, tied
from casework.events import Draft, Event
from casework.hands import other_eyes
from casework.measures.queue import following, moved
from casework.measures.state import MeasuresState
from casework.points.recount import recounted
from casework.refusal import refuse

PLANS: Final = frozenset({"InstalmentsGranted", "InstalmentMet", "InstalmentOpenAgain"})


def correct(ask: Ask[CorrectService, CaseState]) -> list[Draft]:
    """ServiceCorrected, and MeasureMoved for what began with the service.

    Refuses STEP_MISSING for what was not served, FOUR_EYES to whoever entered it, ALREADY_DONE where nothing
    differs, DATE_ORDER, and whatever its way and the receipt lack.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons, receipt_scan=c.document)
    found = latest(case, c.served)
    other_eyes(
        ask.actor,
        (found.by,),
        "登记送达与更正送达日期",
        "recording a service and correcting its day",
    )
    if ServiceWay.ANNOUNCEMENT in (c.way, found.way):
        raise refuse(
            "BAD_VALUE", field="送达方式", field_en="the way of service",
            why="公告送达的日期自公告之日推算，公告日期录错的，请“更正公告”",
            why_en="the day of an announcement is reckoned from its posting: correct that",
        )  # fmt: skip
    on = day_of_service(case, c.served, c.way, c.served_on, ask.at)
    if (on, c.way.value) == (found.on, found.way):
        raise refuse("ALREADY_DONE")
    return put_right(ask, found, on)


def put_right(ask: Ask[CorrectService, CaseState], found: Service, on: date) -> list[Draft]:
    """ServiceCorrected to that day, and what it moves. Refuses as `_stands`."""
    c, case = ask.command, ask.state
    _stands(case, c.served, on)
    event = _event(c.served, ask.history[case.stream])
    said: dict[str, Any] = {
        **told(case, c, ask.actor, ask.at), "served": c.served, "served_on": on, "was_on": found.on,
        "was_way": found.way, "reasons": c.reasons, "document": c.document,
        **ON_FORM,
    }  # fmt: skip
    said |= _anew(case, event, on, c, ask.history[case.stream])
    if c.document == found.receipt:
        own = [draft(case.stream, "ServiceCorrected", **said)]
    else:
        now = replace(found, on=on, way=c.way.value)
        wanted = Wanted(receipt_paper(case, now), found.receipt, ANEW, c.reasons)
        own = tied(ask, c.document, wanted, "ServiceCorrected", **said)
    return [*own, *_measures(case, found.on, on, ask), *_scores(case, found.on, on, ask)]


def _stands(case: CaseState, served: Served, on: date) -> None:
    """What was done upon the service by then is lawful on the right day, or undone first.

    A hearing that was held had its notice the law's working days before; an order left time to correct, and no
    proposal rests on what was found of it before it was served. Refuses DATE_ORDER, HEARING_TOO_SOON, STEP_MISSING.
    """
    if served is Served.HEARING:
        hearing_told(case, on)
    if served is Served.CORRECTION:
        order_told(case, on)
        early = [o for o in case.corrections if o.served_on and o.found_on and o.found_on < on]
        resting = case.proposal is not None and case.proposal.outcome in (None, "approved")
        if early and resting:
            raise refuse(
                "STEP_MISSING", step="退回处罚建议（改正情况在实际送达之前认定，须重新认定）",
                step_en="returning the proposal (what became of the order was found before it was served)",
            )  # fmt: skip


def latest(case: CaseState, served: Served) -> Service:
    """The service that holds now; one of a round that is over stays as it was."""
    zh, en = NAMES[served.value]
    found = [one for one in case.services if one.served == served.value]
    # What was handed over on the spot was served as it was decided.
    spot = case.on_spot and served is Served.DECISION
    if spot or not found or found[-1].on != day_kept(case, served.value):
        raise refuse("STEP_MISSING", step=f"送达{zh}", step_en=f"service of {en}")
    return found[-1]


def _event(served: Served, events: Sequence[Event]) -> Event:
    return next(one for one in reversed(events) if SERVED.get(one.type) == served.value)


def _anew(
    case: CaseState, event: Event, on: date, c: CorrectService, events: Sequence[Event]
) -> dict[str, Any]:
    """What the service counts as from now on; a period of it that was said to have lapsed is looked at again."""
    values: dict[str, Any] = {"served_on": on, "way": c.way}
    if "sues_until" in event.data:
        values["sues_until"] = last_day("suit", on)
    if "perform_until" in event.data:
        values["perform_until"] = last_day("suit", on)
    more: dict[str, Any] = {}
    if "rectify_by" in event.data and case.handling is not None:
        # The days to put things right run from the service.
        values["rectify_by"] = on + timedelta(days=case.handling.rectify_days)
        if case.rectification is not None and not case.rectification.checks:
            more["rectify_by"] = values["rectify_by"]
    said: dict[str, Any] = anew(event, values, events)
    if c.served is Served.CORRECTION:
        # What was found before the order was served ends its time no more.
        said |= {
            str(one.seq): None
            for one in events
            if one.type == "CorrectionRecorded"
            and one.data["order_id"] == event.data["order_id"]
            and date.fromisoformat(str(one.data["found_on"])) < on
        }
    later = (on - (case.served_on or on)).days
    plan = next((one for one in reversed(restated(events)) if one.type in PLANS), None)
    if c.served is not Served.DECISION or not case.instalments or plan is None:
        return {RESTATED: said, **more}
    # Granted instalments are due on the days that the head set, whenever the decision was served.
    said[str(plan.seq)] = {"more_days": int(str(plan.data["more_days"])) - later}
    return {RESTATED: said, "put_off_less": later}


def _scores(
    case: CaseState, was: date, on: date, ask: Ask[CorrectService, CaseState]
) -> list[Draft]:
    """Scores that counted from the service of the decision count from the right day."""
    of_decision = ask.command.served in (Served.DECISION, Served.HANDLING)
    if case.decision is None or not of_decision or was == on:
        return []
    decided = local_date(case.decision.at)
    codes = dict.fromkeys(code for code, _ in case.scores)
    files = (ask.states[f"points:{code}"] for code in codes)
    return [
        one for file in files for one in recounted(file, case.case_no, was, on, decided, ask.at)
    ]


def _measures(
    case: CaseState, was: date, on: date, ask: Ask[CorrectService, CaseState]
) -> list[Draft]:
    """Suspensions that began with the service begin with it still, as far as they are not over."""
    if case.decision is None or ask.command.served not in (Served.DECISION, Served.HANDLING):
        return []
    before, starts = (max(day_start(day), case.decision.at) for day in (was, on))
    why = f"更正送达日期：{was.isoformat()} → {on.isoformat()}"
    events: list[Draft] = []
    for stream in case.measured:
        state: MeasuresState = ask.states[stream]
        own = [
            moved(state, one, starts, one.wished_at, why)
            for one in state.measures
            if one.case_no == case.case_no and one.starts_at == before and one.runs_after(ask.at)
        ]
        events += [*own, *following(state, own, ask.at, why)] if own and before != starts else []
    return events


def _served(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: something was served whose day can be corrected."""
    if any(not (case.on_spot and one.served == Served.DECISION) for one in case.services):
        return
    raise refuse("STEP_MISSING", step="送达文书", step_en="the service of a paper")


def of_correction(
    command: CorrectService | CorrectAnnouncement, actor: Actor, states: Any
) -> tuple[str, ...]:
    """The case, the receipt that is named and that which the service has, and the measures of the case."""
    own = f"case:{command.case_no}"
    case: CaseState | None = states.get(own)
    kept = (s.receipt for s in case.services if s.served == command.served.value) if case else ()
    scans = dict.fromkeys(f"evidence:{one}" for one in (command.document, *kept) if one)
    if case is None:
        return (own, *scans)
    files = dict.fromkeys(f"points:{code}" for code, _ in case.scores)
    return (own, *scans, *case.measured, *files)


ACT = Act(
    CorrectService, "更正送达日期、方式", "correct the day of a service",
    frozenset({Role.SUPERVISOR, Role.HEAD}), of_correction, correct,
    guards=(not_officer("承办与更正送达", "correcting a service"), _served), rank=89,
)  # fmt: skip
