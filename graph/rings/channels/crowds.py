"""Units (a doctor, an institution) that far more people come to again and again than to their peers.

The peers say what is usual, and by how much they differ from one another; exchanging everybody's
number of visits among the peers says what chance would make of it.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from graph.rings.channels.base import Setting
from graph.rings.days.chance import FLOOR, Chance, tail_of
from graph.rings.model import Floats, Ints

#: More visits than these are counted as so many.
MOST_VISITS = 25
#: Patients who make a group; fewer are a family.
LEAST_PATIENTS = 4
#: Units without whom a level is compared with all the others.
LEAST_PEERS = 8
#: Of the peers' departures from the expected the largest twentieth is not counted as usual.
USUAL = 0.95
#: Share of the members who may be there as at the peers.
STRANGERS = 0.03


class Stratum(NamedTuple):
    """Units that are each other's peers, and their pairs: the rows in all pairs, the units numbered from
    0, and visits up to the most that are told apart."""

    units: Ints
    rows: Ints
    unit: Ints
    visits: Ints


@dataclass(frozen=True)
class Pairs:
    """Who came to whom: `person[i]` came `visits[i]` times to unit `unit[i]`, a doctor at a place for
    chronic or other visits; `stratum[u]` are the unit's peers. Fewer visits than `least` are anybody's."""

    person: Ints
    unit: Ints
    visits: Ints
    stratum: Ints
    place: Ints
    least: int

    @cached_property
    def strata(self) -> tuple[Stratum, ...]:
        """The strata that have enough units: what stands out and what chance would bring are asked of
        the same."""
        names, stratum = np.unique(self.stratum, return_inverse=True)
        # Few strata fit few bits, which are sorted by counting.
        of_row = stratum.astype(np.min_scalar_type(len(names)))[self.unit]
        order = np.argsort(of_row, kind="stable")
        ends = np.cumsum(np.bincount(of_row, minlength=len(names)))
        position = np.empty(len(stratum), dtype=np.int64)
        found = []
        for number, end in enumerate(ends.tolist()):
            units = np.flatnonzero(stratum == number)
            rows = order[(ends[number - 1] if number else 0) : end]
            if len(units) >= LEAST_PEERS:
                position[units] = np.arange(len(units))
                unit, visits = position[self.unit[rows]], self.visits[rows]
                found.append(Stratum(units, rows, unit, np.minimum(visits, MOST_VISITS)))
        return tuple(found)


@dataclass(frozen=True)
class Dense:
    """A unit whose patients come too often: `patients` come at least `least` times, `expected` of the
    unit's `crowd` would at its peers; `usual` visits is a peer's patient's mean."""

    unit: int
    least: int
    score: float
    patients: Ints
    visits: Ints
    crowd: int
    expected: float
    usual: float
    evidence: Floats


def merged(stratum: Ints) -> Ints:
    """Peers; units with too few of them are each other's."""
    _, codes, sizes = np.unique(stratum, return_inverse=True, return_counts=True)
    return np.where(sizes[codes] >= LEAST_PEERS, codes, -1).astype(np.int64)


def dense_units(pairs: Pairs) -> list[Dense]:
    """Units that stand out among their peers, best first."""
    found = [dense for one in pairs.strata for dense in _stand_out(pairs, one)]
    return sorted(found, key=lambda dense: (-dense.score, dense.unit))


class Judged(NamedTuple):
    """For each unit of a stratum: patients with at least t visits, expected ones, by share of the peers'
    patients; its crowd; its best score, and the t that gives it."""

    many: Floats
    expected: Floats
    share: Floats
    crowd: Floats
    score: Floats
    best: Ints


def _judged(one: Stratum, visits: Ints, least: int) -> Judged:
    """Every unit by the best of its thresholds from `least` on."""
    width = MOST_VISITS + 1
    units = len(one.units)
    counts = np.bincount(one.unit * width + visits, minlength=units * width)
    histogram = counts.reshape(units, width).astype(np.float64)
    crowd = histogram.sum(axis=1)
    # many[u, t]: patients of unit u with at least t visits.
    many = histogram[:, ::-1].cumsum(axis=1)[:, ::-1]
    share = (many.sum(axis=0) - many + 0.5) / (crowd.sum() - crowd + 1)[:, None]
    expected = crowd[:, None] * share
    score = _scores(many, expected)
    best = least + score[:, least:].argmax(axis=1)
    return Judged(many, expected, share, crowd, score[np.arange(units), best], best)


def _stand_out(pairs: Pairs, one: Stratum) -> list[Dense]:
    """Units of one stratum by the best of their thresholds."""
    judged = _judged(one, one.visits, pairs.least)
    usual = float(one.visits.mean()) if len(one.visits) else 0.0
    found = []
    out = judged.score > FLOOR
    # The rows of each unit beside each other, ascending: to pick them anew for every unit would be a pass each.
    hot = np.flatnonzero(out[one.unit])
    hot = hot[np.argsort(one.unit[hot], kind="stable")]
    standing = np.flatnonzero(out)
    starts = np.searchsorted(one.unit[hot], np.append(standing, len(one.units)))
    for u, start, end in zip(standing.tolist(), starts, starts[1:], strict=False):
        many, expected = judged.many[u], judged.expected[u]
        t = _membership(many, expected, pairs.least, int(judged.best[u]))
        own = hot[start:end]
        own = own[one.visits[own] >= t]
        rows = one.rows[own]
        found.append(
            Dense(
                unit=int(one.units[u]),
                least=t,
                score=float(judged.score[u]),
                patients=pairs.person[rows],
                visits=pairs.visits[rows],
                crowd=int(judged.crowd[u]),
                expected=float(expected[t]),
                usual=usual,
                evidence=-np.log(judged.share[u, one.visits[own]]),
            )
        )
    return found


def _membership(many: Floats, expected: Floats, least: int, best: int) -> int:
    """The fewest visits at which hardly any of the patients would be a peer's, too."""
    for t in range(least, best):
        if expected[t] <= STRANGERS * many[t]:
            return t
    return best


def _scores(many: Floats, expected: Floats) -> Floats:
    """Log likelihood ratio of as many patients as seen against as many as expected, over how much more
    than by chance the peers differ."""
    residual = np.sort((many - expected) ** 2 / np.maximum(expected, 0.05), axis=0)
    spread = np.maximum(1.0, residual[: max(1, int(USUAL * len(residual)))].mean(axis=0))
    ratio = many * np.log(np.maximum(many, 1) / expected) - (many - expected)
    enough = (many > expected) & (many >= LEAST_PATIENTS)
    return np.asarray(np.where(enough, ratio / spread, 0.0), dtype=np.float64)


def by_chance(pairs: Pairs, setting: Setting) -> Chance:
    """Scores when the patients' numbers of visits are exchanged among peers."""
    generator = np.random.default_rng(setting.seed)
    scores: list[list[float]] = [[] for _ in range(setting.runs)]
    for one in pairs.strata:
        for run in scores:
            judged = _judged(one, generator.permutation(one.visits), pairs.least)
            run += judged.score[judged.score > FLOOR].tolist()
    return tail_of(scores)
