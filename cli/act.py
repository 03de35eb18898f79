"""An act at the terminal: done as the signed-in person, and what came of it."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import neo4j

from casework.actors import Actor
from casework.commands.base import Command
from casework.commands.case import FileCase
from casework.event_names import event_names
from casework.events import Event, event_json
from cli.field_words import words_of
from cli.language import say
from cli.output import Output
from cli.person import as_person, now
from cli.vault import renew_case
from graph.commands import execute

#: Facts of an event that number a thing.
NUMBER: Final = re.compile(r"^number$|_(id|no)$")


def act(out: Output, command: Command | Callable[[Actor], Command], text: str) -> list[Event]:
    """Execute a command as the signed-in person and print what came of it.

    A command that reads something as this person first (findings) is given as a function.
    """

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Command, list[Event]]:
        ready = command if isinstance(command, Command) else command(actor)
        return ready, await execute(driver, ready, actor, now())

    done_as, events = as_person(out, _work)
    if isinstance(command, FileCase):
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
