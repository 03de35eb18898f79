"""A lease with heartbeat for each running job, outside the broker.

Celery gives a killed worker's task to another only after an hour. A lease ends by itself
`LEASE_SECONDS` after the last heartbeat; `requeue_expired`, run every few seconds by beat, then
queues the job again. A second delivery of a live job gets no lease and exits at once.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import redis

from stack.errors import StackError
from stack.jobs import (
    CHANNEL,
    INDEX,
    KEEP,
    Job,
    fields_of,
    get,
    ids_of,
    job_key,
    mapping,
    news,
    parse,
    stamp,
)

LEASE_SECONDS = 15.0
HEARTBEAT_SECONDS = 4.0
# The desk need not hear more often than this, however fast the rows fly.
REPORT_SECONDS = 0.25
RENEW = "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('pexpire',KEYS[1],ARGV[2]) end return 0"
RELEASE = "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) end return 0"
Clock = Callable[[], datetime]


class JobCancelled(StackError):
    """Somebody asked the job to stop; raised by `Lease.progress`."""

    code = "job_cancelled"
    exit_code = 4


class LeaseLost(StackError):
    """The lease ran out (the process was asleep or the broker away); another may run the job."""

    code = "lease_lost"


def lease_key(job_id: str) -> str:
    """Name of the key whose life is the lease."""
    return f"{job_key(job_id)}:lease"


class Lease:
    """The right to run one job now. `progress` is the progress callback of the rooms."""

    def __init__(self, client: redis.Redis, job: Job, clock: Clock) -> None:
        self.client, self.job, self.clock = client, job, clock
        self.token = uuid4().hex
        self._lost = threading.Event()
        self._ended = threading.Event()
        self._reported = 0.0
        self._phase = ""

    def take(self) -> bool:
        """Get the lease; False when a live worker has it or the job is finished."""
        name, ttl = lease_key(self.job.job_id), int(LEASE_SECONDS * 1000)
        if not self.client.set(name, self.token, nx=True, px=ttl):
            return False
        if get(self.client, self.job.job_id).finished:
            self.release()
            return False
        self._write(
            state="running", started_at=stamp(self.clock()), attempt=str(self.job.attempt + 1)
        )
        threading.Thread(target=self._beat, name="lease", daemon=True).start()
        return True

    def _beat(self) -> None:
        """Renew until ended; a broker that is away for longer than the lease means it is lost."""
        name, last = lease_key(self.job.job_id), time.monotonic()
        while not self._ended.wait(HEARTBEAT_SECONDS):
            try:
                if not self.client.eval(RENEW, 1, name, self.token, int(LEASE_SECONDS * 1000)):
                    self._lost.set()
                    return
                last = time.monotonic()
            except redis.RedisError:
                if time.monotonic() - last > LEASE_SECONDS:
                    self._lost.set()
                    return

    def progress(self, phase: str, done: int, total: int | None) -> None:
        """Report rows done. Raises `JobCancelled` or `LeaseLost`: stop at once, undo what is half."""
        if self._lost.is_set():
            raise LeaseLost("任务租约已失效，本进程停止", "the job's lease was lost; stopping here")
        now = time.monotonic()
        if phase == self._phase and now - self._reported < REPORT_SECONDS:
            return
        self._phase, self._reported = phase, now
        fields = self._write(phase=phase, done=str(done), total="" if total is None else str(total))
        if fields.get("cancel") == "1":
            raise JobCancelled("任务已按要求取消", "the job was cancelled on request")

    def done(self, result: Mapping[str, Any]) -> None:
        """Record success."""
        text = json.dumps(dict(result), ensure_ascii=False, default=str)
        self._finish(state="done", result=text)

    def failed(self, code: str, message_zh: str, message_en: str) -> None:
        """Record failure with the words that the user sees."""
        error = {"code": code, "message_zh": message_zh, "message_en": message_en}
        self._finish(state="failed", error=json.dumps(error, ensure_ascii=False))

    def cancelled(self) -> None:
        """Record that it stopped on request."""
        self._finish(state="cancelled")

    def _finish(self, **fields: str) -> None:
        if self._lost.is_set():
            raise LeaseLost(
                "任务租约已失效，结果不记录", "the lease was lost; outcome not recorded"
            )
        self._write(**fields, finished_at=stamp(self.clock()))
        self.client.expire(job_key(self.job.job_id), KEEP)

    def _write(self, **fields: str) -> dict[str, str]:
        name = job_key(self.job.job_id)
        self.client.hset(name, mapping=mapping(fields))
        record = fields_of(self.client.hgetall(name))
        self.client.publish(CHANNEL, news(record))
        return record

    def release(self) -> None:
        """Give the lease back; harmless when it is lost."""
        self._ended.set()
        self.client.eval(RELEASE, 1, lease_key(self.job.job_id), self.token)


@contextmanager
def lease(client: redis.Redis, job_id: str, clock: Clock) -> Iterator[Lease | None]:
    """Run a job under its lease: None when it must not run here (live elsewhere, finished, gone).

    An exception in the body records nothing: call `failed` for what the user should read. A job
    left `running` without lease is queued again.
    """
    fields = fields_of(client.hgetall(job_key(job_id)))
    taken = Lease(client, parse(fields, job_id), clock) if fields else None
    if taken is None or not taken.take():
        yield None
        return
    try:
        yield taken
    finally:
        taken.release()


def requeue_expired(client: redis.Redis, send: Callable[[Job], None]) -> list[str]:
    """Queue again each job that is `running` without a live lease; returns their ids.

    `send` sends the task. Only one caller gets each job, however many run this at once.
    """
    again = []
    for job_id in ids_of(client.zrevrange(INDEX, 0, 999)):
        fields = fields_of(client.hgetall(job_key(job_id)))
        if fields.get("state") != "running" or client.exists(lease_key(job_id)):
            continue
        if client.set(f"{job_key(job_id)}:requeue", "1", nx=True, ex=int(LEASE_SECONDS)):
            client.hset(
                job_key(job_id), mapping=mapping({"state": "queued", "phase": "", "done": "0"})
            )
            send(parse(fields_of(client.hgetall(job_key(job_id))), job_id))
            again.append(job_id)
    return again
