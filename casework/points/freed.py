"""Days that a doctor was barred by a score which fell or was lowered: what was withheld is settled (补结).

The score counts from the start as what is left of it, so fees of those days were refused, or taken up as
a suspicion, without ground. So it is with a revoked restoration whose revocation fell in review or suit, or was not to be executed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.points.barred_key import barred_key
from casework.points.consequences import differences
from casework.points.fold import fold_points
from casework.points.history import DAY, outside, sanctioned, unbillable

#: Events by which a score, or the revocation of a restoration, falls, rests or counts for less.
FALLS: Final = frozenset(
    {
        *("ScoreAnnulled", "ObjectionResolved", "ScoreReviewed", "ScoreDayCorrected"),
        *("RevocationAnnulled", "RevocationStopped"),
    }
)
#: A span led to so many suspicions at most that anybody looks for: fees that came late are another.
SUSPICIONS: Final = 8


@dataclass(frozen=True)
class Freed:
    """Days from `starts` to `until` that were barred by a `sanction` since a day, until the score fell.

    `seq` is the event by which it fell, on the day `on`; `entry_id` the score, or the application.
    """

    prac_psn_code: str
    name: str
    entry_id: str
    seq: int
    on: date
    why: str
    sanction: str
    since: date
    starts: date
    until: date

    def keys(self, place: str) -> frozenset[str]:
        """What suspicions of these days at an institution are called."""
        of = (self.prac_psn_code, place, self.sanction, self.since)
        return frozenset(barred_key(*of, nth) for nth in range(SUSPICIONS))


def freed(code: str, events: Sequence[Event]) -> tuple[Freed, ...]:
    """What of the file's barred days is billable by now because a score fell or was lowered, in order."""
    file = fold_points(code, events)
    still = [(span.starts, span.until or date.max - DAY) for span in unbillable(file)]
    found: list[Freed] = []
    for n, event in enumerate(events):
        if event.type in FALLS:
            found += _by(code, events[:n], event, still)
    return tuple(found)


def _by(
    code: str, earlier: Sequence[Event], event: Event, still: Iterable[tuple[date, date]]
) -> Iterable[Freed]:
    before, on = fold_points(code, earlier), local_date(event.at)
    changed = fold_points(code, (event,), before)
    bars = list(sanctioned(before))
    held = tuple(still)
    for starts, until, billable in differences(before, changed, on):
        for sanction, since, span in bars if billable else ():
            first, last = max(starts, span.starts), min(until, span.until or until)
            for a, b in outside(first, last, held) if first <= last else ():
                why = str(event.data["reasons"])
                entry = str(event.data.get("entry_id") or event.data["application_id"])
                yield Freed(
                    code, before.name, entry, event.seq, on, why, sanction, since, a, b
                )  # fmt: skip
