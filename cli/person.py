"""Who acts at the terminal: the person of `jicha login`, with the same permissions as the desk."""

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import neo4j

from casework.actors import Actor, Viewer
from casework.clocks.calendars import SHANGHAI
from casework.refusal import refuse
from cli.context import needs, settings, with_driver
from cli.output import Output
from graph.accounts.tokens import actor_of_token
from graph.calendar.entered import know_years
from graph.migrate import migrate

T = TypeVar("T")
Work = Callable[[neo4j.AsyncDriver, Actor], Awaitable[T]]


def token_path() -> Path:
    """Where the sign-in of this terminal is kept (mode 0600, in the data home)."""
    return settings().home / "secrets" / "cli-token"


def keep_token(token: str) -> None:
    """Write the token so that nobody else can read it, not even for a moment."""
    path = token_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(token)
    fresh.replace(path)


def kept_token() -> str:
    """Return the kept token. Refuses SIGN_IN_REQUIRED without one."""
    try:
        return token_path().read_text().strip()
    except FileNotFoundError:
        raise refuse("SIGN_IN_REQUIRED") from None


def now() -> datetime:
    """The current moment, UTC."""
    return datetime.now(UTC)


def on_graph(out: Output, work: Callable[[neo4j.AsyncDriver], Awaitable[T]]) -> T:
    """Run work on a migrated Neo4j, started if need be."""

    async def _ready(driver: neo4j.AsyncDriver) -> T:
        await migrate(driver)
        await know_years(driver, at_once=True)
        return await work(driver)

    with needs("neo4j", out=out) as endpoints:
        return with_driver(endpoints, _ready)


def as_person(out: Output, work: Work[T]) -> T:
    """Run work as the signed-in person."""
    token = kept_token()

    async def _work(driver: neo4j.AsyncDriver) -> T:
        return await work(driver, await actor_of_token(driver, token, now()))

    return on_graph(out, _work)


def viewer(actor: Actor, purpose: str | None = None) -> Viewer:
    """The eyes of a person, unmasked only with a purpose."""
    return Viewer(actor, purpose)


def local(at: datetime | None) -> str:
    """A moment as the bureau reads it, in Asia/Shanghai."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else "—"
