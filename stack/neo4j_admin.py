"""Offline work on the embedded Neo4j: build a fresh store beside the old one, then exchange them.

    admin = Neo4jAdmin(settings, say)
    with admin.offline():
        fresh = admin.fresh_home()
        admin.run(["database", "import", "full", ..., "neo4j"], fresh)
        admin.swap_in(fresh)

A kill at any point leaves the old store usable; see `stack.neo4j_swap`.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from stack.errors import ServerNotRunning
from stack.ground import embedded
from stack.jars import fetch_jars
from stack.java import admin_tool
from stack.maintenance import maintenance
from stack.neo4j_server import Neo4jServer
from stack.neo4j_swap import swap
from stack.service import Say
from stack.settings import Settings


class Neo4jAdmin:
    """Neo4j's administration tool on the embedded server's home."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self.settings = settings
        self.say = say
        found = embedded(settings).get("neo4j")
        self._server = found if isinstance(found, Neo4jServer) else None
        self._held: AbstractContextManager[None] | None = None

    @property
    def embedded(self) -> bool:
        """Whether the server is ours to stop (no address is configured)."""
        return self._server is not None

    @property
    def server(self) -> Neo4jServer:
        """The embedded server. Raises `ServerNotRunning` when an address is configured."""
        if self._server is None:
            raise ServerNotRunning(
                "设置了 JICHA_NEO4J_URI，外部的 Neo4j 不能离线导入，请用在线导入",
                "JICHA_NEO4J_URI is set: an outside Neo4j cannot be loaded offline, load it online",
            )
        return self._server

    @contextmanager
    def offline(self) -> Iterator[None]:
        """Neo4j is stopped inside and runs again afterwards, also after an error."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def stop(self) -> None:
        """Stop Neo4j and keep everybody from starting it. Raises `UnderMaintenance`."""
        self._held = maintenance(self.server.home, ["neo4j"], "offline import")
        self._held.__enter__()
        self.server.stop(self.say)

    def start(self) -> None:
        """Let Neo4j run again; returns when it is ready."""
        held, self._held = self._held, None
        try:
            self.server.start(self.say)
        finally:
            if held is not None:
                held.__exit__(None, None, None)

    def fresh_home(self) -> Path:
        """An empty Neo4j home with our password, on the same file system as the old one."""
        folder = self.server.fresh_folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        self.server.configure(folder, self.server.ports.get("bolt", 7687))
        self.server.set_password(folder, self._jars())
        return folder

    def run(
        self, args: Sequence[str], home: Path, heard: Callable[[str], None] | None = None
    ) -> str:
        """Run `neo4j-admin ARGS` on a Neo4j home; returns what it printed.

        `heard` gets each line as it is printed. Raises `AdminToolFailed` with the tool's reason.
        """
        heap = self.settings.neo4j_heap
        return admin_tool(self._jars(), home, args, heap=heap, log=self.server.log, heard=heard)

    def swap_in(self, fresh: Path) -> None:
        """Put the fresh store in the place of the old one; Neo4j must be stopped (`stop`)."""
        with self.server.lock():
            swap(self.server.folder, fresh)
        shutil.rmtree(fresh, ignore_errors=True)

    def _jars(self) -> list[Path]:
        return fetch_jars(self.settings, lambda phase, done, total: None)
