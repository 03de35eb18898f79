"""Detect rings and write them to the map; the same data and seed give the same rings."""

import asyncio
from collections.abc import Mapping
from typing import Any

from graph.rings.model import Detection
from graph.rings.renew import renew
from stack.clients import neo4j_driver
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``seed``. Persons of record errors are counted; the run keeps who they are."""
    written = asyncio.run(_renew(task, int(task.args.get("seed", 7))))
    return {
        "rings": len(written.rings),
        "record_errors": len(written.oddities),
        "note": written.note_zh,
        "channels": [{"channel": r.channel, "note": r.note_zh} for r in written.channels],
    }


async def _renew(task: Task, seed: int) -> Detection:
    async with neo4j_driver(task.endpoints) as driver:
        return await renew(
            driver,
            task.settings.home,
            task.at,
            task.job.job_id,
            seed=seed,
            progress=task.progress,
        )
