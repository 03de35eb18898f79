"""Measures of one subject that come one after the other: when an end moves, what waits behind it moves."""

from collections.abc import Iterable
from datetime import datetime

from casework.acts import draft
from casework.clocks.calendars import add_months, day_start, local_date
from casework.events import Draft
from casework.measures.plan import after, meet
from casework.measures.rows import mode_of
from casework.measures.state import Measured, MeasuresState, Standing


def following(
    state: MeasuresState, drafts: Iterable[Draft], at: datetime, reasons: str
) -> list[Draft]:
    """MeasureMoved for each that has not begun and whose beginning the drafts put off or bring near.

    It begins when it was to begin, or as the last one before it is over, and never before `at`; it
    lasts as long as before. What rests before it has no end yet: then it stays where it is.
    """
    then = after(state, drafts, at)
    moved: list[Draft] = []
    for number, one in enumerate(then.measures):
        if one.wished_at is None or not one.imposed or one.standing(at) is not Standing.PENDING:
            continue
        # An earlier end that points of a pharmacy set was reckoned from its beginning.
        if one.lifted_at is not None:
            continue
        ahead = [m for m in then.measures[:number] if _before(m, one, at)]
        if one.starts_at is None or any(m.rests_since is not None for m in ahead):
            continue
        starts = max(one.wished_at, at, *(m.over_at for m in ahead if m.over_at))
        if starts != one.starts_at:
            told = _moved(state, one, starts, reasons)
            moved.append(told)
            then = after(then, [told], at)
    return moved


def _before(other: Measured, one: Measured, at: datetime) -> bool:
    """Whether `one` waits for the end of another that was decided before it and still stands."""
    rule = mode_of(one.kind, other.kind, local_date(at))
    return (
        other.runs_after(at)
        and meet(other.area, one.area)
        and rule is not None
        and rule.mode == "consecutive"
    )


def _moved(state: MeasuresState, one: Measured, starts: datetime, reasons: str) -> Draft:
    return draft(
        state.stream,
        "MeasureMoved",
        measure_id=one.measure_id,
        title=one.row.zh,
        starts_at=starts,
        ends_at=_end(one, starts),
        began_before=one.starts_at,
        reasons=reasons,
    )


def _end(one: Measured, starts: datetime) -> datetime | None:
    """Its months from the new beginning, where it lasts by months; else as long as before."""
    if one.starts_at is None or one.ends_at is None:
        return None
    if one.months and one.ends_at == day_start(add_months(local_date(one.starts_at), one.months)):
        return day_start(add_months(local_date(starts), one.months))
    return starts + (one.ends_at - one.starts_at)
