"""How surprising a group is, after paying for having been allowed to choose it."""

import math
from collections.abc import Mapping

import numpy as np

from graph.rings.model import Events, Floats, Group, Ints

#: A group whose surprise does not exceed the price of choosing it is chance.
LEAST = 2.0


def chance_of(events: Events, members: Ints, cells: Ints) -> Floats:
    """Members × cells: the chance that a member's own habits bring him into the cell.

    (his visits at the unit outside `cells` + ½) × the cell's share of the unit's visits. The group's
    own joint visits are left out on both sides, because they are what is to be explained.
    """
    mine = np.isin(events.patient, members)
    joint = np.isin(events.cell, cells)
    unit_of_event = events.unit[events.cell]
    units = len(events.units)
    habit = np.zeros((len(members), units))
    elsewhere = mine & ~joint
    row = np.searchsorted(members, events.patient[elsewhere])
    np.add.at(habit, (row, unit_of_event[elsewhere]), 1)
    others = ~(mine & joint)
    total = np.bincount(unit_of_event[others], minlength=units).astype(np.float64)
    crowd = np.bincount(events.cell[others], minlength=len(events.unit)).astype(np.float64)
    unit = events.unit[cells]
    share = (crowd[cells] + 0.5) / (total[unit] + 1)
    return np.asarray(np.minimum((habit[:, unit] + 0.5) * share, 0.9))


def expected_crowd(events: Events, members: frozenset[int], cells: list[int]) -> Floats:
    """How many of `members` chance brings into each of `cells`."""
    people = np.asarray(sorted(members), dtype=np.int64)
    return np.asarray(chance_of(events, people, np.asarray(cells, dtype=np.int64)).sum(axis=0))


def score_of(events: Events, members: frozenset[int], cells: Mapping[int, int]) -> Group | None:
    """Score = Σ_members [log₁₀ likelihood ratio − log₁₀(N/n)] − E·log₁₀(days): the evidence that
    these people attend together rather than by habit, less the price of having chosen the members
    among N people and the E cells among the days. None for a group that chance explains.
    """
    chosen = np.asarray(sorted(cells), dtype=np.int64)
    people = np.asarray(sorted(members), dtype=np.int64)
    chance = chance_of(events, people, chosen)
    came = np.zeros(chance.shape, dtype=np.bool_)
    there = np.isin(events.patient, people) & np.isin(events.cell, chosen)
    came[
        np.searchsorted(people, events.patient[there]), np.searchsorted(chosen, events.cell[there])
    ] = True
    attend = min(0.98, float(came.mean()))
    ratio = np.where(came, attend / chance, (1 - attend) / (1 - chance))
    size, population = len(people), max(len(events.patients), len(people))
    days = max(2, len(np.unique(events.day)))
    price = len(chosen) * math.log10(days) + size * math.log10(population / size)
    score = float(np.log10(ratio).sum()) - price
    if score < LEAST:
        return None
    return Group(
        channel=events.channel,
        members=tuple(people.tolist()),
        cells=tuple(chosen.tolist()),
        score=round(score, 2),
        expected=round(float(chance.sum()), 3),
        seen=int(came.sum()),
    )
