"""All seeds of a walk, most surprising first, refined into groups."""

import numpy as np

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.events import MOST_EVENTS
from graph.rings.days.norms import TURN
from graph.rings.days.overlap import upper_tail
from graph.rings.days.refine import ABOUT, refine, same

MOST_MEMBERS = 4096
MINUTES = 1440
#: Groups of so many events are grown again, so many times.
FEW, REGROWN = 4, 2


@inner
def belongs(walk, rules, unit, place, x):
    """Whether an appearance is of a unit: a doctor, else one of the hours of the place."""
    if unit < walk.doctors:
        return walk.by[x] == unit
    hour = unit - walk.doctors - place * (MINUTES // rules.slot + 1)
    return walk.when[x] >= 0 and walk.when[x] // rules.slot == hour


@compiled
def people_of_window(walk, rules, unit, place, a, b, scratch):
    """Persons seen at a place, and by the unit unless -1, in both two-day windows, ascending."""
    mark = scratch.clock[0] + TURN
    scratch.clock[0] = mark
    base = place * walk.stride
    for x in range(walk.opens[base + a], walk.opens[base + a + 2]):
        if unit < 0 or belongs(walk, rules, unit, place, x):
            scratch.stamp[walk.who[x]] = mark
    n = 0
    for x in range(walk.opens[base + b], walk.opens[base + b + 2]):
        p = walk.who[x]
        if scratch.stamp[p] == mark and (unit < 0 or belongs(walk, rules, unit, place, x)):
            scratch.stamp[p] = mark + 1
            scratch.people[n] = p
            n += 1
    return np.sort(scratch.people[:n])


@inner
def place_of(walk, rules, opens, row, unit):
    """Where a unit is."""
    if unit < walk.doctors:
        return walk.cell[row[opens[unit]]] // walk.stride
    return (unit - walk.doctors) // (MINUTES // rules.slot + 1)


@inner
def meets_near(group, early, late, closes, events):
    """Whether a group (by number, 0 none) has events near both days."""
    first = second = False
    if group > 0:
        for e in range(closes[group - 1], closes[group]):
            first |= abs(events[e] - early) <= 2
            second |= abs(events[e] - late) <= 2
    return first and second


@compiled
def unexplained(members, near, owner, latest, closes, events):
    """The seed's members whom neither of their groups holds on both of its days."""
    rest = np.empty(len(members), dtype=np.int32)
    n = 0
    for p in members:
        if not (
            meets_near(owner[p], near[0], near[1], closes, events)
            or meets_near(latest[p], near[0], near[1], closes, events)
        ):
            rest[n] = p
            n += 1
    return rest[:n]


@inner
def in_windows(walk, rules, unit, place, a, b, p):
    """Whether a person is seen at a place, and by the unit unless -1, in both two-day windows."""
    base = place * walk.stride
    early = late = False
    for i in range(walk.first[p], walk.first[p + 1]):
        day = walk.cell[i] - base
        if day < a:
            continue
        if day > b + 1:
            break
        if day > a + 1 and day < b:
            continue
        if unit >= 0:
            if unit < walk.doctors:
                if walk.doctor[i] != unit:
                    continue
            else:
                hour = unit - walk.doctors - place * (MINUTES // rules.slot + 1)
                if walk.moment[i] < 0 or walk.moment[i] // rules.slot != hour:
                    continue
        early |= day <= a + 1
        late |= day >= b
    return early and late


@compiled
def held(walk, rules, seed, place, known, owner, latest, opens, members, closes, events):
    """How many in both windows of a seed (unit, first day, second day) belong to groups that meet near
    both: looked up from the groups' side, because most seeds show what is known already.

    `known` are the groups by the cells of their events: the last link at each, and of each link the
    group and the link before.
    """
    unit, a, b = seed
    last, group_of, before = known
    base = place * walk.stride
    count, looked = 0, [np.int64(0) for _ in range(0)]
    for c in range(max(0, base + a - 2), min(len(last), base + a + 3)):
        link = last[c]
        while link > 0:
            group, link = group_of[link], before[link]
            if group in looked:
                continue
            looked.append(group)
            early, late = base + a, base + b
            if not meets_near(group, early, late, closes, events):
                continue
            for m in range(opens[group - 1], opens[group]):
                p = members[m]
                if owner[p] != group and (
                    latest[p] != group or meets_near(owner[p], early, late, closes, events)
                ):
                    continue
                count += in_windows(walk, rules, unit, place, a, b, p)
    return count


@compiled
def widened(values, needed):
    """The array, doubled until it holds `needed` values."""
    while needed > len(values):
        values = np.concatenate((values, values))
    return values


@compiled
def grow(walk, rules, norms, seeds, means, opens, row, lists, people, scratch, floor):
    """Refine lists of persons, then seeds, in the given order.

    `seeds` has rows (0 place or 1 unit, its number, first day, second day, overlap), of which chance
    expects `means`; list i is
    `people[lists[i]:lists[i + 1]]`. Returns the groups above `floor`, flattened: starts and members
    with their log ratios, starts and events, (score, attend, exact, timely) of each, and the number of
    the list, then seed, that each grew from.
    """
    owner = np.zeros(len(walk.first) - 1, dtype=np.int32)
    latest = np.zeros_like(owner)
    members_out = np.empty(1024, dtype=np.int32)
    weights_out = np.empty(1024, dtype=np.float32)
    events_out = np.empty(1024, dtype=np.int32)
    habits_out = np.empty((64, 4), dtype=np.float64)
    origin = np.empty(64, dtype=np.int64)
    starts, closes = np.zeros(64, dtype=np.int64), np.zeros(64, dtype=np.int64)
    last = np.zeros(walk.places * walk.stride if len(seeds) else 0, dtype=np.int32)
    group_of, before = np.zeros(1024, dtype=np.int32), np.zeros(1024, dtype=np.int32)
    weights = np.empty(MOST_MEMBERS, dtype=np.float32)
    again = np.empty(MOST_MEMBERS, dtype=np.float32)
    near = np.empty(MOST_EVENTS, dtype=np.int32)
    n, links, given = 0, 1, len(lists) - 1
    for s in range(given + len(seeds)):
        n_near = 0
        if s < given:
            seed = people[lists[s] : lists[s + 1]]
        else:
            kind, number, a, b, seen = seeds[s - given]
            place = number if kind == 0 else place_of(walk, rules, opens, row, number)
            unit = number if kind else -1
            mean = means[s - given]
            # Who remains must still be more than chance brings.
            known = (last, group_of, before)
            of = held(
                walk,
                rules,
                (unit, a, b),
                place,
                known,
                owner,
                latest,
                starts,
                members_out,
                closes,
                events_out,
            )
            if of > 0 and (seen - of < rules.least or upper_tail(seen - of, mean) >= rules.cut):
                continue
            seed = people_of_window(walk, rules, unit, place, a, b, scratch)
            near[0], near[1] = place * walk.stride + a, place * walk.stride + b
            found = len(seed)
            seed = unexplained(seed, near, owner, latest, closes, events_out)
            if len(seed) < rules.least or (
                len(seed) < found and upper_tail(len(seed), mean) >= rules.cut
            ):
                continue
            near[2], near[3] = near[0] + 1, near[1] + 1
            n_near = 4
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
        known_as = latest[members[0]]
        if known_as > 0 and same(members, members_out[starts[known_as - 1] : starts[known_as]]):
            continue
        at, to = starts[n], closes[n]
        members_out = widened(members_out, at + len(members))
        weights_out = widened(weights_out, at + len(members))
        events_out = widened(events_out, to + n_events)
        members_out[at : at + len(members)] = members
        weights_out[at : at + len(members)] = weights[: len(members)]
        events_out[to : to + n_events] = events[:n_events]
        if n + 2 > len(origin):
            habits_out = np.concatenate((habits_out, habits_out))
        origin, starts = widened(origin, n + 2), widened(starts, n + 2)
        closes = widened(closes, n + 2)
        origin[n] = s
        habits_out[n] = score, habits.attend, habits.exact, habits.timely
        n += 1
        starts[n], closes[n] = at + len(members), to + n_events
        for p in members:
            if owner[p] == 0:
                owner[p] = n
            latest[p] = n
        if len(seeds) == 0:
            continue
        group_of = widened(group_of, links + n_events)
        before = widened(before, links + n_events)
        for e in range(n_events):
            group_of[links], before[links] = n, last[events[e]]
            last[events[e]] = links
            links += 1
    return (
        starts[: n + 1],
        members_out[: starts[n]],
        weights_out[: starts[n]],
        closes[: n + 1],
        events_out[: closes[n]],
        habits_out[:n],
        origin[:n],
    )
