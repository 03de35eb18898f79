"""The log's times run forward: what a wrong clock would write is not written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from casework.clocks.calendars import minute
from casework.events import Draft, Event
from casework.refusal import refuse

#: Two servers' clocks differ by seconds, and who waits for a lock brings an older moment along.
SKEW: Final = timedelta(minutes=5)


def now() -> datetime:
    """What this machine's clock shows."""
    return datetime.now(UTC)


def in_order(drafts: Iterable[Draft], known: Mapping[str, Sequence[Event]], at: datetime) -> None:
    """Refuses CLOCK_BEHIND where a stream already tells of a later moment.

    A clock that was set back would put a decision before its notice, and let periods begin before what
    starts them; one that was ahead has left events that nothing may precede. What was ordered before the
    last step and is carried out after it, as a volume that is bound, says when it was ordered: no clock is
    behind then, and this machine's own shows it.
    """
    latest = max(at, now()) + SKEW
    for stream in dict.fromkeys(draft[0] for draft in drafts):
        events = known.get(stream)
        if events and events[-1].at > latest:
            raise refuse("CLOCK_BEHIND", now=minute(at), last=minute(events[-1].at))
