"""kill -9 of the worker during an import: the next worker finishes it, and nothing differs."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from celery import Celery

sys.path.insert(0, str(Path(__file__).parent))
from a_worker import START_SECONDS, kill, until, worker

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES
from stack import jobs
from stack.endpoints import Endpoints

AT = datetime(2026, 3, 1, tzinfo=UTC)


def _content(home: Path) -> dict[str, object]:
    with ClaimStore(home).connect() as connection:
        return {
            table: connection.execute(
                f"SELECT count(*), bit_xor(hash({', '.join(declared.names)})) FROM {table}"
            ).fetchone()
            for table, declared in TABLES.items()
        }


@pytest.mark.timeout(500)
def test_killed_worker_during_import(
    valkey: redis.Redis, valkey_server: Endpoints, tmp_path: Path
) -> None:
    home, calm, files = tmp_path / "home", tmp_path / "calm", tmp_path / "files"
    for folder in (home, calm, files):
        folder.mkdir()
    generate(files, 3000, 11, tmp_path / "key.json")
    run_import(calm, files, "national", "inspector1", AT)
    broker = Celery("test", broker=valkey_server.broker_url)
    job_id = jobs.create(valkey, "import", {"directory": str(files)}, "inspector1", AT)
    broker.send_task(jobs.task_name("import"), args=[job_id])

    with worker(home, JICHA_BROKER_URL=valkey_server.broker_url) as first:
        until(120, lambda: jobs.get(valkey, job_id).phase in {"read", "check"}, home)
        kill(first)
    assert jobs.get(valkey, job_id).state == "running"
    assert ClaimStore(home).batches() == []

    with worker(home, JICHA_BROKER_URL=valkey_server.broker_url):
        waited = until(120, lambda: jobs.get(valkey, job_id).attempt == 2, home)
        until(120, lambda: jobs.get(valkey, job_id).finished, home)

    job = jobs.get(valkey, job_id)
    assert (job.state, job.error) == ("done", None)
    assert _content(home) == _content(calm)
    assert [b.batch_id for b in ClaimStore(home).batches()] == [
        b.batch_id for b in ClaimStore(calm).batches()
    ]
    # The start of the second worker (its imports on a loaded machine) counts, too.
    assert waited < 30 + START_SECONDS
