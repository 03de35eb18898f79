"""`jicha up`: one process that keeps servers, API, worker and beat running.

Run as `python -m stack.supervisor` for the background; `supervise` for the foreground.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import FrameType

from filelock import FileLock, Timeout

from stack.errors import AlreadyRunning
from stack.home import Home, write_json
from stack.keeper import Keeper
from stack.process import identity
from stack.roster import STOP_ORDER, Post, is_server, refuse_taken_ports, roster
from stack.service import Say
from stack.settings import Settings, load_settings
from stack.users import leave, register

LOOK_SECONDS = 0.3


class Supervisor:
    """Keeps the roster running; publishes its state in `run/supervisor.json`."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self.home = Home(settings.home)
        self.posts = roster(settings)
        self.say = say
        self.halt = threading.Event()
        self._writing = threading.Lock()
        self._notes: dict[str, Path] = {}
        self.keepers = {
            post.service.name: Keeper(
                post.service, self._condition(post), self._publish, say, self.halt
            )
            for post in self.posts
        }

    def run(self, when_ready: Callable[["Supervisor"], None]) -> None:
        """Start everything, call `when_ready` once all run, watch until `halt`, stop in order."""
        for post in self.posts:
            if is_server(post.service):
                with post.service.lock():
                    self._notes[post.service.name] = register(self.home, post.service.name)
        for keeper in self.keepers.values():
            keeper.start()
        try:
            while not self.halt.wait(LOOK_SECONDS):
                if all(keeper.report.state == "running" for keeper in self.keepers.values()):
                    when_ready(self)
                    break
            self.halt.wait()
        finally:
            self.halt.set()
            self._stop_all()

    def _condition(self, post: Post) -> Callable[[], bool]:
        def met() -> bool:
            spawned = all(self.keepers[name].service.running() for name in post.spawned)
            running = all(self.keepers[name].report.state == "running" for name in post.ready)
            return spawned and running

        return met

    def _publish(self) -> None:
        services = [keeper.snapshot() for keeper in self.keepers.values()]
        with self._writing:
            record = {**identity(os.getpid()), "services": services}
            write_json(self.home.run / "supervisor.json", record)

    def _stop_all(self) -> None:
        for group in STOP_ORDER:
            with ThreadPoolExecutor(len(group)) as pool:
                for outcome in [pool.submit(self._stop, name) for name in group]:
                    outcome.result()
        (self.home.run / "supervisor.json").unlink(missing_ok=True)

    def _stop(self, name: str) -> None:
        keeper = self.keepers.get(name)
        if keeper is None:
            return
        service = keeper.service
        with service.lock():
            note = self._notes.get(name)
            # A server that another command still uses is left to that command.
            if note is None or leave(note):
                service.stop_holding_lock(self.say)


def supervise(settings: Settings, say: Say, when_ready: Callable[[Supervisor], None]) -> None:
    """Be the supervisor of this home until SIGINT or SIGTERM.

    Raises `AlreadyRunning`, and `ServerFailed` when a configured port is taken.
    """
    home = Home(settings.home)
    try:
        with FileLock(home.run / "supervisor.lock", timeout=0):
            supervisor = Supervisor(settings, say)
            refuse_taken_ports(supervisor.posts)

            def end(number: int, frame: FrameType | None) -> None:
                supervisor.halt.set()

            before = [signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)]
            try:
                supervisor.run(when_ready)
            finally:
                for number, old in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
                    signal.signal(number, old)
    except Timeout:
        raise AlreadyRunning(
            f"已在运行（数据目录 {home.root}）：用 jicha status 查看，用 jicha down 停止",
            f"already running (home {home.root}): see jicha status, stop with jicha down",
        ) from None


def _timestamped(text: str) -> None:
    stamp = datetime.now().astimezone().isoformat(timespec="seconds")
    sys.stdout.write(f"{stamp} {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    supervise(load_settings(), _timestamped, lambda _: _timestamped("就绪 / ready"))
