"""The end of a period by its dated row, for acts that depend on it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from casework.clocks.calendars import add, day_end, day_start, local_date, next_working_day
from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.rows import Row, deadline_rows, row_on
from casework.events import Event
from casework.refusal import Refusal, refuse
from casework.wording import Both

T = TypeVar("T")


def period_end(row_id: str, starts: date) -> datetime:
    """Return the last second (UTC) of the period `row_id` that began on a Shanghai day.

    The row in force on that day applies. Raises Refusal NOT_FOUND without one, CALENDAR_UNKNOWN
    where the year's holidays are not published.
    """
    row: Row = row_on(row_id, starts)
    ends = add(day_start(starts), row.amount, row.calendar)
    return day_end(next_working_day(local_date(ends))) if row.rolls else ends


def last_day(row_id: str, starts: date) -> date:
    """The last day of the period before it rolls over holidays, which may not be published yet."""
    row: Row = row_on(row_id, starts)
    return local_date(add(day_start(starts), row.amount, row.calendar))


def foreseen(row_id: str, starts: date) -> datetime:
    """`period_end`, or where the holidays of its year are not published yet its end before it rolls.

    For days that lie ahead: a page says them, and what they bar is barred either way.
    """
    return if_known(lambda: period_end(row_id, starts)) or day_end(last_day(row_id, starts))


def if_known(reckon: Callable[[], T]) -> T | None:
    """What `reckon` gives; None where it needs the working days of a year that is not published yet.

    What nobody can reckon yet is not over: who has a right may use it. What may be done only after the
    end reckons without this, and is refused with CALENDAR_UNKNOWN, which says what mends it.
    """
    try:
        return reckon()
    except Refusal as refusal:
        if refusal.code != "CALENDAR_UNKNOWN":
            raise
        return None


def known(row_id: str, starts: date) -> bool:
    """Whether the law of a day knows the period."""
    return any(row.id == row_id and row.in_force(starts) for row in deadline_rows())


def is_over(row_id: str, starts: date, at: datetime) -> bool:
    """Whether the period is over at a moment.

    Its last day rolls over holidays: of a year that is not published yet they matter only once that
    day is past.
    """
    row: Row = row_on(row_id, starts)
    least = add(day_start(starts), row.amount, row.calendar)
    return at > least and at > period_end(row_id, starts)


#: What is left to do about a period that can be extended, once it is over.
LATE: Final = Both(
    "届满后不能再延长，请尽快办理；逾期情况已记录在案。",
    "What is over is not extended: do the step now; that it is late stands on record.",
)


def not_over(
    events: Sequence[Event], row_id: str, at: datetime, key: str = "", cure: Both = LATE
) -> None:
    """Refuse PERIOD_OVER when the latest run of a deadline is overdue; `cure` says what is left to do.

    `key` tells runs of one row apart, as the row itself does.
    """
    runs = [d for d in deadlines(events, at) if d.id == row_id and d.key == key]
    if runs and runs[-1].clock is Clock.OVERDUE and runs[-1].due is not None:
        until = local_date(runs[-1].due).isoformat()
        raise refuse(
            "PERIOD_OVER", what=runs[-1].zh, what_en=runs[-1].en, until=until,
            cure=cure.zh, cure_en=cure.en,
        )  # fmt: skip
