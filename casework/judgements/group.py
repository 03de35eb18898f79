"""Groups are derived: who was confirmed, one by one, in a ring that was confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from casework.commands.judgement import Verdict

#: One person alone is no group.
LEAST = 2


class Standing(StrEnum):
    """Where people's judgement on a ring stands."""

    #: Nobody has judged the ring, or its judgement is open.
    OPEN = "open"
    REJECTED = "rejected"
    #: The ring is confirmed, its members are not yet.
    UNNAMED = "unnamed"
    #: The ring and at least two of its members are confirmed.
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Tally:
    """How many members of a ring were judged so."""

    confirmed: int = 0
    rejected: int = 0
    unsure: int = 0

    @property
    def judged(self) -> int:
        """Members with any verdict."""
        return self.confirmed + self.rejected + self.unsure


def tally_of(verdicts: Iterable[str | None]) -> Tally:
    """Count verdicts; members without one do not count."""
    given = list(verdicts)
    return Tally(
        given.count(Verdict.CONFIRMED.value),
        given.count(Verdict.REJECTED.value),
        given.count(Verdict.UNSURE.value),
    )


def standing_of(verdict: str | None, members: Tally) -> Standing:
    """The ring's standing from its own verdict and its members'."""
    if verdict == Verdict.REJECTED:
        return Standing.REJECTED
    if verdict != Verdict.CONFIRMED:
        return Standing.OPEN
    return Standing.CONFIRMED if members.confirmed >= LEAST else Standing.UNNAMED
