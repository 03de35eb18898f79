"""Over HTTP: a table of the bureau's, row by row and from a workbook; proposed by one, decided by another."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from casework.clocks.calendars import local_date
from casework.points.parameters import parameters
from graph.points.workbook import table_book

pytestmark = pytest.mark.asyncio(loop_scope="session")
ROWS = """{ bureauParameters { rows { name shown cells columns { name title choices { value title } }
  history { value cells } waiting { proposalId cells consequences } } }
  pharmacyActs { act title points refuse } pharmacyLevels { points title lifts } }"""
PREVIEW = """query($i: ParameterProposeInput!) {
  parameterProposePreview(input: $i) { refused consequences { text } } }"""
NAME = "pharmacy_acts"
VALUE = "1 | 串换药品 | 8 | 拒付 | 第三条\n2 | 药师不在岗 | 1 | 不拒付"
OUTSIDE = ("office", "other_office", "doctor", "party", "system")


def change(ahead: int = 36500) -> dict[str, Any]:
    """Far ahead: other tests of this bureau keep the packaged table."""
    day = local_date(datetime.now(UTC)) + timedelta(days=ahead)
    return {
        "name": NAME, "value": VALUE, "basis": "云医保〔2026〕7号", "reason": "按本市服务协议",
        "validFrom": str(day),
    }  # fmt: skip


async def row(desk: Any, name: str = NAME) -> tuple[dict[str, Any], dict[str, Any]]:
    told = await desk.ask(ROWS)
    return next(one for one in told["bureauParameters"]["rows"] if one["name"] == name), told


async def look(world: Any, who: str, body: bytes, name: str = NAME) -> Any:
    desk = world.people[who] if who != "anonymous" else world.browser()
    headers = {"X-CSRF-Token": desk.csrf}
    return await desk.http.request(
        "POST", f"/workbook/parameter/{name}", content=body, headers=headers
    )


async def test_a_table_shows_its_rows_and_a_workbook_brings_others(world: Any) -> None:
    legal = world.people["legal"]
    before, told = await row(legal)
    assert [one["name"] for one in before["columns"]] == [
        "act", "zh", "points", "refuse", "basis", "en",
    ]  # fmt: skip
    assert len(before["cells"]) == len(told["pharmacyActs"]) == 5
    written = await world.events()
    body = table_book(parameters()[NAME], VALUE)
    brought = await look(world, "legal", body)
    assert brought.status_code == 200, brought.text
    cells = [
        ["1", "串换药品", "8", "yes", "第三条", ""],
        ["2", "药师不在岗", "1", "no", "", ""],
    ]
    assert brought.json() == {"cells": cells}
    for who in ("inspector", "agency", *OUTSIDE, "anonymous"):
        assert (await look(world, who, body)).status_code in (401, 403, 404), who
    assert (await look(world, "legal", body, "holidays")).status_code == 404
    assert (await look(world, "legal", b"x")).status_code in (400, 409, 422)
    assert await world.events() == written
    out = await legal.http.get(f"/export/parameter-table/{NAME}.xlsx")
    assert out.status_code == 200
    again = await look(world, "legal", out.content)
    assert again.json()["cells"] == before["cells"]
    for who in OUTSIDE:
        answer = await world.people[who].http.get(f"/export/parameter-table/{NAME}.xlsx")
        assert answer.status_code == 404, who


async def test_a_table_is_proposed_and_decided_by_two_and_changes_nothing_before_its_day(
    world: Any,
) -> None:
    legal, head, given = world.people["legal"], world.people["head"], change()
    told = (await legal.ask(PREVIEW, i=given))["parameterProposePreview"]
    assert told["refused"] is None
    assert "新增：1 串换药品 8 分 拒付 第三条" in [one["text"] for one in told["consequences"]]
    wrong = {**given, "value": VALUE.replace("| 8 |", "| 0 |")}
    assert (
        "第 1 行“扣分”" in (await legal.ask(PREVIEW, i=wrong))["parameterProposePreview"]["refused"]
    )
    written = await world.events()
    for who in ("inspector", "agency", *OUTSIDE):
        answer = await world.people[who].act("parameterPropose", **given)
        assert answer["__typename"] in ("NotPermitted", "NotFound"), (who, answer)
    for refused in (wrong, change(-1)):
        answer = await legal.act("parameterPropose", **refused)
        assert answer["__typename"] != "ParameterSuccess"
    assert await world.events() == written
    assert (await legal.act("parameterPropose", **given))["__typename"] == "ParameterSuccess"
    waiting = (await row(head))[0]["waiting"]
    assert len(waiting["cells"]) == 2
    decide = {"proposalId": waiting["proposalId"], "approve": True}
    written = await world.events()
    for who in ("legal", "inspector", "office", "doctor"):
        answer = await world.people[who].act("parameterDecide", **decide)
        assert answer["__typename"] != "ParameterSuccess", who
    assert await world.events() == written
    assert (await head.act("parameterDecide", **decide))["__typename"] == "ParameterSuccess"
    after, all_told = await row(head)
    assert after["history"][0]["cells"] == waiting["cells"]
    # Its day has not come: the page and the choice of a handling show the table of today.
    assert len(after["cells"]) == len(all_told["pharmacyActs"]) == 5


async def test_the_grounds_that_the_law_names_stay_in_the_table_of_circumstances(
    world: Any,
) -> None:
    legal, name = world.people["legal"], "discretion_factors"
    before, _ = await row(legal, name)
    listed = await legal.ask("{ discretionFactors { factor } }")
    assert [one["factor"] for one in listed["discretionFactors"]] == [
        one[0] for one in before["cells"]
    ]
    kept = [line for line in parameters()[name].default.splitlines() if "merit" not in line]
    given = {**change(), "name": name, "value": "\n".join(kept)}
    written = await world.events()
    told = (await legal.ask(PREVIEW, i=given))["parameterProposePreview"]
    assert "处罚法第三十二条" in told["refused"]
    assert (await legal.act("parameterPropose", **given))["__typename"] != "ParameterSuccess"
    assert await world.events() == written
