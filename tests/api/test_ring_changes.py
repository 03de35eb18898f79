"""Rings over HTTP: what became of them since the last run, and for whose eyes."""

from typing import Any

import pytest

CHANGE = "query($id: ID!) { ringChange(id: $id) { change changedFrom before joined { psnNo } } }"


async def first_ring(world: Any) -> dict[str, Any]:
    found = await world.people["inspector"].ask(
        "{ rings(first: 1) { nodes { id ringId change } } }"
    )
    ring: dict[str, Any] = found["rings"]["nodes"][0]
    return ring


async def test_a_ring_tells_its_change(world: Any) -> None:
    ring = await first_ring(world)
    assert ring["change"] == "new"
    for key in (ring["id"], ring["ringId"]):
        found = (await world.people["inspector"].ask(CHANGE, id=key))["ringChange"]
        assert found == {"change": "new", "changedFrom": [], "before": None, "joined": []}


async def test_the_list_is_filtered_by_change(world: Any) -> None:
    query = "query($c: String!) { rings(filter: {change: $c}, first: 5) { totalCount } }"
    desk = world.people["inspector"]
    everything = (await desk.ask("{ rings { totalCount } }"))["rings"]["totalCount"]
    counts = {c: (await desk.ask(query, c=c))["rings"]["totalCount"] for c in ("new", "ended")}
    assert counts == {"new": everything, "ended": 0}
    assert everything


@pytest.mark.parametrize("actor", ["anonymous", "other_office", "doctor", "system", "security"])
async def test_a_change_is_the_bureaus(world: Any, actor: str) -> None:
    ring = await first_ring(world)
    desk = world.browser() if actor == "anonymous" else world.people[actor]
    body = await desk.raw(CHANGE, id=ring["ringId"])
    assert (body["data"] or {}).get("ringChange") is None
