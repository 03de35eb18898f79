"""Reads the dated deadline rows of `table/*.toml`.

A row is law as data: which events start, end or void the period (`start`, `end`, `void`), how long
it is (`amount`, `calendar`), who may extend it, how often and by how much (`extensions`), between
which events it rests (`pauses`), from which day to which it is law (`valid_from`, `valid_to`), and
where that stands (`basis`; `mark` V full text, S secondary text, M to be confirmed by the bureau).

`key` names the data field that tells instances apart. `from_field` takes the start from a date of
the event instead of its time, `end_field` the end: what was done in time is in time, whenever it is recorded. `only_if` ("field" or "field=value|other") restricts the start, where the value None stands for an
event without the field; `unless` names events after which it starts no more. `lapses`:
the end of a party's right, nobody's failure. `rolls`: a last day that is no working day gives way to
the next one. `warn`: distances in the row's own units. `manual`: a person may start and end it.
`until`: dates of the start event; the first that it gives is the last day (`amount` is then only what a
form proposes), and without one nothing starts. `after_end`: it runs also once its case is over. `once_manual`: a person ended it by hand before there was
an act for it; what was recorded so is still read.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.clocks.calendars import Calendar
from casework.dated import in_force
from casework.refusal import refuse

TABLE = Path(__file__).parent / "table"
STARTED, ENDED = "PeriodStarted", "PeriodEnded"
WARN = {
    Calendar.HOURS: (12, 2),
    Calendar.WORKING_DAYS: (3, 1),
    Calendar.NATURAL_DAYS: (7, 3, 1),
    Calendar.MONTHS: (30, 7, 1),
}


@dataclass(frozen=True)
class Extension:
    """An event that lengthens the period: `steps` is the most it may add the first time, the second…
    (none: the law sets no limit).

    `field` names the event's own amount; without it the whole step is added. `by`: roles. `done_field` names
    the day on which it was done, where it is recorded later.
    """

    event: str
    steps: tuple[int, ...] = ()
    by: tuple[str, ...] = ()
    field: str | None = None
    basis: str = ""
    done_field: str | None = None


@dataclass(frozen=True)
class Pause:
    """Events between which the period rests; `key` tells several at once apart.

    `only_if` ("field" or "field=value|other") restricts which event begins a rest, and ends it where that
    event has the field, too; `since` and `until` name the fields with the days on which it begins and
    ends, where these are not the days of the events (`until_else`: where the event does not name the first).
    `ends_if` names a field that the event which ends it has. `at_most` is the row whose own period, begun by
    the same event, bounds the rest. `stands`: it rests a period, too, that begins while it lasts. `mark` M: that
    it rests at all is for the bureau to confirm. `basis`: where that stands, if not where the row does.
    """

    zh: str
    en: str
    begins: frozenset[str]
    ends: frozenset[str]
    key: str | None = None
    only_if: str | None = None
    since: str | None = None
    until: str | None = None
    until_else: str | None = None
    ends_if: str | None = None
    at_most: str | None = None
    mark: str | None = None
    stands: bool = False
    basis: str = ""


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
    from_else: str | None
    end_field: str | None
    until: tuple[str, ...]
    only_if: str | None
    unless: frozenset[str]
    lapses: bool
    after_end: bool
    rolls: bool
    manual: bool
    warn: tuple[int, ...]
    extensions: tuple[Extension, ...]
    pauses: tuple[Pause, ...]

    def in_force(self, on: date) -> bool:
        """Whether the row is law on that day (`valid_to` is the first day it no longer is)."""
        return in_force(self, on)


@cache
def deadline_rows() -> tuple[Row, ...]:
    """Return every deadline row, of all times."""
    raw = [
        row
        for path in sorted(TABLE.glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["deadline"]
    ]
    return tuple(parse_row(row) for row in raw)


def row_on(row_id: str, on: date) -> Row:
    """Return the row of that id in force on a day. Raises Refusal NOT_FOUND."""
    for row in deadline_rows():
        if row.id == row_id and row.in_force(on):
            return row
    raise refuse(
        "NOT_FOUND",
        what=f"期限 {row_id}（{on.isoformat()}）",
        what_en=f"period {row_id} ({on.isoformat()})",
    )


def parse_row(raw: dict[str, Any]) -> Row:
    """Build a row from its TOML table; missing optional keys get their neutral value."""
    calendar = Calendar(raw["calendar"])
    manual = raw.get("manual", False)
    by_hand = manual or raw.get("once_manual", False)
    own_start, own_end = ({STARTED}, {ENDED}) if by_hand else (set(), set())
    return Row(
        id=raw["id"],
        zh=raw["zh"],
        en=raw["en"],
        start=frozenset({*raw.get("start", ()), *own_start}),
        end=frozenset({*raw.get("end", ()), *own_end}),
        void=frozenset(raw.get("void", ())),
        amount=raw["amount"],
        calendar=calendar,
        basis=raw["basis"],
        mark=raw["mark"],
        valid_from=raw["valid_from"],
        valid_to=raw.get("valid_to"),
        key=raw.get("key"),
        from_field=raw.get("from_field"),
        from_else=raw.get("from_else"),
        end_field=raw.get("end_field"),
        until=tuple(raw.get("until", ())),
        only_if=raw.get("only_if"),
        unless=frozenset(raw.get("unless", ())),
        lapses=raw.get("lapses", False),
        after_end=raw.get("after_end", False),
        rolls=raw.get("rolls", False),
        manual=manual,
        warn=tuple(raw.get("warn", WARN[calendar])),
        extensions=tuple(_extension(e) for e in raw.get("extensions", ())),
        pauses=tuple(_pause(p) for p in raw.get("pauses", ())),
    )


def _extension(raw: dict[str, Any]) -> Extension:
    fields = {**raw, "steps": tuple(raw.get("steps", ())), "by": tuple(raw.get("by", ()))}
    return Extension(**fields)


_PAUSE = (
    *("key", "only_if", "since", "until", "until_else", "ends_if", "at_most", "mark"),
    *("stands", "basis"),
)


def _pause(raw: dict[str, Any]) -> Pause:
    begins, ends = frozenset(raw["from"]), frozenset(raw["to"])
    more = {name: raw[name] for name in _PAUSE if name in raw}
    return Pause(raw["zh"], raw["en"], begins, ends, **more)
