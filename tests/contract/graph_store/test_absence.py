"""Who is away, on the real store: his task reaches whoever stands in, and goes back with him."""

from datetime import timedelta

import neo4j
import pytest
from filing import AT, assigned

from casework.actors import Actor, Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands import delegation as d
from casework.refusal import Refusal
from graph.accounts.read import find_account
from graph.cases.inbox import inbox
from graph.commands import execute
from graph.delegation.away import away_on
from graph.notices.read import list_notices

pytestmark = pytest.mark.asyncio(loop_scope="session")
TODAY = local_date(AT)
LEAVE = d.RecordAbsence(
    starts_on=TODAY, ends_on=TODAY + timedelta(days=3), reason="培训", stand_in="ins2"
)


async def now_known(store: neo4j.AsyncDriver, login: str) -> Actor:
    found = await find_account(store, login)
    assert found is not None
    return found.actor


async def tasks(store: neo4j.AsyncDriver, login: str) -> list[tuple[str, str]]:
    items = await inbox(store, Viewer(await now_known(store, login)), AT)
    return [(one.title, one.instead_of) for one in items if one.kind == "task"]


async def test_a_task_reaches_whoever_stands_in(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    await execute(store, LEAVE, people["agency"], AT)
    task = c.AddTask(case_no="C1", title="核对发票", assignee="agency", due=None)
    await execute(store, task, people["ins1"], AT)
    name = people["agency"].name
    assert await tasks(store, "ins2") == [("核对发票", name)]
    assert await tasks(store, "agency") == [("核对发票", "")]
    heard = (await list_notices(store, Viewer(people["ins2"]))).notices
    assert [one.detail for one in heard if one.kind == "task"] == ["核对发票"]
    assert await away_on(store, Viewer(people["sup"]), TODAY) == {"agency": LEAVE.ends_on}
    assert await away_on(store, Viewer(people["office"]), TODAY) == {}
    done = c.FinishTask(case_no="C1", task_id="T1", result="一致")
    with pytest.raises(Refusal):
        await execute(store, done, people["ins2"], AT)
    back = d.EndAbsence(absence_id="V1", reason="提前返岗")
    await execute(store, back, people["agency"], AT)
    assert await tasks(store, "ins2") == []
    with pytest.raises(Refusal):
        await execute(store, done, await now_known(store, "ins2"), AT)
    await execute(store, LEAVE, people["agency"], AT)
    await execute(store, done, await now_known(store, "ins2"), AT)
    assert await tasks(store, "agency") == []
