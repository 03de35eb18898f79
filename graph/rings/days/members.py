"""Who belongs to a group, given its events and habits: everybody who came often enough is weighed."""

import math

import numpy as np

from graph.rings.days.compiled import compiled, inner
from graph.rings.days.habits import MOST_DOCTORS, attended, fits, number
from graph.rings.days.norms import AN_EVENT, TURN, population, without

#: What a member must show beyond the price of having been chosen: e^-3 strangers for each member.
MARGIN = 3.0
#: Most that one attendance may say for a member.
MEMBER_CAP = 9.0
#: Nobody's own habit is surer than this.
MOST_HABIT = math.log(0.9)


@compiled
def doctors_say(norms, habits):
    """Log ratio of the group's share of each of its doctors to his usual share, for those outside and
    for members; last, of any other doctor. A member's own visit is left out, or every group would look
    loyal to its doctors."""
    said = np.zeros((2, MOST_DOCTORS + 1), dtype=np.float64)
    total = habits.visits_total
    if total < 6:
        return said
    for d in range(MOST_DOCTORS):
        if habits.doctors[d] == -1:
            break
        usual, seen = norms.doctor_share[habits.doctors[d]], habits.visits[d]
        ratio = math.log((seen + 2.0 * usual) / (total + 2.0) / usual)
        said[0, d] = max(-2.0, min(4.0, ratio))
        ratio = math.log((seen - 1 + 2.0 * usual) / (total + 1.0) / usual)
        said[1, d] = max(-2.0, min(4.0, ratio))
    said[:, MOST_DOCTORS] = max(-2.0, math.log(2.0 / (total + 2.0)))
    return said


@inner
def doctor_says(doctors, said, doctor, inside):
    """What the doctor of a visit says."""
    if doctor < 0:
        return 0.0
    for d in range(MOST_DOCTORS):
        if doctors[d] == doctor:
            return said[int(inside), d]
        if doctors[d] == -1:
            break
    return said[0, MOST_DOCTORS]


@compiled
def moments_say(rules, habits):
    """Log ratio of falling outside or into the event's window; nothing where that is not known."""
    said = np.zeros(3, dtype=np.float64)
    if habits.timely > 0.0:
        share = min(0.97, habits.timely)
        said[0] = 0.75 * math.log((1.0 - share) / (1.0 - rules.base))
        said[1] = 0.75 * math.log(share / rules.base)
    return said


@inner
def least_met(price, absent, n_events):
    """To how many events, two at least, somebody must have come to reach the price if each attendance
    said all that it may."""
    met = 2
    while met <= n_events and met * MEMBER_CAP + (n_events - met) * absent < price:
        met += 1
    return met


@inner
def near_often(walk, events, n_events, least, scratch):
    """Who came to so many events, or a day off them: their number, in `scratch.people`. Most of a crowd
    came to fewer, and to count is a tenth of looking each of them up.

    A stamp holds the turn of the clock, the event last seen at and how many so far: one look into
    memory for each appearance.
    """
    base = scratch.clock[0] + TURN
    scratch.clock[0] = base
    n = 0
    for e in range(n_events):
        now = base + (e + 1) * AN_EVENT
        for x in range(walk.opens[events[e] - 1], walk.opens[events[e] + 2]):
            p = walk.who[x]
            stamp = scratch.stamp[p]
            if stamp >= now:
                continue
            met = stamp % AN_EVENT + 1 if stamp >= base else 1
            scratch.stamp[p] = now + met
            if met == least:
                scratch.people[n] = p
                n += 1
    return n


@inner
def joint_at(walk, took, n_events, begin, end):
    """How many of the rows from `begin` to `end` attend an event."""
    joint = 0
    for e in range(n_events):
        joint += begin <= took[e] < end
    return joint


@inner
def weight_of(
    walk,
    rules,
    norms,
    doctors,
    by_doctor,
    by_moment,
    logs,
    n_events,
    middles,
    alone,
    took,
    offs,
    p,
    inside,
):
    """Log ratio of a person's attendance: as a member against by his own habits; `by_doctor` and
    `by_moment` are what the group's `doctors` and the moments say, `logs` those of attendance on the
    day, off it and of absence."""
    exact, off_day, absent = logs
    total, habit = 0.0, 0.0
    begin, end = np.int64(0), np.int64(0)
    for e in range(n_events):
        i = took[e]
        if i < 0:
            total += absent
            continue
        if not begin <= i < end:
            base = walk.cell[i] // walk.stride * walk.stride
            begin, end = i, i + 1
            while begin > walk.first[p] and walk.cell[begin - 1] >= base:
                begin -= 1
            while end < walk.first[p + 1] and walk.cell[end] < base + walk.stride:
                end += 1
            habit = norms.log_number[end - begin - joint_at(walk, took, n_events, begin, end)]
        on = offs[e] == 0
        share = norms.log_share[walk.cell[i]] - (alone[e] if on else 0.0)
        gain = (exact if on else off_day) - min(MOST_HABIT, habit + share)
        gain += doctor_says(doctors, by_doctor, walk.doctor[i], inside)
        # Of moments that nobody knows (-1) the last entry speaks: nothing.
        gain += by_moment[fits(rules, walk.moment[i], middles[e], offs[e])]
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
    absent = math.log(1.0 - habits.attend)
    least = least_met(price, absent, n_events)
    near = np.sort(scratch.people[: near_often(walk, events, n_events, least, scratch)])
    found = np.empty(len(near), dtype=np.int32)
    n = 0
    number(scratch, events, n_events, True)
    by_doctor, by_moment = doctors_say(norms, habits), moments_say(rules, habits)
    logs = (
        math.log(habits.attend * habits.exact),
        math.log(habits.attend * (1.0 - habits.exact) / 2.0),
        absent,
    )
    for p in near:
        met = attended(walk, rules, p, events, n_events, middles, scratch, took, offs)
        if met < least:
            continue
        inside = scratch.inside[p]
        weight = weight_of(
            walk,
            rules,
            norms,
            habits.doctors,
            by_doctor,
            by_moment,
            logs,
            n_events,
            middles,
            alone,
            took,
            offs,
            p,
            inside,
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
