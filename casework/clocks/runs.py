"""Fold events into runs: each period that began, what lengthened it, when it rested, how it ended.

The row in force on the day of the start applies to the whole run; a later law starts with later
runs. Nothing is computed here, so that a run can be judged again whenever it is asked about.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.clocks.calendars import add, day_end, day_start, local_date
from casework.clocks.restated import restated
from casework.clocks.rows import ENDED, STARTED, Pause, Row, deadline_rows, row_on
from casework.events import Event

#: Which pause of the row it is, and which of several at once.
Ground = tuple[int, str]
MARKS = frozenset({"DeadlineWarned", "DeadlineOverdue", "DeadlineLapsed"})


@dataclass(frozen=True)
class Rest:
    """A stretch in which the period rested; `until` None while it still does."""

    zh: str
    en: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Longer:
    """An extension: how many units, by which event, when."""

    units: int
    event: str
    at: datetime
    basis: str


@dataclass(frozen=True)
class Run:
    """One period of a stream. `seq` is its starting event; `marked` what the beat said of it.

    `amount` is the row's, or what the start event itself set. `bounds` are the moments at which
    grounds for resting end by themselves. `voided` is when something made it count no more.
    """

    row: Row
    key: str
    seq: int
    amount: int
    start: datetime
    started_by: str
    longer: tuple[Longer, ...] = ()
    rests: tuple[Rest, ...] = ()
    resting: frozenset[Ground] = frozenset()
    bounds: tuple[tuple[Ground, datetime], ...] = ()
    ended: datetime | None = None
    ended_by: str = ""
    voided: datetime | None = None
    marked: frozenset[str] = frozenset()

    @property
    def units(self) -> int:
        """The amount in the row's calendar, extensions included."""
        return self.amount + sum(one.units for one in self.longer)

    @property
    def paused(self) -> bool:
        """Whether some ground for resting is open."""
        return bool(self.resting)

    @property
    def rests_until(self) -> datetime | None:
        """When it goes on by itself; None where it does not rest, or nobody can say."""
        known = [until for ground, until in self.bounds if ground in self.resting]
        return max(known) if known and len(known) == len(self.resting) else None

    @property
    def id(self) -> str:
        """Unique in the stream: the same deadline may run several times."""
        return f"{self.row.id}/{self.key}/{self.seq}" if self.key else f"{self.row.id}/{self.seq}"


def fold_runs(events: Sequence[Event], rows: Iterable[Row] | None = None) -> tuple[Run, ...]:
    """Return every run in order of its start; void ones are left out."""
    return tuple(run for run in fold_all(events, rows) if run.voided is None)


def fold_all(events: Sequence[Event], rows: Iterable[Row] | None = None) -> tuple[Run, ...]:
    """Return every run in order of its start, with those that something made void."""
    table = tuple(rows) if rows is not None else deadline_rows()
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in table:
        for kind in row.start | row.end | row.void | _changing(row):
            by_type[kind].append(row)
    open_runs: dict[tuple[str, str], Run] = {}
    done: list[Run] = []
    seen: set[str] = set()
    grounds: dict[str, list[Event]] = defaultdict(list)
    for event in restated(events):
        if event.type in MARKS:
            _mark(open_runs, done, event)
        for row in by_type.get(event.type, ()):
            if not (event.type in row.start and row.unless & seen):
                for key in _keys(row, event, open_runs):
                    _step(row, event, key, open_runs, done, grounds[row.id])
            if any(one.stands and event.type in one.begins | one.ends for one in row.pauses):
                grounds[row.id].append(event)
        seen.add(event.type)
    return tuple(sorted([*done, *open_runs.values()], key=lambda run: (run.start, run.seq)))


def _changing(row: Row) -> set[str]:
    kinds = {extension.event for extension in row.extensions}
    for pause in row.pauses:
        kinds |= pause.begins | pause.ends
    return kinds


def _keys(row: Row, event: Event, open_runs: dict[tuple[str, str], Run]) -> list[str]:
    """Which instances an event is about: what happens to the whole case happens to all of them."""
    if not row.key:
        return [""]
    if row.key in event.data or event.type in row.start:
        return [str(event.data.get(row.key, ""))]
    return [key for row_id, key in open_runs if row_id == row.id]


def _step(
    row: Row,
    event: Event,
    key: str,
    open_runs: dict[tuple[str, str], Run],
    done: list[Run],
    grounds: Sequence[Event],
) -> None:
    place = (row.id, key)
    current = open_runs.get(place)
    if event.type in row.start and _starts(row, event):
        if current is not None:
            # One event may end a period and begin the next: what was late stays known as late.
            ends = event.type in row.end
            done.append(_ended(current, event) if ends else _voided(current, event))
        start = start_moment(row, event)
        fresh = Run(row, key, event.seq, _amount(row, event, start), start, event.type)
        resting = _resting_on(current, fresh, event) if current is not None else None
        open_runs[place] = resting or _stood(fresh, grounds)
    elif current is None or current.row is not row or not _meant(row, event):
        return
    elif event.type in row.end:
        done.append(_ended(open_runs.pop(place), event))
    elif event.type in row.void:
        done.append(_voided(open_runs.pop(place), event))
    else:
        open_runs[place] = _change(as_of(current, event.at), event)


def _voided(run: Run, event: Event) -> Run:
    return replace(as_of(run, event.at), voided=event.at)


def _ended(run: Run, event: Event) -> Run:
    """A rest with a known end counts up to the event that ends the whole period."""
    run = as_of(run, event.at)
    if run.rests_until is not None:
        last = replace(run.rests[-1], until=event.at)
        run = replace(run, resting=frozenset(), rests=(*run.rests[:-1], last))
    return replace(run, ended=_end_moment(run, event), ended_by=event.type)


def _end_moment(run: Run, event: Event) -> datetime:
    return max(run.start, _done_at(event, "ended_on" if event.type == ENDED else run.row.end_field))


def _done_at(event: Event, field: str | None) -> datetime:
    """When it was done: at the end of the day that the event names, never later than it was recorded."""
    text = event.data.get(field) if field else None
    if not isinstance(text, str):
        return event.at
    done = datetime.fromisoformat(text) if len(text) > 10 else day_end(date.fromisoformat(text))
    return min(event.at, done)


def as_of(run: Run, at: datetime) -> Run:
    """The run at a moment: grounds for resting that ended by themselves rest it no more."""
    over = [(ground, end) for ground, end in run.bounds if ground in run.resting and end < at]
    for ground, end in sorted(over, key=lambda one: one[1]):
        run = _go_on(run, ground, end)
    return run


def _resting_on(before: Run, fresh: Run, event: Event) -> Run | None:
    """A period that begins anew while a ground for resting stands rests from its own beginning."""
    before = as_of(before, event.at)
    if not before.paused or before.row is not fresh.row:
        return None
    last = before.rests[-1]
    return replace(
        fresh, rests=(Rest(last.zh, last.en, fresh.start),), resting=before.resting,
        bounds=before.bounds,
    )  # fmt: skip


def _meant(row: Row, event: Event) -> bool:
    """Events that start or end any manual row name the row they mean."""
    return event.type not in (STARTED, ENDED) or event.data.get("period") == row.id


def _starts(row: Row, event: Event) -> bool:
    if event.type in MARKS and event.data.get("settled_at"):
        # What came of a period that was over before the beat told of it has come already.
        return False
    wanted = event.type == STARTED or _holds(row.only_if, event)
    if row.until and event.type != STARTED and _last_day(row, event) is None:
        return False
    return wanted and _meant(row, event) and row.in_force(local_date(start_moment(row, event)))


def _holds(only_if: str | None, event: Event) -> bool:
    """Whether the event's data meet a condition: "field" or "field=value|other"."""
    field, _, value = (only_if or "").partition("=")
    given = event.data.get(field) if field else True
    return str(given) in value.split("|") if value and given is not True else bool(given)


def _last_day(row: Row, event: Event) -> date | None:
    """The last day that the event sets itself."""
    given = (event.data.get(name) for name in row.until)
    text = next((one for one in given if isinstance(one, str)), None)
    return date.fromisoformat(text) if text else None


def _amount(row: Row, event: Event, start: datetime) -> int:
    """How long the period is: as the law says, or up to the day that the event set."""
    last = _last_day(row, event)
    return row.amount if last is None else (last - local_date(start)).days


def start_moment(row: Row, event: Event) -> datetime:
    """When the period began: the event's own time, or the day or moment that it names."""
    name = "starts_on" if event.type == STARTED else row.from_field
    text = event.data.get(name) if name else None
    if text is None and row.from_else and event.type != STARTED:
        text = event.data.get(row.from_else)
    if not isinstance(text, str):
        return event.at
    if len(text) > 10:
        return datetime.fromisoformat(text)
    return day_start(date.fromisoformat(text))


def _change(run: Run, event: Event) -> Run:
    for extension in run.row.extensions:
        if event.type == extension.event:
            had = sum(one.event == event.type for one in run.longer)
            if extension.field is None:
                more = extension.steps[min(had, len(extension.steps) - 1)]
            else:
                # An event older than the extension does not name its days.
                more = int(str(event.data.get(extension.field, 0)))
            at = _done_at(event, extension.done_field)
            longer = Longer(more, event.type, at, extension.basis or run.row.basis)
            return replace(run, longer=(*run.longer, longer))
    return _paused(run, event)


def _stood(fresh: Run, grounds: Sequence[Event]) -> Run:
    """A period that begins while a ground for resting stands which the row says so of rests from its beginning."""
    for event in grounds:
        fresh = _paused(as_of(fresh, event.at), event)
    rests = (one for one in fresh.rests if one.until is None or one.until > fresh.start)
    return replace(
        fresh, rests=tuple(replace(one, since=max(one.since, fresh.start)) for one in rests)
    )


def _paused(run: Run, event: Event) -> Run:
    for number, pause in enumerate(run.row.pauses):
        ground = (number, str(event.data.get(pause.key, "")) if pause.key else "")
        if event.type in pause.begins and _holds(pause.only_if, event):
            run = _rest(run, pause, ground, _day(event, pause.since), event.at)
            run = _bound(run, pause, ground, event)
        elif event.type in pause.ends and ground in run.resting and _ends(pause, event):
            run = _go_on(run, ground, _until(event, pause))
        elif event.type in pause.ends and _ends(pause, event):
            run = _sooner(run, pause, _until(event, pause), event.at)
    return run


def _sooner(run: Run, pause: Pause, at: datetime, told: datetime) -> Run:
    """A rest that was to end on a day still to come is over before."""
    last = run.rests[-1] if run.rests and not run.paused else None
    if last is None or last.zh != pause.zh or last.until is None:
        return run
    if last.until <= max(told, at):
        return run
    return replace(run, rests=(*run.rests[:-1], replace(last, until=max(at, last.since))))


def _ends(pause: Pause, event: Event) -> bool:
    """An event that tells of the very thing ends only the rest that began with its like."""
    if pause.ends_if is not None and pause.ends_if not in event.data:
        return False
    field = (pause.only_if or "").partition("=")[0]
    return field not in event.data or _holds(pause.only_if, event)


def _until(event: Event, pause: Pause) -> datetime:
    """When a rest is over: on the day that the event names, or else the other one."""
    field = pause.until if pause.until in event.data else pause.until_else or pause.until
    return _day(event, field)


def _day(event: Event, field: str | None) -> datetime:
    """The beginning of the day that a field of the event names, else the event's own moment."""
    return day_start(date.fromisoformat(str(event.data[field]))) if field else event.at


def _rest(run: Run, pause: Pause, ground: Ground, at: datetime, told: datetime) -> Run:
    """Several grounds may rest a period at once; it goes on when the last of them is over.

    One told late begins on its own day, though not within a rest that counted already. One that was to
    end on a day still to come goes on.
    """
    if run.rests and (before := run.rests[-1].until) is not None:
        if before > told:
            going = (*run.rests[:-1], replace(run.rests[-1], until=None))
            return replace(run, rests=going, resting=run.resting | {ground})
        at = max(at, before)
    rests = run.rests if run.paused else (*run.rests, Rest(pause.zh, pause.en, at))
    return replace(run, rests=rests, resting=run.resting | {ground})


def _bound(run: Run, pause: Pause, ground: Ground, event: Event) -> Run:
    """When the rest ends by itself: with the period that the same event began (民诉法 95: 30 days)."""
    if pause.at_most is None:
        return run
    row = row_on(pause.at_most, local_date(_day(event, pause.since)))
    end = add(start_moment(row, event), row.amount, row.calendar)
    bounds = tuple(one for one in run.bounds if one[0] != ground)
    return replace(run, bounds=(*bounds, (ground, end)))


def _go_on(run: Run, ground: Ground, at: datetime) -> Run:
    at = max(at, run.rests[-1].since)
    left = run.resting - {ground}
    if left:
        return replace(run, resting=left)
    return replace(run, resting=left, rests=(*run.rests[:-1], replace(run.rests[-1], until=at)))


def _mark(open_runs: dict[tuple[str, str], Run], done: list[Run], event: Event) -> None:
    """What the beat said about a run belongs to that run, whether it still runs or not."""
    wanted, said = str(event.data["run"]), mark_key(event)
    for place, run in open_runs.items():
        if run.id == wanted:
            open_runs[place] = replace(run, marked=run.marked | {said})
    for number, run in enumerate(done):
        if run.id == wanted:
            done[number] = replace(run, marked=run.marked | {said})


def mark_key(event: Event) -> str:
    """A mark counts for the due moment it spoke of: an extension makes room for a new one."""
    distance = event.data.get("distance")
    return f"{event.type}:{event.data['due']}:{'' if distance is None else distance}"
