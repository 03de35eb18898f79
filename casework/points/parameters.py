"""Dated parameters of the bureau, set by its head and kept as events."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.points import SetParameter
from casework.events import Draft, Event
from casework.refusal import refuse

STREAM = "bureau:parameters"
#: What a value may be. The bureau's own area is the code of its administrative division, or its head;
#: `document_word` is its 发文代字.
KNOWN: dict[str, re.Pattern[str]] = {
    "local_restoration": re.compile("enabled|disabled"),
    "own_area": re.compile(r"\d{2}|\d{4}|\d{6}"),
    "document_word": re.compile(r"[\u4e00-\u9fff]{1,10}"),
}
DEFAULTS: dict[str, str] = {
    "local_restoration": "disabled",
    "own_area": "",
    "document_word": "医保",
}


@dataclass(frozen=True)
class Setting:
    """One value from a day on, with its basis."""

    name: str
    value: str
    valid_from: date
    basis: str


@dataclass(frozen=True)
class BureauState:
    """All settings ever made, in order."""

    version: int = 0
    settings: tuple[Setting, ...] = ()
    label = "本局参数"
    label_en = "parameters of the bureau"
    stage = "set"
    stage_zh = "本局参数"
    stage_en = "parameters"

    def value(self, name: str, on: date) -> str:
        """Return the value in force on a day: the latest made of those already valid."""
        valid = [s for s in self.settings if s.name == name and s.valid_from <= on]
        return valid[-1].value if valid else DEFAULTS[name]


def fold_bureau(events: Iterable[Event]) -> BureauState:
    """Fold the bureau's parameters."""
    state = BureauState()
    for event in events:
        d = event.data
        if event.type == "ParameterSet":
            day = date.fromisoformat(str(d["valid_from"]))
            setting = Setting(str(d["name"]), str(d["value"]), day, str(d["basis"]))
            state = replace(state, settings=(*state.settings, setting))
        state = replace(state, version=event.seq)
    return state


def answer(ask: Ask[SetParameter, BureauState]) -> list[Draft]:
    """ParameterSet: a known name, a possible value, and the basis for it."""
    c = ask.command
    required(law=c.basis)
    known = KNOWN.get(c.name)
    if known is None or not known.fullmatch(c.value):
        raise refuse(
            "BAD_VALUE",
            field=c.name,
            why="参数名或取值不在允许范围内",
            why_en="no such parameter, or no such value",
        )
    data = {"name": c.name, "value": c.value, "valid_from": c.valid_from, "basis": c.basis}
    return [draft(STREAM, "ParameterSet", **data)]


def _stream(command: SetParameter, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return (STREAM,)


ACT = Act(
    command=SetParameter,
    zh="设置本局参数",
    en="set a parameter",
    roles=frozenset({Role.HEAD}),
    streams=_stream,
    answer=answer,
    creates=None,
)
