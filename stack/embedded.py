"""What the three embedded servers have in common: prepare, start, find again, stop."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

import psutil
from filelock import FileLock

from stack import process
from stack.endpoints import Endpoints
from stack.errors import ServerFailed
from stack.home import Home
from stack.ports import choose_ports, known_ports
from stack.process import Launch
from stack.settings import Settings

Say = Callable[[str], None]


class EmbeddedServer(ABC):
    """A real server run as a child process, on loopback, in the data home."""

    name: ClassVar[str]
    title: ClassVar[str]
    setting: ClassVar[str]
    port_names: ClassVar[tuple[str, ...]]
    grace_seconds: ClassVar[float]
    patience_seconds: ClassVar[float] = 120.0

    def __init__(self, home: Home, settings: Settings) -> None:
        self.home = home
        self.settings = settings
        self.pid_file = home.run / f"{self.name}.json"
        self.log = home.logs / f"{self.name}.log"

    @abstractmethod
    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Write configuration and say what to execute. May take long at the first start."""

    @abstractmethod
    def ready(self) -> bool:
        """Whether the server does its real work (not only accepts connections)."""

    @abstractmethod
    def endpoints(self, base: Endpoints) -> Endpoints:
        """`base` with this server's address and keys filled in."""

    @property
    def ports(self) -> dict[str, int]:
        """The ports in use (or last used)."""
        return known_ports(self.home, self.name)

    def lock(self) -> FileLock:
        """Held while the server is started, stopped or replaced; freed by the system on a crash."""
        return FileLock(self.home.run / f"{self.name}.lock")

    def running(self) -> psutil.Process | None:
        """The server's live process."""
        return process.recorded(self.pid_file)

    def start(self, say: Say) -> bool:
        """Start unless it runs already; returns when ready. True if this call started it.

        Raises `ServerFailed` with the log's name; a server that did not become ready is stopped.
        """
        with self.lock():
            if self.running():
                self._await_ready(None)
                return False
            begun = time.monotonic()
            launch = self.prepare(choose_ports(self.home, self.name, self.port_names), say)
            child = process.spawn(launch, self.pid_file, self.log)
            self._await_ready(child.poll)
            say(f"{self.title} 已启动 / started ({time.monotonic() - begun:.1f} s)")
            return True

    def _await_ready(self, ended: Callable[[], int | None] | None) -> None:
        def settled() -> bool:
            return (ended is not None and ended() is not None) or self.ready()

        process.wait_until(settled, self.patience_seconds)
        if not self.ready():
            self._kill()
            raise ServerFailed(
                f"{self.title} 没有启动成功，原因见 {self.log}；也可以用 {self.setting} 指向已有的服务器",
                f"{self.title} did not start, see {self.log}; or let {self.setting} name a server "
                "of your own",
            )

    def stop(self, say: Say) -> None:
        """Stop the server if it runs; harmless otherwise."""
        with self.lock():
            self.stop_holding_lock(say)

    def stop_holding_lock(self, say: Say) -> None:
        """`stop` for a caller that holds `lock()` already (the lock is not re-entrant)."""
        if self.running():
            self._kill()
            say(f"{self.title} 已停止 / stopped")

    def _kill(self) -> None:
        live = self.running()
        if live is not None:
            process.stop(live, self.grace_seconds)
        self.pid_file.unlink(missing_ok=True)
