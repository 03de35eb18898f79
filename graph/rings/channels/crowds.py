"""Units (a doctor, an institution) that far more people come to again and again than to their peers.

The peers say what is usual, and by how much they differ from one another; exchanging everybody's
number of visits among the peers says what chance would make of it.
"""

from dataclasses import dataclass, replace

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
    found: list[Dense] = []
    for stratum in np.unique(pairs.stratum).tolist():
        units = np.flatnonzero(pairs.stratum == stratum)
        if len(units) < LEAST_PEERS:
            continue
        found += _stand_out(pairs, units)
    return sorted(found, key=lambda dense: (-dense.score, dense.unit))


def _stand_out(pairs: Pairs, units: Ints) -> list[Dense]:
    """Units of one stratum by the best of their thresholds."""
    position = np.full(len(pairs.stratum), -1)
    position[units] = np.arange(len(units))
    ours = np.flatnonzero(position[pairs.unit] >= 0)
    unit, visits = position[pairs.unit[ours]], np.minimum(pairs.visits[ours], MOST_VISITS)
    histogram = np.zeros((len(units), MOST_VISITS + 1))
    np.add.at(histogram, (unit, visits), 1)
    crowd = histogram.sum(axis=1)
    # many[u, t]: patients of unit u with at least t visits.
    many = histogram[:, ::-1].cumsum(axis=1)[:, ::-1]
    share = (many.sum(axis=0) - many + 0.5) / (crowd.sum() - crowd + 1)[:, None]
    expected = crowd[:, None] * share
    score = _scores(many, expected)
    best = pairs.least + score[:, pairs.least :].argmax(axis=1)
    usual = float(visits.mean()) if len(visits) else 0.0
    found = []
    for u in np.flatnonzero(score[np.arange(len(units)), best] > FLOOR).tolist():
        t = _membership(many[u], expected[u], pairs.least, int(best[u]))
        rows = ours[(unit == u) & (visits >= t)]
        tail = share[u, np.minimum(pairs.visits[rows], MOST_VISITS)]
        found.append(
            Dense(
                unit=int(units[u]),
                least=t,
                score=float(score[u, best[u]]),
                patients=pairs.person[rows],
                visits=pairs.visits[rows],
                crowd=int(crowd[u]),
                expected=float(expected[u, t]),
                usual=usual,
                evidence=-np.log(tail),
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
    order = np.argsort(pairs.stratum[pairs.unit], kind="stable")
    scores: list[list[float]] = []
    for _ in range(setting.runs):
        mixed = np.lexsort((generator.random(len(order)), pairs.stratum[pairs.unit]))
        visits = pairs.visits.copy()
        visits[order] = pairs.visits[mixed]
        shuffled = replace(pairs, visits=visits)
        scores.append([dense.score for dense in dense_units(shuffled)])
    return tail_of(scores)
