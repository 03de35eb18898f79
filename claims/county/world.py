"""What every planner of visits gets: who lives where, how long, and how busy it is."""

from dataclasses import dataclass, field

from claims.county.calendar import DAYS, WORKING
from claims.county.people import People
from claims.county.places import Places
from claims.county.stream import Ints, Rng, ints, stream
from claims.county.visits import Cast, Groups


@dataclass(frozen=True)
class World:
    """A county before anybody falls ill.

    ``days`` is the horizon: no visit begins on or after that day. ``pace`` multiplies the rate of
    visits that people choose themselves, ``stays`` the rate of ordinary stays.
    """

    seed: int
    places: Places
    people: People
    cast: Cast
    days: int = DAYS
    pace: float = 1.0
    stays: float = 1.0
    groups: Groups = field(default_factory=Groups)

    def stream(self, purpose: str, part: int = 0) -> Rng:
        """The random stream of one purpose."""
        return stream(self.seed, purpose, part)

    @property
    def working(self) -> Ints:
        """Working days within the horizon."""
        return WORKING[self.days > WORKING]

    @property
    def every_day(self) -> Ints:
        """All days within the horizon."""
        return ints(range(self.days))

    def count(self, per: int, least: int) -> int:
        """How many of something that ``per`` persons have one of, in a whole year."""
        return max(least, round(len(self.people) * self.days / DAYS) // per)
