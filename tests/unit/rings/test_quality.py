"""Rings of counties of other seeds than those the parameters were chosen on: found, and only they."""

from collections.abc import Callable
from typing import Any

from claims.county.rings import STRESS
from graph.rings.detect import detect
from graph.rings.model import Detection, Route

SEEDS = (41, 42, 43)
HIDDEN = (71, 72)


def jaccard(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b)


def suspected(found: Detection) -> list[set[str]]:
    return [set(ring.patients) for ring in found.rings if ring.route is Route.RING]


def test_rings_are_found_and_nothing_else(make_county: Callable[..., Any]) -> None:
    truth: list[set[str]] = []
    groups: list[set[str]] = []
    hits = right = 0
    for seed in SEEDS:
        county = make_county(10_000, seed)
        rings = suspected(detect(county.store))
        planted = [set(ring["patients"]) for ring in county.key["rings"]]
        found = sum(max((jaccard(p, r) for r in rings), default=0) >= 0.5 for p in planted)
        inside = sum(max(len(r & p) for p in planted) for r in rings)
        print(f"seed {seed}: {found}/{len(planted)} rings, {inside}/{sum(map(len, rings))} members")
        hits, right = hits + found, right + inside
        truth, groups = truth + planted, groups + rings
    share, precision = hits / len(truth), right / sum(map(len, groups))
    recall = right / sum(map(len, truth))
    chance = [r for r in groups if not any(r & p for p in truth)]
    print(f"rings found {share:.3f}, precision {precision:.3f}, recall {recall:.3f}")
    assert share >= 0.97
    assert precision >= 0.98
    assert recall >= 0.95
    assert not chance


def test_rings_that_hide_are_found(make_county: Callable[..., Any]) -> None:
    """Half of the members come each time, a third of them a day off, at usual fees."""
    shares = []
    right = members = 0
    for seed in HIDDEN:
        county = make_county(20_000, seed, habits=STRESS)
        rings = suspected(detect(county.store))
        planted = [set(ring["patients"]) for ring in county.key["rings"]]
        found = sum(max((jaccard(p, r) for r in rings), default=0) >= 0.5 for p in planted)
        shares.append(found / len(planted))
        right += sum(max(len(r & p) for p in planted) for r in rings)
        members += sum(map(len, rings))
        print(f"stress seed {seed}: {found}/{len(planted)} rings, {right}/{members} members")
    assert min(shares) >= 0.75
    assert sum(shares) / len(shares) >= 0.85
    assert right / members >= 0.97


def test_a_county_without_rings_gives_none(make_county: Callable[..., Any]) -> None:
    for seed in (51, 52):
        found = detect(make_county(8_000, seed, fraud=False).store)
        assert suspected(found) == []


def test_lawful_groups_are_routed_with_a_reason_and_kept(county: Any) -> None:
    rings = detect(county.store).rings
    homes = {
        "care_home": Route.CARE_HOME,
        "village_round": Route.PERIODIC,
        "weekly_round": Route.PERIODIC,
    }
    for look in county.key["lookalikes"]:
        if look["kind"] in homes and "route" in look:
            match = [r for r in rings if jaccard(set(r.patients), set(look["patients"])) >= 0.5]
            assert match, look["kind"]
            assert {r.route for r in match} == {homes[look["kind"]]}
            assert all(r.route_reason for r in match)
    assert Route.HOUSEHOLD in {ring.route for ring in rings}
