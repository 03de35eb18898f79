"""Run one job under its lease, and record how it ended."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

import redis

from casework.notices.rows import job_names
from graph.notices.tell import tell_job
from stack.clients import neo4j_driver, valkey
from stack.ground import current_endpoints
from stack.jobs import Job, create, job_key
from stack.leases import JobCancelled, Lease, LeaseLost, lease
from stack.settings import Settings
from workers.schedule import OPERATOR
from workers.task import Task, Work, clock
from workers.tasks.deadlines import CHANGES

LOG: Final = logging.getLogger("jicha.workers")
# A job whose worker dies every time (memory, a defect below Python) must not go round for ever.
MAX_ATTEMPTS: Final = 5
# Another run holds the same store: not a failure, the job waits for its turn.
BUSY: Final = frozenset({"store_busy", "load_busy", "audit_busy"})

Send = Callable[[Job], None]


def run_job(settings: Settings, job_id: str, work: Work, send: Send) -> None:
    """Run a job if nobody else does and it is not finished; never raises what the job raised.

    A successful job may name others in ``args["then"]``: the next of them is created and sent.
    """
    endpoints = current_endpoints(settings)
    with valkey(endpoints) as client, lease(client, job_id, clock) as held:
        if held is None:
            LOG.info("job %s is finished or runs elsewhere", job_id)
            return
        if held.job.attempt >= MAX_ATTEMPTS:
            held.failed(
                "too_many_attempts",
                f"任务已中断 {MAX_ATTEMPTS} 次，不再重试；请查看工作进程日志",
                f"the job broke off {MAX_ATTEMPTS} times and is not tried again; see worker logs",
            )
            return
        _attempt(
            client, held, Task(held.job, settings, endpoints, held.progress, clock()), work, send
        )


def _attempt(client: redis.Redis, held: Lease, task: Task, work: Work, send: Send) -> None:
    try:
        result = work(task)
        # The next job first: if we die between the two, this one runs again and changes nothing.
        _follow(client, task, send)
        held.done(result)
        _tell(client, task, failed=False)
    except JobCancelled:
        held.cancelled()
    except LeaseLost:
        LOG.warning("job %s lost its lease; another worker takes it", task.job.job_id)
    except Exception as error:
        if _failed(client, held, error):
            _tell(client, task, failed=True)


def _tell(client: redis.Redis, task: Task, *, failed: bool) -> None:
    """Write the notice for whoever started it; the job has ended as it did, whatever becomes of that."""
    job = task.job

    async def write() -> None:
        async with neo4j_driver(task.endpoints) as driver:
            await tell_job(driver, job.job_id, job.kind, job.by, clock(), failed=failed)

    if job.by == OPERATOR or job.kind not in job_names():
        return
    try:
        asyncio.run(write())
        client.publish(CHANGES, "notice:")
    except Exception as error:
        LOG.warning("no notice of job %s: %s", job.job_id, type(error).__name__)


def _follow(client: redis.Redis, task: Task, send: Send) -> None:
    then = follow_up(task.args)
    if then:
        args = {"then": then[1:]}
        job_id = create(client, then[0], args, task.job.by, task.at)
        send(Job(job_id, then[0], args, task.job.by, "queued", task.at))


def follow_up(args: Mapping[str, Any]) -> list[str]:
    """Kinds of the jobs that shall follow, in order."""
    if args.get("follow_up") is True:
        return ["graph_load", "audit", "rings"]
    return [str(kind) for kind in args.get("then") or []]


def _failed(client: redis.Redis, held: Lease, error: Exception) -> bool:
    """A domain error speaks for itself; a defect is logged and said to be one. False: it waits."""
    code = getattr(error, "code", None)
    if code in BUSY:
        # Left `running` without a lease, the job is queued again by the sweep; this was no attempt.
        client.hincrby(job_key(held.job.job_id), "attempt", -1)
        return False
    if isinstance(code, str):
        text = str(error)
        zh = str(getattr(error, "message_zh", None) or text)
        held.failed(code, zh, str(getattr(error, "message_en", None) or text))
        return True
    LOG.error("job %s failed", held.job.job_id, exc_info=error)
    kind = type(error).__name__
    held.failed(
        "internal_error",
        f"程序内部错误（{kind}），详情见工作进程日志",
        f"internal error ({kind}), see the worker's log",
    )
    return True
