"""Job records in Valkey: what was asked for, how far it is, how it ended.

The API (through `stack.jobs_async`) and the terminal create jobs; workers run them under a lease
(`stack.leases`). Records may be lost without harm: what a job changed stands in its own store.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, cast, get_args
from uuid import uuid4

import redis

from stack.errors import JobUnknown, SettingsInvalid

Kind = Literal[
    "import",
    "audit",
    "graph_load",
    "rings",
    "sameness",
    "evidence_check",
    "retention",
    "dossier",
    "binding",
    "seal",
    "deadlines",
    "barred_fees",
]
State = Literal["queued", "running", "done", "failed", "cancelled"]
KINDS: tuple[str, ...] = get_args(Kind)
FINAL: frozenset[str] = frozenset({"done", "failed", "cancelled"})
CHANNEL = "jicha:jobs"
INDEX = "jicha:jobs"
KEEP = timedelta(days=30)


@dataclass(frozen=True)
class Job:
    """One job as last recorded. `done` of `total` rows in `phase`; times are UTC."""

    job_id: str
    kind: str
    args: Mapping[str, Any]
    by: str
    state: State
    created_at: datetime
    phase: str = ""
    done: int = 0
    total: int | None = None
    attempt: int = 0
    cancel: bool = False
    started_at: datetime | None = None
    finished_at: datetime | None = None
    result: Mapping[str, Any] | None = None
    error: Mapping[str, str] | None = field(default=None)

    @property
    def finished(self) -> bool:
        """Whether it ended, one way or the other."""
        return self.state in FINAL


def job_key(job_id: str) -> str:
    """Name of the hash that holds a job."""
    return f"jicha:job:{job_id}"


def task_name(kind: str) -> str:
    """Name of the Celery task of a kind; its one argument is the job's id."""
    return f"jicha.{kind}"


def new_record(kind: str, args: Mapping[str, Any], by: str, at: datetime) -> dict[str, str]:
    """The fields of a new job. Raises `SettingsInvalid` for an unknown kind."""
    if kind not in KINDS:
        raise SettingsInvalid(
            f"没有这种任务：{kind}；可用：{'、'.join(KINDS)}",
            f"no such kind of job: {kind}; there are: {', '.join(KINDS)}",
        )
    return {
        "job_id": uuid4().hex,
        "kind": kind,
        "args": json.dumps(dict(args), ensure_ascii=False, default=str),
        "by": by,
        "state": "queued",
        "created_at": stamp(at),
        "attempt": "0",
    }


def stamp(at: datetime) -> str:
    """An aware time as UTC text."""
    return at.astimezone(UTC).isoformat()


def parse(fields: Mapping[str, str], job_id: str) -> Job:
    """A job from its hash. Raises `JobUnknown` when the hash is empty."""
    if not fields:
        raise JobUnknown(
            f"没有任务 {job_id}，或记录已过期", f"no job {job_id}, or its record expired"
        )
    return Job(
        job_id=fields["job_id"],
        kind=fields["kind"],
        args=json.loads(fields["args"]),
        by=fields["by"],
        state=cast(State, fields["state"]),
        created_at=datetime.fromisoformat(fields["created_at"]),
        phase=fields.get("phase", ""),
        done=int(fields.get("done") or 0),
        total=int(fields["total"]) if fields.get("total") else None,
        attempt=int(fields.get("attempt") or 0),
        cancel=fields.get("cancel") == "1",
        started_at=_time(fields.get("started_at")),
        finished_at=_time(fields.get("finished_at")),
        result=json.loads(fields["result"]) if fields.get("result") else None,
        error=json.loads(fields["error"]) if fields.get("error") else None,
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def news(fields: Mapping[str, str]) -> str:
    """The message on `CHANNEL` for a job whose record has these fields."""
    names = ("job_id", "kind", "by", "state", "phase", "done", "total")
    return json.dumps({name: fields.get(name, "") for name in names}, ensure_ascii=False)


# The client's type stubs allow bytes everywhere; ours answers `str` (`decode_responses`).
def fields_of(answer: object) -> dict[str, str]:
    """The answer of HGETALL."""
    return cast(dict[str, str], answer)


def ids_of(answer: object) -> list[str]:
    """The answer of ZREVRANGE."""
    return cast(list[str], answer)


def mapping(fields: Mapping[str, str]) -> dict[Any, Any]:
    """The argument of HSET."""
    return dict(fields)


def create(client: redis.Redis, kind: str, args: Mapping[str, Any], by: str, at: datetime) -> str:
    """Record a queued job; returns its id. Send the task `task_name(kind)` with [id] afterwards."""
    record = new_record(kind, args, by, at)
    pipe = client.pipeline()
    pipe.hset(job_key(record["job_id"]), mapping=mapping(record))
    pipe.zadd(INDEX, {record["job_id"]: at.timestamp()})
    pipe.publish(CHANNEL, news(record))
    pipe.execute()
    return record["job_id"]


def get(client: redis.Redis, job_id: str) -> Job:
    """The job's record. Raises `JobUnknown`."""
    return parse(fields_of(client.hgetall(job_key(job_id))), job_id)


def recent(client: redis.Redis, limit: int = 50) -> list[Job]:
    """The newest jobs first; expired records are dropped from the list."""
    ids = ids_of(client.zrevrange(INDEX, 0, limit - 1))
    pipe = client.pipeline()
    for job_id in ids:
        pipe.hgetall(job_key(job_id))
    found = [(job_id, fields_of(item)) for job_id, item in zip(ids, pipe.execute(), strict=True)]
    gone = [job_id for job_id, fields in found if not fields]
    if gone:
        client.zrem(INDEX, *gone)
    return [parse(fields, job_id) for job_id, fields in found if fields]


def request_cancel(client: redis.Redis, job_id: str, at: datetime) -> Job:
    """Ask a job to stop: a queued one is cancelled at once, a running one at its next report.

    A finished job stays as it is. Raises `JobUnknown`.
    """
    job = get(client, job_id)
    if job.finished:
        return job
    client.hset(job_key(job_id), mapping=mapping(cancel_fields(job, at)))
    client.publish(CHANNEL, news(fields_of(client.hgetall(job_key(job_id)))))
    return get(client, job_id)


def cancel_fields(job: Job, at: datetime) -> dict[str, str]:
    """What a cancel request changes."""
    fields = {"cancel": "1"}
    if job.state == "queued":
        fields |= {"state": "cancelled", "finished_at": stamp(at)}
    return fields
