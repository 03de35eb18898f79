"""Look at every open case and doctor's file at today's date: clocks run without anybody acting."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from graph.clocks.beat import alone, mark, renew
from graph.events.verify import heads
from stack.clients import neo4j_driver, valkey
from workers.task import Task

# The desk's inboxes listen here and read again.
CHANGES: Final = "jicha:changes"
KINDS: Final = ("case:", "points:", "measures:")


def work(task: Task) -> Mapping[str, Any]:
    """Once a day, over everything: renew what depends on the date, mark what is due.

    The minute's beat marks by itself what the projections announce; this is the net below it.
    """
    said = asyncio.run(_all(task))
    with valkey(task.endpoints) as client:
        client.publish(CHANGES, "")
    return {"marked": dict(sorted(said.items())), "total": said.total()}


async def _all(task: Task) -> Counter[str]:
    said: Counter[str] = Counter()
    async with neo4j_driver(task.endpoints) as driver:
        streams = [end.stream for end in await heads(driver) if end.stream.startswith(KINDS)]
        for number, stream in enumerate(streams):
            task.progress("deadlines", number, len(streams))
            said += await alone(mark, driver, stream, task.at)
            await alone(renew, driver, stream, task.at)
        task.progress("deadlines", len(streams), len(streams))
    return said
