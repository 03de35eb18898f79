"""What chance keeps, and what it takes away; who keeps a beat of his own."""

import numpy as np
import pytest

from graph.rings.days import table
from graph.rings.days.chance import permuted, sampled, tail_of
from graph.rings.days.find import ALLOWED, KNOWN, SPREAD
from graph.rings.days.rhythm import own_beat, steady_share

STRIDE, PLACES = 366, 2


def appearances(seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Persons ascending and their cells (place × stride + day), ascending for each."""
    generator = np.random.default_rng(seed)
    rows = sorted(
        (person, place * STRIDE + day)
        for person in range(60)
        for place in range(PLACES)
        for day in (1 + generator.choice(364, size=6, replace=False)).tolist()
    )
    person, cell = zip(*rows, strict=True)
    return np.array(person, dtype=np.int32), np.array(cell, dtype=np.int32)


def at(place: int, cell: np.ndarray) -> np.ndarray:
    return cell // STRIDE == place


@pytest.mark.parametrize("turn", [0, 1])
def test_one_half_of_the_places_keeps_its_crowds_the_other_its_rhythms(turn: int) -> None:
    person, cell = appearances()
    mixed, moved = permuted(person, cell, STRIDE, PLACES, True, turn, 5)
    exchanged, shifted = at(1 - turn, cell), at(turn, cell)
    # Where persons are exchanged no day changes, and everybody keeps his number of visits.
    assert (moved[exchanged] == cell[exchanged]).all()
    assert (np.bincount(mixed[exchanged]) == np.bincount(person[exchanged])).all()
    assert (mixed[exchanged] != person[exchanged]).any()
    # Where days are moved everybody keeps his gaps (round the end of the year) and his weekdays.
    assert (mixed[shifted] == person[shifted]).all()
    steps = (moved[shifted] - cell[shifted]) % 364
    assert (steps % 7 == 0).all()
    for one in range(60):
        assert len(set(steps[person[shifted] == one].tolist())) == 1
    assert len(set(steps.tolist())) > 10


def test_permutations_follow_the_seed() -> None:
    person, cell = appearances()
    first, again, other = (permuted(person, cell, STRIDE, PLACES, True, 0, s) for s in (5, 5, 6))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert any((a != b).any() for a, b in zip(first, other, strict=True))


def test_the_cut_leaves_no_chance_group_and_rises_with_what_chance_reaches() -> None:
    calm = tail_of([[], []], faces=2, spread=4.0, allowed=0.02)
    wild = tail_of([[30.0, 22.0, 9.0], [27.0, 12.0]], faces=2, spread=4.0, allowed=0.02)
    assert calm.expected(calm.cut) == pytest.approx(0.02, rel=0.05)
    assert wild.expected(wild.cut) == pytest.approx(0.02, rel=0.05)
    assert tail_of([[], []]).cut < calm.cut
    assert 3.0 < calm.cut < 30.0 < wild.cut
    # A place shows one face of chance in each permutation: two are one run.
    assert calm.often == 1.0


def test_few_chance_groups_make_a_cut_that_includes_the_doubt() -> None:
    few, many = tail_of([[11.0], []], faces=2), tail_of([[11.0, 3.01] * 50] * 50, faces=2)
    for one in (few, many):
        plain = one.often * np.exp(-one.rate * (one.cut - 3.0))
        # The exponential through the same groups would promise less than the allowed.
        assert plain < one.expected(one.cut)
    doubt = [one.expected(one.cut + 20) / one.expected(one.cut) for one in (few, many)]
    assert doubt[0] > np.exp(-few.rate * 20) * 2
    assert doubt[1] == pytest.approx(np.exp(-many.rate * 20), rel=0.05)


@pytest.mark.parametrize(("often", "runs"), [(0.15, 40), (3.0, 2), (3.0, 4)])
def test_cuts_hold_on_average_what_they_promise(often: float, runs: int) -> None:
    """Chance groups whose law is known: what is truly expected above the cut, over many fits."""
    generator = np.random.default_rng(8)
    excess = SPREAD
    truly = []
    for _ in range(400):
        scores = [
            (3.0 + generator.exponential(excess, generator.poisson(often))).tolist()
            for _ in range(runs)
        ]
        cut = tail_of(scores, faces=2, spread=SPREAD, allowed=ALLOWED, known=KNOWN).cut
        truly.append(2 * often * np.exp(-(cut - 3.0) / excess))
    # One group more than seen is counted, so that few permutations promise too much rather than too little.
    assert ALLOWED / 3 < np.mean(truly) < 1.5 * ALLOWED


def crowds(sizes: list[int]) -> table.Walk:
    """A walk of places with so many appearances, on which nobody comes twice."""
    stride = 10
    cell = np.repeat(np.arange(len(sizes)) * stride + 4, sizes).astype(np.int32)
    none = np.full(len(cell), -1, dtype=np.int32)
    first = np.arange(len(cell) + 1)
    rows = table.Rows(first, cell, none.astype(np.int16), none, stride, len(sizes), 0)
    return table.walked(rows)


def test_a_sample_of_places_has_its_share_of_every_size() -> None:
    sizes = [500] * 8 + [40] * 16 + [3] * 40
    walk = crowds(sizes)
    for seed in range(5):
        kept = sampled(walk, 0.25, np.random.default_rng(seed))
        assert [int(kept[a:b].sum()) for a, b in ((0, 8), (8, 24), (24, 64))] == [2, 4, 10]
        assert (kept == sampled(walk, 0.25, np.random.default_rng(seed))).all()
    assert sampled(walk, 1.0, np.random.default_rng(1)).all()


def test_what_a_sample_shows_counts_for_all_places() -> None:
    seen = [[30.0, 22.0, 9.0], [27.0, 12.0]]
    whole, quarter = tail_of(seen, faces=2), tail_of(seen, faces=2 / 0.25)
    assert quarter.often == 4 * whole.often
    assert quarter.rate == whole.rate
    assert quarter.cut > whole.cut


@pytest.mark.parametrize(
    ("days", "keeps"),
    [
        pytest.param([5, 26, 47, 68, 89], True, id="chemotherapy every three weeks"),
        pytest.param([3, 33, 63, 123, 153, 183, 273], True, id="refills with turns missed"),
        pytest.param([10, 70, 130, 190, 220, 280], True, id="every other refill elsewhere"),
        pytest.param([12, 31, 40, 77, 98, 150, 171, 230], False, id="a ring's days"),
        pytest.param([12, 80], False, id="two visits say nothing"),
        pytest.param([1, 2, 3, 4, 5, 6], False, id="a course of days"),
    ],
)
def test_who_keeps_a_beat_of_his_own(days: list[int], keeps: bool) -> None:
    assert own_beat(np.array(days, dtype=np.int64), len(days)) == keeps


def test_only_days_at_the_events_places_make_a_member_steady() -> None:
    beat = [10, 40, 70, 100, 130]
    first = np.array([0, 5, 10], dtype=np.int64)
    cell = np.array([*beat, *(STRIDE + day for day in beat)], dtype=np.int32)
    members = np.array([0, 1], dtype=np.int32)
    assert steady_share(first, cell, STRIDE, members, np.array([40], dtype=np.int32)) == 0.5
