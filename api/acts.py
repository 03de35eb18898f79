"""One mutation for each command: noun first, input derived, refusals as data."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, cast

import strawberry
from strawberry.types.field import StrawberryField

from api.answers import ErrorsAsData
from api.context import Info
from api.evidence.holding import renew_after
from api.inputs import input_of, to_dataclass
from casework.commands.base import Command
from casework.events import Event
from graph.commands import execute

#: After an act, the noun's own answer: reads what the person sees next.
Answer = Callable[[Info, Command, list[Event]], Awaitable[Any]]
#: Fills what the client must not say itself; returns the extra fields of the command.
Prepare = Callable[[Info, Any], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Act:
    """A mutation ``name`` that executes ``command``."""

    name: str
    command: type[Command]
    leave_out: frozenset[str] = frozenset()
    prepare: Prepare | None = None


async def perform(info: Info, command: Command) -> list[Event]:
    """Execute as the signed-in person, and tell the desks that something changed."""
    context = info.context
    events = await execute(context.driver, command, context.actor, context.at)
    await renew_after(context, command)
    await context.services.valkey.publish("jicha:changes", events[0].stream if events else "")
    return events


def mutation_of(act: Act, result: Any, answer: Answer) -> StrawberryField:
    """The GraphQL field of an act; ``result`` is the noun's union."""
    input_type = input_of(cast(Hashable, act.command), input_name(act.name), act.leave_out)

    async def resolver(info: Info, input: Any) -> Any:
        extra = await act.prepare(info, input) if act.prepare else {}
        command = to_dataclass(act.command, input, **extra)
        return await answer(info, command, await perform(info, command))

    resolver.__annotations__ = {"info": Info, "input": input_type, "return": result}
    resolver.__name__ = act.name
    field: StrawberryField = strawberry.mutation(
        resolver=resolver,
        name=act.name,
        description=act.command.__doc__,
        extensions=[ErrorsAsData()],
    )
    return field


def input_name(name: str) -> str:
    """The input type of an act, after its mutation."""
    return name[0].upper() + name[1:] + "Input"
