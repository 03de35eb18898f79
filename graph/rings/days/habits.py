"""How a group behaves at its events: attendance, punctuality, times of day, doctors."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.table import UNKNOWN

MOST_DOCTORS = 16


@inner
def fits(rules, moment, middle, off):
    """Whether a moment lies within the window of an event's: 1 yes, 0 no, -1 unknown."""
    if moment == UNKNOWN or middle == UNKNOWN:
        return -1
    if rules.stays:
        # The same discharge: who came a day late stayed a day less.
        return 1 if abs(moment + off - middle) <= rules.window else 0
    if off != 0:
        return -1
    return 1 if abs(moment - middle) <= rules.window else 0


@inner
def number(scratch, events, n_events, on):
    """Note, or forget, which event each cell is of, or a day off: events lie too far apart to share
    one."""
    for e in range(n_events):
        for off in range(-1, 2):
            scratch.event[events[e] + off] = e + 1 if on else 0


@inner
def attended(walk, rules, p, events, n_events, middles, scratch, took, offs):
    """Which of a person's rows attends each event (`took`, -1 none) and how many days off: the nearest,
    of two as near the earlier. A stay that ends on another day is another stay. Returns how many."""
    for e in range(n_events):
        took[e] = -1
    met = 0
    for i in range(walk.first[p], walk.first[p + 1]):
        e = scratch.event[walk.cell[i]] - 1
        if e < 0:
            continue
        off = walk.cell[i] - events[e]
        if took[e] >= 0 and abs(offs[e]) <= abs(off):
            continue
        if rules.stays and fits(rules, walk.moment[i], middles[e], off) == 0:
            continue
        met += took[e] < 0
        took[e] = i
        offs[e] = off
    return met


class Habits(NamedTuple):
    """How a group behaves: attendance, on the day, within the window; its doctors; and how many are
    there on the day of each event."""

    attend: float
    exact: float
    timely: float
    doctors: NDArray[np.int32]
    visits: NDArray[np.float32]
    visits_total: float
    there: NDArray[np.int32]


@compiled
def first_habits():
    """Before anything is known."""
    return Habits(
        0.5,
        0.75,
        0.0,
        np.full(MOST_DOCTORS, -1, np.int32),
        np.zeros(MOST_DOCTORS, np.float32),
        0.0,
        np.zeros(0, np.int32),
    )


@compiled
def centres(walk, members, events, n_events, middles, scratch):
    """Median moment of the members present on the day of each event (for stays: of days of stay)."""
    moments = np.empty((n_events, len(members)), dtype=np.int16)
    known = np.zeros(n_events, dtype=np.int64)
    for p in members:
        for i in range(walk.first[p], walk.first[p + 1]):
            e = scratch.event[walk.cell[i]] - 1
            if e < 0 or walk.cell[i] != events[e]:
                continue
            if walk.moment[i] != UNKNOWN and known[e] < len(members):
                moments[e, known[e]] = walk.moment[i]
                known[e] += 1
    for e in range(n_events):
        moments[e, : known[e]].sort()
        middles[e] = moments[e, known[e] // 2] if known[e] else UNKNOWN


@compiled
def measure(walk, rules, members, events, n_events, middles, most, scratch):
    """The habits that the members show at the events; at most `most` of attendance is believed."""
    doctors = np.full(MOST_DOCTORS, -1, np.int32)
    visits = np.zeros(MOST_DOCTORS, np.float32)
    there = np.zeros(n_events, np.int32)
    judged = np.zeros(n_events, np.int32)
    took = np.empty(n_events, np.int64)
    offs = np.zeros(n_events, np.int8)
    came, exact, known, timely, total = 0, 0, 0.0, 0.0, 0.0
    number(scratch, events, n_events, True)
    centres(walk, members, events, n_events, middles, scratch)
    for p in members:
        came += attended(walk, rules, p, events, n_events, middles, scratch, took, offs)
        for e in range(n_events):
            i = took[e]
            if i < 0:
                continue
            exact += offs[e] == 0
            there[e] += offs[e] == 0
            fit = fits(rules, walk.moment[i], middles[e], offs[e])
            if fit >= 0:
                judged[e] += 1
                timely += fit
            if walk.doctor[i] >= 0:
                total += 1
                for d in range(MOST_DOCTORS):
                    if doctors[d] == -1:
                        doctors[d] = walk.doctor[i]
                    if doctors[d] == walk.doctor[i]:
                        visits[d] += 1
                        break
    number(scratch, events, n_events, False)
    for e in range(n_events):
        # The middle is one of them: it says nothing of the others.
        known += max(0, judged[e] - 1)
        timely -= judged[e] > 0
    attend = min(most, max(0.3, came / max(1, len(members) * n_events)))
    on_day = min(0.97, max(0.6, exact / max(1, came)))
    share = (timely + 1.0) / (known + 2.0) if known > 0 else 0.0
    return Habits(attend, on_day, share, doctors, visits, total, there)
