"""Seal the dossier of a case. The same case gives the same bytes, recorded once."""

import asyncio
from collections.abc import Mapping
from typing import Any

from evidence.s3 import S3Store
from graph.calendar.entered import know_years
from stack.clients import neo4j_driver, object_client
from workers.people import actor_of
from workers.sealing import Sealing, dossier_name, seal_case
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: ``case_no``. Kept in the vault; acts as who created the job, with
    that person's permissions. Raises what blocks the dossier."""
    return asyncio.run(_work(task))


async def _work(task: Task) -> Mapping[str, Any]:
    case_no, job_id = str(task.args["case_no"]), task.job.job_id
    folder = task.settings.home / "tmp"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = folder / f"{job_id}.sealed"
    store = S3Store(object_client(task.endpoints))
    async with neo4j_driver(task.endpoints) as driver:
        await know_years(driver)
        actor = await actor_of(driver, task.job.by)
        sealing = Sealing(actor, case_no, aside, task.at, once=job_id)
        try:
            made, registered = await seal_case(driver, store, task.settings, sealing, task.progress)
        finally:
            aside.unlink(missing_ok=True)
    return {
        "case_no": case_no,
        "file_name": dossier_name(made),
        "sha256": made.sha256,
        "sm3": made.sm3,
        "size": made.size,
        "registered": registered,
    }
