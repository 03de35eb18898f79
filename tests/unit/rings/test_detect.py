"""The pipeline's promises: deterministic, explained, and calm on little or odd data."""

from dataclasses import replace
from typing import Any

import pytest

import graph.rings.days.find
import graph.rings.detect
from claims.tables import TABLES
from graph.rings.channels import CHANNELS
from graph.rings.detect import detect
from graph.rings.identity import fresh_id, keep_ids
from graph.rings.model import Change, Detection, Route

REQUIRED = ("medins_info_b", "staff_info_b", "psn_info_b", "mdtrt_d", "setl_d")


@pytest.fixture(scope="module")
def found(county: Any) -> Detection:
    return detect(county.store)


def test_the_same_data_and_seed_give_the_same_rings(county: Any, found: Detection) -> None:
    assert detect(county.store) == found


def test_one_thread_finds_what_two_find(
    county: Any, found: Detection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (graph.rings.detect, graph.rings.days.find):
        monkeypatch.setattr(module, "ABREAST", 1)
    assert detect(county.store) == found


def test_a_ring_carries_what_an_inspector_needs(found: Detection) -> None:
    for ring in found.rings:
        assert len(ring.grid) == len(ring.members)
        assert all(len(row) == len(ring.days) for row in ring.grid)
        assert ring.seen > ring.expected_by_chance
        codes = {reason.code for reason in ring.reasons}
        assert "threshold" in codes
        assert codes & {"together", "dense", "shopping", "refunds"}
        assert ring.institutions
        assert ring.amount == sum(member.amount for member in ring.members)
        assert ring.score >= ring.threshold
        assert 0 <= ring.p_value <= 1
        assert {mark.member for mark in ring.marks} <= set(range(len(ring.members)))
        assert all(mark.mdtrt_id for mark in ring.marks)
        assert bool(ring.route_reason) == (ring.route is not Route.RING)


def test_required_columns_are_enough(county: Any) -> None:
    bare = type(county.store)(county.store.home, frozenset(REQUIRED))
    # Doctors, drugs and refunds are in columns that nobody has to send.
    shown = {"outpatient", "inpatient", "pharmacy"}
    planted = [set(r["patients"]) for r in county.key["rings"] if r["channel"] in shown]
    rings = [set(ring.patients) for ring in detect(bare).rings]
    # Without terminals the groups still show; what they are called is another matter.
    assert planted
    assert all(any(len(p & r) / len(p | r) >= 0.5 for r in rings) for p in planted)
    assert set(REQUIRED) < set(TABLES)


def test_an_empty_store_is_explained(county: Any) -> None:
    nothing = type(county.store)(county.store.home, frozenset())
    found = detect(nothing)
    assert found.rings == ()
    assert len(found.channels) == len(CHANNELS)
    assert all(report.note_zh and report.note_en for report in found.channels)


def test_a_ring_keeps_its_id_while_most_members_stay(found: Detection) -> None:
    ring = found.rings[0]
    assert ring.ring_id == fresh_id(ring.channel, ring.patients)
    smaller = frozenset(ring.patients[: max(3, len(ring.patients) * 2 // 3)])
    kept = keep_ids(found.rings, {"R-OLD": smaller, "R-GONE": frozenset({"nobody"})})
    assert [r.ring_id for r in kept].count("R-OLD") == 1
    assert (kept[0].ring_id, kept[0].change) == ("R-OLD", Change.GROWN)
    assert [r.ring_id for r in kept[1:]] == [r.ring_id for r in found.rings[1:]]
    assert {r.change for r in kept[1:]} == {Change.NEW}


def test_a_ring_says_what_became_of_it(found: Detection) -> None:
    ring = max(found.rings, key=lambda r: len(r.members))
    half = len(ring.patients) // 2
    one, two = frozenset(ring.patients[:half]), frozenset(ring.patients[half:])
    whole = frozenset(ring.patients)
    first, second = (
        replace(ring, ring_id=f"R-{n}", members=tuple(m for m in ring.members if m.psn_no in part))
        for n, part in enumerate((one, two))
    )
    assert keep_ids([ring], {"R-1": whole})[0].change is Change.SAME
    shrunk = keep_ids([ring], {"R-1": whole | {"X1", "X2"}})[0]
    assert (shrunk.change, shrunk.joined, shrunk.left) == (Change.SHRUNK, (), ("X1", "X2"))
    last = ring.patients[-1]
    grown = keep_ids([ring], {"R-1": whole - {last}})[0]
    assert (grown.change, grown.joined, grown.left) == (Change.GROWN, (last,), ())
    merged = keep_ids([ring], {"R-1": one, "R-2": two})[0]
    assert (merged.change, set(merged.changed_from)) == (Change.MERGED, {"R-1", "R-2"})
    parts = keep_ids([first, second], {"R-1": whole})
    assert {(p.change, p.changed_from) for p in parts} == {(Change.SPLIT, ("R-1",))}
    assert keep_ids([ring], {})[0].change is Change.NEW
