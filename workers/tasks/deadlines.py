"""Look at every open case and doctor's file at today's date: clocks run without anybody acting."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import neo4j

from casework.cases.state import CaseState
from casework.clocks.deadlines import Clock, deadlines
from casework.decide import fold
from casework.events import Event
from casework.points.state import PointsState
from graph.events.append import lock
from graph.events.load import load_in
from graph.events.verify import heads
from graph.projections.case import project_case
from graph.projections.points import project_points
from stack.clients import neo4j_driver, valkey
from workers.task import Task

# The desk's inboxes listen here and read again.
CHANGES: Final = "jicha:changes"
KINDS: Final = ("case:", "points:")


def work(task: Task) -> Mapping[str, Any]:
    """Renew what depends on the date (next deadline, who is waited for) and count what is overdue.

    Changes no events: a missed deadline has consequences only when a person acts on it.
    """
    overdue = asyncio.run(_renew_all(task))
    with valkey(task.endpoints) as client:
        client.publish(CHANGES, "")
    return {"overdue": dict(sorted(overdue.items())), "total": overdue.total()}


async def _renew_all(task: Task) -> Counter[str]:
    overdue: Counter[str] = Counter()
    async with neo4j_driver(task.endpoints) as driver:
        streams = [end.stream for end in await heads(driver) if end.stream.startswith(KINDS)]
        for number, stream in enumerate(streams):
            task.progress("deadlines", number, len(streams))
            async with driver.session() as session:
                events = await session.execute_write(_renew, stream, task.at)
            clocks = deadlines(events, task.at)
            overdue.update(clock.key for clock in clocks if clock.clock is Clock.OVERDUE)
        task.progress("deadlines", len(streams), len(streams))
    return overdue


async def _renew(tx: neo4j.AsyncManagedTransaction, stream: str, at: datetime) -> list[Event]:
    """Under the stream's lock, so that a command at the same moment is not overwritten."""
    await lock(tx, [stream])
    events = (await load_in(tx, [stream]))[stream]
    state = fold(stream, events)
    if isinstance(state, CaseState):
        await project_case(tx, state, events, at)
    elif isinstance(state, PointsState):
        await project_points(tx, state, events, at)
    return events
