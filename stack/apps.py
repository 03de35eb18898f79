"""Our own processes, started by module name: the API, the Celery worker, beat."""

import sys
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psutil

from stack.errors import ServerFailed
from stack.ground import CLASSES
from stack.home import Home
from stack.ports import choose_ports, is_free, known_ports
from stack.process import Launch
from stack.service import Say, Service
from stack.settings import Settings

CELERY_APP = "workers.app"
API_APP = "api.main:app"


def server_ports(home: Home) -> dict[str, dict[str, int]]:
    """The ports of the embedded servers as they were last chosen."""
    return {name: known_ports(home, name) for name in CLASSES}


class App(Service):
    """A process of ours; it reads the same settings and home as its parent.

    Whoever asks how it is may have other settings than it was started with: what the live process
    was told on its command line counts.
    """

    def told(self, option: str, otherwise: str) -> str:
        """The word behind an option of the live process; `otherwise` when it does not run."""
        live = self.running()
        try:
            words = live.cmdline() if live else []
        except psutil.Error:
            return otherwise
        return words[words.index(option) + 1] if option in words[:-1] else otherwise

    def __init__(self, home: Home, settings: Settings) -> None:
        super().__init__(home, settings)
        self._addresses: dict[str, dict[str, int]] | None = None

    def start(self, say: Say) -> bool:
        """Start, and keep in mind where the embedded servers were then."""
        self.remember_addresses()
        return super().start(say)

    def remember_addresses(self) -> None:
        """Where the embedded servers are now: what the process that starts reads."""
        self._addresses = server_ports(self.home)

    def outdated(self) -> bool:
        """Whether an embedded server came back on another port: its old one had been taken."""
        return self._addresses is not None and self._addresses != server_ports(self.home)

    def environment(self) -> dict[str, str]:
        """The home is named, so that a default home stays the same in the child."""
        return {"JICHA_HOME": str(self.home.root), "PYTHONUNBUFFERED": "1"}


class Api(App):
    """The front door under uvicorn; healthy when GET /healthz answers 200."""

    name = "api"
    title = "API"
    grace_seconds = 10.0
    # It is healthy only when Neo4j is, and both start at the same time.
    patience_seconds = 330.0

    @property
    def ports(self) -> dict[str, int]:
        """`{"http": port}`: the one it listens on, else the configured one, or a kept free one
        when that is 0."""
        port = int(self.told("--port", str(self.settings.api_port)))
        return {"http": port} if port else super().ports

    @property
    def host(self) -> str:
        """The address of this machine that it listens on."""
        return self.told("--host", self.settings.api_host)

    def choose_ports(self) -> dict[str, int]:
        """The configured port. Raises `ServerFailed` when another program has it."""
        wanted = self.settings.api_port
        if wanted == 0:
            return choose_ports(self.home, self.name, ("http",))
        self.refuse_taken_port()
        return {"http": wanted}

    def refuse_taken_port(self) -> None:
        """Raises `ServerFailed` when another program has the configured port."""
        wanted = self.settings.api_port
        if wanted and not is_free(wanted):
            raise ServerFailed(
                f"端口 {wanted} 已被别的程序占用：请用 JICHA_API_PORT 换一个端口",
                f"port {wanted} is used by another program: choose another with JICHA_API_PORT",
            )

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{self.host}:{self.ports.get('http', 0)}"

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """uvicorn on the configured host, with as many processes as configured."""
        words = [sys.executable, "-m", "uvicorn", API_APP, "--no-access-log"]
        words += ["--host", self.settings.api_host, "--port", str(ports["http"])]
        words += ["--timeout-graceful-shutdown", "5", "--workers", str(self.settings.api_workers)]
        # On a machine that imports a city a healthy process may be slow to say so.
        words += ["--timeout-worker-healthcheck", "60"]
        return Launch(words, self.home.tmp, self.environment())

    def ready(self) -> bool:
        """Whether GET /healthz answers 200."""
        host = self.host.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        try:
            with urlopen(f"http://{host}:{self.ports['http']}/healthz", timeout=3) as answer:
                return bool(answer.status == 200)
        except (HTTPError, URLError, OSError, KeyError):
            return False


class Worker(App):
    """One Celery worker; ready when its pool is forked."""

    name = "worker"
    title = "Celery worker"
    # A running task may finish; a killed one is queued again when its lease ends.
    grace_seconds = 20.0

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Prefork worker; the broker's address comes from the settings, not from arguments."""
        count = str(self.settings.worker_concurrency)
        words = [sys.executable, "-m", "celery", "-A", CELERY_APP, "worker"]
        words += ["--concurrency", count, "-n", "jicha@%h", "--loglevel", "INFO"]
        words += ["--without-gossip", "--without-mingle"]
        return Launch(words, self.home.tmp, self.environment())

    def ready(self) -> bool:
        """Whether it lives and has forked its pool."""
        live = self.running()
        if live is None:
            return False
        try:
            count = int(self.told("--concurrency", str(self.settings.worker_concurrency)))
            return len(live.children()) >= count
        except psutil.Error:
            return False


class Beat(App):
    """The schedule: deadlines and the daily seal."""

    name = "beat"
    title = "Celery beat"
    grace_seconds = 10.0

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Beat with its schedule file in the home and no pid file of its own."""
        schedule = self.home.run / "beat-schedule"
        words = [sys.executable, "-m", "celery", "-A", CELERY_APP, "beat", "--loglevel", "INFO"]
        words += ["--schedule", str(schedule), "--pidfile="]
        return Launch(words, self.home.tmp, self.environment())

    def ready(self) -> bool:
        """Whether it lives."""
        return self.running() is not None
