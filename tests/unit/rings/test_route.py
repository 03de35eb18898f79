"""Which queue a group comes to, and that it says why; nothing lawful, and it stays suspected."""

from dataclasses import replace
from typing import Any

import pytest

from graph.rings.context import Context
from graph.rings.model import Route
from graph.rings.route import route

#: Twelve strangers who come together again and again, with dear bills.
RING = Context(
    members=12,
    events=8,
    attendance=0.9,
    on_day=0.9,
    doctor_share=0.9,
    minutes_share=0.8,
    fee_ratio=2.4,
    periodic_share=0.1,
    known_homes=1.0,
    home_share=0.1,
    home="云溪县河湾镇三组12号",
    homes=12,
    home_neighbours=3,
    household_share=0.0,
    family_members=0,
    phone_share=0.0,
    account_share=0.0,
    staff_share=0.1,
    staff="云溪纺织厂",
    elderly_share=0.2,
    minor_share=0.0,
    local_share=0.1,
    regular_share=0.1,
    steady_share=0.1,
)


@pytest.mark.parametrize(
    ("queue", "changed"),
    [
        (Route.RING, {}),
        (Route.CARE_HOME, {"home_share": 0.9, "home": "云溪县敬老院"}),
        (Route.CARE_HOME, {"home_share": 0.9, "elderly_share": 0.9, "home_neighbours": 60}),
        (Route.HOUSEHOLD, {"members": 5, "family_members": 4}),
        (Route.HOUSEHOLD, {"members": 8, "household_share": 0.8, "homes": 2}),
        # Pupils, or people of one employer, at usual fees: check-ups and follow-up days.
        (Route.FOLLOW_UP, {"minor_share": 0.9, "fee_ratio": 1.1}),
        (Route.FOLLOW_UP, {"staff_share": 0.8, "fee_ratio": 1.1}),
        (Route.RING, {"minor_share": 0.9}),
        (Route.RING, {"staff_share": 0.8}),
        # A beat speaks without any diagnosis.
        (Route.PERIODIC, {"regular_share": 0.8, "fee_ratio": 1.1, "periodic_share": 0.0}),
        (Route.PERIODIC, {"steady_share": 0.8, "fee_ratio": 1.1, "periodic_share": 0.0}),
        (Route.RING, {"regular_share": 0.8}),
        # The diagnoses are the institution's own: they alone carry nothing.
        (Route.RING, {"periodic_share": 1.0, "fee_ratio": 1.1}),
        (Route.UNDECIDED, {"known_homes": 0.2, "fee_ratio": 1.1}),
        (Route.RING, {"known_homes": 0.2}),
    ],
)
def test_a_group_comes_to_its_queue_and_says_why(queue: Route, changed: dict[str, Any]) -> None:
    found = route(replace(RING, **changed))
    assert found.route is queue
    assert bool(found.zh) == bool(found.en) == (queue is not Route.RING)
