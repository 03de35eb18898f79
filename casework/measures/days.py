"""The days on which a measure stops the settlement of somebody's services."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casework.clocks.calendars import local_date
from casework.measures.state import Measured, MeasuresState

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stopped:
    """Whole days (Asia/Shanghai) of one measure, both ends included; `until` None: no end known."""

    measure_id: str
    starts: date
    until: date | None


def stopped_days(state: MeasuresState) -> tuple[Stopped, ...]:
    """Return the whole days on which measures stopped settlement, without those of their rests.

    A day on which a measure began, ended or rested only for some hours is not one of them: fees name
    the day and not always the hour, and doubt speaks for whoever billed.
    """
    found = [one for m in state.measures for one in _of(m)]
    return tuple(sorted(found, key=lambda one: (one.starts, one.measure_id)))


def _of(m: Measured) -> list[Stopped]:
    if not m.imposed or m.never_began or m.starts_at is None or not m.row.stops:
        return []
    edges: list[tuple[datetime, datetime | None]] = []
    since: datetime | None = m.starts_at
    for rest, goes_on in m.rests:
        if since is not None:
            edges.append((since, rest))
        since = goes_on
    if since is not None:
        edges.append((since, m.over_at))
    stretches = [(_first(a), _last(_earlier(b, m.over_at))) for a, b in edges]
    return [Stopped(m.measure_id, a, b) for a, b in stretches if b is None or a <= b]


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def _first(moment: datetime) -> date:
    """The first whole day from a moment on."""
    day = local_date(moment)
    return day if local_date(moment - timedelta(microseconds=1)) < day else day + DAY


def _last(moment: datetime | None) -> date | None:
    """The last whole day before a moment."""
    return local_date(moment) - DAY if moment is not None else None
