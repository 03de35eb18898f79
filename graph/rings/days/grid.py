"""Members × events of a group, and what habit alone would bring of them."""

import math

import numpy as np

from graph.rings.days.compiled import compiled

#: In a grid: not there.
ABSENT = 9


@compiled
def grid(walk, members, events):
    """Members × events: 0 on the day, -1 or 1 a day off, `ABSENT` otherwise."""
    came = np.full((len(members), len(events)), ABSENT, dtype=np.int8)
    for m in range(len(members)):
        for i in range(walk.first[members[m]], walk.first[members[m] + 1]):
            for e in range(len(events)):
                off = walk.cell[i] - events[e]
                if -1 <= off <= 1 and abs(off) <= abs(came[m, e]):
                    came[m, e] = off
    return came


@compiled
def by_habit(walk, norms, members, events, came):
    """For each event, how many of the members their own habits alone would bring (± a day)."""
    expected = np.zeros(len(events), dtype=np.float64)
    for m in range(len(members)):
        for e in range(len(events)):
            place = events[e] // walk.stride
            visits, joint = 0, 0
            for i in range(walk.first[members[m]], walk.first[members[m] + 1]):
                visits += walk.cell[i] // walk.stride == place
            for f in range(len(events)):
                joint += came[m, f] and events[f] // walk.stride == place
            share = 0.0
            for off in range(-1, 2):
                share += math.exp(norms.log_share[events[e] + off])
            expected[e] += min(0.9, (max(visits - joint, 0) + 0.5) * share)
    return expected


@compiled
def seen_and_expected(walk, norms, opens, members, closes, events):
    """For every event of every group (members `members[opens[g]:opens[g + 1]]`, events
    `events[closes[g]:closes[g + 1]]`) how many of the members came (± a day), and how many their own
    habits alone would bring: at once, because to hand the walk over costs more than to count a group."""
    seen = np.zeros(len(events), dtype=np.int64)
    expected = np.zeros(len(events), dtype=np.float64)
    for g in range(len(opens) - 1):
        who, at = members[opens[g] : opens[g + 1]], events[closes[g] : closes[g + 1]]
        came = grid(walk, who, at)
        habit = by_habit(walk, norms, who, at, came)
        for e in range(len(at)):
            expected[closes[g] + e] = habit[e]
            for m in range(len(who)):
                seen[closes[g] + e] += came[m, e] < ABSENT
    return seen, expected
