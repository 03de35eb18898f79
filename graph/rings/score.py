"""How surprising a group is, after paying for having been allowed to choose it."""

import math
from collections.abc import Mapping

import numpy as np
from scipy.stats import poisson

from graph.rings.model import Events, Floats, Group

#: A group whose surprise does not exceed the price of choosing it is chance.
LEAST = 2.0


def expected_crowd(events: Events, members: frozenset[int], cells: list[int]) -> Floats:
    """How many of `members` their own habits bring into each cell by chance.

    Σ_m (visits of m at the unit outside `cells` + ½) × the cell's share of the unit's visits. The
    joint visits are left out, because they are what is to be explained; the share is capped at
    four average days, so that a ring that is its unit's whole activity does not hide itself.
    """
    people = np.asarray(sorted(members), dtype=np.int64)
    chosen = np.asarray(cells, dtype=np.int64)
    mine = np.isin(events.patient, people)
    elsewhere = mine & ~np.isin(events.cell, chosen)
    units = len(events.units)
    unit_of_event = events.unit[events.cell]
    habit = np.bincount(unit_of_event[elsewhere], minlength=units) + 0.5 * len(people)
    total = np.bincount(unit_of_event, minlength=units).astype(np.float64)
    crowd = np.bincount(events.cell, minlength=len(events.unit)).astype(np.float64)
    active = np.bincount(events.unit, minlength=units).astype(np.float64)
    unit = events.unit[chosen]
    share = crowd[chosen] / np.maximum(total[unit], 1)
    return np.asarray(habit[unit] * np.minimum(share, 4 / np.maximum(active[unit], 120)))


def score_of(events: Events, members: frozenset[int], cells: Mapping[int, int]) -> Group | None:
    """Score = Σ_cells −log₁₀ P(at least so many) − price of the days and of the members chosen.

    None for a group that chance explains.
    """
    chosen = sorted(cells)
    expected = expected_crowd(events, members, chosen)
    seen = np.asarray([cells[cell] for cell in chosen])
    tails = np.maximum(poisson.sf(seen - 1, np.maximum(expected, 1e-6)), 1e-300)
    surprise = float(-np.log10(tails).sum())
    size, population = len(members), max(len(events.patients), len(members))
    days = max(2, len(np.unique(events.day)))
    price = len(chosen) * math.log10(days) + size * math.log10(population / size)
    score = surprise - price
    if score < LEAST:
        return None
    return Group(
        channel=events.channel,
        members=tuple(sorted(members)),
        cells=tuple(chosen),
        score=round(score, 2),
        expected=round(float(expected.sum()), 3),
        seen=int(seen.sum()),
    )
