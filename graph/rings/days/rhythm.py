"""Personal rhythms: who keeps a beat at a place (refills, follow-ups, rounds) meets others who keep
the same one without any arrangement. Such persons are looked at apart, by beat and phase."""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from scipy.special import bdtrc

from graph.rings.days.compiled import compiled, inner

#: At least this share of a person's visits must keep the beat.
SHARE = 0.6
#: A member keeps a beat of his own when luck brings it less often.
OWN_LUCK = 0.05
#: Beats looked for, in days: weekly to monthly.
BEATS = (7, 10, 14, 15, 21, 28, 30)


@inner
def chain(days, n, beat, skips, reach):
    """Most visits that follow one another at the beat, or at most `skips` of them."""
    slack = max(1, beat // 10)
    best = 0
    for j in range(n):
        reach[j] = 1
        for i in range(j - 1, -1, -1):
            gap = days[j] - days[i]
            if gap > skips * beat + slack:
                break
            for times in range(1, skips + 1):
                if abs(gap - times * beat) <= slack:
                    reach[j] = max(reach[j], reach[i] + 1)
        best = max(best, reach[j])
    return best


@inner
def by_luck(kept, gaps, beat, skips, mean):
    """P(at least `kept` of so many gaps are up to `skips` times the beat) for visits at random, `mean`
    days apart."""
    slack = max(1, beat // 10) + 0.5
    one = 0.0
    for times in range(1, skips + 1):
        one += math.exp((slack - times * beat) / mean) - math.exp((-slack - times * beat) / mean)
    tail = 0.0
    for k in range(kept, gaps + 1):
        ways = math.lgamma(gaps + 1.0) - math.lgamma(k + 1.0) - math.lgamma(gaps - k + 1.0)
        tail += math.exp(ways + k * math.log(one) + (gaps - k) * math.log(1.0 - one))
    return tail


@inner
def beat_of(days, n, least, skips, luck, reach):
    """The beat that most of a person's visits keep; 0 when none does, or luck would do as well."""
    best, found = max(least, math.ceil(SHARE * n)) - 1, 0
    for beat in BEATS:
        length = chain(days, n, beat, skips, reach)
        if length > best:
            best, found = length, beat
    mean = (days[n - 1] - days[0]) / max(1, n - 1)
    return 0 if found and by_luck(best - 1, n - 1, found, skips, mean) > luck else found


@compiled
def rhythms(first, cell, stride, least, skips, luck):
    """Rows that belong to a rhythm, and (place, beat, phase, person) of each rhythm."""
    steady = np.zeros(len(cell), dtype=np.bool_)
    found = [(np.int64(0), np.int64(0), np.int64(0), np.int64(0)) for _ in range(0)]
    days = np.empty(stride, dtype=np.int64)
    reach = np.empty(stride, dtype=np.int64)
    for p in range(len(first) - 1):
        i, end = first[p], first[p + 1]
        while i < end:
            place = cell[i] // stride
            j = i
            while j < end and cell[j] // stride == place:
                days[j - i] = cell[j] % stride
                j += 1
            if j - i >= least:
                beat = beat_of(days, j - i, least, skips, luck, reach)
                if beat > 0:
                    steady[i:j] = True
                    phases = np.sort(days[: j - i] % beat)
                    found.append(
                        (
                            np.int64(place),
                            np.int64(beat),
                            np.int64(phases[(j - i) // 2]),
                            np.int64(p),
                        )
                    )
            i = j
    return steady, found


@compiled
def keeps(gaps, beat):
    """Whether most gaps are once, twice or three times a beat, more than random days would."""
    slack = max(1, beat // 10)
    kept = 0
    for gap in gaps:
        for times in range(1, 4):
            if abs(gap - times * beat) <= slack:
                kept += 1
                break
    # The gap that gave the beat keeps it.
    return (
        kept >= SHARE * len(gaps)
        and by_luck(kept - 1, len(gaps) - 1, beat, 3, np.sum(gaps) / len(gaps)) <= OWN_LUCK
    )


@compiled
def own_beat(days, n):
    """Whether a person's `n` days at a place, ascending, keep a beat of his own: the median gap, or its
    half or third where he missed turns."""
    if n < 3:
        return False
    gaps = np.diff(days[:n])
    median = np.sort(gaps)[(n - 2) // 2]
    for part in range(1, 4):
        beat = (median + part // 2) // part
        if beat >= BEATS[0] and keeps(gaps, beat):
            return True
    return False


@compiled
def steady_share(first, cell, stride, members, events):
    """Share of the members whose days at a place of the events keep a beat of their own."""
    days = np.empty(stride, dtype=np.int64)
    steady = 0
    for p in members:
        i, keeps = first[p], False
        while i < first[p + 1]:
            place = cell[i] // stride
            n, here = 0, False
            for c in events:
                here |= c // stride == place
            while i < first[p + 1] and cell[i] // stride == place:
                days[n] = cell[i] % stride
                n += 1
                i += 1
            keeps |= here and own_beat(days, n)
        steady += keeps
    return steady / max(1, len(members))


def keeps_beat(days: Sequence[int]) -> float:
    """Share of the gaps between a group's days that are once, twice or three times their median, or
    whole weeks; 0 where chance would do as well (binomial tail above 2 %), so few days rarely show a
    rhythm."""
    # Few numbers for each of thousands of groups: an array would cost more than what it reckons.
    gaps = [b - a for a, b in pairwise(sorted(set(days)))]
    n = len(gaps)
    if n < 3:
        return 0.0
    weekly = sum(gap % 7 == 0 for gap in gaps)
    if float(bdtrc(weekly - 1, n, 1 / 7)) <= 0.002:
        return weekly / n
    # Exactly kept, some turns missed: every gap a multiple of the shortest, give or take a day.
    shortest = min(gaps)
    if shortest >= 14:
        exact = sum(abs(gap - shortest * round(gap / shortest)) <= 1 for gap in gaps)
        if float(bdtrc(exact - 2, n - 1, 3 / shortest)) <= 0.02:
            return exact / n
    beat = float(median(gaps))
    slack = max(1.0, 0.12 * beat)
    on = sum(any(abs(gap - times * beat) <= slack for times in (1, 2, 3)) for gap in gaps)
    # The median keeps its own beat; each other gap falls near a multiple with this chance.
    luck = min(0.9, (2 * slack + 1) / beat)
    return on / n if float(bdtrc(on - 2, n - 1, luck)) <= 0.02 else 0.0
