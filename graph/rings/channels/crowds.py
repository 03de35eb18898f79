"""Units (a doctor, an institution) that far more people come to again and again than to their peers.

The peers say what is usual, and by how much they differ from one another; exchanging everybody's
number of visits among the peers says what chance would make of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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
    found = [dense for units in _peers(pairs) for dense in _stand_out(pairs, units)]
    return sorted(found, key=lambda dense: (-dense.score, dense.unit))


def _peers(pairs: Pairs) -> Iterator[Ints]:
    """The units of each stratum that has enough of them."""
    for stratum in np.unique(pairs.stratum).tolist():
        units = np.flatnonzero(pairs.stratum == stratum)
        if len(units) >= LEAST_PEERS:
            yield units


class Stratum(NamedTuple):
    """The pairs of units that are each other's peers: their rows in all pairs, the units numbered from
    0, and visits up to the most that are told apart."""

    rows: Ints
    unit: Ints
    visits: Ints
    units: int


class Judged(NamedTuple):
    """For each unit of a stratum: patients with at least t visits, expected ones, by share of the peers'
    patients; its crowd; its best score, and the t that gives it."""

    many: Floats
    expected: Floats
    share: Floats
    crowd: Floats
    score: Floats
    best: Ints


def _stratum(pairs: Pairs, units: Ints) -> Stratum:
    position = np.full(len(pairs.stratum), -1)
    position[units] = np.arange(len(units))
    unit = position[pairs.unit]
    rows = np.flatnonzero(unit >= 0)
    return Stratum(rows, unit[rows], np.minimum(pairs.visits[rows], MOST_VISITS), len(units))


def _judged(one: Stratum, visits: Ints, least: int) -> Judged:
    """Every unit by the best of its thresholds from `least` on."""
    width = MOST_VISITS + 1
    counts = np.bincount(one.unit * width + visits, minlength=one.units * width)
    histogram = counts.reshape(one.units, width).astype(np.float64)
    crowd = histogram.sum(axis=1)
    # many[u, t]: patients of unit u with at least t visits.
    many = histogram[:, ::-1].cumsum(axis=1)[:, ::-1]
    share = (many.sum(axis=0) - many + 0.5) / (crowd.sum() - crowd + 1)[:, None]
    expected = crowd[:, None] * share
    score = _scores(many, expected)
    best = least + score[:, least:].argmax(axis=1)
    return Judged(many, expected, share, crowd, score[np.arange(one.units), best], best)


def _stand_out(pairs: Pairs, units: Ints) -> list[Dense]:
    """Units of one stratum by the best of their thresholds."""
    one = _stratum(pairs, units)
    judged = _judged(one, one.visits, pairs.least)
    usual = float(one.visits.mean()) if len(one.visits) else 0.0
    found = []
    out = judged.score > FLOOR
    hot = np.flatnonzero(out[one.unit])
    unit, counted, all_rows = one.unit[hot], one.visits[hot], one.rows[hot]
    for u in np.flatnonzero(out).tolist():
        many, expected = judged.many[u], judged.expected[u]
        t = _membership(many, expected, pairs.least, int(judged.best[u]))
        mine = (unit == u) & (counted >= t)
        rows = all_rows[mine]
        found.append(
            Dense(
                unit=int(units[u]),
                least=t,
                score=float(judged.score[u]),
                patients=pairs.person[rows],
                visits=pairs.visits[rows],
                crowd=int(judged.crowd[u]),
                expected=float(expected[t]),
                usual=usual,
                evidence=-np.log(judged.share[u, counted[mine]]),
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
    for units in _peers(pairs):
        one = _stratum(pairs, units)
        for run in scores:
            judged = _judged(one, generator.permutation(one.visits), pairs.least)
            run += judged.score[judged.score > FLOOR].tolist()
    return tail_of(scores)
