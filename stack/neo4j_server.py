"""Neo4j Community itself, on the Java runtime of a wheel."""

import shutil
import time
from dataclasses import replace
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from stack.archive import COLLECTOR, archive_options
from stack.endpoints import Endpoints
from stack.home import write_private
from stack.jars import Progress, fetch_jars
from stack.java import OPENED, admin_tool, argument_file, class_path, java_binary
from stack.neo4j_swap import heal
from stack.ports import LOOPBACK, answers
from stack.process import Launch
from stack.service import EmbeddedServer, Say

ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
CONFIG = """server.default_listen_address={host}
server.bolt.enabled=true
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={pagecache}
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
db.tx_log.rotation.retention_policy=2 files
db.logs.query.enabled=OFF
server.directories.import=import
"""
QUIET_SECONDS = 1.0
DRIVER_ERRORS = (DriverError, Neo4jError, OSError)


class Neo4jServer(EmbeddedServer):
    """The embedded graph database, always with authentication."""

    name = "neo4j"
    title = "Neo4j"
    setting = "JICHA_NEO4J_URI"
    port_names = ("bolt",)
    grace_seconds = 60.0
    # 8 s on an idle machine; minutes when it is short of processors.
    patience_seconds = 300.0

    # More JVM options, in place of those of the class-data archive.
    extra_options: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Neo4j's own home."""
        return self.home.root / "neo4j"

    @property
    def fresh_folder(self) -> Path:
        """Where an offline import builds a new store."""
        return self.home.root / "neo4j.fresh"

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Fetch the jars, heal an interrupted store swap, configure, set the first password."""
        heal(self.folder)
        shutil.rmtree(self.fresh_folder, ignore_errors=True)
        jars = fetch_jars(self.settings, _teller(say))
        self.configure(self.folder, ports["bolt"])
        self.set_password(self.folder, jars)
        heap = self.settings.neo4j_heap
        arguments = [
            f"-Xms{heap}",
            f"-Xmx{heap}",
            "-Xss2m",
            COLLECTOR,
            *(self.extra_options or archive_options()),
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            *(f"--add-opens={name}=ALL-UNNAMED" for name in OPENED),
            *class_path(jars),
            ENTRY_POINT,
            f"--home-dir={self.folder}",
            f"--config-dir={self.folder / 'conf'}",
        ]
        argument_file(self.folder / "server.args", arguments)
        return Launch([java_binary(), f"@{self.folder / 'server.args'}"], self.folder, {})

    def configure(self, folder: Path, port: int) -> None:
        """Write neo4j.conf into a Neo4j home."""
        (folder / "conf").mkdir(parents=True, exist_ok=True)
        (folder / "import").mkdir(exist_ok=True)
        text = CONFIG.format(host=LOOPBACK, port=port, pagecache=self.settings.neo4j_pagecache)
        write_private(folder / "conf" / "neo4j.conf", text)

    def set_password(self, folder: Path, jars: list[Path]) -> None:
        """Give a home that has none the generated password (about 5 s, once)."""
        initial = folder / "data" / "dbms" / "auth.ini"
        if initial.exists() or has_store(folder):
            return
        # Neo4j consumes the file at its first start; a copy (salted hash) serves later stores.
        kept = self.home.root / "secrets" / "neo4j_auth.ini"
        if not kept.exists():
            words = ["dbms", "set-initial-password", self.home.secret("neo4j")]
            admin_tool(jars, folder, words, heap="256m", log=self.log)
            write_private(kept, initial.read_text(encoding="utf-8"))
        initial.parent.mkdir(parents=True, exist_ok=True)
        write_private(initial, kept.read_text(encoding="utf-8"))

    def ready(self) -> bool:
        """Whether a query is answered with our password."""
        port = self.ports.get("bolt")
        if port is None or not answers(port):
            return False
        auth = ("neo4j", self.home.secret("neo4j"))
        try:
            with neo4j.GraphDatabase.driver(f"bolt://{LOOPBACK}:{port}", auth=auth) as driver:
                driver.execute_query("RETURN 1", database_="neo4j")
        except DRIVER_ERRORS:
            return False
        return True

    def endpoints(self, base: Endpoints) -> Endpoints:
        """Bolt address, user and generated password."""
        uri = f"bolt://{LOOPBACK}:{self.ports['bolt']}"
        password = self.home.secret("neo4j")
        return replace(base, neo4j_uri=uri, neo4j_user="neo4j", neo4j_password=password)


def has_store(folder: Path) -> bool:
    """Whether this Neo4j home has ever started (its system database exists)."""
    return (folder / "data" / "databases" / "system").exists()


def _teller(say: Say) -> Progress:
    """One line now and then while jars arrive; silence when all are in the cache."""
    begun = time.monotonic()

    def tell(phase: str, done: int, total: int | None) -> None:
        slow = time.monotonic() - begun > QUIET_SECONDS
        if slow and total and (done == total or done % 20 == 0):
            say(f"下载 {phase} {done}/{total} / fetching {phase} {done}/{total}")

    return tell
