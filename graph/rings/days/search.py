"""All seeds of a walk, most surprising first, refined into groups."""

import numpy as np

from graph.rings.days.compiled import compiled
from graph.rings.days.events import MOST_EVENTS
from graph.rings.days.overlap import upper_tail
from graph.rings.days.refine import ABOUT, refine

MOST_MEMBERS = 4096
MINUTES = 1440
#: Groups of so many events are grown again, so many times.
FEW, REGROWN = 4, 2


@compiled
def belongs(walk, rules, unit, place, x):
    """Whether an appearance is of a unit: a doctor, else one of the hours of the place."""
    if unit < walk.doctors:
        return walk.by[x] == unit
    hour = unit - walk.doctors - place * (MINUTES // rules.slot + 1)
    return walk.when[x] >= 0 and walk.when[x] // rules.slot == hour


@compiled
def people_of_window(walk, rules, unit, place, a, b, scratch):
    """Persons seen at a place, and by the unit unless -1, in both two-day windows, ascending."""
    scratch.clock[0] += 1
    mark = scratch.clock[0]
    base = place * walk.stride
    for x in range(walk.opens[base + a], walk.opens[base + a + 2]):
        if unit < 0 or belongs(walk, rules, unit, place, x):
            scratch.stamp[walk.who[x]] = mark
    n = 0
    for x in range(walk.opens[base + b], walk.opens[base + b + 2]):
        p = walk.who[x]
        if scratch.stamp[p] == mark and (unit < 0 or belongs(walk, rules, unit, place, x)):
            scratch.stamp[p] = mark - 1
            scratch.people[n] = p
            n += 1
    return np.sort(scratch.people[:n])


@compiled
def place_of(walk, rules, opens, row, unit):
    """Where a unit is."""
    if unit < walk.doctors:
        return walk.cell[row[opens[unit]]] // walk.stride
    return (unit - walk.doctors) // (MINUTES // rules.slot + 1)


@compiled
def unexplained(members, near, owner, starts, events):
    """The seed's members whom no accepted group holds on both of its days."""
    rest = np.empty(len(members), dtype=np.int32)
    n = 0
    for p in members:
        group = owner[p]
        early = late = False
        if group > 0:
            for e in range(starts[group - 1], starts[group]):
                early |= abs(events[e] - near[0]) <= 2
                late |= abs(events[e] - near[1]) <= 2
        if not (early and late):
            rest[n] = p
            n += 1
    return rest[:n]


@compiled
def widened(values, needed):
    """The array, doubled until it holds `needed` values."""
    while needed > len(values):
        values = np.concatenate((values, values))
    return values


@compiled
def grow(walk, rules, norms, seeds, means, opens, row, lists, people, scratch, floor):
    """Refine lists of persons, then seeds, in the given order.

    `seeds` has rows (0 place or 1 unit, its number, first day, second day), of which chance expects
    `means` members; list i is
    `people[lists[i]:lists[i + 1]]`. Returns the groups above `floor`, flattened: starts and members
    with their log ratios, starts and events, (score, attend, exact, timely) of each, and how many
    were refined.
    """
    owner = np.zeros(len(walk.first) - 1, dtype=np.int32)
    members_out = np.empty(1024, dtype=np.int32)
    weights_out = np.empty(1024, dtype=np.float32)
    events_out = np.empty(1024, dtype=np.int32)
    habits_out = [(0.0, 0.0, 0.0, 0.0) for _ in range(0)]
    member_starts, event_starts = [np.int64(0)], [np.int64(0)]
    weights = np.empty(MOST_MEMBERS, dtype=np.float32)
    again = np.empty(MOST_MEMBERS, dtype=np.float32)
    near = np.empty(MOST_EVENTS, dtype=np.int32)
    starts = np.zeros(1, dtype=np.int64)
    refined, given = 0, len(lists) - 1
    for s in range(given + len(seeds)):
        n_near = 0
        if s < given:
            seed = people[lists[s] : lists[s + 1]]
        else:
            kind, unit, a, b = seeds[s - given]
            place = unit if kind == 0 else place_of(walk, rules, opens, row, unit)
            seed = people_of_window(walk, rules, unit if kind else -1, place, a, b, scratch)
            near[0], near[1] = place * walk.stride + a, place * walk.stride + b
            # Who remains must still be more than chance brings.
            found = len(seed)
            seed = unexplained(seed, near, owner, starts, events_out)
            if len(seed) < rules.least or (
                len(seed) < found and upper_tail(len(seed), means[s - given]) >= rules.cut
            ):
                continue
            near[2], near[3] = near[0] + 1, near[1] + 1
            n_near = 4
        refined += 1
        members, events, n_events, habits, score = refine(
            walk, rules, norms, seed, near, n_near, scratch, weights
        )
        # Few events may be a part of the group: it grows again from all who are known by now.
        for _ in range(REGROWN):
            if score <= 0.0 or n_events > FEW:
                break
            wider = refine(walk, rules, norms, members, events, n_events, scratch, again)
            if wider[4] <= score:
                break
            members, events, n_events, habits, score = wider
            weights, again = again, weights
        if len(members) == 0 or (score < floor and score != ABOUT):
            continue
        at, to = member_starts[-1], event_starts[-1]
        members_out = widened(members_out, at + len(members))
        weights_out = widened(weights_out, at + len(members))
        events_out = widened(events_out, to + n_events)
        members_out[at : at + len(members)] = members
        weights_out[at : at + len(members)] = weights[: len(members)]
        events_out[to : to + n_events] = events[:n_events]
        member_starts.append(at + len(members))
        event_starts.append(to + n_events)
        starts = np.array(event_starts)
        habits_out.append((score, habits.attend, habits.exact, habits.timely))
        for p in members:
            if owner[p] == 0:
                owner[p] = len(habits_out)
    return (
        np.array(member_starts),
        members_out[: member_starts[-1]],
        weights_out[: member_starts[-1]],
        np.array(event_starts),
        events_out[: event_starts[-1]],
        habits_out,
        refined,
    )
