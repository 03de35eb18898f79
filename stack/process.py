"""Child processes that survive us honestly: found again by pid *and* start time.

A pid file alone lies after `kill -9` or a reboot, when another program may own the number.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from stack.home import read_json, write_json

# psutil derives start times from the boot time, which moves a little when the clock is set.
SAME_START_SECONDS = 2.0
LOG_KEEP_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Launch:
    """What to execute: arguments (never a secret), working directory, extra environment."""

    args: Sequence[str]
    cwd: Path
    env: Mapping[str, str]


def same_process(pid: object, started: object) -> psutil.Process | None:
    """The live process with this pid and start time (seconds since 1970), if there is one."""
    if not isinstance(pid, int) or not isinstance(started, int | float):
        return None
    try:
        process = psutil.Process(pid)
        if abs(process.create_time() - started) > SAME_START_SECONDS:
            return None
        return None if process.status() == psutil.STATUS_ZOMBIE else process
    except psutil.Error:
        return None


def identity(pid: int) -> dict[str, float | int]:
    """`{"pid", "started"}` of a live process, as kept in pid files."""
    return {"pid": pid, "started": psutil.Process(pid).create_time()}


def recorded(path: Path) -> psutil.Process | None:
    """The live process that a pid file names; None when the file is missing or stale."""
    record = read_json(path)
    return same_process(record.get("pid"), record.get("started"))


def spawn(launch: Launch, pid_file: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own (Ctrl-C does not reach it) and record it."""
    _shorten(log)
    with log.open("ab") as sink:
        child = subprocess.Popen(
            list(launch.args),
            cwd=launch.cwd,
            env={**os.environ, **launch.env},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
        )
    write_json(pid_file, identity(child.pid))
    return child


def _shorten(log: Path) -> None:
    """Keep one older log file, so that logs do not fill the disk."""
    if log.exists() and log.stat().st_size > LOG_KEEP_BYTES:
        log.replace(log.with_suffix(".old.log"))


def listens(process: psutil.Process, port: int) -> bool:
    """Whether this very process accepts connections on the port (another program might)."""
    try:
        found = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in found)


def stop(process: psutil.Process, grace: float) -> None:
    """SIGTERM, then SIGKILL after `grace` seconds; returns when the process and its children
    are gone."""
    try:
        family = [process, *process.children(recursive=True)]
        process.send_signal(signal.SIGTERM)
    except psutil.NoSuchProcess:
        return
    _kill(_left([process], grace))
    orphans = _left(family, 1)
    _kill(orphans)
    _left(orphans, 5)


def _kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def _left(processes: list[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Those that still live after at most `seconds`.

    By looking: `psutil.wait_procs` fails in sandboxes whose kernel answers ENOENT for a process
    that has just ended.
    """
    end = time.monotonic() + seconds
    while alive := [process for process in processes if _lives(process)]:
        if time.monotonic() >= end:
            break
        time.sleep(0.05)
    return alive


def _lives(process: psutil.Process) -> bool:
    # A child of our own stays a zombie until it is waited for.
    with suppress(ChildProcessError):
        os.waitpid(process.pid, os.WNOHANG)
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def wait_until(check: Callable[[], bool], seconds: float, pause: float = 0.1) -> bool:
    """Ask `check` until it is true or `seconds` have passed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(pause)
    return False
