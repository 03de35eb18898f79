"""What everything that runs as a child process has in common: prepare, start, find again, stop."""

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
from stack.maintenance import refuse_if_held
from stack.ports import choose_ports, known_ports
from stack.process import Launch
from stack.settings import Settings

Say = Callable[[str], None]


class Service(ABC):
    """A child process of the data home, found again by its pid file."""

    name: ClassVar[str]
    title: ClassVar[str]
    cure_zh: ClassVar[str] = ""
    cure_en: ClassVar[str] = ""
    port_names: ClassVar[tuple[str, ...]] = ()
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
        """Whether it does its real work (not only accepts connections)."""

    @property
    def ports(self) -> dict[str, int]:
        """The ports in use (or last used)."""
        return known_ports(self.home, self.name)

    def refuse_taken_port(self) -> None:  # noqa: B027
        """Raise `ServerFailed` when a port that a person configured is another program's."""

    def choose_ports(self) -> dict[str, int]:
        """The ports for the next start."""
        return choose_ports(self.home, self.name, self.port_names) if self.port_names else {}

    def lock(self) -> FileLock:
        """Held while it is started, stopped or replaced; freed by the system on a crash."""
        return FileLock(self.home.run / f"{self.name}.lock")

    def running(self) -> psutil.Process | None:
        """The live process."""
        return process.recorded(self.pid_file)

    def start(self, say: Say) -> bool:
        """Start unless it runs already; returns when ready. True if this call started it.

        Raises `ServerFailed` with the log's name (one that did not become ready is stopped) and
        `UnderMaintenance`.
        """
        begun = time.monotonic()
        with self.lock():
            refuse_if_held(self.home, self.name)
            child = None
            if not self.running():
                launch = self.prepare(self.choose_ports(), say)
                child = process.spawn(launch, self.pid_file, self.log)
            self._await_ready(child.poll if child else None)
        if child:
            took = f"{time.monotonic() - begun:.1f}"
            say(f"{self.title} 已启动（{took} 秒） / {self.title} started ({took} s)")
        return child is not None

    def _await_ready(self, ended: Callable[[], int | None] | None) -> None:
        def up() -> bool:
            return self.ready() and self._mine()

        def settled() -> bool:
            return (ended is not None and ended() is not None) or up()

        process.wait_until(settled, self.patience_seconds)
        if not up():
            self._kill()
            raise ServerFailed(
                f"{self.title} 没有启动成功，原因见 {self.log}{self.cure_zh}",
                f"{self.title} did not start, see {self.log}{self.cure_en}",
            )

    def _mine(self) -> bool:
        """Whether what answers on the ports is this process: while it comes up, another program,
        such as the same server of a copied home, may answer in its place."""
        live = self.running()
        ports = [self.ports[name] for name in self.port_names]
        return not ports or (live is not None and all(process.listens(live, p) for p in ports))

    def outdated(self) -> bool:
        """Whether it runs with addresses that no longer hold, so that it must be started again."""
        return False

    def stop(self, say: Say) -> None:
        """Stop it if it runs; harmless otherwise."""
        with self.lock():
            self.stop_holding_lock(say)

    def stop_holding_lock(self, say: Say) -> None:
        """`stop` for a caller that holds `lock()` already (the lock is not re-entrant)."""
        if self.running():
            self._kill()
            say(f"{self.title} 已停止 / {self.title} stopped")

    def _kill(self) -> None:
        live = self.running()
        if live is not None:
            process.stop(live, self.grace_seconds)
        self.pid_file.unlink(missing_ok=True)


class EmbeddedServer(Service):
    """A real server bound to loopback; an address in the settings replaces it."""

    setting: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Every failure names the setting that points to a server of one's own."""
        super().__init_subclass__()
        cls.cure_zh = f"；也可以用 {cls.setting} 指向已有的服务器"
        cls.cure_en = f"; or let {cls.setting} name a server of your own"

    @abstractmethod
    def endpoints(self, base: Endpoints) -> Endpoints:
        """`base` with this server's address and keys filled in."""
