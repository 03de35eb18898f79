"""The readable reference: pairs counted exactly, and the same rings as the fast way on small data."""

from typing import Any

import numpy as np
import pytest

from graph.rings.detect import detect
from graph.rings.reference.events import MEETINGS, read_events
from graph.rings.reference.find import reference_groups
from graph.rings.reference.model import Events
from graph.rings.reference.null import shuffled
from graph.rings.reference.pairs import count_pairs, judge_pairs


def events_of(cells: list[list[int]], joint: int = 3) -> Events:
    """One unit; `cells[d]` are the patients of day d."""
    patient = np.array([p for day in cells for p in day], dtype=np.int64)
    cell = np.array([d for d, day in enumerate(cells) for _ in day], dtype=np.int64)
    people = tuple(f"P{i}" for i in range(int(patient.max()) + 1)) if len(patient) else ()
    days = np.arange(len(cells), dtype=np.int64)
    return Events("outpatient", patient, cell, days * 0, days, joint, people, ("H1",))


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.name)
def test_the_fast_way_finds_what_the_reference_finds(county: Any, meeting: Any) -> None:
    with county.store.connect() as connection:
        reference = reference_groups(connection, meeting)
    fast = [set(r.patients) for r in detect(county.store).rings if r.channel == meeting.name]
    planted = [set(r["patients"]) for r in county.key["rings"] if r["channel"] == meeting.name]
    assert planted
    for ring in planted:
        there = [g for g in reference if len(g & ring) / len(g | ring) >= 0.5]
        assert not there or any(len(g & ring) / len(g | ring) >= 0.5 for g in fast)
    assert any(len(g & f) / len(g | f) >= 0.5 for g in reference for f in fast)


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
        events = read_events(connection, MEETINGS[0])
    mixed = shuffled(events, np.random.default_rng(1))
    lost = events.size - mixed.size
    assert 0 <= lost < 0.05 * events.size
    assert np.abs(np.bincount(events.patient) - np.bincount(mixed.patient)).sum() == lost
    assert not np.array_equal(events.cell, mixed.cell)
