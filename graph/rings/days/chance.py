"""What chance makes of this very data: permutations, and the tail of the scores they reach.

Persons are exchanged within place (and weekday): every day keeps its crowd, every person his number
of visits; who met whom is left to chance.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.rings.days import table
from graph.rings.days.compiled import compiled

#: Chance groups that a whole run may be expected to bring.
ALLOWED = 0.05
#: Scores below are not looked at; the tail above is exponential.
FLOOR = 3.0
#: A likelihood ratio of e^G under chance is at most e^-G likely; what is fitted stays below.
STEEPEST = 1.0
#: Permuted scores kept for the picture.
KEPT = 200


@dataclass(frozen=True)
class Chance:
    """Scores of chance groups, highest first, over `runs` permutations; `often` such groups above
    `FLOOR` a run, thinning by `rate` for each point of score."""

    scores: tuple[float, ...]
    runs: int
    often: float
    rate: float

    @property
    def cut(self) -> float:
        """The score above which a whole run is expected to bring `ALLOWED` chance groups."""
        return round(FLOOR + max(0.0, math.log(self.often / ALLOWED)) / self.rate, 2)

    def expected(self, score: float) -> float:
        """Chance groups of at least this score in a whole run."""
        return self.often * math.exp(-self.rate * max(0.0, score - FLOOR))

    def p_value(self, score: float) -> float:
        """How likely chance brings a group of this score anywhere in the data."""
        return -math.expm1(-self.expected(score))


def tail_of(scores: Sequence[Sequence[float]]) -> Chance:
    """The exponential tail of permuted scores.

    Counts get one more than seen: what a few permutations did not show is not impossible. The rate
    is shrunk towards one half with the weight of four groups.
    """
    every = sorted((s for run in scores for s in run if s > FLOOR), reverse=True)
    runs = max(1, len(scores))
    over = sum(s - FLOOR for s in every)
    rate = min(STEEPEST, (len(every) + 4.0) / (over + 8.0))
    return Chance(
        tuple(round(s, 2) for s in every[:KEPT]), runs, (len(every) + 1) / runs, round(rate, 4)
    )


@compiled
def exchanged(person, key, keys, seed):
    """Persons permuted among the rows of each key."""
    np.random.seed(seed)
    opens = np.zeros(keys + 1, dtype=np.int64)
    for k in key:
        opens[k + 1] += 1
    for k in range(keys):
        opens[k + 1] += opens[k]
    at = opens[:-1].copy()
    rows = np.empty(len(key), dtype=np.int64)
    for i in range(len(key)):
        rows[at[key[i]]] = i
        at[key[i]] += 1
    mixed = person.copy()
    for k in range(keys):
        for i in range(opens[k + 1] - 1, opens[k], -1):
            j = np.random.randint(opens[k], i + 1)
            x, y = rows[i], rows[j]
            mixed[x], mixed[y] = mixed[y], mixed[x]
    return mixed


def _seed(generator: np.random.Generator) -> int:
    return int(generator.integers(1 << 31))


def _again(person: Any, cell: Any, walk: table.Walk) -> table.Walk:
    packed = table.pack(cell, walk.moment, walk.doctor)
    first, rows = table.by_person(person, packed, len(walk.first) - 1)
    starts, kept, _ = table.distinct(first, rows, walk.stride, walk.stride, 0)
    cell, moment, doctor = table.unpack(kept)
    return table.walked(starts, cell, moment, doctor, walk.places, walk.stride, walk.doctors)


def _persons(walk: table.Walk) -> Any:
    return np.repeat(np.arange(len(walk.first) - 1, dtype=np.int32), np.diff(walk.first))


def shuffled(walk: table.Walk, generator: np.random.Generator, *, weekly: bool) -> table.Walk:
    """Persons exchanged within place, and weekday where weekdays are a habit."""
    place, day = walk.cell // walk.stride, walk.cell % walk.stride
    key = place * 7 + day % 7 if weekly else place
    keys = walk.places * (7 if weekly else 1)
    mixed = exchanged(_persons(walk), key, keys, _seed(generator))
    return _again(mixed, walk.cell, walk)
