"""What the beat has to say about deadlines: warnings at fixed distances, overdue, lapsed; each once.

Whether something was said already is read from the events themselves. So the beat may come late,
twice, or from two machines: under the stream's lock the second finds nothing left to say. What was
over when it came is said all the same: that it was done too late, became void or was extended since.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from casework.clocks.calendars import Calendar, day_start, is_working_day, local_date
from casework.clocks.deadlines import Clock, Deadline, stand
from casework.clocks.runs import Run, fold_all
from casework.events import Event, utc_text

#: Clocks of what fell due: still to be done, done too late, or nobody's to do any more.
OVER: Final = frozenset({Clock.OVERDUE, Clock.LAPSED, Clock.LATE})


@dataclass(frozen=True)
class Mark:
    """One thing to say: `type` of the event, the run, its due moment, the distance of a warning.

    `since` is the moment from which it was to be said; marks are said in that order. `settled` is when
    what fell due was over, where it is.
    """

    type: str
    run: Run
    due: datetime
    since: datetime
    distance: int | None = None
    settled: datetime | None = None

    @property
    def key(self) -> str:
        """As `runs.mark_key` reads it back from the event."""
        distance = "" if self.distance is None else self.distance
        return f"{self.type}:{utc_text(self.due)}:{distance}"


def due_marks(events: Sequence[Event], at: datetime) -> tuple[Mark, ...]:
    """Return what is to be said by `at` and was not, in order of its moment.

    Of several warnings that were missed only the nearest is said; after the due moment none is.
    """
    found: dict[str, Mark] = {}
    for run in fold_all(events):
        # An extension of no days leaves one end, which is said as it stands now.
        for mark in (*_settled(run, at), *_of(stand(run, at), at)):
            found[f"{run.id}:{mark.key}"] = mark
    return tuple(sorted(found.values(), key=lambda mark: (mark.since, mark.run.seq)))


def next_mark(events: Sequence[Event], at: datetime) -> datetime | None:
    """Return the next moment at which the beat has something to say, None when nothing runs.

    Where the holidays of a year are not published it looks again every day: they come with a new
    version of the program, and no event of the case tells that they came.
    """
    moments: list[datetime] = []
    for run in fold_all(events):
        moments += [mark.since for mark in _settled(run, at)]
        if run.voided is not None:
            continue
        deadline = stand(run, at)
        if deadline.clock is Clock.UNKNOWN or deadline.provisional:
            moments.append(day_start(local_date(at) + timedelta(days=1)))
        if deadline.clock is Clock.RUNNING:
            # A farther warning that a nearer one overtook is never said any more.
            moments += [mark.since for mark in _of(deadline, at)]
            moments += [mark.since for mark in _all(deadline) if mark.since > at]
        elif deadline.clock is Clock.PAUSED:
            moments += _goes_on(deadline)
        else:
            moments += [mark.since for mark in _of(deadline, at)]
    return min(moments, default=None)


def _goes_on(deadline: Deadline) -> list[datetime]:
    """When it runs again by itself: what lists keep of it is written anew then."""
    until = deadline.run.rests_until if deadline.run is not None else None
    return [] if until is None else [until + timedelta(seconds=1)]


def _of(deadline: Deadline, at: datetime) -> list[Mark]:
    """What is to be said of a run that stands; nothing of one that is over."""
    run, marks = deadline.run, _all(deadline)
    if run is None or run.voided is not None or run.ended is not None:
        return []
    if deadline.clock in OVER:
        return [mark for mark in marks if mark.distance is None and _unsaid(mark)]
    if deadline.clock is not Clock.RUNNING:
        return []
    passed = [m for m in marks if m.distance is not None and m.since <= at]
    nearest = min(passed, key=lambda mark: mark.distance or 0, default=None)
    return [nearest] if nearest is not None and _unsaid(nearest) else []


def _settled(run: Run, at: datetime) -> list[Mark]:
    """Ends that passed before the run was over, and those that it had before it was extended."""
    before = replace(run, ended=None)
    stages = [(replace(before, longer=run.longer[:n]), one.at) for n, one in enumerate(run.longer)]
    over = run.ended or run.voided
    stages += [(run, over)] if over is not None else []
    return [
        replace(mark, settled=until)
        for stage, until in stages
        if (deadline := stand(stage, min(at, until))).clock in OVER
        for mark in _all(deadline)
        if mark.distance is None and _unsaid(mark)
    ]


def _unsaid(mark: Mark) -> bool:
    return mark.key not in mark.run.marked


def _all(deadline: Deadline) -> list[Mark]:
    """Every mark of a run whose due moment is known: warnings from afar to near, then its end."""
    run, due = deadline.run, deadline.due
    if run is None or due is None or deadline.provisional:
        return []
    warnings = [
        Mark("DeadlineWarned", run, due, _warns(run, due, distance), distance)
        for distance in run.row.warn
        if distance < run.units or run.row.calendar is Calendar.MONTHS
    ]
    kind = "DeadlineLapsed" if run.row.lapses else "DeadlineOverdue"
    return [*warnings, Mark(kind, run, due, due + timedelta(seconds=1))]


def _warns(run: Run, due: datetime, distance: int) -> datetime:
    """The moment at which `distance` units are left: the start of that day, or the hour."""
    match run.row.calendar:
        case Calendar.HOURS:
            return due - timedelta(hours=distance)
        case Calendar.WORKING_DAYS:
            return day_start(_working_days_before(due, distance))
        case Calendar.NATURAL_DAYS | Calendar.MONTHS:
            return day_start(local_date(due) - timedelta(days=distance))


def _working_days_before(due: datetime, distance: int) -> date:
    """The latest day from which `distance` working days lead to the due day."""
    day = local_date(due)
    while distance > 0:
        distance -= is_working_day(day)
        day -= timedelta(days=1)
    return day
