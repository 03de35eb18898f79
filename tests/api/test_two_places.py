"""A doctor with two places of practice: the secretary of each speaks, a stranger does not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import points as p
from casework.commands import restoration as r
from graph.commands import execute
from tests.api.conftest import _account
from tests.api.test_restoration_lists import learned, person, without_file

PAGE = """query($c: String!) { pointsDetail(pracPsnCode: $c) { nextActions { act }
  restoration { step parties { body name asked owing outcome opinion } } } }"""
INBOX = "{ inbox { waiting { kind target detail } } }"


@pytest.fixture
async def waiting(world: Any) -> str:
    """A doctor of both hospitals whose application waits for their party organisations."""
    code, at = await without_file(world), datetime.now(UTC)
    await world.county_rule()
    await learned(world, code, at)
    second = p.AddPracticePoint(prac_psn_code=code, fixmedins_code=world.other_hospital)
    await execute(world.driver, second, await person(world, "agency"), at)
    send = r.SubmitRestoration(prac_psn_code=code)
    await execute(world.driver, send, await person(world, "office"), at)
    secretaries = {"other_party": world.other_hospital, "far_party": "H99999900001"}
    for name, house in secretaries.items():
        if name not in world.people:
            roles = frozenset({Role.PARTY_SECRETARY})
            await _account(world, name, roles, house, None, at)
            world.people[name] = await world.sign_in(name)
    return code


async def _owing(world: Any, who: str, code: str) -> list[str]:
    page = (await world.people[who].ask(PAGE, c=code))["pointsDetail"]
    return [one["body"] for one in page["restoration"]["parties"] if one["owing"]]


async def test_each_secretary_speaks_and_nobody_else(world: Any, waiting: str) -> None:
    yes = {"pracPsnCode": waiting, "outcome": "APPROVED", "reasons": ""}
    assert await _owing(world, "supervisor", waiting) == [world.hospital, world.other_hospital]
    for who, wanted in (
        ("far_party", "NotFound"),
        ("office", "NotPermitted"),
        ("other_office", "NotPermitted"),
        ("doctor", "NotFound"),
        ("supervisor", "NotPermitted"),
        ("head", "NotPermitted"),
    ):
        before = await world.events()
        refused = await world.people[who].act("restorationPartyOpinion", **yes)
        assert refused["__typename"] in (wanted, "NotFound"), (who, refused)
        assert await world.events() == before, who
    first = await world.people["party"].act("restorationPartyOpinion", **yes)
    assert first["__typename"] == "PointsSuccess", first
    before = await world.events()
    twice = await world.people["party"].act("restorationPartyOpinion", **yes)
    assert twice.get("code") == "PARTY_SPOKEN", twice
    assert await world.events() == before
    assert await _owing(world, "party", waiting) == [world.other_hospital]
    await _waits_for_the_second(world, waiting)
    no = {**yes, "outcome": "REFUSED", "reasons": "整改未完成"}
    second = await world.people["other_party"].act("restorationPartyOpinion", **no)
    assert second["__typename"] == "PointsSuccess", second
    page = (await world.people["supervisor"].ask(PAGE, c=waiting))["pointsDetail"]["restoration"]
    assert page["step"] == "centre"
    assert [(one["outcome"], one["owing"]) for one in page["parties"]] == [
        ("approved", False),
        ("refused", False),
    ]
    assert page["parties"][1]["opinion"] == "整改未完成"


async def _waits_for_the_second(world: Any, code: str) -> None:
    """Its own secretary finds it, with the name of the body that is missing; the first no longer does."""
    target = f"/points/{code}"
    names = (await world.people["party"].ask(PAGE, c=code))["pointsDetail"]["restoration"]
    missing = next(one["name"] for one in names["parties"] if one["owing"])
    for who, there in (("other_party", True), ("party", False), ("far_party", False)):
        found = (await world.people[who].ask(INBOX))["inbox"]["waiting"]
        told = [one["detail"] for one in found if one["target"] == target]
        assert bool(told) is there, who
        assert all(f"尚待{missing}党组织" in one for one in told)
