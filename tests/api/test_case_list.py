"""Whose names the list of cases tells, by who reads it."""

from typing import Any

import pytest

from tests.api.test_inspection import case_with_people

LIST = "{ cases(first: 100) { nodes { caseNo officers { account name } } } }"
BOTH = [
    {"account": "inspector", "name": "测试inspector"},
    {"account": "inspector2", "name": "测试inspector2"},
]
MASKED = [
    {"account": "", "name": "测" + "*" * len("试inspector")},
    {"account": "", "name": "测" + "*" * len("试inspector2")},
]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("anonymous", None), ("system", None), ("doctor", None), ("other_office", None),
        ("office", MASKED), ("supervisor", BOTH), ("agency", BOTH), ("head", BOTH),
    ],
)  # fmt: skip
async def test_officers_are_told_by_name(world: Any, who: str, told: Any) -> None:
    number, _ = await case_with_people(world)
    if who == "office":
        # The institution reads a case once it was told of it.
        await world.driver.execute_query(
            "MATCH (c:Case {case_no: $no}) SET c.notified = true", no=number
        )
    desk = world.browser() if who == "anonymous" else world.people[who]
    found = (await desk.raw(LIST)).get("data") or {}
    rows = (found.get("cases") or {}).get("nodes", [])
    shown = next((one["officers"] for one in rows if one["caseNo"] == number), None)
    if shown is not None:
        shown.sort(key=lambda one: len(one["name"]))
    assert shown == told
