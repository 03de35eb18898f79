"""Seal a day: the Merkle root of all chain heads, written under lock."""

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Any

from evidence.s3 import S3Store
from evidence.seal import Head, write_seal
from graph.events.verify import heads
from stack.clients import neo4j_driver, object_client
from workers.schedule import SHANGHAI
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``day``, by default today in Beijing. A sealed day stays as it is."""
    wanted = task.args.get("day")
    day = date.fromisoformat(wanted) if wanted else task.at.astimezone(SHANGHAI).date()
    store = S3Store(object_client(task.endpoints))
    store.prepare()
    found = asyncio.run(_heads(task))
    task.progress("seal", 0, len(found))
    seal = write_seal(store, found, day, task.at)
    size = len(seal.heads)
    return {"day": day.isoformat(), "root": seal.root, "sha256": seal.sha256, "heads": size}


async def _heads(task: Task) -> list[Head]:
    async with neo4j_driver(task.endpoints) as driver:
        return [Head(end.stream, end.version, end.hash) for end in await heads(driver)]
