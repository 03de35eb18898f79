"""The servers a piece of work stands on: configured, already running, or started for it."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from stack.endpoints import Endpoints
from stack.home import Home
from stack.neo4j_server import Neo4jServer
from stack.seaweed_server import SeaweedServer
from stack.service import EmbeddedServer
from stack.settings import Settings
from stack.users import leave, register
from stack.valkey_server import ValkeyServer

ServerName = Literal["neo4j", "valkey", "s3"]
Say = Callable[[str], None]
CLASSES: dict[str, type[EmbeddedServer]] = {
    "neo4j": Neo4jServer,
    "valkey": ValkeyServer,
    "s3": SeaweedServer,
}


def configured(settings: Settings) -> Endpoints:
    """The addresses that the settings give; empty where a server runs embedded."""

    def text(secret: object) -> str:
        reveal = getattr(secret, "get_secret_value", None)
        return str(reveal()) if reveal else ""

    return Endpoints(
        neo4j_uri=settings.neo4j_uri or "",
        neo4j_user=settings.neo4j_user,
        neo4j_password=text(settings.neo4j_password),
        broker_url=text(settings.broker_url),
        s3_endpoint=settings.s3_endpoint or "",
        s3_access_key=text(settings.s3_access_key),
        s3_secret_key=text(settings.s3_secret_key),
    )


def embedded(settings: Settings) -> dict[str, EmbeddedServer]:
    """The servers that run embedded under these settings (those without an address)."""
    base = configured(settings)
    given = {"neo4j": base.neo4j_uri, "valkey": base.broker_url, "s3": base.s3_endpoint}
    if all(given.values()):
        return {}
    home = Home(settings.home)
    return {name: make(home, settings) for name, make in CLASSES.items() if not given[name]}


def current_endpoints(settings: Settings) -> Endpoints:
    """The addresses in use now: configured ones and running embedded servers. Starts nothing.

    Servers that do not run have an empty address; the clients say so clearly.
    """
    found = configured(settings)
    for server in embedded(settings).values():
        if server.running():
            found = server.endpoints(found)
    return found


@contextmanager
def servers(settings: Settings, needs: Iterable[ServerName], say: Say) -> Iterator[Endpoints]:
    """Endpoints of the needed servers; the missing ones are started side by side.

    At the end the servers that nobody else uses are stopped: those that `jicha up` or another
    command still needs keep running. Raises `ServerFailed`, `DownloadUnavailable`.
    """
    mine = [server for name, server in embedded(settings).items() if name in set(needs)]
    notes = [_register(server) for server in mine]
    try:
        start_all(mine, say)
        yield current_endpoints(settings)
    finally:
        _leave_all(list(zip(mine, notes, strict=True)), say)


def start_all(mine: list[EmbeddedServer], say: Say) -> None:
    """Start servers side by side; the first failure is raised when all have answered."""
    missing = [server for server in mine if not server.running()]
    if missing:
        titles = ", ".join(server.title for server in missing)
        say(f"启动 {titles} / starting {titles}")
    with ThreadPoolExecutor(max_workers=max(1, len(mine))) as pool:
        for outcome in [pool.submit(server.start, say) for server in mine]:
            outcome.result()


def _register(server: EmbeddedServer) -> Path:
    with server.lock():
        return register(server.home, server.name)


def _leave_all(pairs: list[tuple[EmbeddedServer, Path]], say: Say) -> None:
    """Stop side by side what nobody uses any more (a store takes seconds to close)."""

    def one(pair: tuple[EmbeddedServer, Path]) -> None:
        server, note = pair
        with server.lock():
            if leave(note):
                server.stop_holding_lock(say)

    with ThreadPoolExecutor(max_workers=max(1, len(pairs))) as pool:
        for outcome in [pool.submit(one, pair) for pair in pairs]:
            outcome.result()
