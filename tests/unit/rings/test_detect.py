"""The pipeline's promises: deterministic, explained, and calm on little or odd data."""

from dataclasses import replace
from typing import Any

import pytest

import graph.rings.days.find
import graph.rings.days.groups
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


def test_places_in_one_part_show_what_two_parts_show(
    county: Any, found: Detection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.rings.days.groups, "PARTS", 1)
    whole = detect(county.store)
    assert {ring.patients for ring in whole.rings} == {ring.patients for ring in found.rings}
    assert [ring for ring in whole.rings if ring.route is Route.RING] == [
        ring for ring in found.rings if ring.route is Route.RING
    ]


def test_a_ring_carries_what_an_inspector_needs(found: Detection) -> None:
    for ring in found.rings:
        assert ring.seen > ring.expected_by_chance
        codes = {reason.code for reason in ring.reasons}
        assert "threshold" in codes
        assert codes & {"together", "dense", "shopping", "refunds"}
        assert ring.institutions
        assert ring.amount == sum(member.amount for member in ring.members)
        assert ring.score >= ring.threshold
        assert 0 <= ring.p_value <= 1
        assert sum(member.attended for member in ring.members) == sum(d.attended for d in ring.days)
        assert bool(ring.route_reason) == (ring.route is not Route.RING)
        # The picture is made at once for what is suspected, on opening for what was put aside.
        assert ring.brief == (ring.route is not Route.RING)
        if ring.brief:
            assert (ring.grid, ring.marks, ring.shared, ring.sensitivity) == ((), (), (), ())
            continue
        assert len(ring.grid) == len(ring.members)
        assert all(len(row) == len(ring.days) for row in ring.grid)
        assert {mark.member for mark in ring.marks} == set(range(len(ring.members)))
        assert all(mark.mdtrt_id for mark in ring.marks)


def test_required_columns_are_enough(county: Any, found: Detection) -> None:
    bare = type(county.store)(county.store.home, frozenset(REQUIRED))
    # Doctors, drugs and refunds are in columns that nobody has to send.
    shown = {"outpatient", "inpatient", "pharmacy"}
    planted = [set(r["patients"]) for r in county.key["rings"] if r["channel"] in shown]
    bare_found = detect(bare)
    rings = [set(ring.patients) for ring in bare_found.rings]
    # Without terminals the groups still show; what they are called is another matter.
    assert planted
    assert all(any(len(p & r) / len(p | r) >= 0.5 for r in rings) for p in planted)
    assert set(REQUIRED) < set(TABLES)
    # Without addresses no family is suspected, and none is silently cleared.
    families = [ring for ring in found.rings if ring.route is Route.HOUSEHOLD]
    undecided = [ring for ring in bare_found.rings if ring.route is Route.UNDECIDED]
    assert len(families) > 3
    assert len(undecided) > 3
    suspected = [set(r.patients) for r in bare_found.rings if r.route is Route.RING]
    everybody = {psn_no for ring in county.key["rings"] for psn_no in ring["patients"]}
    assert all(ring & everybody for ring in suspected)
    assert all("addresses" in {reason.code for reason in ring.reasons} for ring in undecided)
    assert all(ring.route_reason and ring.route_reason_en for ring in undecided)
    assert str(len(undecided)) in bare_found.note_zh
    assert "addresses" in bare_found.note_en
    assert (found.note_zh, found.note_en) == ("", "")


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
    exchanged = keep_ids([ring], {"R-1": whole - {last} | {"X1"}})[0]
    assert (exchanged.change, exchanged.joined, exchanged.left) == (
        Change.EXCHANGED,
        (last,),
        ("X1",),
    )
    merged = keep_ids([ring], {"R-1": one, "R-2": two})[0]
    assert (merged.change, set(merged.changed_from)) == (Change.MERGED, {"R-1", "R-2"})
    parts = keep_ids([first, second], {"R-1": whole})
    assert {(p.change, p.changed_from) for p in parts} == {(Change.SPLIT, ("R-1",))}
    assert keep_ids([ring], {})[0].change is Change.NEW


def test_a_ring_that_more_than_doubled_or_lost_most_of_its_people_is_the_same(
    found: Detection,
) -> None:
    ring = max(found.rings, key=lambda r: len(r.members))
    kind = {"R-1": (ring.channel, ring.route.value)}
    part = frozenset(ring.patients[: 2 * len(ring.patients) // 5])
    assert len(part) >= 3
    grown = keep_ids([ring], {"R-1": part}, kind)[0]
    assert (grown.ring_id, grown.change) == ("R-1", Change.GROWN)
    more = frozenset(ring.patients) | {f"X{n}" for n in range(len(ring.patients) * 3 // 2)}
    shrunk = keep_ids([ring], {"R-1": more}, kind)[0]
    assert (shrunk.ring_id, shrunk.change) == ("R-1", Change.SHRUNK)
    # Two people of another ring are no reason to go on under its name.
    few = frozenset({*ring.patients[:2], "X1"})
    assert keep_ids([ring], {"R-1": few}, kind)[0].change is Change.NEW


def test_what_was_judged_of_a_ring_never_comes_to_speak_of_a_crowd_or_another_kind(
    found: Detection,
) -> None:
    ring = max(found.rings, key=lambda r: len(r.members))
    kind, third = (ring.channel, ring.route.value), len(ring.patients) // 3
    parts = [frozenset(ring.patients[n * third : (n + 1) * third]) for n in range(3)]
    few = frozenset(ring.patients[: len(ring.patients) // 4])
    for earlier, kinds in (
        ({"R-1": few}, {"R-1": kind}),
        ({"R-1": parts[0]}, {"R-1": ("refund_loop", ring.route.value)}),
        ({"R-1": parts[0]}, {"R-1": (ring.channel, "care_home")}),
        ({f"R-{n}": part for n, part in enumerate(parts)}, {f"R-{n}": kind for n in range(3)}),
    ):
        assert keep_ids([ring], earlier, kinds)[0].ring_id == ring.ring_id


def test_who_is_mostly_the_same_keeps_the_id_before_whom_it_grew_round(found: Detection) -> None:
    ring = max(found.rings, key=lambda r: len(r.members))
    half = len(ring.patients) // 2 + 1
    part = replace(ring, ring_id="R-PART", members=ring.members[:half])
    small = frozenset(member.psn_no for member in ring.members[: half - 1])
    kept = keep_ids([ring, part], {"R-1": small}, {"R-1": (ring.channel, ring.route.value)})
    assert [one.ring_id for one in kept] == [ring.ring_id, "R-1"]
