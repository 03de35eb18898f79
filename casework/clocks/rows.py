"""Reads the dated deadline rows."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.clocks.calendars import Calendar
from casework.refusal import refuse


@dataclass(frozen=True)
class Extension:
    """An event that lengthens the period, by `amount` or by the event's own `field`."""

    event: str
    amount: int = 0
    field: str | None = None


@dataclass(frozen=True)
class Pause:
    """Events between which the period rests."""

    begins: frozenset[str]
    ends: frozenset[str]


@dataclass(frozen=True)
class Row:
    """One dated deadline: what starts it, how long, which calendar, what ends it, which law."""

    id: str
    zh: str
    en: str
    start: frozenset[str]
    end: frozenset[str]
    void: frozenset[str]
    amount: int
    calendar: Calendar
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None
    key: str | None
    from_field: str | None
    only_if: str | None
    lapses: bool
    extensions: tuple[Extension, ...]
    pauses: tuple[Pause, ...]

    def in_force(self, on: date) -> bool:
        """Whether the row is law on that day (`valid_to` is the first day it no longer is)."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@cache
def deadline_rows() -> tuple[Row, ...]:
    """Return every deadline row, of all times."""
    text = (Path(__file__).parent / "deadlines.toml").read_text("utf-8")
    return tuple(parse_row(raw) for raw in tomllib.loads(text)["deadline"])


def row_on(row_id: str, on: date) -> Row:
    """Return the row of that id in force on a day. Raises Refusal NOT_FOUND."""
    for row in deadline_rows():
        if row.id == row_id and row.in_force(on):
            return row
    raise refuse("NOT_FOUND", what=f"期限 {row_id}（{on.isoformat()}）")


def parse_row(raw: dict[str, Any]) -> Row:
    """Build a row from its TOML table; missing optional keys get their neutral value."""
    return Row(
        id=raw["id"],
        zh=raw["zh"],
        en=raw["en"],
        start=frozenset(raw["start"]),
        end=frozenset(raw["end"]),
        void=frozenset(raw.get("void", ())),
        amount=raw["amount"],
        calendar=Calendar(raw["calendar"]),
        basis=raw["basis"],
        mark=raw["mark"],
        valid_from=raw["valid_from"],
        valid_to=raw.get("valid_to"),
        key=raw.get("key"),
        from_field=raw.get("from_field"),
        only_if=raw.get("only_if"),
        lapses=raw.get("lapses", False),
        extensions=tuple(Extension(**e) for e in raw.get("extensions", ())),
        pauses=tuple(
            Pause(frozenset(p["from"]), frozenset(p["to"])) for p in raw.get("pauses", ())
        ),
    )
