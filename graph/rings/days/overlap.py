"""Seeds: pairs of days at one place that share more people than chance brings together."""

import math

import numpy as np

from graph.rings.days.compiled import compiled, inner

#: Days between two events: closer ones are one course of treatment, not a meeting.
APART = 3
#: A pair of days is taken back in the time in which so many cells are wiped.
MANY = 64


@compiled
def runs_by_place(first, cell, stride, places):
    """For each place its persons with two or more days there: starts, and the first row and length
    of each person's run."""
    opens = np.zeros(places + 1, dtype=np.int64)
    at = opens
    row = np.empty(0, dtype=np.int32)
    length = np.empty(0, dtype=np.int16)
    for turn in range(2):
        for p in range(len(first) - 1):
            i, end = first[p], first[p + 1]
            while i < end:
                place = cell[i] // stride
                j = i
                while j < end and cell[j] // stride == place:
                    j += 1
                if j - i > 1:
                    if turn == 0:
                        opens[place + 1] += 1
                    else:
                        row[at[place]] = i
                        length[at[place]] = j - i
                        at[place] += 1
                i = j
        if turn == 0:
            for q in range(places):
                opens[q + 1] += opens[q]
            at = opens[:-1].copy()
            row = np.empty(opens[places], dtype=np.int32)
            length = np.empty(opens[places], dtype=np.int16)
    return opens, row, length


@inner
def upper_tail(k, mean):
    """P(X ≥ k) of a Poisson variable."""
    if k <= 0:
        return 1.0
    term = math.exp(-mean)
    below = term
    for i in range(1, k):
        term *= mean / i
        below += term
    if below < 0.999999:
        return 1.0 - below
    # The far tail by its own series: 1 - below has no digits left there.
    term = math.exp(k * math.log(mean) - mean - math.lgamma(k + 1.0))
    tail = term
    i = k
    while term > tail * 1e-6:
        i += 1
        term *= mean / i
        tail += term
    return tail


@compiled
def day_shares(crowd, days):
    """A day's share of a place's visits, capped: a ring that is the place's whole life must not
    make itself look expected. `crowd[d]` counts day d - 1; days 0 and days + 1 are spare."""
    total, active = 0, 0
    for d in range(1, days + 1):
        total += crowd[d]
        if crowd[d] > 0:
            active += 1
    share = np.zeros(days + 2, dtype=np.float64)
    if total == 0:
        return share
    rank = max(1, 150 * days // 365)
    ordered = np.sort(crowd)[::-1]
    usual = ordered[min(rank, len(ordered)) - 1]
    cap = 3 * max(1, usual) + 2
    ceiling = 4.0 / max(active, 120)
    for d in range(1, days + 1):
        share[d] = min(min(crowd[d], cap) / total, ceiling)
    return share


@inner
def overlaps(matrix, hits, n_hits, least, days_of, n):
    """Add one person's pairs of days, each to the four pairs of two-day windows that hold it; returns
    how many cells have reached `least` by now: they stand in `hits`, the only ones to be looked at."""
    for i in range(n - 1):
        a = days_of[i]
        for j in range(i + 1, n):
            b = days_of[j]
            lo, hi = (a, b) if a < b else (b, a)
            if hi - lo >= APART:
                for row in range(lo - 1, lo + 1):
                    for column in range(hi - 1, hi + 1):
                        seen = matrix[row, column] + 1
                        matrix[row, column] = seen
                        if seen == least:
                            hits[n_hits] = row * matrix.shape[1] + column
                            n_hits += 1
    return n_hits


@inner
def taken_back(matrix, days_of, n):
    """Zero what one person's pairs of days were added to."""
    for i in range(n - 1):
        a = days_of[i]
        for j in range(i + 1, n):
            b = days_of[j]
            lo, hi = (a, b) if a < b else (b, a)
            if hi - lo >= APART:
                for row in range(lo - 1, lo + 1):
                    for column in range(hi - 1, hi + 1):
                        matrix[row, column] = 0


@compiled
def peaks(matrix, hits, share, pairs, least, cut, place, out):
    """Local maxima among the cells in `hits` whose tail is below `cut`: appended to `out` as
    (p, place, first day, second day, overlap, overlap expected)."""
    days = len(share) - 2
    wide = np.zeros(days + 2, dtype=np.float64)
    for d in range(days + 1):
        wide[d] = share[d] + share[d + 1]
    for cell in hits:
        a, b = cell // matrix.shape[1], cell % matrix.shape[1]
        seen = matrix[a, b]
        mean = 2.0 * pairs * wide[a] * wide[b] + 1e-4
        if seen <= mean:
            continue
        peak = True
        for x in range(max(a - 1, 0), min(a + 2, days + 1)):
            for y in range(b - 1, min(b + 2, days + 2)):
                other = matrix[x, y]
                if other > seen or (other == seen and (x < a or (x == a and y < b))):
                    peak = False
        if not peak:
            continue
        p = upper_tail(seen, mean)
        if p < cut:
            out.append((p, np.int64(place), np.int64(a), np.int64(b), np.int64(seen), mean))


@compiled
def listed(found):
    """Seeds as columns: p; unit, first day, second day, overlap; overlap expected."""
    p = np.empty(len(found), dtype=np.float64)
    rows = np.empty((len(found), 4), dtype=np.int32)
    means = np.empty(len(found), dtype=np.float64)
    for i in range(len(found)):
        p[i], rows[i, 0], rows[i, 1], rows[i, 2], rows[i, 3], means[i] = found[i]
    return p, rows, means


@compiled
def place_seeds(opens, row, length, cell, starts, stride, places, least, cut):
    """Seeds of every place, from its persons' runs; `starts` are the cells' (for the crowds)."""
    days = stride - 2
    out = [(0.0, np.int64(0), np.int64(0), np.int64(0), np.int64(0), 0.0) for _ in range(0)]
    matrix = np.zeros((stride, stride), dtype=np.int32)
    hits = np.empty(stride * stride, dtype=np.int32)
    crowd = np.zeros(stride, dtype=np.int64)
    own = np.zeros(stride, dtype=np.int64)
    for place in range(places):
        if opens[place + 1] - opens[place] < least:
            continue
        pairs, n_hits = 0.0, 0
        for r in range(opens[place], opens[place + 1]):
            n = length[r]
            for i in range(n):
                own[i] = cell[row[r] + i] - place * stride
            n_hits = overlaps(matrix, hits, n_hits, least, own, n)
            pairs += n * (n - 1) / 2.0
        for d in range(stride):
            crowd[d] = starts[place * stride + d + 1] - starts[place * stride + d]
        if n_hits:
            share = day_shares(crowd, days)
            peaks(matrix, hits[:n_hits], share, pairs, least, cut, place, out)
        # Of a few pairs each is taken back; of many, all is wiped.
        if pairs > stride * stride / MANY:
            matrix[:] = 0
            continue
        for r in range(opens[place], opens[place + 1]):
            for i in range(length[r]):
                own[i] = cell[row[r] + i] - place * stride
            taken_back(matrix, own, length[r])
    return listed(out)


@compiled
def slots_of(cell, moment, stride, minutes, slots, doctors):
    """The unit of each row's hours of its place, after the doctors; -1 where the time is not known."""
    unit = np.full(len(cell), -1, dtype=np.int32)
    for i in range(len(cell)):
        if moment[i] >= 0:
            unit[i] = doctors + cell[i] // stride * slots + moment[i] // minutes
    return unit


@compiled
def rows_by_unit(first, doctor, slot, units):
    """Rows of each unit, person after person: starts, rows, persons. A row belongs to its doctor and
    to its slot (the hours of a place), each where known."""
    opens = np.zeros(units + 1, dtype=np.int64)
    for i in range(len(doctor)):
        if doctor[i] >= 0:
            opens[doctor[i] + 1] += 1
        if slot[i] >= 0:
            opens[slot[i] + 1] += 1
    for d in range(units):
        opens[d + 1] += opens[d]
    at = opens[:-1].copy()
    row = np.empty(opens[units], dtype=np.int32)
    who = np.empty(opens[units], dtype=np.int32)
    for p in range(len(first) - 1):
        for i in range(first[p], first[p + 1]):
            for d in (doctor[i], slot[i]):
                if d >= 0:
                    row[at[d]] = i
                    who[at[d]] = p
                    at[d] += 1
    return opens, row, who


@compiled
def unit_seeds(opens, row, who, cell, stride, least, cut):
    """Seeds of every unit: the days of a doctor, wherever he works, or of a place at some hours."""
    days = stride - 2
    out = [(0.0, np.int64(0), np.int64(0), np.int64(0), np.int64(0), 0.0) for _ in range(0)]
    matrix = np.zeros((stride, stride), dtype=np.int32)
    hits = np.empty(stride * stride, dtype=np.int32)
    crowd = np.zeros(stride, dtype=np.int64)
    own = np.zeros(1, dtype=np.int64)
    for d in range(len(opens) - 1):
        begin, end = opens[d], opens[d + 1]
        if end - begin < 2 * least:
            continue
        crowd[:] = 0
        pairs, n_hits = 0.0, 0
        i = begin
        while i < end:
            j = i
            while j < end and who[j] == who[i]:
                j += 1
            if j - i > len(own):
                own = np.zeros(2 * (j - i), dtype=np.int64)
            for k in range(i, j):
                own[k - i] = cell[row[k]] % stride
                crowd[own[k - i]] += 1
            n_hits = overlaps(matrix, hits, n_hits, least, own, j - i)
            pairs += (j - i) * (j - i - 1) / 2.0
            i = j
        if n_hits:
            share = day_shares(crowd, days)
            peaks(matrix, hits[:n_hits], share, pairs, least, cut, d, out)
        if pairs > stride * stride / MANY:
            matrix[:] = 0
            continue
        i = begin
        while i < end:
            j = i
            while j < end and who[j] == who[i]:
                own[j - i] = cell[row[j]] % stride
                j += 1
            taken_back(matrix, own, j - i)
            i = j
    return listed(out)
