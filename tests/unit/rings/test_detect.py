"""The pipeline's promises: deterministic, explained, and calm on little or odd data."""

from typing import Any

import numpy as np
import pytest

from claims.tables import TABLES
from graph.rings.channels import CHANNELS
from graph.rings.channels.base import read_events
from graph.rings.detect import detect
from graph.rings.identity import fresh_id, keep_ids
from graph.rings.model import Detection, Events, Route
from graph.rings.null import shuffled
from graph.rings.pairs import count_pairs, judge_pairs

REQUIRED = ("medins_info_b", "staff_info_b", "psn_info_b", "mdtrt_d", "setl_d")


@pytest.fixture(scope="module")
def found(county: Any) -> Detection:
    return detect(county.store)


def events_of(cells: list[list[int]], joint: int = 3) -> Events:
    """One unit; `cells[d]` are the patients of day d."""
    patient = np.array([p for day in cells for p in day], dtype=np.int64)
    cell = np.array([d for d, day in enumerate(cells) for _ in day], dtype=np.int64)
    people = tuple(f"P{i}" for i in range(int(patient.max()) + 1)) if len(patient) else ()
    days = np.arange(len(cells), dtype=np.int64)
    return Events("outpatient", patient, cell, days * 0, days, joint, people, ("H1",))


def test_the_same_data_and_seed_give_the_same_rings(county: Any, found: Detection) -> None:
    assert detect(county.store) == found


def test_a_ring_carries_what_an_inspector_needs(found: Detection) -> None:
    for ring in found.rings:
        assert len(ring.grid) == len(ring.members)
        assert all(len(row) == len(ring.days) for row in ring.grid)
        assert ring.seen > ring.expected_by_chance
        assert {"together", "threshold", "sensitivity"} <= {reason.code for reason in ring.reasons}
        assert ring.institutions
        assert ring.amount == sum(member.amount for member in ring.members)
        assert bool(ring.route_reason) == (ring.route is not Route.RING)


def test_required_columns_are_enough(county: Any) -> None:
    bare = type(county.store)(county.store.home, frozenset(REQUIRED))
    planted = [set(r["patients"]) for r in county.key["rings"]]
    rings = [set(ring.patients) for ring in detect(bare).rings]
    # Without terminals and doctors the groups still show; what they are called is another matter.
    assert all(any(len(p & r) / len(p | r) >= 0.5 for r in rings) for p in planted)
    assert set(REQUIRED) < set(TABLES)


def test_an_empty_store_is_explained(county: Any) -> None:
    nothing = type(county.store)(county.store.home, frozenset())
    found = detect(nothing)
    assert found.rings == ()
    assert len(found.channels) == len(CHANNELS)
    assert all(report.note_zh and report.note_en for report in found.channels)


def test_pairs_equal_a_count_by_hand() -> None:
    generator = np.random.default_rng(4)
    days = [sorted(set(generator.integers(0, 30, 9).tolist())) for _ in range(40)]
    a, b, seen = count_pairs(events_of(days))
    by_hand = {
        (p, q): n
        for p in range(30)
        for q in range(p + 1, 30)
        if (n := sum(p in day and q in day for day in days)) >= 3
    }
    assert (
        dict(zip(zip(a.tolist(), b.tolist(), strict=True), seen.tolist(), strict=True)) == by_hand
    )


def test_everybody_on_every_day_is_expected() -> None:
    pairs = judge_pairs(events_of([[0, 1, 2, 3, 4]] * 60))
    assert len(pairs.a) == 10
    assert pairs.p.min() > 0.01


def test_no_appearances_no_pairs() -> None:
    assert len(judge_pairs(events_of([])).a) == 0


def test_shuffling_keeps_crowds_and_habits(county: Any) -> None:
    with county.store.connect() as connection:
        events = read_events(connection, CHANNELS[0])
    mixed = shuffled(events, np.random.default_rng(1))
    lost = events.size - mixed.size
    assert 0 <= lost < 0.05 * events.size
    assert np.abs(np.bincount(events.patient) - np.bincount(mixed.patient)).sum() == lost
    assert not np.array_equal(events.cell, mixed.cell)


def test_a_ring_keeps_its_id_while_most_members_stay(found: Detection) -> None:
    ring = found.rings[0]
    assert ring.ring_id == fresh_id(ring.channel, ring.patients)
    smaller = frozenset(ring.patients[: max(3, len(ring.patients) * 2 // 3)])
    kept = keep_ids(found.rings, {"R-OLD": smaller, "R-GONE": frozenset({"nobody"})})
    assert [r.ring_id for r in kept].count("R-OLD") == 1
    assert kept[0].ring_id == "R-OLD"
    assert [r.ring_id for r in kept[1:]] == [r.ring_id for r in found.rings[1:]]
