"""What chance makes of this very data: permutations, and the tail of the scores they reach.

Chance has two faces. Persons exchanged within place and weekday: every day keeps its crowd, every
person his number of visits. Each person's days at a place moved together: he keeps his rhythm, and
meets whom he meets by accident. What stands in groups already is left out of both: at a small place a
ring would meet itself again.
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
#: Scores below are not looked at.
FLOOR = 3.0
#: Chance groups that what is known beforehand counts for; and a likelihood ratio of e^G is at most e^-G
#: likely under chance, so that the tail is never fitted thinner.
WEIGHT, STEEPEST = 4.0, 1.0
#: Permuted scores kept for the picture.
KEPT = 200


@dataclass(frozen=True)
class Chance:
    """Scores of chance groups, highest first, over `runs` permutations; `often` such groups above
    `FLOOR` a run (of both kinds), thinning by `rate` for each point of score at first, and by less and
    less the fewer groups (`weight`) that rate rests on: a generalised Pareto tail of shape 1 / weight."""

    scores: tuple[float, ...]
    runs: int
    often: float
    rate: float
    weight: float
    allowed: float = ALLOWED

    @property
    def cut(self) -> float:
        """The score above which a whole run is expected to bring `allowed` chance groups."""
        often = max(1.0, self.often / self.allowed)
        return round(FLOOR + self.weight / self.rate * (math.pow(often, 1 / self.weight) - 1), 2)

    def expected(self, score: float) -> float:
        """Chance groups of at least this score in a whole run."""
        over = self.rate * max(0.0, score - FLOOR) / self.weight
        return self.often * math.pow(1 + over, -self.weight)

    def p_value(self, score: float) -> float:
        """How likely chance brings a group of this score anywhere in the data."""
        return -math.expm1(-self.expected(score))


def tail_of(
    scores: Sequence[Sequence[float]],
    *,
    faces: float = 1,
    spread: float = 2.0,
    allowed: float = ALLOWED,
    known: float = WEIGHT,
) -> Chance:
    """The tail of permuted scores: exponential, averaged over what its rate may be.

    Scores of chance groups thin out exponentially, but few groups tell the rate only roughly. With a
    gamma prior (`known` groups of mean excess `spread`) the next score follows a Lomax law, the
    generalised Pareto of extreme values (Coles 2001, ch. 4 and 9.1): the expected number of chance groups
    above the cut includes the doubt about the fit.

    Permutations that show a part of the data each make a run together: `faces` of them (of a sample
    more by its share). Counts get
    one more than seen: what a few permutations did not show is not impossible.
    """
    every = sorted((s for run in scores for s in run if s > FLOOR), reverse=True)
    runs = max(1, len(scores))
    over = sum(s - FLOOR for s in every)
    weight = len(every) + known
    rate = min(STEEPEST, weight / (over + known * spread))
    return Chance(
        tuple(round(s, 2) for s in every[:KEPT]),
        runs,
        (len(every) + 1) * faces / runs,
        round(rate, 4),
        weight,
        allowed,
    )


@compiled
def permuted(person, cell, stride, places, weekly, turn, seed):
    """Persons and cells by chance. At every other place (by `turn`) persons are exchanged among the
    rows of a day of the week; at the others each person's days are moved together, by whole weeks,
    round the end of the time. Without `weekly` weekdays are no habit."""
    np.random.seed(seed)
    step = 7 if weekly else 1
    turns = max(1, (stride - 2) // step)
    opens = np.zeros(places * step + 1, dtype=np.int64)
    key = np.full(len(cell), -1, dtype=np.int32)
    moved = cell.copy()
    last, shift = (-1, -1), 0
    for i in range(len(cell)):
        place, day = cell[i] // stride, cell[i] % stride
        if (place + turn) % 2:
            key[i] = place * step + day % step
            opens[key[i] + 1] += 1
            continue
        if (person[i], place) != last:
            last, shift = (person[i], place), step * np.random.randint(0, turns)
        moved[i] = place * stride + 1 + (day - 1 + shift) % (turns * step)
    for k in range(places * step):
        opens[k + 1] += opens[k]
    at = opens[:-1].copy()
    rows = np.empty(opens[-1], dtype=np.int64)
    for i in range(len(cell)):
        if key[i] >= 0:
            rows[at[key[i]]] = i
            at[key[i]] += 1
    mixed = person.copy()
    for k in range(places * step):
        for i in range(opens[k + 1] - 1, opens[k], -1):
            j = np.random.randint(opens[k], i + 1)
            x, y = rows[i], rows[j]
            mixed[x], mixed[y] = mixed[y], mixed[x]
    return mixed, moved


@compiled
def joint(first, cell, members, opens, events, closes, spent):
    """Mark the rows that stand in groups: members `members[opens[g]:opens[g + 1]]` at or beside events
    `events[closes[g]:closes[g + 1]]`."""
    for g in range(len(opens) - 1):
        for m in range(opens[g], opens[g + 1]):
            for i in range(first[members[m]], first[members[m] + 1]):
                for e in range(closes[g], closes[g + 1]):
                    if abs(cell[i] - events[e]) <= 1:
                        spent[i] = True


def sampled(walk: table.Walk, share: float, generator: np.random.Generator) -> Any:
    """Which places stand for all of them: one in so many down the list from the largest to the smallest,
    from a random start, so that the share is that of every size."""
    starts = walk.opens[np.arange(walk.places + 1) * walk.stride]
    largest = np.argsort(-np.diff(starts), kind="stable")
    turns = np.floor((np.arange(walk.places + 1) - 1) * share + generator.random())
    kept = np.zeros(walk.places, dtype=np.bool_)
    kept[largest] = np.diff(turns) > 0
    return kept


def shuffled(walk: table.Walk, spent: Any, seed: int, turn: int, *, weekly: bool) -> table.Rows:
    """What chance makes of the rows that stand in no group: two turns show every place both ways."""
    left = table.left_of(walk, spent)
    persons = len(walk.first) - 1
    person = np.repeat(np.arange(persons, dtype=np.int32), np.diff(left.first))
    person, cell = permuted(person, left.cell, walk.stride, walk.places, weekly, turn, seed)
    packed = table.pack(cell, left.moment, left.doctor)
    first, rows = table.by_person(person, packed, persons)
    starts, kept, _ = table.distinct(first, rows, walk.stride, walk.stride, 0)
    cell, moment, doctor = table.unpack(kept)
    return table.Rows(starts, cell, moment, doctor, walk.stride, walk.places, walk.doctors)
