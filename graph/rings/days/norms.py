"""What is usual at each place and day, and the work space of kernels."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.overlap import day_shares
from graph.rings.days.table import Walk

#: No day is rarer than this share of a place's visits.
LEAST_SHARE = 0.15 / 365.0
#: What a stamp holds, the clock's turns first: so many to a turn, so many to each event of a turn.
TURN, AN_EVENT = 1 << 16, 1 << 8


class Rules(NamedTuple):
    """What differs between channels. `window` is minutes of the day (days of discharge for stays);
    `base` is the share of unrelated visits that fall within it; `together` whether members must come
    at the same time or on the same day, rather than about then; `least` the overlap of a seed, `cut` its
    p; `slot` the minutes of an hour that is a unit."""

    least_events: int
    least_present: int
    window: int
    base: float
    stays: bool
    together: bool
    least: int
    cut: float
    slot: int


class Norms(NamedTuple):
    """What is usual: log share of each day at its place, log of habits, doctors' shares, and how many
    persons each place knows."""

    log_share: NDArray[np.float32]
    log_number: NDArray[np.float32]
    doctor_share: NDArray[np.float32]
    persons: NDArray[np.int64]


class Scratch(NamedTuple):
    """Zeroed work space by cell and by person, and lists of what was touched."""

    gain: NDArray[np.float32]
    counted: NDArray[np.int16]
    there: NDArray[np.int16]
    near: NDArray[np.int8]
    event: NDArray[np.int8]
    stamp: NDArray[np.int64]
    inside: NDArray[np.bool_]
    cells: NDArray[np.int32]
    people: NDArray[np.int32]
    clock: NDArray[np.int64]


@compiled
def norms_of(walk):
    """Norms of a walk."""
    days = walk.stride - 2
    cells = walk.places * walk.stride
    log_share = np.zeros(cells, dtype=np.float32)
    crowd = np.zeros(walk.stride, dtype=np.int64)
    for place in range(walk.places):
        base = place * walk.stride
        for d in range(walk.stride):
            crowd[d] = walk.opens[base + d + 1] - walk.opens[base + d]
        share = day_shares(crowd, days)
        for d in range(walk.stride):
            log_share[base + d] = math.log(max(share[d], LEAST_SHARE))
    log_number = np.log(np.arange(4096) + 0.5).astype(np.float32)
    seen = np.zeros(max(walk.doctors, 1), dtype=np.float64)
    home = np.zeros(max(walk.doctors, 1), dtype=np.int64)
    total = np.zeros(walk.places, dtype=np.float64)
    for i in range(len(walk.cell)):
        place = walk.cell[i] // walk.stride
        total[place] += 1
        if walk.doctor[i] >= 0:
            seen[walk.doctor[i]] += 1
            home[walk.doctor[i]] = place
    share = np.zeros(max(walk.doctors, 1), dtype=np.float32)
    for d in range(walk.doctors):
        share[d] = min(1.0, max(seen[d] / max(total[home[d]], 1.0), 1e-4))
    persons = np.zeros(walk.places, dtype=np.int64)
    for p in range(len(walk.first) - 1):
        last = -1
        for i in range(walk.first[p], walk.first[p + 1]):
            place = walk.cell[i] // walk.stride
            persons[place] += place != last
            last = place
    return Norms(log_share, log_number, share, persons)


@inner
def without(walk, norms, cell, present):
    """Log ratio of a day's share of its place's visits to what it is but for `present` members: a
    group's own visits must not make it look expected. Nothing where a crowd comes.

    Half a visit on every day is added, so that a place that few know has no certain days.
    """
    place = cell // walk.stride
    total = walk.opens[(place + 1) * walk.stride] - walk.opens[place * walk.stride]
    others = max(0, walk.opens[cell + 1] - walk.opens[cell] - present)
    share = max((others + 0.5) / (total + 0.5 * (walk.stride - 2)), LEAST_SHARE)
    return max(0.0, norms.log_share[cell] - math.log(share))


@inner
def population(walk, norms, events, n_events):
    """Persons whom the events' places know: those among whom members are chosen."""
    total = 0.0
    for e in range(n_events):
        fresh = True
        for f in range(e):
            if events[f] // walk.stride == events[e] // walk.stride:
                fresh = False
        if fresh:
            total += norms.persons[events[e] // walk.stride]
    return max(total, 4.0)


def scratch_for(walk: Walk) -> Scratch:
    """Work space for kernels over `walk`; one for each shard."""
    cells, persons = walk.places * walk.stride + 2, len(walk.first) - 1
    return Scratch(
        np.zeros(cells, np.float32),
        np.zeros(cells, np.int16),
        np.zeros(cells, np.int16),
        np.zeros(cells, np.int8),
        np.zeros(cells, np.int8),
        np.zeros(persons, np.int64),
        np.zeros(persons, np.bool_),
        np.zeros(cells, np.int32),
        np.zeros(persons, np.int32),
        np.zeros(1, np.int64),
    )
