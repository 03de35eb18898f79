"""Which days are events of a group, by what its members' appearances say for each."""

import math

import numpy as np

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.norms import without
from graph.rings.days.overlap import APART

#: Most that one attendance may say for an event.
EVENT_CAP = 6.0
MOST_EVENTS = 64


@inner
def note(scratch, cell, gain, there, touched):
    """Count a member at a cell, or a day off it; returns how many cells were touched."""
    if scratch.counted[cell] == 0:
        scratch.cells[touched] = cell
        touched += 1
    scratch.counted[cell] += 1
    scratch.there[cell] += there
    scratch.gain[cell] += gain
    return touched


@inner
def gather(walk, norms, members, q, w, own_share, scratch):
    """Add up what each day around the members' appearances says; returns cells touched.

    A member counts once for a day: on it if he was there, else for the day before or after. One in
    `own_share` of his visits that are at no event yet is taken for his own habit.
    """
    exact, off = math.log(q * w), math.log(q * (1.0 - w) / 2.0)
    most = math.log(0.9)
    touched = 0
    for p in members:
        i, end = walk.first[p], walk.first[p + 1]
        while i < end:
            place = walk.cell[i] // walk.stride
            j = i
            joint = 0
            while j < end and walk.cell[j] // walk.stride == place:
                joint += scratch.near[walk.cell[j]]
                j += 1
            habit = norms.log_number[max(j - i - joint, 0) // own_share]
            for k in range(i, j):
                c = walk.cell[k]
                own = min(most, habit + norms.log_share[c])
                touched = note(scratch, c, min(EVENT_CAP, exact - own), 1, touched)
                beside = min(EVENT_CAP, off - own)
                if not (k + 1 < j and walk.cell[k + 1] == c + 1):
                    touched = note(scratch, c + 1, beside, 0, touched)
                if not (k > i and walk.cell[k - 1] >= c - 2):
                    touched = note(scratch, c - 1, beside, 0, touched)
            i = j
    return touched


@compiled
def choose(walk, norms, members, q, touched, present, worthy, scratch, events):
    """The days that stand as events, best first, at least three days apart at a place."""
    absent = math.log(1.0 - q)
    n = len(members)
    cells = np.empty(touched, dtype=np.int32)
    worth = np.empty(touched, dtype=np.float64)
    found = 0
    for t in range(touched):
        c = scratch.cells[t]
        k = scratch.counted[c]
        if k >= present:
            there = scratch.there[c]
            value = scratch.gain[c] + (n - k) * absent + there * without(walk, norms, c, there)
            if value > worthy:
                cells[found] = c
                worth[found] = value
                found += 1
        scratch.counted[c] = 0
        scratch.there[c] = 0
        scratch.gain[c] = 0.0
    # Ties go to the earlier cell, whatever the order of members.
    by_cell = np.argsort(cells[:found])
    order = by_cell[np.argsort(-worth[:found][by_cell], kind="mergesort")]
    chosen = 0
    for x in order:
        c = cells[x]
        day = c % walk.stride
        if day == 0 or day == walk.stride - 1:
            continue
        apart = True
        for e in range(chosen):
            if abs(events[e] - c) < APART and events[e] // walk.stride == c // walk.stride:
                apart = False
                break
        if apart:
            events[chosen] = c
            chosen += 1
            if chosen == MOST_EVENTS:
                break
    return chosen


@inner
def mark(scratch, events, n, value):
    """Set or clear the neighbourhood of events."""
    for e in range(n):
        for off in range(-1, 2):
            scratch.near[events[e] + off] = value
