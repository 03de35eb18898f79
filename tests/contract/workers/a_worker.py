"""A real Celery worker as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60


@contextmanager
def worker(home: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A real worker in its own process group; whatever is left of it is killed at the end."""
    words = [sys.executable, "-m", "celery", "-A", "workers.app", "worker"]
    words += ["--concurrency", "1", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    own = {**os.environ, "JICHA_HOME": str(home), **environment}
    with (home / "worker.log").open("ab") as log:
        process = subprocess.Popen(words, env=own, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL for the worker and its pool at once."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def until(seconds: float, condition: Callable[[], bool], home: Path) -> float:
    """Wait for a condition; returns how long it took."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            log = (home / "worker.log").read_text(encoding="utf-8", errors="replace")
            raise AssertionError(f"waited {seconds} s in vain; worker log:\n{log[-1500:]}")
        time.sleep(0.02)
    return time.monotonic() - began
