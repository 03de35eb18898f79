"""Deadlines as of a day are those that were known then, of a case and of a doctor's file."""

from datetime import timedelta

import neo4j
import pytest
from filing import AT, assigned

from casework.actors import Actor
from casework.clocks.calendars import day_end, local_date
from casework.clocks.deadlines import Deadline
from casework.commands import case as c
from cli.clock import deadlines_of
from graph.commands import execute

pytestmark = pytest.mark.asyncio(loop_scope="session")
LATER = AT + timedelta(days=10)


async def as_of(
    store: neo4j.AsyncDriver, actor: Actor, days: int, *, known: bool = True
) -> dict[str, Deadline]:
    day = local_date(AT) + timedelta(days=days)
    found = await deadlines_of(store, actor, "C1", day_end(day), day if known else None)
    return {one.id: one for one in found}


async def test_of_what_came_later_the_day_knows_nothing(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    more = c.ProposeExtension(case_no="C1", reason="核查")
    await execute(store, more, people["ins1"], LATER)
    consent = c.ReviewSubmission(
        case_no="C1", matter=c.Matter.MORE_TIME, outcome=c.Outcome.APPROVED
    )
    await execute(store, consent, people["sup"], LATER)
    await execute(store, c.ExtendClue(case_no="C1", reason="核查"), people["head"], LATER)
    before, after = await as_of(store, people["head"], 5), await as_of(store, people["head"], 10)
    assert (before["clue_check"].units, after["clue_check"].units) == (15, 30)
    assert before["clue_check"].due == (await as_of(store, people["sup"], 9))["clue_check"].due
    assert not await as_of(store, people["head"], -1)
    today = await as_of(store, people["head"], 5, known=False)
    assert today["clue_check"].units == 30
