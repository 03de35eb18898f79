"""Who belongs to a group, given its events: habits are measured, then everybody near is weighed."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.compiled import compiled
from graph.rings.days.norms import population, without
from graph.rings.days.table import UNKNOWN

#: What a member must show beyond the price of having been chosen: e^-3 strangers for each member.
MARGIN = 3.0
#: Most that one attendance may say for a member.
MEMBER_CAP = 9.0
MOST_DOCTORS = 16


@compiled
def centre(walk, rules, cell, inside):
    """Median moment of the members present on the day itself (for stays: of days of stay)."""
    moments = np.empty(walk.opens[cell + 1] - walk.opens[cell], dtype=np.int16)
    n = 0
    for x in range(walk.opens[cell], walk.opens[cell + 1]):
        if inside[walk.who[x]] and walk.when[x] != UNKNOWN:
            moments[n] = walk.when[x]
            n += 1
    if n == 0:
        return UNKNOWN
    return np.sort(moments[:n])[n // 2]


@compiled
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
def measure(walk, rules, members, events, n_events, middles, most, scratch):
    """The habits that the members show at the events; at most `most` of attendance is believed."""
    doctors = np.full(MOST_DOCTORS, -1, np.int32)
    visits = np.zeros(MOST_DOCTORS, np.float32)
    there = np.zeros(n_events, np.int32)
    came, exact, known, timely, total = 0, 0, 0.0, 0.0, 0.0
    for p in members:
        scratch.inside[p] = True
    for e in range(n_events):
        c = events[e]
        middles[e] = centre(walk, rules, c, scratch.inside)
        scratch.clock[0] += 1
        here = 0
        for turn in range(3):
            off = 0 if turn == 0 else (-1 if turn == 1 else 1)
            for x in range(walk.opens[c + off], walk.opens[c + off + 1]):
                p = walk.who[x]
                if not scratch.inside[p] or scratch.stamp[p] == scratch.clock[0]:
                    continue
                fit = fits(rules, walk.when[x], middles[e], off)
                if rules.stays and fit == 0:
                    continue
                scratch.stamp[p] = scratch.clock[0]
                came += 1
                exact += turn == 0
                there[e] += turn == 0
                if fit >= 0:
                    known += 1
                    timely += fit
                    here += 1
                if walk.by[x] >= 0:
                    total += 1
                    for d in range(MOST_DOCTORS):
                        if doctors[d] == -1:
                            doctors[d] = walk.by[x]
                        if doctors[d] == walk.by[x]:
                            visits[d] += 1
                            break
        # The middle is one of them: it says nothing of the others.
        if here:
            known -= 1
            timely -= 1
    for p in members:
        scratch.inside[p] = False
    attend = min(most, max(0.3, came / max(1, len(members) * n_events)))
    on_day = min(0.97, max(0.6, exact / max(1, came)))
    share = (timely + 1.0) / (known + 2.0) if known > 0 else 0.0
    return Habits(attend, on_day, share, doctors, visits, total, there)


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
def enrol(walk, rules, norms, members, habits, events, n_events, middles, slack, scratch, weights):
    """Who belongs, given events and habits: persons ascending; `weights` gets their log ratios.
    `slack` lowers the price of a member while few are known."""
    exact = math.log(habits.attend * habits.exact)
    off_day = math.log(habits.attend * (1.0 - habits.exact) / 2.0)
    absent, most = math.log(1.0 - habits.attend), math.log(0.9)
    for p in members:
        scratch.inside[p] = True
    touched = 0
    for turn_of in range(2):
        for e in range(n_events):
            c = events[e]
            alone = without(walk, norms, c, habits.there[e])
            scratch.clock[0] += 1
            for turn in range(3):
                off = 0 if turn == 0 else (-1 if turn == 1 else 1)
                for x in range(walk.opens[c + off], walk.opens[c + off + 1]):
                    p = walk.who[x]
                    if scratch.stamp[p] == scratch.clock[0]:
                        continue
                    if turn_of == 1 and scratch.met[p] < 2:
                        continue
                    fit = fits(rules, walk.when[x], middles[e], off)
                    if rules.stays and fit == 0:
                        continue
                    scratch.stamp[p] = scratch.clock[0]
                    if turn_of == 0:
                        if scratch.met[p] == 0:
                            scratch.people[touched] = p
                            touched += 1
                        scratch.met[p] += 1
                        continue
                    habit = norms.log_number[max(walk.habit[x] - scratch.met[p], 0)]
                    share = norms.log_share[c + off] - (alone if turn == 0 else 0.0)
                    own = min(most, habit + share)
                    gain = (exact if turn == 0 else off_day) - own
                    gain += doctor_says(norms, habits, walk.by[x], scratch.inside[p])
                    gain += moment_says(rules, habits, fit)
                    scratch.score[p] += min(MEMBER_CAP, gain)
    among = population(walk, norms, events, n_events)
    price = max(0.0, math.log(among / max(len(members), 4))) + MARGIN - slack
    found = np.empty(touched, dtype=np.int32)
    n = 0
    for t in range(touched):
        p = scratch.people[t]
        if scratch.met[p] >= 2:
            total = scratch.score[p] + (n_events - scratch.met[p]) * absent
            if total >= price:
                found[n] = p
                scratch.score[p] = total
                n += 1
            else:
                scratch.score[p] = 0.0
    people = np.sort(found[:n])
    for m in range(min(n, len(weights))):
        weights[m] = scratch.score[people[m]]
    for t in range(touched):
        scratch.met[scratch.people[t]] = 0
        scratch.score[scratch.people[t]] = 0.0
    for p in members:
        scratch.inside[p] = False
    return people
