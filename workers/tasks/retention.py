"""Renew the locks of evidence whose file is open or was closed. Run by the beat, and after acts
that change how long something is kept; twice changes nothing."""

import asyncio
from collections.abc import Mapping
from typing import Any

from evidence.s3 import S3Store
from stack.clients import neo4j_driver, object_client
from workers.holding import renew_locks
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``case_no``, to look at one case only."""
    store = S3Store(object_client(task.endpoints))
    store.prepare()
    extended = asyncio.run(_renew(task, store))
    return {"extended": extended}


async def _renew(task: Task, store: S3Store) -> list[str]:
    async with neo4j_driver(task.endpoints) as driver:
        case_no = task.args.get("case_no")
        return await renew_locks(driver, store, task.at, case_no=case_no, progress=task.progress)
