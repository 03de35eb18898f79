"""How surprising a group is, after paying for having been allowed to choose it."""

import math
from collections.abc import Mapping

import numpy as np

from graph.rings.reference.model import Bools, Events, Floats, Group, Ints

#: A group whose surprise does not exceed the price of choosing it is chance.
LEAST = 2.0


def attendance(events: Events, members: Ints, cells: Ints) -> Bools:
    """Members × cells (each once): who was there."""
    came = np.zeros((len(members), len(cells)), dtype=np.bool_)
    column = np.full(len(events.unit), -1)
    column[cells] = np.arange(len(cells))
    for row, member in enumerate(members.tolist()):
        there = column[events.cells_of[member]]
        came[row, there[there >= 0]] = True
    return came


def chance_of(events: Events, members: Ints, cells: Ints, came: Bools) -> Floats:
    """Members × cells: the chance that a member's own habits bring him into the cell.

    (his visits at the unit outside `cells` + ½) × the cell's share of the unit's visits. The group's
    own joint visits are left out on both sides, because they are what is to be explained.
    """
    units, unit = len(events.units), events.unit[cells]
    joint = np.stack([np.bincount(unit[row], minlength=units) for row in came])
    habit = np.stack(
        [np.bincount(events.unit[events.cells_of[m]], minlength=units) for m in members.tolist()]
    )
    crowd = events.crowd[cells] - came.sum(axis=0)
    total = events.total[unit] - joint.sum(axis=0)[unit]
    share = (crowd + 0.5) / (total + 1)
    return np.asarray(np.minimum(((habit - joint)[:, unit] + 0.5) * share, 0.9), dtype=np.float64)


def score_of(events: Events, members: frozenset[int], cells: Mapping[int, int]) -> Group | None:
    """Score = Σ_members [log₁₀ likelihood ratio − log₁₀(N/n)] − E·log₁₀(days): the evidence that
    these people attend together rather than by habit, less the price of having chosen the members
    among N people and the E cells among the days. None for a group that chance explains.
    """
    chosen = np.asarray(sorted(cells), dtype=np.int64)
    people = np.asarray(sorted(members), dtype=np.int64)
    came = attendance(events, people, chosen)
    chance = chance_of(events, people, chosen, came)
    attend = min(0.98, float(came.mean()))
    ratio = np.where(came, attend / chance, (1 - attend) / (1 - chance))
    size, population = len(people), max(events.population, len(people))
    days = max(2, events.active_days)
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
        evidence=tuple(round(x, 2) for x in np.log(ratio).sum(axis=1).tolist()),
        attended=tuple(came.sum(axis=0).tolist()),
        by_habit=tuple(round(x, 4) for x in chance.sum(axis=0).tolist()),
    )
