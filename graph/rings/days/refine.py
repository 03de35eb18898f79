"""From a seed to a group: who belongs and which days are events, by likelihood ratio.

Two explanations compete for every appearance: a member who attends events with probability q, on
the day (w) or a day off (1 - w, either side), against the person's own habit at that place. All
logarithms are natural. Every function leaves the scratch arrays as it found them.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.compiled import compiled
from graph.rings.days.overlap import APART, day_shares
from graph.rings.days.table import UNKNOWN, Walk

ROUNDS = 8
#: How much less a member must show in each round: a seed's few hold too high a bar at first.
SLACK = (5.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
#: Members who come neither at the same time nor on the same day share a habit, not an appointment:
#: the search ends, with this for a score, so that other seeds of the same people end sooner.
SCATTERED, SCATTERED_DAYS, ABOUT = 0.6, 0.85, -1.0
#: What a member must show beyond the price of having been chosen: e^-3 strangers for each member.
MARGIN = 3.0
#: In a grid: not there.
ABSENT = 9
#: Events are chosen because members attended: what is measured on them flatters attendance.
MOST_ATTEND = 0.8
#: Most that one attendance may say: for an event, and for a member.
EVENT_CAP, MEMBER_CAP = 6.0, 9.0
#: An event is kept above this.
EVENT_LEAST, FIRST_LEAST = 7.0, 5.0
MOST_EVENTS = 64
MOST_DOCTORS = 16


class Rules(NamedTuple):
    """What differs between channels. `window` is minutes of the day (days of discharge for stays);
    `base` is the share of unrelated visits that fall within it."""

    least_events: int
    least_present: int
    window: int
    base: float
    stays: bool


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
    near: NDArray[np.int8]
    score: NDArray[np.float32]
    met: NDArray[np.int16]
    stamp: NDArray[np.int32]
    inside: NDArray[np.bool_]
    cells: NDArray[np.int32]
    people: NDArray[np.int32]
    clock: NDArray[np.int32]


@compiled
def norms_of(walk):
    """Norms of a walk."""
    days = walk.stride - 2
    cells = walk.places * walk.stride
    log_share = np.zeros(cells, dtype=np.float32)
    crowd = np.zeros(walk.stride, dtype=np.int64)
    floor = 0.15 / 365.0
    for place in range(walk.places):
        base = place * walk.stride
        for d in range(walk.stride):
            crowd[d] = walk.opens[base + d + 1] - walk.opens[base + d]
        share = day_shares(crowd, days)
        for d in range(walk.stride):
            log_share[base + d] = math.log(max(share[d], floor))
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


@compiled
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
        np.zeros(cells, np.int8),
        np.zeros(persons, np.float32),
        np.zeros(persons, np.int16),
        np.zeros(persons, np.int32),
        np.zeros(persons, np.bool_),
        np.zeros(cells, np.int32),
        np.zeros(persons, np.int32),
        np.zeros(1, np.int32),
    )


@compiled
def note(scratch, cell, gain, touched):
    """Count a member at a cell; returns how many cells were touched."""
    if scratch.counted[cell] == 0:
        scratch.cells[touched] = cell
        touched += 1
    scratch.counted[cell] += 1
    scratch.gain[cell] += gain
    return touched


@compiled
def gather(walk, norms, members, q, w, scratch):
    """Add up what each day around the members' appearances says; returns cells touched.

    A member counts once for a day: on it if he was there, else for the day before or after.
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
            habit = norms.log_number[max(j - i - joint, 0)]
            for k in range(i, j):
                c = walk.cell[k]
                own = min(most, habit + norms.log_share[c])
                touched = note(scratch, c, min(EVENT_CAP, exact - own), touched)
                beside = min(EVENT_CAP, off - own)
                if not (k + 1 < j and walk.cell[k + 1] == c + 1):
                    touched = note(scratch, c + 1, beside, touched)
                if not (k > i and walk.cell[k - 1] >= c - 2):
                    touched = note(scratch, c - 1, beside, touched)
            i = j
    return touched


@compiled
def choose(walk, rules, members, q, touched, present, worthy, scratch, events):
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
            value = scratch.gain[c] + (n - k) * absent
            if value > worthy:
                cells[found] = c
                worth[found] = value
                found += 1
        scratch.counted[c] = 0
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


@compiled
def mark(scratch, events, n, value):
    """Set or clear the neighbourhood of events."""
    for e in range(n):
        for off in range(-1, 2):
            scratch.near[events[e] + off] = value


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
    """How a group behaves: attendance, on the day, within the window; its doctors."""

    attend: float
    exact: float
    timely: float
    doctors: NDArray[np.int32]
    visits: NDArray[np.float32]
    visits_total: float


@compiled
def first_habits():
    """Before anything is known."""
    return Habits(
        0.75, 0.8, 0.0, np.full(MOST_DOCTORS, -1, np.int32), np.zeros(MOST_DOCTORS, np.float32), 0.0
    )


@compiled
def measure(walk, rules, members, events, n_events, middles, scratch):
    """The habits that the members show at the events."""
    doctors = np.full(MOST_DOCTORS, -1, np.int32)
    visits = np.zeros(MOST_DOCTORS, np.float32)
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
    attend = min(MOST_ATTEND, max(0.3, came / max(1, len(members) * n_events)))
    on_day = min(0.97, max(0.6, exact / max(1, came)))
    share = (timely + 1.0) / (known + 2.0) if known > 0 else 0.0
    return Habits(attend, on_day, share, doctors, visits, total)


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
                    own = min(most, habit + norms.log_share[c + off])
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


@compiled
def same(a, b):
    """Whether two ascending lists are equal."""
    if len(a) != len(b):
        return False
    for i in range(len(a)):  # noqa: SIM110 - kernels know no generators
        if a[i] != b[i]:
            return False
    return True


@compiled
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
        touched = gather(walk, norms, members, habits.attend, habits.exact, scratch)
        mark(scratch, events, n_events, 0)
        # A seed is but a few of the group: its first events need not bring all of them.
        present = max(2, rules.least_present - 1) if turn == 0 else rules.least_present
        worthy = FIRST_LEAST if turn == 0 else EVENT_LEAST
        n_chosen = choose(
            walk, rules, members, habits.attend, touched, present, worthy, scratch, chosen
        )
        if n_chosen < rules.least_events:
            return nobody, events, 0, habits, 0.0
        settled = turn > 2 and same(chosen[:n_chosen], events[:n_events])
        events, chosen = chosen, events
        n_events = n_chosen
        habits = measure(walk, rules, members, events, n_events, middles, scratch)
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
        if turn > 0 and 0.0 < habits.timely < SCATTERED and habits.exact < SCATTERED_DAYS:
            return people, events, n_events, habits, ABOUT
        if settled and same(people, members):
            break
        members = people
    score = score_of(walk, norms, weights, len(members), events, n_events)
    return members, events, n_events, habits, score


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
