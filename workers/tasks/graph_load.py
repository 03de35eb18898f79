"""Bring the map to the state of the claim store."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from claims.store import ClaimStore
from graph.load.run import load
from stack.clients import neo4j_driver
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """Always online: the offline way stops Neo4j under the desk, which only ``jicha graph load``
    at the terminal may do. Resumable: what is there already is not written again."""
    return asyncio.run(_load(task))


async def _load(task: Task) -> Mapping[str, Any]:
    store = ClaimStore(task.settings.home)
    async with neo4j_driver(task.endpoints) as driver:
        report = await load(driver, store, at=task.at, progress=task.progress, way="online")
    return asdict(report)
