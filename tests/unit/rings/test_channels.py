"""Density, shopping and refund loops: found where planted, silent beside what is lawful."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

from graph.rings.channels.base import Setting
from graph.rings.channels.crowds import Pairs, by_chance, dense_units
from graph.rings.channels.shopping import by_chance as redrawn
from graph.rings.channels.shopping import drawn, drug_of, groups_of
from graph.rings.detect import detect
from graph.rings.model import Detection, Route
from graph.rings.score import FOUND, jaccard, score_of


@pytest.fixture(scope="module")
def found(county: Any) -> Detection:
    return detect(county.store)


@pytest.mark.parametrize(
    "channel",
    ["outpatient", "inpatient", "pharmacy", "doctor_density", "refund_loop", "doctor_shopping"],
)
def test_every_planted_channel_is_found(county: Any, found: Detection, channel: str) -> None:
    rows = {row.channel: row for row in score_of(found.rings, county.key)}
    assert rows[channel].planted >= 1
    assert rows[channel].found == rows[channel].planted
    assert rows[channel].precision >= 0.9
    assert rows["all"].chance == 0


def test_the_lawful_beside_them_are_no_rings(county: Any, found: Detection) -> None:
    rings = [set(r.patients) for r in found.rings if r.route is Route.RING]
    kinds = Counter(look["kind"] for look in county.key["lookalikes"])
    for look in county.key["lookalikes"]:
        if look.get("channel") in ("doctor_density", "refund_loop", "doctor_shopping"):
            assert all(jaccard(set(look["patients"]), ring) < FOUND for ring in rings), look["kind"]
    assert {"family_doctor", "corrected_bill", "referral", "pain_patient"} <= set(kinds)


def test_months_stand_where_there_are_no_joint_days(found: Detection) -> None:
    channels = ("doctor_density", "doctor_shopping")
    monthly = [r for r in found.rings if r.channel in channels and not r.brief]
    assert monthly
    for ring in monthly:
        assert all(day.until and day.day.day == 1 and day.until > day.day for day in ring.days)
        assert sum(day.attended for day in ring.days) == len(ring.marks)
        assert {mark.doctor for mark in ring.marks} == {share.code for share in ring.doctors}
        assert ring.reasons[0].code in ("dense", "shopping")


def crowded(loyal: int, peers: int = 30, patients: int = 60, everybody: int = 0) -> Pairs:
    """Units with as many patients each; `loyal` of the first, and `everybody` of all, come ten times."""
    generator = np.random.default_rng(3)
    visits = np.minimum(generator.geometric(0.8, (peers, patients)), 3)
    visits[:, :everybody] = 10
    visits[0, :loyal] = 10
    unit = np.repeat(np.arange(peers), patients)
    zero = np.zeros(peers, dtype=np.int64)
    return Pairs(np.arange(unit.size), unit, visits.ravel(), zero, zero, 4)


def test_loyal_patients_stand_out_where_peers_have_none() -> None:
    best = dense_units(crowded(12))[0]
    assert best.unit == 0
    assert best.patients.tolist() == list(range(12))
    assert by_chance(crowded(12), Setting()).cut < best.score


def test_loyal_patients_are_usual_where_everybody_has_them() -> None:
    assert all(one.score < 5 for one in dense_units(crowded(12, everybody=10)))


def test_too_few_peers_say_nothing() -> None:
    assert dense_units(crowded(12, peers=5)) == []


def test_shoppers_share_prescribers_and_chance_does_not() -> None:
    doctors = sorted(f"d{i}" for i in range(40))
    own = {f"p{i}": frozenset({"d1", "d2", "d3", "d4"}) for i in range(8)}
    stranger = {"x": frozenset({"d9", "d10", "d11"})}
    drug = drug_of("X1", doctors, np.full(40, 20), {**own, **stranger})
    (group,) = groups_of(drug)
    assert group.members == tuple(sorted(own))
    assert group.doctors == ("d1", "d2", "d3", "d4")
    assert redrawn([drug], Setting(permutations=20)).cut < group.score


def test_prescribers_are_drawn_one_after_the_other_by_their_shares() -> None:
    generator, sums = np.random.default_rng(5), np.cumsum([8.0, 1.0, 1.0])
    pairs = [drawn(sums, 2, generator) for _ in range(3000)]
    assert all(len(set(pair)) == 2 for pair in pairs)
    # Drawn first, or second among what one of the others leaves.
    expected = 0.8 + 0.2 * 8 / 9
    assert sum(0 in pair for pair in pairs) / len(pairs) == pytest.approx(expected, abs=0.01)
    assert sum(pair[0] == 0 for pair in pairs) / len(pairs) == pytest.approx(0.8, abs=0.03)
    assert sorted(drawn(sums, 3, generator)) == [0, 1, 2]
