"""What a review or suit does to a measure of the decision: it rests, goes on with a later end, is shortened."""

from datetime import date, datetime

from casework.acts import draft
from casework.clocks.calendars import add_months, day_start, local_date
from casework.events import Draft
from casework.measures.queue import following
from casework.measures.state import Measured, MeasuresState


def _running(state: MeasuresState, case_no: str, at: datetime) -> list[Measured]:
    """What rests on a case's decision and is not over."""
    return [one for one in state.measures if one.case_no == case_no and one.runs_after(at)]


def _resting_on(state: MeasuresState, case_no: str, at: datetime, *, penal: bool) -> list[Measured]:
    """What rests on the decision of that kind: an order about a penalty touches nothing of the agreement."""
    return [one for one in _running(state, case_no, at) if one.penal == penal]


def rest(
    state: MeasuresState, case_no: str, on: date, at: datetime, reasons: str, *, penal: bool
) -> list[Draft]:
    """MeasureRested of what the decision suspends, from the day of the order or its own beginning.

    `penal`: it is a penalty, as in `act.fall`; of what the agency imposed in the case nothing rests.
    Not again within a rest that is over, whatever day the order bears.
    """
    return [
        draft(
            state.stream,
            "MeasureRested",
            measure_id=one.measure_id,
            title=one.row.zh,
            since=max(day_start(on), one.starts_at or at, _rested_until(one) or day_start(on)),
            reasons=reasons,
        )
        for one in _resting_on(state, case_no, at, penal=penal)
        if one.rests_since is None
    ]


def _rested_until(one: Measured) -> datetime | None:
    return one.rests[-1][1] if one.rests else None


def go_on(
    state: MeasuresState,
    case_no: str,
    on: date,
    at: datetime,
    reasons: str,
    *,
    ahead: bool = False,
) -> list[Draft]:
    """MeasureResumed from the day of the order: the time that it rested is added to its end.

    Of a judgment that may be appealed that day lies ahead: from then on it is in force.
    Of all that rests: orders of former versions stopped what the agency imposed in the case, too.
    `ahead`: also of what was to go on by itself on a later day.
    """
    events = [
        draft(
            state.stream,
            "MeasureResumed",
            measure_id=one.measure_id,
            title=one.row.zh,
            until=max(day_start(on), since),
            ends_at=_end(one, max(day_start(on), since)),
            reasons=reasons,
        )
        for one in _running(state, case_no, at)
        if (since := one.rested_from(at) if ahead else one.rests_since) is not None
    ]
    return [*events, *following(state, events, at, reasons)]


def later(one: Measured, on: date) -> datetime | None:
    """When it ends if it goes on from that day."""
    if one.rests_since is None:
        return one.ends_at
    return _end(one, max(day_start(on), one.rests_since))


def _end(one: Measured, goes: datetime) -> datetime | None:
    """When it ends if its last rest is over then; what that rest has put on already is taken off."""
    since, until = one.rests[-1]
    return one.ends_at and one.ends_at + (goes - (until or since))


def shorten(
    state: MeasuresState,
    case_no: str,
    months: int,
    on: date,
    at: datetime,
    reasons: str,
    *,
    penal: bool,
) -> list[Draft]:
    """MeasureShortened to `months` beside what it rested up to the day of the change; never into the past.

    Of what the decision suspends alone, as `rest`.
    """
    events = []
    for one in _resting_on(state, case_no, at, penal=penal):
        if one.starts_at is None or one.ends_at is None:
            continue
        goes = later(one, on) or one.ends_at
        ends = day_start(add_months(local_date(one.starts_at), months))
        ends += one.rested + (goes - one.ends_at)
        # Of the measures of one handling a change to fewer months meets the longer ones alone.
        if ends >= goes:
            continue
        data = {"measure_id": one.measure_id, "title": one.row.zh, "months": months}
        told = {"ends_at": max(ends, at, one.starts_at), "ended_before": goes, "reasons": reasons}
        events.append(draft(state.stream, "MeasureShortened", **data, **told))
    return [*events, *following(state, events, at, reasons)]
