"""From a seed to a group: who belongs and which days are events, by likelihood ratio.

Two explanations compete for every appearance: a member who attends events with probability q, on
the day (w) or a day off (1 - w, either side), against the person's own habit at that place. All
logarithms are natural. Every function leaves the scratch arrays as it found them.
"""

import math

import numpy as np

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.events import MOST_EVENTS, choose, gather, mark
from graph.rings.days.habits import first_habits, measure
from graph.rings.days.members import enrol
from graph.rings.days.norms import population
from graph.rings.days.table import UNKNOWN

ROUNDS = 8
#: How much less a member must show in each round: a seed's few hold too high a bar at first.
SLACK = (5.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
#: Events are chosen because members attended, and the first members because they did: what is
#: measured on them flatters attendance, most of all in the first rounds.
MOST_ATTEND = (0.5, 0.55, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8)
#: While few events are known, one in so many of a member's other visits is taken for his own.
OWN = (3, 2, 1, 1, 1, 1, 1, 1)
#: An event is kept above this, in the first round and later.
FIRST_LEAST, EVENT_LEAST = 5.0, 7.0
#: Members who come neither at the same time nor on the same day share a habit, not an appointment:
#: the search ends, with this for a score, so that other seeds of the same people end sooner.
SCATTERED, SCATTERED_DAYS, ABOUT = 0.6, 0.85, -1.0


@compiled
def same(a, b):
    """Whether two ascending lists are equal."""
    if len(a) != len(b):
        return False
    for i in range(len(a)):  # noqa: SIM110 - kernels know no generators
        if a[i] != b[i]:
            return False
    return True


@inner
def score_of(walk, norms, weights, n, events, n_events):
    """G: what the members' attendance says, less the price of having chosen members, days, places."""
    total = 0.0
    among = population(walk, norms, events, n_events)
    for m in range(n):
        total += weights[m] - max(0.0, math.log(among / n))
    places = 0
    for e in range(n_events):
        fresh = True
        for f in range(e):
            if events[f] // walk.stride == events[e] // walk.stride:
                fresh = False
        places += fresh
    days = max(2.0, float(walk.stride - 2))
    return total - n_events * math.log(days) - places * math.log(max(walk.places, 2))


@compiled
def refine(walk, rules, norms, members, near, n_near, scratch, weights):
    """Members, events, habits and score of what a seed grows into; no members when it dies."""
    nobody = np.empty(0, dtype=np.int32)
    events = near.copy()
    n_events = n_near
    habits = first_habits()
    middles = np.full(MOST_EVENTS, UNKNOWN, dtype=np.int16)
    chosen = np.empty(MOST_EVENTS, dtype=np.int32)
    for turn in range(ROUNDS):
        mark(scratch, events, n_events, 1)
        touched = gather(walk, norms, members, habits.attend, habits.exact, OWN[turn], scratch)
        mark(scratch, events, n_events, 0)
        # A seed is but a few of the group: its first events need not bring all of them.
        present = max(2, rules.least_present - 1) if turn == 0 else rules.least_present
        worthy = FIRST_LEAST if turn == 0 else EVENT_LEAST
        n_chosen = choose(
            walk,
            norms,
            members,
            habits.attend,
            touched,
            present,
            worthy,
            scratch,
            chosen,
        )
        if n_chosen < rules.least_events:
            return nobody, events, 0, habits, 0.0
        settled = turn > 2 and same(chosen[:n_chosen], events[:n_events])
        events, chosen = chosen, events
        n_events = n_chosen
        # Members are who came twice: of two events that is all of them, whatever their habit.
        most = min(MOST_ATTEND[turn], 0.4 + 0.1 * n_events)
        habits = measure(walk, rules, members, events, n_events, middles, most, scratch)
        people = enrol(
            walk,
            rules,
            norms,
            members,
            habits,
            events,
            n_events,
            middles,
            SLACK[turn],
            scratch,
            weights,
        )
        if len(people) < 4 or len(people) > len(weights):
            return nobody, events, 0, habits, 0.0
        scattered = 0.0 < habits.timely < SCATTERED and habits.exact < SCATTERED_DAYS
        if turn > 0 and scattered and rules.together:
            return people, events, n_events, habits, ABOUT
        if settled and same(people, members):
            break
        members = people
    score = score_of(walk, norms, weights, len(members), events, n_events)
    return members, events, n_events, habits, score
