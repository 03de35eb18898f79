"""Who acts at the terminal: the person of `jicha login`, with the same permissions as the desk."""

import os
import re
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import neo4j

from casework.actors import Actor, Viewer
from casework.clocks.calendars import SHANGHAI
from casework.commands.base import Command
from casework.commands.case import FileCase
from casework.event_names import event_names
from casework.events import Event, event_json
from casework.refusal import refuse
from cli.context import needs, settings, with_driver
from cli.field_words import words_of
from cli.language import say
from cli.output import Output
from graph.accounts.tokens import actor_of_token
from graph.commands import execute
from graph.migrate import migrate

T = TypeVar("T")
#: Facts of an event that number a thing.
NUMBER: Final = re.compile(r"^number$|_(id|no)$")
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
        return await work(driver)

    with needs("neo4j", out=out) as endpoints:
        return with_driver(endpoints, _ready)


def as_person(out: Output, work: Work[T]) -> T:
    """Run work as the signed-in person."""
    token = kept_token()

    async def _work(driver: neo4j.AsyncDriver) -> T:
        return await work(driver, await actor_of_token(driver, token, now()))

    return on_graph(out, _work)


def act(out: Output, command: Command | Callable[[Actor], Command], text: str) -> list[Event]:
    """Execute a command as the signed-in person and print what came of it.

    A command that reads something as this person first (findings) is given as a function.
    """

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Command, list[Event]]:
        ready = command if isinstance(command, Command) else command(actor)
        return ready, await execute(driver, ready, actor, now())

    done_as, events = as_person(out, _work)
    if isinstance(command, FileCase):
        from cli.vault import renew_case  # only filing needs the vault

        renew_case(out, command.case_no)
    done = [event_names(event.type) for event in events]
    zh, en = "、".join(zh for zh, _ in done), ", ".join(en for _, en in done)
    told = say(text if zh == text else f"{text}：{zh}", f"done: {en}")
    out.result(events_json(events), "  ".join((told, *numbers_of(done_as, events))))
    return events


def numbers_of(command: Command, events: list[Event]) -> Iterator[str]:
    """Numbers that came of an act and that nobody had given: the next act names a thing by them."""
    known = {str(value) for value in vars(command).values()}
    for event in events:
        stream = event.stream.partition(":")[2]
        named = {key: value for key, value in event.data.items() if NUMBER.search(key)}
        made = {"": stream} if event.seq == 1 else {}
        for key, value in (made | named).items():
            if isinstance(value, str) and value and value not in known:
                known.add(value)
                words = words_of(key).split(" / ")
                yield f"{say(*words) if len(words) == 2 else ''} {value}".strip()


def events_json(events: list[Event]) -> dict[str, Any]:
    """The answer of an act: its events, and each touched stream with its new version."""
    return {
        "events": [event_json(event) for event in events],
        "versions": {event.stream: event.seq for event in events},
    }


def viewer(actor: Actor, purpose: str | None = None) -> Viewer:
    """The eyes of a person, unmasked only with a purpose."""
    return Viewer(actor, purpose)


def local(at: datetime | None) -> str:
    """A moment as the bureau reads it, in Asia/Shanghai."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else "—"
