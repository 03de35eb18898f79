"""The days on which a study certificate comes near its end, and proves nothing any more.

Nobody acts on them, and yet what the doctor has earned becomes less while his application runs.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from casework.clocks.calendars import local_date
from casework.notices.rows import certificate_warn_days
from casework.points.state import LearningEntry, PointsState
from casework.restoration.learn import counting

NEAR, LAPSED = "near", "lapsed"


@dataclass(frozen=True)
class Lapse:
    """What is told on a day of a record; `distance` in days before its certificate's end, 0: it lapsed."""

    day: date
    entry: LearningEntry
    distance: int

    @property
    def of(self) -> str:
        """Which words tell it."""
        return NEAR if self.distance else LAPSED


def ending(file: PointsState) -> tuple[LearningEntry, ...]:
    """Records of an application that waits for its approval, with certificates that end."""
    application = file.restoration
    if application is None or not application.is_open or application.approved_on is not None:
        return ()
    worth = (e for e in counting(file) if e.kind != "exam" or e.passed)
    return tuple(e for e in worth if e.valid_until is not None)


def lapses(file: PointsState) -> tuple[Lapse, ...]:
    """Return the days on which something is told, in order: at each distance, and once it lapsed.

    Of distances that were over when the record was made the nearest is told, on the next day.
    """
    found = [lapse for entry in ending(file) for lapse in _of(entry)]
    return tuple(sorted(found, key=lambda one: (one.day, one.entry.certificate)))


def _of(entry: LearningEntry) -> list[Lapse]:
    last = entry.valid_until
    if last is None:
        return []
    told: dict[date, Lapse] = {}
    known = local_date(entry.at) + timedelta(days=1) if entry.at else None
    for distance in sorted((*certificate_warn_days(), 0), reverse=True):
        day = last - timedelta(days=distance) if distance else last + timedelta(days=1)
        day = max(day, known) if known else day
        told[day] = Lapse(day, entry, distance)
    return list(told.values())


def told_now(file: PointsState, on: date) -> tuple[tuple[LearningEntry, bool], ...]:
    """What the file says on a day: records whose end is near, and (true) those that have lapsed."""
    first = max(certificate_warn_days())
    return tuple(
        (entry, entry.valid_until < on)
        for entry in ending(file)
        if entry.valid_until is not None and entry.valid_until - timedelta(days=first) <= on
    )
