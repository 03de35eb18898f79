"""Whose case it is goes by the own area in force: told on the day that it changes, by nobody's act."""

import asyncio
from datetime import date, timedelta

import neo4j
import pytest
from filing import AT, assigned

from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands.parameters import DecideParameter, ProposeParameter
from graph.clocks.beat import beat
from graph.commands import execute
from graph.notices.read import list_notices

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def own_area(
    store: neo4j.AsyncDriver, people: dict[str, Actor], value: str, valid_from: date
) -> None:
    given = {"name": "own_area", "value": value, "valid_from": valid_from}
    propose = ProposeParameter(**given, basis="区划调整", reason="区划调整")
    (proposed,) = await execute(store, propose, people["legal"], AT)
    approve = DecideParameter(proposal_id=str(proposed.data["proposal_id"]), approve=True)
    await execute(store, approve, people["head"], AT)


async def waits(store: neo4j.AsyncDriver) -> list[str]:
    rows, _, _ = await store.execute_query("MATCH (c:Case {case_no: 'C1'}) RETURN c.waits_for AS w")
    return list(rows[0]["w"])


async def told(store: neo4j.AsyncDriver, who: Actor) -> int:
    return len((await list_notices(store, Viewer(who))).notices)


async def test_the_day_of_a_later_area_moves_its_cases(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    filing = await waits(store)
    # Its officers have the step, by their names.
    assert filing == []
    await own_area(store, people, "340104", date(2026, 3, 12))
    await beat(store, AT + timedelta(days=9))
    assert await waits(store) == filing
    late = AT + timedelta(days=13)
    await asyncio.gather(*(beat(store, late) for _ in range(3)))
    assert await waits(store) == ["head"]
    heard = await told(store, people["head"])
    await beat(store, late + timedelta(hours=1))
    assert await told(store, people["head"]) == heard


async def test_an_area_that_takes_a_case_in_again_gives_it_its_step_back(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    filing = await waits(store)
    await own_area(store, people, "340104", date(2026, 3, 1))
    assert await waits(store) == ["head"]
    await own_area(store, people, "341623", date(2026, 3, 1))
    assert await waits(store) == filing
