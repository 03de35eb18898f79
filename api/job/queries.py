"""Running and finished jobs."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import strawberry

from api.context import Context, Info, still_here
from api.ids import key_of
from api.job.convert import job_of
from api.job.permission import follows_jobs, permit_jobs
from api.job.types import Job
from api.paging import page_size
from casework.actors import BUREAU, Actor
from stack import jobs_async
from stack.errors import JobUnknown


async def load_job(context: Context, job_id: str) -> Job | None:
    """A job; None when its record is gone."""
    actor = permit_jobs(context.actor)
    try:
        job = await jobs_async.get(context.services.valkey, job_id)
    except JobUnknown:
        return None
    return job_of(job, actor, context.language)


@strawberry.type
class JobQueries:
    """The tray of running jobs."""

    @strawberry.field
    async def jobs(self, info: Info, first: int = 20) -> list[Job]:
        """The newest jobs; none for people to whom jobs do not exist."""
        context = info.context
        actor = context.actor
        if not follows_jobs(actor):
            return []
        found = await jobs_async.recent(context.services.valkey, page_size(first))
        return [job_of(job, actor, context.language) for job in found]

    @strawberry.field
    async def job(self, info: Info, id: strawberry.ID) -> Job | None:
        """One job."""
        return await load_job(info.context, key_of(id, "Job"))


@strawberry.type
class JobSubscriptions:
    """Jobs as they move."""

    @strawberry.subscription
    async def job_progress(self, info: Info) -> AsyncGenerator[Job, None]:
        """Each job that moved; refetch what it changed when it is done."""
        context = info.context
        actor: Actor | None = permit_jobs(context.actor)
        valkey = context.services.valkey
        async for news in jobs_async.changes(valkey):
            actor = await still_here(context)
            if actor is None:
                return
            permit_jobs(actor)
            try:
                yield job_of(await jobs_async.get(valkey, news["job_id"]), actor, context.language)
            except JobUnknown:
                continue

    @strawberry.subscription
    async def changed(self, info: Info) -> AsyncGenerator[str, None]:
        """Names of streams that changed (``case:…``, ``points:…``): refetch what shows them.

        Only the noun leaves the server for people outside the bureau; what they may see of it is
        decided by the query that follows.
        """
        context = info.context
        _ = context.actor
        async with context.services.valkey.pubsub() as channel:
            await channel.subscribe("jicha:changes")
            async for message in channel.listen():
                if message["type"] == "message":
                    actor = await still_here(context)
                    if actor is None:
                        return
                    inside = bool(actor.roles & BUREAU)
                    stream = str(message["data"])
                    yield stream if inside else stream.partition(":")[0]
