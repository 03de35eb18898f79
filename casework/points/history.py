"""A doctor's status through time: what was billable when, as known now or as known then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casework.points.standing import Status, sanctions, standing
from casework.points.state import PointsState

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A stretch of days with one status, both ends included; `until` None: no end in sight."""

    status: Status
    starts: date
    until: date | None

    @property
    def billable(self) -> bool:
        """Whether ordinary fees of these days are settled."""
        return self.status is Status.NORMAL


def history(file: PointsState) -> tuple[Span, ...]:
    """Return the status day by day from the first score on, as far as it is known, in order.

    The last span has no end unless a later change (a suspension's end, a ban's end) is known.
    """
    days = sorted(_turning_days(file))
    spans: list[Span] = []
    for number, day in enumerate(days):
        until = days[number + 1] - DAY if number + 1 < len(days) else None
        status = standing(file, day).status
        if spans and spans[-1].status is status:
            spans[-1] = Span(status, spans[-1].starts, until)
        else:
            spans.append(Span(status, day, until))
    return tuple(spans)


def unbillable(file: PointsState) -> tuple[Span, ...]:
    """Return the spans in which ordinary fees of the doctor's services are not settled."""
    return tuple(span for span in history(file) if not span.billable)


def sanctioned(file: PointsState) -> Iterator[tuple[str, date, Span]]:
    """Each such span, with the sanction that it is of and since when that holds.

    To wait for re-registration is the end of the ban before it, no sanction of its own.
    """
    before: Span | None = None
    since, sanction = date.min, ""
    for span in unbillable(file):
        if span.status is not Status.AWAITING_REGISTRATION or before is None:
            since, sanction = span.starts, span.status.value
        before = span
        yield sanction, since, span


def outside(
    starts: date, until: date, spans: Iterable[tuple[date, date]]
) -> list[tuple[date, date]]:
    """The stretches from `starts` to `until` that lie in none of the spans, ends included."""
    left = [(starts, until)]
    for first, last in spans:
        left = [
            part
            for a, b in left
            for part in ((a, min(b, first - DAY)), (max(a, last + DAY), b))
            if part[0] <= part[1]
        ]
    return left


def _turning_days(file: PointsState) -> set[date]:
    days = {entry.counted_on for entry in file.entries if entry.counts}
    for sanction in sanctions(file):
        days.add(sanction.starts)
        if sanction.until is not None:
            days.add(sanction.until + DAY)
    days |= {r.decided_on for r in file.repairs if r.decided_on and r.outcome == "approved"}
    for r in file.restorations:
        stops = [day for one in r.revocation_stops for day in (one.since, one.until)]
        known = (r.approved_on, r.registered_on, r.revoked_on, *stops)
        days |= {day for day in known if day is not None}
    return days
