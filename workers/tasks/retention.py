"""Renew the locks of evidence whose file is open or was closed, and of volumes kept for ever. Run by
the beat, and after acts that change how long something is kept; twice changes nothing."""

import asyncio
from collections.abc import Mapping
from typing import Any

from evidence.s3 import S3Store
from stack.clients import neo4j_driver, object_client
from workers.holding import renew_locks, renew_volumes
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``case_no``, to look at one case only."""
    store = S3Store(object_client(task.endpoints))
    store.prepare()
    return asyncio.run(_renew(task, store))


async def _renew(task: Task, store: S3Store) -> dict[str, Any]:
    async with neo4j_driver(task.endpoints) as driver:
        case_no, at = task.args.get("case_no"), task.at
        extended = await renew_locks(driver, store, at, case_no=case_no, progress=task.progress)
        volumes = await renew_volumes(driver, store, at, case_no=case_no)
        return {"extended": extended, "volumes": volumes}
