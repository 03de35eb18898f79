"""Values of the reference pipeline. Days count from 1970-01-01."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from graph.rings.model import Bools, Floats, Ints

__all__ = ["Bools", "Events", "Floats", "Group", "Ints", "Pairs", "Parameters"]


@dataclass(frozen=True)
class Parameters:
    """Choices of the pipeline; defaults from the measurements it was designed on.

    `candidates` are the pair p-values tried, from lenient to strict: the first that leaves no group
    in any of the `permutations` of this very data set is used.
    """

    seed: int = 7
    permutations: int = 5
    candidates: tuple[float, ...] = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5)
    core: int = 3
    smallest: int = 4
    sync_share: float = 0.35
    attendance: float = 0.5
    split_above: int = 12
    overlap: float = 0.5


@dataclass(frozen=True)
class Events:
    """Appearances of one channel: patient `patient[i]` was in cell `cell[i]`.

    A cell is a place and a moment that people can share: an institution on a day, a group of stays,
    a train of swipes. `unit[c]` and `day[c]` describe cell c; one row for each patient and cell.
    `joint` is how many shared cells make a pair worth testing.
    """

    channel: str
    patient: Ints
    cell: Ints
    unit: Ints
    day: Ints
    joint: int
    patients: tuple[str, ...]
    units: tuple[str, ...]
    by_weekday: bool = True

    @property
    def size(self) -> int:
        """Number of appearances."""
        return len(self.patient)

    @property
    def population(self) -> int:
        """Persons whom a group is chosen from."""
        return len(self.patients)

    @property
    def active_days(self) -> int:
        """Days that its events are chosen from."""
        return len(np.unique(self.day))

    @cached_property
    def cells_of(self) -> list[Ints]:
        """The cells of each patient."""
        return _grouped(self.patient, self.cell, len(self.patients))

    @cached_property
    def crowd(self) -> Ints:
        """How many were in each cell."""
        return np.bincount(self.cell, minlength=len(self.unit)).astype(np.int64)

    @cached_property
    def total(self) -> Ints:
        """Appearances at each unit."""
        return np.bincount(self.unit[self.cell], minlength=len(self.units)).astype(np.int64)


def _grouped(key: Ints, value: Ints, size: int) -> list[Ints]:
    """The values of each key from 0 to size - 1."""
    order = np.argsort(key, kind="stable")
    bounds = np.searchsorted(key[order], np.arange(size + 1)).tolist()
    ordered = value[order]
    return [ordered[begin:end] for begin, end in pairwise(bounds)]


@dataclass(frozen=True)
class Pairs:
    """Patients `a` < `b` who shared `seen` cells where chance expects `expected`; `p` is the tail."""

    a: Ints
    b: Ints
    seen: Ints
    expected: Floats
    p: Floats

    def below(self, threshold: float) -> "Pairs":
        """The pairs whose p is at most `threshold`."""
        keep = self.p <= threshold
        return Pairs(self.a[keep], self.b[keep], self.seen[keep], self.expected[keep], self.p[keep])


@dataclass(frozen=True)
class Group:
    """A synchronised group of one channel: members and the cells that they share.

    `steady` members would still be in the core if the pair test were ten times as strict. `evidence`
    is each member's log ratio (natural), `attended` how many came to each cell and `by_habit` how many
    their own habits would bring.
    """

    channel: str
    members: tuple[int, ...]
    cells: tuple[int, ...]
    score: float
    expected: float
    seen: int
    steady: int = 0
    evidence: tuple[float, ...] = ()
    attended: tuple[int, ...] = ()
    by_habit: tuple[float, ...] = ()
