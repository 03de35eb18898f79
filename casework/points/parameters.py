"""Dated parameters of the bureau, set by its head and kept as events."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.points import SetParameter
from casework.events import Draft, Event
from casework.hands import hand_from
from casework.refusal import refuse

STREAM = "bureau:parameters"
FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Parameter:
    """What the bureau may set: what a value may be, what it decides, and the law behind it.

    `values` names the possible values (value, Chinese, English) where there are only some.
    """

    name: str
    zh: str
    en: str
    pattern: str
    default: str
    hint: str
    hint_en: str
    law: str
    mark: str
    effects: tuple[str, ...]
    effects_en: tuple[str, ...]
    values: tuple[tuple[str, str, str], ...] = ()

    def takes(self, value: str) -> bool:
        """Whether a value is possible."""
        return re.fullmatch(self.pattern, value) is not None

    def shown(self, value: str) -> tuple[str, str]:
        """A value as people read it, in both languages."""
        if not value:
            return "未设置", "not set"
        return next(((zh, en) for one, zh, en in self.values if one == value), (value, value))


@cache
def parameters() -> Mapping[str, Parameter]:
    """All parameters by name."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["parameter"]
    return {row["name"]: _read(row) for row in rows}


def _read(row: dict[str, Any]) -> Parameter:
    own = dict(row)
    own["effects"], own["effects_en"] = tuple(row["effects"]), tuple(row["effects_en"])
    own["values"] = tuple((value, zh, en) for value, zh, en in row.get("values", ()))
    return Parameter(**own)


@dataclass(frozen=True)
class Setting:
    """One value from a day on, with its basis; who set it, when."""

    name: str
    value: str
    valid_from: date
    basis: str
    by: str = ""
    at: datetime | None = None


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
        found = self.setting(name, on)
        return found.value if found else parameters()[name].default

    def setting(self, name: str, on: date) -> Setting | None:
        """The setting in force on a day; None while the default holds."""
        valid = [s for s in self.settings if s.name == name and s.valid_from <= on]
        return valid[-1] if valid else None

    def coming(self, name: str, on: date) -> tuple[Setting, ...]:
        """Settings already made that begin after a day, by their beginnings."""
        later = (s for s in self.settings if s.name == name and s.valid_from > on)
        return tuple(sorted(later, key=lambda s: s.valid_from))


def fold_bureau(events: Iterable[Event]) -> BureauState:
    """Fold the bureau's parameters."""
    state = BureauState()
    for event in events:
        d = event.data
        if event.type == "ParameterSet":
            day = date.fromisoformat(str(d["valid_from"]))
            by = hand_from(d).name if "by" in d else ""
            setting = Setting(str(d["name"]), str(d["value"]), day, str(d["basis"]), by, event.at)
            state = replace(state, settings=(*state.settings, setting))
        state = replace(state, version=event.seq)
    return state


def answer(ask: Ask[SetParameter, BureauState]) -> list[Draft]:
    """ParameterSet: a known name, a possible value, and the basis for it."""
    c = ask.command
    required(law=c.basis)
    known = parameters().get(c.name)
    if known is None or not known.takes(c.value):
        raise refuse(
            "BAD_VALUE",
            field=known.zh if known else c.name,
            field_en=known.en if known else c.name,
            why=known.hint if known else "没有这个参数",
            why_en=known.hint_en if known else "no such parameter",
        )
    if ask.state.value(c.name, c.valid_from) == c.value and not ask.state.coming(
        c.name, c.valid_from
    ):
        raise refuse("ALREADY_DONE")
    data = {"name": c.name, "value": c.value, "valid_from": c.valid_from, "basis": c.basis}
    return [draft(STREAM, "ParameterSet", **data)]


def foreseen(state: BureauState, command: SetParameter, on: date) -> list[tuple[str, str]]:
    """What a setting would change, in both languages: the value before and after, and what hangs on it."""
    row = parameters()[command.name]
    (was, was_en), (now, now_en) = (
        row.shown(state.value(command.name, command.valid_from)),
        row.shown(command.value),
    )
    found = [
        (
            f"自 {command.valid_from.isoformat()} 起：{was} → {now}",
            f"From {command.valid_from.isoformat()}: {was_en} → {now_en}",
        )
    ]
    if command.valid_from < on:
        found.append(
            (
                "生效日早于今天：该日以后按此值重新判断的事项会不同，已作出的决定不变",
                "It begins before today: what is judged anew for days since then may differ, decisions stand",
            )
        )
    found += [
        (
            f"{later.valid_from.isoformat()} 起原定改为 {row.shown(later.value)[0]}，由本次设置取代",
            f"What was set for {later.valid_from.isoformat()} ({row.shown(later.value)[1]}) gives way to this",
        )
        for later in state.coming(command.name, command.valid_from)
    ]
    return found + list(zip(row.effects, row.effects_en, strict=True))


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
