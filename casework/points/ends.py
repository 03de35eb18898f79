"""The days on which a sanction ends by itself: nobody acts, and yet the doctor's standing changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from casework.clocks.calendars import local_date
from casework.points.standing import Sanction, Status, sanctions, standing
from casework.points.state import PointsState

#: What the standing is on the day after; anything else, and another sanction took its place.
AFTER: Final = {
    Status.SUSPENDED: Status.NORMAL,
    Status.TERMINATED: Status.AWAITING_REGISTRATION,
}


@dataclass(frozen=True)
class End:
    """The first day after a suspension or a ban, and the scores that the sanction rested on."""

    day: date
    kind: Status
    entry_ids: tuple[str, ...]


def ends(file: PointsState) -> tuple[End, ...]:
    """Return the ends that change the standing, future ones as far as they are known, in order.

    Left out are those that another sanction or a restoration overtook, and those that were over
    before the last of their scores was recorded: that one never barred anybody.
    """
    found = [_end(file, sanction, sanction.until) for sanction in sanctions(file) if sanction.until]
    return tuple(sorted((end for end in found if end), key=lambda end: end.day))


def _end(file: PointsState, sanction: Sanction, last: date) -> End | None:
    day = last + timedelta(days=1)
    before, after = standing(file, last), standing(file, day)
    own = before.sanction == sanction and before.status is sanction.kind
    known = max(local_date(e.at) for e in file.entries if e.entry_id in sanction.entry_ids)
    if not own or after.status is not AFTER[sanction.kind] or known >= day:
        return None
    return End(day, sanction.kind, sanction.entry_ids)
