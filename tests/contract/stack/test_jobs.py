"""Job records and leases on the real Valkey."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import redis

from stack import jobs, jobs_async, leases
from stack.errors import JobUnknown
from stack.jobs import Job

AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def clock() -> datetime:
    return AT


def make(valkey: redis.Redis) -> str:
    return jobs.create(valkey, "audit", {"rule": "年龄"}, "zhang", AT)


def test_a_job_is_recorded_as_asked(valkey: redis.Redis) -> None:
    job = jobs.get(valkey, make(valkey))
    assert (job.kind, job.args, job.by, job.state) == ("audit", {"rule": "年龄"}, "zhang", "queued")
    assert job.created_at == AT
    assert [item.job_id for item in jobs.recent(valkey)] == [job.job_id]


def test_unknown_job_and_kind_are_refused(valkey: redis.Redis) -> None:
    with pytest.raises(JobUnknown):
        jobs.get(valkey, "no-such")
    with pytest.raises(Exception, match="no such kind"):
        jobs.create(valkey, "nonsense", {}, "zhang", AT)
    assert jobs.recent(valkey) == []


def test_a_run_is_reported_and_finished(valkey: redis.Redis) -> None:
    job_id = make(valkey)
    with leases.lease(valkey, job_id, clock) as lease:
        assert lease is not None
        lease.progress("rules", 3, 10)
        seen = jobs.get(valkey, job_id)
        assert (seen.state, seen.phase, seen.done, seen.total, seen.attempt) == (
            "running", "rules", 3, 10, 1,
        )  # fmt: skip
        lease.done({"findings": 7})
    ended = jobs.get(valkey, job_id)
    assert (ended.state, ended.result, ended.finished_at) == ("done", {"findings": 7}, AT)


def test_a_second_delivery_of_a_live_or_finished_job_gets_no_lease(valkey: redis.Redis) -> None:
    job_id = make(valkey)
    with leases.lease(valkey, job_id, clock) as first:
        assert first is not None
        with leases.lease(valkey, job_id, clock) as second:
            assert second is None
        first.done({})
    with leases.lease(valkey, job_id, clock) as late:
        assert late is None
    assert jobs.get(valkey, job_id).attempt == 1


def test_cancel_stops_a_queued_job_at_once_and_a_running_one_at_its_report(
    valkey: redis.Redis,
) -> None:
    queued, running = make(valkey), make(valkey)
    assert jobs.request_cancel(valkey, queued, AT).state == "cancelled"
    with leases.lease(valkey, running, clock) as lease:
        assert lease is not None
        assert jobs.request_cancel(valkey, running, AT).state == "running"
        with pytest.raises(leases.JobCancelled):
            lease.progress("rules", 1, 2)
        lease.cancelled()
    assert jobs.get(valkey, running).state == "cancelled"
    with leases.lease(valkey, queued, clock) as lease:
        assert lease is None


def test_heartbeat_keeps_a_lease_and_an_expired_one_is_queued_once(
    valkey: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "LEASE_SECONDS", 0.6)
    monkeypatch.setattr(leases, "HEARTBEAT_SECONDS", 0.15)
    job_id, sent = make(valkey), list[Job]()
    with leases.lease(valkey, job_id, clock) as lease:
        assert lease is not None
        asyncio.run(asyncio.sleep(1.2))
        assert leases.requeue_expired(valkey, sent.append) == []
        lease._ended.set()  # the process is killed: no heartbeat, no release
        asyncio.run(asyncio.sleep(0.9))
        monkeypatch.setattr(leases, "LEASE_SECONDS", 15.0)
        assert leases.requeue_expired(valkey, sent.append) == [job_id]
        assert leases.requeue_expired(valkey, sent.append) == []
    assert [job.job_id for job in sent] == [job_id]
    assert jobs.get(valkey, job_id).state == "queued"


def test_a_worker_that_lost_its_lease_records_nothing(valkey: redis.Redis) -> None:
    job_id = make(valkey)
    with leases.lease(valkey, job_id, clock) as lease:
        assert lease is not None
        lease._lost.set()
        with pytest.raises(leases.LeaseLost):
            lease.progress("rules", 1, None)
        with pytest.raises(leases.LeaseLost):
            lease.done({"findings": 1})
    assert jobs.get(valkey, job_id).result is None


async def test_the_api_hears_every_change(valkey: redis.Redis, valkey_a: Any) -> None:
    heard: list[dict[str, Any]] = []

    async def listen() -> None:
        async for change in jobs_async.changes(valkey_a):
            heard.append(change)
            if change["state"] == "cancelled":
                return

    listening = asyncio.create_task(listen())
    await asyncio.sleep(0.2)
    job_id = await jobs_async.create(valkey_a, "rings", {"seed": 3}, "li", AT)
    assert (await jobs_async.get(valkey_a, job_id)).args == {"seed": 3}
    await jobs_async.request_cancel(valkey_a, job_id, AT)
    await asyncio.wait_for(listening, 5)
    assert [change["state"] for change in heard] == ["queued", "cancelled"]
    assert [job.job_id for job in await jobs_async.recent(valkey_a)] == [job_id]
