"""Kernels against what they stand for, written out."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rings.channels.shopping import DOCTORS, WEEK
from graph.rings.channels.shopping_lines import rounds
from graph.rings.days import members, norms, overlap, rhythm, table

STRIDE, PLACES = 40, 3


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 60), st.integers(0, 5)), max_size=25),
        min_size=1,
        max_size=4,
    )
)
def test_rounds_are_those_of_a_plain_walk_through_a_persons_days(
    bought: list[list[tuple[int, int]]],
) -> None:
    person = np.repeat(np.arange(len(bought), dtype=np.int32), [len(own) for own in bought])
    packed = np.array([day << 32 | who for own in bought for day, who in own], dtype=np.int64)
    first, rows = table.by_person(person, packed, len(bought))
    times, within = rounds(first, rows, DOCTORS, WEEK)
    expected = [_rounds_of(own) for own in bought]
    assert times.tolist() == [len(one) for one in expected]
    for number, own in enumerate(expected):
        part = slice(first[number], first[number + 1])
        assert set((rows[part][within[part]] & 0xFFFFFFFF).tolist()) == set().union(*own)


def _rounds_of(visits: list[tuple[int, int]]) -> list[set[int]]:
    """The prescribers of each round, without a number in sight of the kernel."""
    ordered = sorted(set(visits))
    found = []
    while ordered:
        week = [visit for visit in ordered if visit[0] <= ordered[0][0] + WEEK]
        doctors = {doctor for _, doctor in week}
        found += [doctors] if len(doctors) >= DOCTORS else []
        ordered = ordered[len(week) if len(doctors) >= DOCTORS else 1 :]
    return found


@pytest.mark.parametrize(
    ("visits", "times"),
    [
        ([(1, 1), (2, 2), (6, 3)], 1),
        ([(1, 1), (2, 2), (6, 3), (31, 1), (32, 2), (36, 3)], 2),
        ([(1, 1), (5, 2), (12, 3)], 0),
        ([(1, 1), (1, 1), (2, 2)], 0),
    ],
)
def test_rounds_by_hand(visits: list[tuple[int, int]], times: int) -> None:
    packed = np.array([day << 32 | who for day, who in visits], dtype=np.int64)
    first, rows = table.by_person(np.zeros(len(visits), dtype=np.int32), packed, 1)
    assert rounds(first, rows, DOCTORS, WEEK)[0].tolist() == [times]


def _walk(persons: int, days: int, seed: int) -> table.Walk:
    """Persons with so many days each at random places, most of them at the first."""
    generator = np.random.default_rng(seed)
    place = np.minimum(generator.geometric(0.6, size=(persons, days)) - 1, PLACES - 1)
    cells = place * STRIDE + generator.integers(1, STRIDE - 1, size=(persons, days))
    person = np.repeat(np.arange(persons, dtype=np.int32), days)
    cell = cells.ravel().astype(np.int32)
    none = np.zeros(len(cell), dtype=np.int32)
    packed = table.pack(cell, none.astype(np.int16), none)
    first, rows = table.by_person(person, packed, persons)
    starts, kept, _ = table.distinct(first, rows, STRIDE, STRIDE, 0)
    cell, moment, doctor = table.unpack(kept)
    return table.walked(table.Rows(starts, cell, moment, doctor, STRIDE, PLACES, 1))


def _overlaps(walk: table.Walk, place: int) -> Counter[tuple[int, int]]:
    """How often a pair of two-day windows holds a pair of days of one person."""
    found: Counter[tuple[int, int]] = Counter()
    for p in range(len(walk.first) - 1):
        cells = walk.cell[walk.first[p] : walk.first[p + 1]]
        days = sorted(int(c) % STRIDE for c in cells if int(c) // STRIDE == place)
        for a, b in combinations(days, 2):
            if b - a >= overlap.APART:
                found.update((x, y) for x in (a - 1, a) for y in (b - 1, b))
    return found


# Of few pairs each is taken back, of many all is wiped: either way the next place starts from nothing.
@pytest.mark.parametrize(("persons", "days"), [(12, 3), (400, 6)])
def test_seeds_of_places_are_the_peaks_of_the_overlaps(persons: int, days: int) -> None:
    walk = _walk(persons, days, 3)
    runs = overlap.runs_by_place(walk.first, walk.cell, STRIDE, PLACES)
    # Every surprise counts, so every peak above what chance expects is a seed.
    _, rows, means = overlap.place_seeds(*runs, walk.cell, walk.opens, STRIDE, PLACES, 2, 1.0)
    assert len(rows)
    found = {(int(place), int(a), int(b)): int(seen) for place, a, b, seen in rows}
    every = [_overlaps(walk, place) for place in range(PLACES)]
    for (place, a, b), seen in found.items():
        assert every[place][a, b] == seen
        around = [every[place][x, y] for x in (a - 1, a, a + 1) for y in (b - 1, b, b + 1)]
        assert seen == max(around)
    for place, overlaps in enumerate(every):
        for (a, b), seen in overlaps.items():
            alone = all(
                overlaps[x, y] < seen
                for x in (a - 1, a, a + 1)
                for y in (b - 1, b, b + 1)
                if (x, y) != (a, b)
            )
            if alone and seen >= 2 and seen > 1 + means.max():
                assert (place, a, b) in found


def test_only_who_may_reach_the_price_is_looked_up() -> None:
    absent, price = -1.0, 20.0
    least = members.least_met(price, absent, 10)
    assert least * members.MEMBER_CAP + (10 - least) * absent >= price
    assert (least - 1) * members.MEMBER_CAP + (11 - least) * absent < price
    # Two are asked at least, and nobody can come to more events than there are.
    assert members.least_met(-50.0, absent, 10) == 2
    assert members.least_met(1e6, absent, 10) == 11


def test_who_came_to_events_or_a_day_off_them_is_counted_once_an_event() -> None:
    walk = _walk(300, 9, 5)
    scratch = norms.scratch_for(walk)
    # At two places, and twice in turn: what one look leaves behind must not count for the next.
    for days, least in (((4, 9, 15, 33), 2), ((7, 12, 20), 1), ((4, 9, 15, 33), 3)):
        cells = [day + STRIDE * (day > 30) for day in days]
        met = [
            sum(
                np.any(np.abs(walk.cell[walk.first[p] : walk.first[p + 1]] - c) <= 1) for c in cells
            )
            for p in range(300)
        ]
        events = np.array(cells, dtype=np.int32)
        n = members.near_often(walk, events, len(cells), least, scratch)
        assert sorted(scratch.people[:n].tolist()) == [p for p in range(300) if met[p] >= least]
        assert 0 < n < 300


@pytest.mark.parametrize(
    ("days", "share"),
    [
        ([3, 10, 17, 24, 31], 1.0),
        ([3, 10, 10, 17, 24, 45, 60], 0.8),
        ([5, 35, 65, 125, 155], 1.0),
        ([5, 25, 45, 86, 106, 126], 1.0),
        ([1, 4, 50, 61, 100], 0.0),
        ([1, 8, 15], 0.0),
    ],
)
def test_the_days_of_a_group_keep_a_beat_or_none(days: list[int], share: float) -> None:
    assert rhythm.keeps_beat(days) == pytest.approx(share)
