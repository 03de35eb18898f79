"""A set of planned visits as columns, and the answer key's groups that they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claims.county.people import People
from claims.county.places import Places
from claims.county.stream import Bools, Ints, Rng

MED_TYPES: Final = ("11", "13", "140104", "140201", "21", "28", "41", "52")
OPEN: Final = -1


class Med(IntEnum):
    """Position in :data:`MED_TYPES`."""

    CLINIC = 0
    EMERGENCY = 1
    CHRONIC = 2
    SPECIAL = 3
    STAY = 4
    DAY_SURGERY = 5
    PHARMACY = 6
    BIRTH = 7


class Kind(IntEnum):
    """What happens at the visit; decides the fee lines."""

    ACUTE = 0
    CHILD = 1
    WOMAN = 2
    MAN = 3
    REFILL = 4
    OVER_COUNTER = 5
    DIALYSIS = 6
    REHAB = 7
    CHECKUP = 8
    ROUND = 9
    STAY_MEDICAL = 10
    STAY_SURGERY = 11
    STAY_CANCER = 12
    STAY_BIRTH = 13
    ARRANGED = 14
    ARRANGED_STAY = 15
    SWIPE = 16
    STOCKPILE = 17
    EMERGENCY = 18
    LONG_REFILL = 19
    SCRIPT = 20


class Plant(IntEnum):
    """What is done to the fee lines of a visit."""

    NONE = 0
    SEX = 1
    AGE = 2
    OUTSIDE = 3
    DUPLICATE = 4
    REFUNDED = 5
    PRICE = 6
    IDLE_DAYS = 7
    TAKE_HOME = 8
    VOID = 9
    QUIET_DAY = 10
    PRICE_AT_LIMIT = 11
    RETAIL_PRICE = 12
    TAKEN_BACK = 13
    NEWBORN = 14
    OF_AGE = 15
    REKEYED = 16
    REKEYED_ONCE = 17


@dataclass(frozen=True)
class Visits:
    """Planned visits. Times are minutes since the first of January; ``end`` is ``OPEN`` while the
    person is still in hospital; ``group`` is the position in the answer key or -1."""

    person: Ints
    place: Ints
    doctor: Ints
    begin: Ints
    end: Ints
    kind: Ints
    med: Ints
    diag: Ints
    terminal: Ints
    plant: Ints
    group: Ints

    def __len__(self) -> int:
        return len(self.person)

    def take(self, rows: Ints | Bools) -> "Visits":
        """The visits at these positions (or where the mask is true)."""
        return Visits(*(getattr(self, field.name)[rows] for field in fields(self)))

    def with_(self, **columns: Ints) -> "Visits":
        """A copy with some columns replaced."""
        return Visits(*(columns.get(f.name, getattr(self, f.name)) for f in fields(self)))

    @property
    def is_stay(self) -> Bools:
        """Inpatient visits, day surgery included."""
        stay: Bools = np.isin(self.med, (Med.STAY, Med.DAY_SURGERY, Med.BIRTH))
        return stay


def join(parts: Iterable[Visits]) -> Visits:
    """All visits of the parts, in order; an empty set of no parts."""
    every = list(parts)
    if not every:
        return Visits(*(np.zeros(0, dtype=np.int64) for _ in fields(Visits)))
    return Visits(*(np.concatenate([getattr(p, f.name) for p in every]) for f in fields(Visits)))


def plan(
    rng: Rng,
    places: Places,
    person: Ints,
    place: Ints,
    begin: Ints,
    *,
    kind: npt.ArrayLike,
    med: npt.ArrayLike,
    diag: npt.ArrayLike,
    minutes: npt.ArrayLike = 25,
    **columns: npt.ArrayLike,
) -> Visits:
    """Visits with doctor and terminal filled in: seven of ten see their usual doctor."""
    n = len(person)

    def full(value: npt.ArrayLike) -> Ints:
        return np.broadcast_to(np.asarray(value, dtype=np.int64), n).copy()

    usual = person * 7919 + 13
    slot = np.where(rng.random(n) < 0.7, usual, rng.integers(0, 1 << 30, n)) % places.count[place]
    doctor = places.first[place] + slot
    return Visits(
        person=full(person),
        place=full(place),
        doctor=full(columns.get("doctor", doctor)),
        begin=full(begin),
        end=full(begin) + full(minutes),
        kind=full(kind),
        med=full(med),
        diag=full(diag),
        terminal=full(
            columns.get("terminal", rng.integers(0, 1 << 30, n) % places.terminals[place])
        ),
        plant=full(columns.get("plant", Plant.NONE)),
        group=full(columns.get("group", -1)),
    )


class Groups:
    """What the answer key will name: one entry per planted or lawful group, by position."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def add(self, section: str, **facts: Any) -> int:
        """Add an entry to a section (``rings``, ``patterns``, ``lookalikes``)."""
        self.entries.append({"section": section, **facts})
        return len(self.entries) - 1

    @property
    def planted(self) -> Bools:
        """Which entries are fraud."""
        return np.array([e["section"] != "lookalikes" for e in self.entries], dtype=np.bool_)


class Cast:
    """Hands out persons for planted and lawful groups; nobody plays twice."""

    def __init__(self, rng: Rng, people: People) -> None:
        self._rng = rng
        self._free = (~people.dialysis) & (~people.cancer) & (people.care_home < 0)

    def draw(self, n: int, among: Bools) -> Ints:
        """At most ``n`` free persons among the given ones."""
        options = np.flatnonzero(self._free & among)
        if len(options) > 8 * n:
            # Shuffling a whole county for ten persons would be most of the work.
            chosen = options[self._rng.choice(len(options), n, replace=False, shuffle=True)]
        else:
            chosen = self._rng.permutation(options)[:n]
        self._free[chosen] = False
        return np.asarray(chosen, dtype=np.int64)
