"""Deadlines of a stream, folded from its events under the rows in force at each start."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from casework.clocks.calendars import add, day_start, local_date, resume
from casework.clocks.rows import Row, deadline_rows
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
    `problem` says so. `units` is the amount in the row's calendar, extensions included.
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

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self.clock in (Clock.RUNNING, Clock.PAUSED, Clock.OVERDUE, Clock.UNKNOWN)


@dataclass(frozen=True)
class _Run:
    row: Row
    key: str
    start: datetime
    units: int
    pauses: tuple[tuple[datetime, datetime | None], ...] = ()
    ended: datetime | None = None

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1][1] is None


def deadlines(
    events: Sequence[Event], at: datetime, rows: Iterable[Row] | None = None
) -> tuple[Deadline, ...]:
    """Fold events into deadlines as they stand at `at`, in order of their start.

    Void periods are left out. An unknown holiday calendar makes a deadline UNKNOWN, never wrong.
    """
    table = tuple(rows) if rows is not None else deadline_rows()
    found: list[_Run] = []
    for row in table:
        found += _runs(row, events)
    found.sort(key=lambda run: run.start)
    return tuple(_stand(run, at) for run in found)


def next_due(events: Sequence[Event], at: datetime) -> datetime | None:
    """Return the earliest due moment among the open deadlines, None without one."""
    dues = [d.due for d in deadlines(events, at) if d.is_open and d.due is not None]
    return min(dues, default=None)


def _runs(row: Row, events: Sequence[Event]) -> list[_Run]:
    runs: dict[str, _Run] = {}
    done: list[_Run] = []
    for event in events:
        key = str(event.data.get(row.key, "")) if row.key else ""
        current = runs.get(key)
        if event.type in row.start and _starts(row, event):
            runs[key] = _Run(row, key, _start_moment(row, event), row.amount)
        elif current is None or current.ended is not None:
            continue
        elif event.type in row.end:
            runs.pop(key)
            done.append(replace(current, ended=event.at))
        elif event.type in row.void:
            runs.pop(key)
        else:
            runs[key] = _change(current, event)
    return done + list(runs.values())


def _starts(row: Row, event: Event) -> bool:
    wanted = row.only_if is None or bool(event.data.get(row.only_if))
    return wanted and row.in_force(local_date(event.at))


def _start_moment(row: Row, event: Event) -> datetime:
    text = event.data.get(row.from_field) if row.from_field else None
    if not isinstance(text, str):
        return event.at
    if len(text) > 10:
        return datetime.fromisoformat(text)
    return day_start(date.fromisoformat(text))


def _change(run: _Run, event: Event) -> _Run:
    for extension in run.row.extensions:
        if event.type == extension.event:
            more = int(str(event.data[extension.field])) if extension.field else extension.amount
            return replace(run, units=run.units + more)
    for pause in run.row.pauses:
        if event.type in pause.begins and not run.paused:
            return replace(run, pauses=(*run.pauses, (event.at, None)))
        if event.type in pause.ends and run.paused:
            return replace(run, pauses=(*run.pauses[:-1], (run.pauses[-1][0], event.at)))
    return run


def _stand(run: _Run, at: datetime) -> Deadline:
    due, problem = None, ""
    try:
        due = _due(run)
    except Refusal as refusal:
        problem = refusal.message_zh
    row = run.row
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
        problem=problem,
    )


def _due(run: _Run) -> datetime:
    due = add(run.start, run.units, run.row.calendar)
    for paused, resumed in run.pauses:
        if resumed is not None:
            due = resume(due, paused, resumed, run.row.calendar)
    return due


def _clock(run: _Run, due: datetime | None, at: datetime) -> Clock:
    if due is None:
        return Clock.MET if run.ended else Clock.UNKNOWN
    if run.ended is not None:
        return Clock.MET if run.ended <= due else Clock.LATE
    if run.paused:
        return Clock.PAUSED
    if at <= due:
        return Clock.RUNNING
    return Clock.LAPSED if run.row.lapses else Clock.OVERDUE
