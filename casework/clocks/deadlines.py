"""Deadlines of a stream as they stand at a moment: due, time left, met, late, overdue, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from casework.clocks.calendars import (
    Calendar,
    add,
    day_end,
    local_date,
    next_working_day,
    resume,
    units_between,
)
from casework.clocks.rows import Row
from casework.clocks.runs import Run, as_of, fold_runs
from casework.events import Event
from casework.refusal import Refusal


class Clock(StrEnum):
    """How a deadline stands. `lapsed` is the end of a party's right, nobody's failure."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


CLOCK_NAMES_ZH: dict[Clock, str] = {
    Clock.RUNNING: "计时中",
    Clock.PAUSED: "中止计时",
    Clock.MET: "按期完成",
    Clock.LATE: "逾期完成",
    Clock.OVERDUE: "已逾期",
    Clock.LAPSED: "期限届满",
    Clock.UNKNOWN: "无法计算",
}


@dataclass(frozen=True)
class Deadline:
    """One running or finished period. Times are UTC; `due` is its last second.

    `due` is None with `clock` unknown when the calendar of that year is not published yet;
    `problem` says so. `units` is the amount in the row's calendar, extensions included; `left` what
    of it is left at the moment asked for (negative when overdue; months count in days). A deadline
    is `provisional` where its last day may still roll over a holiday that is not published yet.
    """

    id: str
    key: str
    zh: str
    en: str
    started_at: datetime
    due: datetime | None
    units: int
    calendar: str
    basis: str
    mark: str
    clock: Clock
    ended_at: datetime | None = None
    problem: str = ""
    problem_en: str = ""
    left: int | None = None
    provisional: bool = False
    run: Run | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self.clock in (Clock.RUNNING, Clock.PAUSED, Clock.OVERDUE, Clock.UNKNOWN)

    @property
    def runs(self) -> bool:
        """Whether it comes nearer: open, with a day, and not resting."""
        return self.is_open and self.due is not None and self.clock is not Clock.PAUSED


def deadlines(
    events: Sequence[Event], at: datetime, rows: Iterable[Row] | None = None
) -> tuple[Deadline, ...]:
    """Fold events into deadlines as they stand at `at`, in order of their start.

    Void periods are left out. An unknown holiday calendar makes a deadline UNKNOWN, never wrong.
    With `rows` the same events are judged under another table of law.
    """
    return tuple(stand(run, at) for run in fold_runs(events, rows))


def events_until(events: Sequence[Event], on: date | None) -> Sequence[Event]:
    """The events up to the end of a Shanghai day: what was known then; all of them without one."""
    return events if on is None else [event for event in events if local_date(event.at) <= on]


def next_of(clocks: Iterable[Deadline]) -> datetime | None:
    """Return the earliest due moment among the deadlines that run, None without one."""
    first = first_of(clocks)
    return first.due if first else None


def first_of(clocks: Iterable[Deadline]) -> Deadline | None:
    """Return the deadline that runs and falls first, None without one."""
    running = [(d.due, d) for d in clocks if d.runs and d.due is not None]
    return min(running, key=lambda one: one[0])[1] if running else None


def working_days_left(calendar: str | None, due: datetime | None, at: datetime) -> int | None:
    """Working days until (negative: since) a due moment; None where its row counts otherwise.

    What lists and pages say of a deadline has to be the same: they all count in its own calendar.
    """
    if due is None or calendar != Calendar.WORKING_DAYS.value:
        return None
    try:
        return _left(due, at, Calendar.WORKING_DAYS)
    except Refusal:
        return None


def stand(run: Run, at: datetime) -> Deadline:
    """Judge one run at a moment."""
    due, left, problem, provisional = None, None, ("", ""), False
    row, run = run.row, as_of(run, at) if run.ended is None else run
    try:
        due = last_of(run)
        left = _left(due, at, row.calendar) if run.ended is None else None
    except Refusal as refusal:
        problem = (refusal.message_zh, refusal.message_en)
    try:
        due = _rolled(due) if due and row.rolls else due
    except Refusal as refusal:
        problem, provisional = (refusal.message_zh, refusal.message_en), True
    return Deadline(
        id=row.id,
        key=run.key,
        zh=row.zh,
        en=row.en,
        started_at=run.start,
        due=due,
        units=run.units,
        calendar=row.calendar.value,
        basis=row.basis,
        mark=row.mark,
        clock=_clock(run, due, at),
        ended_at=run.ended,
        problem=problem[0],
        problem_en=problem[1],
        left=left,
        provisional=provisional,
        run=run,
    )


def last_of(run: Run) -> datetime:
    """The last second (UTC) of a run, before it rolls. Raises Refusal CALENDAR_UNKNOWN.

    A run that rests is due at what it would be if it went on never to rest again: at once, or where the
    rest ends by itself, then. What begins after the last second rests nothing: a period that is over does
    not run again.
    """
    due = add(run.start, run.units, run.row.calendar)
    for rest in run.rests:
        until = rest.until or run.rests_until
        if until is not None and rest.since <= due:
            due = resume(due, rest.since, until, run.row.calendar)
    return due


def _rolled(due: datetime) -> datetime:
    """The end of the first working day from the last day on."""
    day = next_working_day(local_date(due))
    return due if day == local_date(due) else day_end(day)


def _left(due: datetime, at: datetime, calendar: Calendar) -> int:
    if calendar is Calendar.HOURS:
        hours = (due - at) / timedelta(hours=1)
        return int(hours) if hours >= 0 else int(hours) - 1
    if at <= due:
        return units_between(at, due, calendar)
    return -units_between(due, at, calendar)


def _clock(run: Run, due: datetime | None, at: datetime) -> Clock:
    if due is None:
        return Clock.MET if run.ended else Clock.UNKNOWN
    if run.ended is not None:
        # A right that was not used is nobody's delay, whatever came after it.
        late = Clock.LAPSED if run.row.lapses else Clock.LATE
        return Clock.MET if run.ended <= due else late
    if run.paused and run.rests[-1].since <= due:
        return Clock.PAUSED
    if at <= due:
        return Clock.RUNNING
    return Clock.LAPSED if run.row.lapses else Clock.OVERDUE
