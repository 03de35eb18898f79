"""Bind the volumes of a closed case."""

import asyncio
from collections.abc import Mapping
from typing import Any

from evidence.s3 import S3Store
from graph.calendar.entered import know_years
from stack.clients import neo4j_driver, object_client
from workers.binding import Order, bind_case
from workers.people import actor_of
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: ``case_no``. Acts as who created the job, with that person's permissions, and at the
    time of its creation, so that a job that runs again binds the same volumes byte for byte."""
    return asyncio.run(_work(task))


async def _work(task: Task) -> Mapping[str, Any]:
    store = S3Store(object_client(task.endpoints))
    async with neo4j_driver(task.endpoints) as driver:
        await know_years(driver)
        actor = await actor_of(driver, task.job.by)
        order = Order(actor, str(task.args["case_no"]), task.job.created_at, once=task.job.job_id)
        return await bind_case(driver, store, task.settings, order, task.progress)
