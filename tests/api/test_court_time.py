"""What a demand for payment would mean, over HTTP: told by the preview and at the head of the case page."""

from typing import Any

import pytest

from tests.api.test_documents import OPEN
from tests.api.test_handling import today

PREVIEW = """
query($i: CasePressInput!) { casePressPreview(input: $i) { refused code consequences { text } } }
"""
PAGE = "query($n: String!) { caseFile(caseNo: $n) { courtTime { late by last title text } } }"


@pytest.mark.parametrize(
    ("who", "code"),
    [("head", "ROLE_REQUIRED"), ("inspector", "ILLEGAL_MOVE"), ("office", "NOT_FOUND")],
)
async def test_a_demand_that_the_law_refuses_is_refused_by_its_preview(
    world: Any, who: str, code: str
) -> None:
    given = {
        "title": "测试案", "source": "TIP", "summary": "群众举报", "conductFrom": "2025-03-01",
        "conductTo": "2025-09-30", "findingIds": [],
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
    }  # fmt: skip
    opened = await world.people["inspector"].ask(OPEN, input=given)
    number = opened["r"]["caseFile"]["case"]["caseNo"]
    press = {"caseNo": number, "way": "DIRECT", "servedOn": str(today())}
    before = await world.events()
    told = (await world.people[who].ask(PREVIEW, i=press))["casePressPreview"]
    assert (told["code"], told["consequences"]) == (code, [])
    assert await world.events() == before
    page = (await world.people["inspector"].ask(PAGE, n=number))["caseFile"]
    assert page["courtTime"] is None
