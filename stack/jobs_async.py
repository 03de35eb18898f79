"""`stack.jobs` for the API's event loop: the same records, an async client."""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

import redis.asyncio

from stack.jobs import (
    CHANNEL,
    INDEX,
    Job,
    cancel_fields,
    fields_of,
    ids_of,
    job_key,
    mapping,
    new_record,
    news,
    parse,
)

Client = redis.asyncio.Redis


async def create(client: Client, kind: str, args: Mapping[str, Any], by: str, at: datetime) -> str:
    """Record a queued job; returns its id. Send the task afterwards."""
    record = new_record(kind, args, by, at)
    pipe = client.pipeline()
    pipe.hset(job_key(record["job_id"]), mapping=mapping(record))
    pipe.zadd(INDEX, {record["job_id"]: at.timestamp()})
    pipe.publish(CHANNEL, news(record))
    await pipe.execute()
    return record["job_id"]


async def get(client: Client, job_id: str) -> Job:
    """The job's record. Raises `JobUnknown`."""
    return parse(fields_of(await client.hgetall(job_key(job_id))), job_id)


async def recent(client: Client, limit: int = 50) -> list[Job]:
    """The newest jobs first."""
    ids = ids_of(await client.zrevrange(INDEX, 0, limit - 1))
    pipe = client.pipeline()
    for job_id in ids:
        pipe.hgetall(job_key(job_id))
    found = [fields_of(item) for item in await pipe.execute()]
    return [parse(fields, job_id) for job_id, fields in zip(ids, found, strict=True) if fields]


async def request_cancel(client: Client, job_id: str, at: datetime) -> Job:
    """Ask a job to stop; see `stack.jobs.request_cancel`."""
    job = await get(client, job_id)
    if job.finished:
        return job
    await client.hset(job_key(job_id), mapping=mapping(cancel_fields(job, at)))
    await client.publish(CHANNEL, news(fields_of(await client.hgetall(job_key(job_id)))))
    return await get(client, job_id)


async def changes(client: Client) -> AsyncIterator[dict[str, Any]]:
    """Each change of any job as `{"job_id","kind","by","state","phase","done","total"}`."""
    async with client.pubsub() as channel:
        await channel.subscribe(CHANNEL)
        async for message in channel.listen():
            if message["type"] == "message":
                yield json.loads(message["data"])
