"""kill -9 of the worker during an import: the next worker finishes it, and nothing differs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from celery import Celery

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES
from stack import jobs
from stack.endpoints import Endpoints

AT = datetime(2026, 3, 1, tzinfo=UTC)
START_SECONDS = 60


@contextmanager
def _worker(home: Path, broker_url: str) -> Iterator[subprocess.Popen[bytes]]:
    """A real worker in its own process group; whatever is left of it is killed at the end."""
    words = [sys.executable, "-m", "celery", "-A", "workers.app", "worker"]
    words += ["--concurrency", "1", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    environment = {**os.environ, "JICHA_HOME": str(home), "JICHA_BROKER_URL": broker_url}
    with (home / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            words, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL for the worker and its pool at once."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def _until(seconds: float, condition: Callable[[], bool], home: Path) -> float:
    """Wait for a condition; returns how long it took."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            log = (home / "worker.log").read_text(encoding="utf-8", errors="replace")
            raise AssertionError(f"waited {seconds} s in vain; worker log:\n{log[-1500:]}")
        time.sleep(0.02)
    return time.monotonic() - began


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

    with _worker(home, valkey_server.broker_url) as first:
        _until(120, lambda: jobs.get(valkey, job_id).phase in {"read", "check"}, home)
        _kill(first)
    assert jobs.get(valkey, job_id).state == "running"
    assert ClaimStore(home).batches() == []

    with _worker(home, valkey_server.broker_url):
        waited = _until(120, lambda: jobs.get(valkey, job_id).attempt == 2, home)
        _until(120, lambda: jobs.get(valkey, job_id).finished, home)

    job = jobs.get(valkey, job_id)
    assert (job.state, job.error) == ("done", None)
    assert _content(home) == _content(calm)
    assert [b.batch_id for b in ClaimStore(home).batches()] == [
        b.batch_id for b in ClaimStore(calm).batches()
    ]
    # The start of the second worker (its imports on a loaded machine) counts, too.
    assert waited < 30 + START_SECONDS
