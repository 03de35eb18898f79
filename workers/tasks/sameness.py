"""Search for records that may be one person, doctor or institution."""

import asyncio
from collections.abc import Mapping
from typing import Any

from claims.store import ClaimStore
from graph.migrate import migrate
from graph.sameness.find import find_same
from graph.sameness.model import SameKind, Search
from graph.sameness.write_back import write_back
from stack.clients import neo4j_driver
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """All three kinds, each replacing its unjudged pairs; no arguments."""
    store = ClaimStore(task.settings.home)
    found = {kind: find_same(store, kind, task.progress) for kind in SameKind}
    task.progress("same:write", 0, sum(len(search.found) for search in found.values()))
    asyncio.run(_write(task, found))
    return {kind.value: len(search.found) for kind, search in found.items()}


async def _write(task: Task, found: Mapping[SameKind, Search]) -> None:
    async with neo4j_driver(task.endpoints) as driver:
        await migrate(driver)
        for kind, search in found.items():
            await write_back(driver, kind, search, task.at, task.job.job_id)
