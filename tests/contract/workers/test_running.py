"""Jobs on the real broker: recorded, led by one worker only, cancellable, followed by others."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import redis

from claims.errors import NothingToImport, StoreBusy
from stack import jobs
from stack.jobs import Job
from stack.leases import lease, requeue_expired
from stack.settings import Settings
from workers.running import MAX_ATTEMPTS, run_job
from workers.schedule import due
from workers.sweep import sweep
from workers.task import Task, Work, clock

AT = datetime(2026, 3, 1, 2, tzinfo=UTC)


class Desk:
    """Creates jobs, runs them as a worker would, and remembers what was sent."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self.client, self.settings = client, settings
        self.sent: list[Job] = []

    def job(self, kind: str = "audit", **args: Any) -> str:
        return jobs.create(self.client, kind, args, "inspector1", AT)

    def run(self, job_id: str, work: Work) -> Job:
        run_job(self.settings, job_id, work, self.sent.append)
        return jobs.get(self.client, job_id)


@pytest.fixture
def desk(valkey: redis.Redis, settings: Settings) -> Desk:
    return Desk(valkey, settings)


def _count(task: Task) -> Mapping[str, Any]:
    task.progress("rows", 3, 10)
    return {"rows": 10}


def test_a_job_is_done_with_progress_and_result(desk: Desk) -> None:
    job = desk.run(desk.job(), _count)
    assert (job.state, job.phase, job.done, job.total) == ("done", "rows", 3, 10)
    assert job.result == {"rows": 10}
    assert job.attempt == 1
    assert job.finished_at is not None


def test_a_domain_error_is_recorded_in_both_languages(desk: Desk) -> None:
    def fail(task: Task) -> Mapping[str, Any]:
        raise NothingToImport("没有文件", "no files")

    job = desk.run(desk.job(), fail)
    assert job.state == "failed"
    assert job.error == {
        "code": "nothing_to_import", "message_zh": "没有文件", "message_en": "no files"
    }  # fmt: skip


def test_a_defect_is_named_but_not_shown(desk: Desk) -> None:
    def fail(task: Task) -> Mapping[str, Any]:
        raise RuntimeError("password=secret")

    job = desk.run(desk.job(), fail)
    assert job.error is not None
    assert job.error["code"] == "internal_error"
    assert "secret" not in str(job.error)


def test_a_cancelled_job_stops_at_its_next_report(desk: Desk) -> None:
    def cancelled_under_way(task: Task) -> Mapping[str, Any]:
        jobs.request_cancel(desk.client, task.job.job_id, AT)
        task.progress("next", 0, None)
        raise AssertionError("went on after cancelling")

    assert desk.run(desk.job(), cancelled_under_way).state == "cancelled"


def test_a_finished_job_is_not_run_again(desk: Desk) -> None:
    job_id = desk.job()
    desk.run(job_id, _count)

    def never(task: Task) -> Mapping[str, Any]:
        raise AssertionError("ran twice")

    assert desk.run(job_id, never).state == "done"


def test_a_second_delivery_of_a_live_job_exits_at_once(desk: Desk) -> None:
    job_id = desk.job()

    def never(task: Task) -> Mapping[str, Any]:
        raise AssertionError("ran beside a live one")

    with lease(desk.client, job_id, clock) as held:
        assert held is not None
        assert desk.run(job_id, never).state == "running"


def test_an_import_is_followed_by_map_rules_and_rings(desk: Desk) -> None:
    desk.run(desk.job("import", follow_up=True), _count)
    seen = []
    while desk.sent:
        job = desk.sent.pop()
        seen.append((job.kind, job.by))
        desk.run(job.job_id, _count)
    assert seen == [("graph_load", "inspector1"), ("audit", "inspector1"), ("rings", "inspector1")]


def test_a_busy_store_is_waited_for(desk: Desk) -> None:
    def busy(task: Task) -> Mapping[str, Any]:
        raise StoreBusy("忙", "busy")

    job_id = desk.job("import")
    assert desk.run(job_id, busy).state == "running"
    assert requeue_expired(desk.client, desk.sent.append) == [job_id]
    assert desk.run(job_id, _count).state == "done"


def test_a_job_that_kills_its_workers_is_given_up(desk: Desk) -> None:
    job_id = desk.job()
    desk.client.hset(jobs.job_key(job_id), "attempt", str(MAX_ATTEMPTS))
    job = desk.run(job_id, _count)
    assert job.error is not None
    assert job.error["code"] == "too_many_attempts"


def test_a_queued_job_whose_message_was_lost_is_sent_again_once(desk: Desk) -> None:
    job_id = desk.job()
    assert sweep(desk.client, desk.sent.append, AT + timedelta(seconds=30)) == []
    assert sweep(desk.client, desk.sent.append, AT + timedelta(seconds=90)) == [job_id]
    assert sweep(desk.client, desk.sent.append, AT + timedelta(seconds=95)) == []


def test_the_schedule_seals_yesterday_in_beijing_once_and_retries_a_failure(desk: Desk) -> None:
    late = datetime(2026, 3, 1, 17, tzinfo=UTC)  # already 2 March in Beijing
    made = due(desk.client, late, desk.sent.append)
    assert [(job.kind, job.args) for job in desk.sent] == [
        ("seal", {"day": "2026-03-01"}), ("deadlines", {}), ("retention", {}), ("barred_fees", {}), ("evidence_check", {})
    ]  # fmt: skip
    assert due(desk.client, late + timedelta(minutes=30), desk.sent.append) == []

    def fail(task: Task) -> Mapping[str, Any]:
        raise RuntimeError

    desk.run(made[0], fail)
    for job_id in made[1:]:
        desk.run(job_id, _count)
    again = due(desk.client, late + timedelta(minutes=60), desk.sent.append)
    assert [jobs.get(desk.client, job_id).kind for job_id in again] == ["seal"]
    due(desk.client, late + timedelta(days=1), desk.sent.append)
    assert [job.kind for job in desk.sent[-4:]] == ["seal", "deadlines", "retention", "barred_fees"]
    due(desk.client, late + timedelta(days=7), desk.sent.append)
    assert desk.sent[-1].kind == "evidence_check"
