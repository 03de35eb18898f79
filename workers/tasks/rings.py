"""Detect rings and write them to the map; the same data and seed give the same rings."""

import asyncio
from collections.abc import Mapping
from typing import Any

from claims.stands_for import StandsFor
from claims.store import ClaimStore
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.model import Detection
from graph.rings.write_back import write_back
from graph.sameness.judged import judged_one
from stack.clients import neo4j_driver
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``seed``."""
    seed = int(task.args.get("seed", 7))
    one = asyncio.run(_judged(task))
    found = detect(ClaimStore(task.settings.home, one), seed=seed, progress=task.progress)
    # Last look before writing: a cancelled or lost job must not replace the map's rings.
    task.progress("rings:write", 0, len(found.rings))
    written = asyncio.run(_write(task, found))
    return {
        "rings": len(written.rings),
        "note": written.note_zh,
        "channels": [{"channel": r.channel, "note": r.note_zh} for r in written.channels],
    }


async def _judged(task: Task) -> StandsFor:
    """Which numbers people judged to be one."""
    async with neo4j_driver(task.endpoints) as driver:
        return await judged_one(driver)


async def _write(task: Task, found: Detection) -> Detection:
    async with neo4j_driver(task.endpoints) as driver:
        await migrate(driver)
        return await write_back(driver, found, task.at, task.job.job_id)
