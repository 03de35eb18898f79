"""Who belongs to a group, given its events and habits: everybody who came near twice is weighed."""

import math

import numpy as np

from graph.rings.days.compiled import compiled
from graph.rings.days.habits import MOST_DOCTORS, attended, fits, number
from graph.rings.days.norms import population, without

#: What a member must show beyond the price of having been chosen: e^-3 strangers for each member.
MARGIN = 3.0
#: Most that one attendance may say for a member.
MEMBER_CAP = 9.0


@compiled
def doctor_says(norms, habits, doctor, inside):
    """Log ratio of the group's share of a doctor to his usual share; a member's own visit is left
    out, or every group would look loyal to its doctors."""
    if doctor < 0 or habits.visits_total < 6:
        return 0.0
    usual = norms.doctor_share[doctor]
    seen = 0.0
    for d in range(MOST_DOCTORS):
        if habits.doctors[d] == doctor:
            seen = habits.visits[d]
            break
        if habits.doctors[d] == -1:
            break
    total = habits.visits_total
    if inside and seen > 0:
        seen -= 1
        total -= 1
    ratio = math.log((seen + 2.0 * usual) / (total + 2.0) / usual)
    return max(-2.0, min(4.0, ratio))


@compiled
def moment_says(rules, habits, fit):
    """Log ratio of falling into the event's window."""
    if fit < 0 or habits.timely <= 0.0:
        return 0.0
    share = min(0.97, habits.timely)
    if fit == 1:
        return 0.75 * math.log(share / rules.base)
    return 0.75 * math.log((1.0 - share) / (1.0 - rules.base))


@compiled
def near_twice(walk, events, n_events, scratch):
    """Who came to two events at least, or a day off them: their number, in `scratch.people`."""
    touched = 0
    for e in range(n_events):
        scratch.clock[0] += 1
        for c in range(events[e] - 1, events[e] + 2):
            for x in range(walk.opens[c], walk.opens[c + 1]):
                p = walk.who[x]
                if scratch.stamp[p] != scratch.clock[0]:
                    scratch.stamp[p] = scratch.clock[0]
                    if scratch.met[p] == 0:
                        scratch.people[touched] = p
                        touched += 1
                    scratch.met[p] += 1
    n = 0
    for t in range(touched):
        p = scratch.people[t]
        if scratch.met[p] >= 2:
            scratch.people[n] = p
            n += 1
        scratch.met[p] = 0
    return n


@compiled
def joint_at(walk, took, n_events, begin, end):
    """How many of the rows from `begin` to `end` attend an event."""
    joint = 0
    for e in range(n_events):
        joint += begin <= took[e] < end
    return joint


@compiled
def weight_of(walk, rules, norms, habits, n_events, middles, alone, took, offs, p, inside):
    """Log ratio of a person's attendance: as a member against by his own habits."""
    exact = math.log(habits.attend * habits.exact)
    off_day = math.log(habits.attend * (1.0 - habits.exact) / 2.0)
    absent, most = math.log(1.0 - habits.attend), math.log(0.9)
    total = 0.0
    for e in range(n_events):
        i = took[e]
        if i < 0:
            total += absent
            continue
        place = walk.cell[i] // walk.stride
        begin, end = i, i + 1
        while begin > walk.first[p] and walk.cell[begin - 1] // walk.stride == place:
            begin -= 1
        while end < walk.first[p + 1] and walk.cell[end] // walk.stride == place:
            end += 1
        habit = norms.log_number[end - begin - joint_at(walk, took, n_events, begin, end)]
        on = offs[e] == 0
        share = norms.log_share[walk.cell[i]] - (alone[e] if on else 0.0)
        gain = (exact if on else off_day) - min(most, habit + share)
        gain += doctor_says(norms, habits, walk.doctor[i], inside)
        gain += moment_says(rules, habits, fits(rules, walk.moment[i], middles[e], offs[e]))
        total += min(MEMBER_CAP, gain)
    return total


@compiled
def enrol(
    walk,
    rules,
    norms,
    members,
    habits,
    events,
    n_events,
    middles,
    slack,
    scratch,
    weights,
):
    """Who belongs, given events and habits: persons ascending; `weights` gets their log ratios.
    `slack` lowers the price of a member while few are known."""
    for p in members:
        scratch.inside[p] = True
    among = population(walk, norms, events, n_events)
    price = max(0.0, math.log(among / max(len(members), 4))) + MARGIN - slack
    alone = np.empty(n_events, np.float64)
    for e in range(n_events):
        alone[e] = without(walk, norms, events[e], habits.there[e])
    took = np.empty(n_events, np.int64)
    offs = np.zeros(n_events, np.int8)
    near = np.sort(scratch.people[: near_twice(walk, events, n_events, scratch)])
    found = np.empty(len(near), dtype=np.int32)
    n = 0
    number(scratch, events, n_events, True)
    for p in near:
        if attended(walk, rules, p, n_events, middles, scratch, took, offs) < 2:
            continue
        inside = scratch.inside[p]
        weight = weight_of(
            walk, rules, norms, habits, n_events, middles, alone, took, offs, p, inside
        )
        if weight >= price:
            found[n] = p
            if n < len(weights):
                weights[n] = weight
            n += 1
    number(scratch, events, n_events, False)
    for p in members:
        scratch.inside[p] = False
    return found[:n]
