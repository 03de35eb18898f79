"""Measures of one subject that come one after the other: when an end moves, what waits behind it moves."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from casework.acts import draft
from casework.clocks.calendars import add_months, day_start, local_date
from casework.events import Draft
from casework.measures.area import meet
from casework.measures.plan import after
from casework.measures.rows import mode_of
from casework.measures.state import Measured, MeasuresState, Standing

#: While what is before it rests nobody knows its end: one that would begin within that time is put off by
#: the rest so far. Long enough for a beat that stood still for days.
REACH: Final = timedelta(days=7)


def following(
    state: MeasuresState, drafts: Iterable[Draft], at: datetime, reasons: str
) -> list[Draft]:
    """MeasureMoved for each that has not begun and whose beginning the drafts put off or bring near.

    It begins when it was to begin, or as the last one before it is over, and never before `at`; it
    lasts as long as before, or up to the end that its decision fixed. Behind one that rests it is put off
    only, and only when it is about to begin.
    """
    then = after(state, drafts, at)
    told: list[Draft] = []
    for number, one in enumerate(then.measures):
        starts = _begins(then, number, at)
        if starts is not None and starts != one.starts_at:
            shift = moved(state, one, starts, wished_of(then, number), reasons)
            told.append(shift)
            then = after(then, [shift], at)
    return told


def _begins(state: MeasuresState, number: int, at: datetime) -> datetime | None:
    """When what waits is to begin as things stand; None for one that waits for nothing, or no longer."""
    one, wished = state.measures[number], wished_of(state, number)
    if wished is None or one.starts_at is None or one.standing(at) is not Standing.PENDING:
        return None
    # One that was lifted before it began never holds.
    if one.lifted_at is not None and one.lifted_at <= one.starts_at:
        return None
    ahead = [m for m in state.measures[:number] if m.runs_after(at) and _before(m, one)]
    starts = max(wished, at, *(over for m in ahead if (over := m.over_by(at))))
    starts = _within(one, starts)
    if all(m.rests_since is None for m in ahead):
        return starts
    return starts if one.starts_at - at <= REACH and starts > one.starts_at else None


def wished_of(state: MeasuresState, number: int) -> datetime | None:
    """When a measure was to begin that others put off; None for one that begins when it was to.

    Events of before this was kept do not say: who begins as one before it ended at any time was put
    behind it, from its decision or the day that its proposal asked for. What begins with its service says it.
    """
    one = state.measures[number]
    kept = one.wished_at is not None or bool(one.services)
    if kept or not one.imposed or one.decided_at is None:
        return one.wished_at
    asked = max(one.asked_at or one.decided_at, one.decided_at)
    if one.starts_at is None or one.starts_at <= asked:
        return None
    ends = (m.ends_were for m in state.measures[:number] if m.imposed and _before(m, one))
    return asked if any(one.starts_at in were for were in ends) else None


def wakes_at(state: MeasuresState) -> datetime | None:
    """The next moment at which the beat has to look whether what waits behind a rest begins too early."""
    moments = []
    for number, one in enumerate(state.measures):
        ahead = (m for m in state.measures[:number] if m.rests_since and _before(m, one))
        if one.starts_at and not one.said and wished_of(state, number) and any(ahead):
            moments.append(one.starts_at - REACH)
    return min(moments, default=None)


def _before(other: Measured, one: Measured) -> bool:
    """Whether `one` waits for the end of another that was decided before it."""
    on = one.decided_at or one.starts_at
    rule = mode_of(one.kind, other.kind, local_date(on)) if on else None
    return meet(other.area, one.area) and rule is not None and rule.mode == "consecutive"


def moved(
    state: MeasuresState, one: Measured, starts: datetime, wished: datetime | None, reasons: str
) -> Draft:
    starts = _within(one, starts)
    lifted = _shifted(one, one.lifted_at, starts)
    return draft(
        state.stream,
        "MeasureMoved",
        measure_id=one.measure_id,
        title=one.row.zh,
        starts_at=starts,
        ends_at=_shifted(one, one.ends_at, starts),
        began_before=one.starts_at,
        reasons=reasons,
        **({} if one.wished_at else {"wished_at": wished}),
        # The earlier end that fewer points of a pharmacy brought about is reckoned from its beginning.
        **({"lifted_at": lifted} if lifted else {}),
    )


def _within(one: Measured, starts: datetime) -> datetime:
    """A beginning no later than a fixed end: what would begin after it never holds."""
    return min(starts, one.ends_at) if one.fixed_end and one.ends_at else starts


def _shifted(one: Measured, end: datetime | None, starts: datetime) -> datetime | None:
    """An end of it from the new beginning: its months, where it lasts by months, else as long as before."""
    if one.starts_at is None or end is None:
        return None
    if one.fixed_end:
        return end
    first = local_date(one.starts_at)
    whole = (n for n in range(1, one.months + 1) if end == day_start(add_months(first, n)))
    months = next(whole, None)
    if months is not None:
        return day_start(add_months(local_date(starts), months))
    return starts + (end - one.starts_at)
