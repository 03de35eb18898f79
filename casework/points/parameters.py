"""Dated parameters of the bureau: what may be set, what was proposed and what holds, kept as events."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from casework.clocks.years import Year, read_year, year_of
from casework.documents.beside import Approvals, with_approval, with_scan
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.law.settable import settable
from casework.points.table import Column, Kept, Row, columns_of, read_table, rows_of, shown, text_of
from casework.wording import Both

STREAM = "bureau:parameters"
#: The parameter with the holidays of years.
YEARS = "holidays"
FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Parameter:
    """What the bureau may set: what a value may be, what it decides, and the law behind it.

    `values` names the possible values (value, Chinese, English) where there are only some. `forward`:
    it holds for acts after its approval alone. `ascending`: its parts, divided by ;, grow. `yearly`: a
    value is the holidays of one year (`casework.clocks.years`), and those of other years stay in force.
    `retired`: nothing asks for it any more; its events of before are still read. With `columns` a value is
    a table (`casework.points.table`).
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
    unit: str = ""
    unit_en: str = ""
    forward: bool = False
    ascending: bool = False
    yearly: bool = False
    retired: bool = False
    columns: tuple[Column, ...] = ()
    #: Rows of a table that the law itself asks for.
    keeps: tuple[Kept, ...] = ()

    def takes(self, value: str) -> bool:
        """Whether a value is possible. Refuses BAD_VALUE with the very fault in holidays and tables."""
        if self.yearly:
            return bool(read_year(value).number)
        if self.columns:
            return bool(read_table(value, self.columns, Both(self.zh, self.en), self.keeps))
        if re.fullmatch(self.pattern, value) is None:
            return False
        parts = [Decimal(part) for part in value.split(";")] if self.ascending else []
        return all(first < then for first, then in pairwise(parts))

    def kept(self, value: str) -> str:
        """A possible value as its event keeps it."""
        return text_of(self.rows(value)) if self.columns else value

    def rows(self, value: str) -> tuple[Row, ...]:
        """The cells of a table."""
        return rows_of(value, self.columns)

    def shown(self, value: str) -> tuple[str, str]:
        """A value as people read it, in both languages."""
        if not value:
            return "未设置", "not set"
        if self.columns:
            return shown(value, self.columns)
        if self.yearly and (year := year_of(value)):
            return year.shown.zh, year.shown.en
        if self.unit:
            return f"{Decimal(value):,} {self.unit}", f"{Decimal(value):,} {self.unit_en}"
        return next(((zh, en) for one, zh, en in self.values if one == value), (value, value))


@cache
def parameters() -> Mapping[str, Parameter]:
    """All parameters by name."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["parameter"]
    return {row["name"]: _read(row) for row in (*rows, *settable())}


def _read(row: dict[str, Any]) -> Parameter:
    own = dict(row)
    own["effects"], own["effects_en"] = tuple(row["effects"]), tuple(row["effects_en"])
    own["values"] = tuple((value, zh, en) for value, zh, en in row.get("values", ()))
    own["columns"] = columns_of(row.get("columns", ()))
    return Parameter(**own)


@dataclass(frozen=True)
class Setting:
    """One value from a day on, with its basis; who approved it, when, and who had proposed it."""

    name: str
    value: str
    valid_from: date
    basis: str
    by: str = ""
    at: datetime | None = None
    proposed_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Proposed:
    """A value that somebody proposed; `outcome` None while it waits, else approved or refused."""

    proposal_id: str
    name: str
    value: str
    valid_from: date
    basis: str
    reason: str
    by: Hand
    at: datetime
    outcome: str | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_reasons: str = ""


@dataclass(frozen=True)
class BureauState:
    """All proposals and settings ever made, in order."""

    version: int = 0
    settings: tuple[Setting, ...] = ()
    proposals: tuple[Proposed, ...] = ()
    #: What was decided on them since that is printed, by the proposal, and the forms as they were signed.
    approvals: Approvals = ()
    stream = STREAM
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

    @property
    def years(self) -> dict[int, Year]:
        """The years whose holidays were entered and approved, whatever the day: of each the latest."""
        found = [year_of(one.value) for one in self.settings if one.name == YEARS]
        return {year.number: year for year in found if year is not None}

    def shown(self, name: str, on: date) -> tuple[str, str]:
        """What is in force on a day as people read it; of holidays every year that was entered."""
        row = parameters()[name]
        years = self.years if row.yearly else {}
        if not years:
            return row.shown(self.value(name, on))
        lines = [years[number].shown for number in sorted(years)]
        return "\n".join(one.zh for one in lines), "\n".join(one.en for one in lines)

    def waiting(self, name: str) -> Proposed | None:
        """The proposal for a parameter that waits for its approval."""
        return next((p for p in self.proposals if p.name == name and p.outcome is None), None)

    @property
    def undecided(self) -> tuple[Proposed, ...]:
        """The proposals that wait for their approval."""
        return tuple(one for one in self.proposals if one.outcome is None)

    def proposal(self, proposal_id: str) -> Proposed | None:
        """A proposal by its id."""
        return next((p for p in self.proposals if p.proposal_id == proposal_id), None)


def fold_bureau(events: Iterable[Event]) -> BureauState:
    """Fold the bureau's parameters."""
    state = BureauState()
    for event in events:
        step = _STEPS.get(event.type)
        if step is not None:
            state = step(state, event)
        about = str(event.data.get("proposal_id", ""))
        approvals = with_approval(state.approvals, event, about)
        state = replace(state, version=event.seq, approvals=approvals)
    return state


def _proposed(state: BureauState, event: Event) -> BureauState:
    d = event.data
    day = date.fromisoformat(str(d["valid_from"]))
    one = Proposed(
        str(d["proposal_id"]), str(d["name"]), str(d["value"]), day, str(d["basis"]),
        str(d["reason"]), hand_from(d), event.at,
    )  # fmt: skip
    return replace(state, proposals=(*state.proposals, one))


def _set(state: BureauState, event: Event) -> BureauState:
    d = event.data
    day = date.fromisoformat(str(d["valid_from"]))
    by = hand_from(d).name if "by" in d else ""
    # Settings from before there were proposals have none.
    came_from = state.proposal(str(d.get("proposal_id", "")))
    setting = Setting(
        str(d["name"]), str(d["value"]), day, str(d["basis"]), by, event.at,
        came_from.by.name if came_from else "", came_from.reason if came_from else "",
    )  # fmt: skip
    state = replace(state, settings=(*state.settings, setting))
    return _settled(state, event, "approved") if came_from else state


def _settled(state: BureauState, event: Event, outcome: str) -> BureauState:
    d = event.data
    done = {
        "outcome": outcome,
        "decided_by": hand_from(d).name,
        "decided_at": event.at,
        "decided_reasons": str(d.get("reasons", "")),
    }
    proposals = tuple(
        replace(one, **done) if one.proposal_id == d["proposal_id"] else one  # type: ignore[arg-type]
        for one in state.proposals
    )
    return replace(state, proposals=proposals)


_STEPS: Mapping[str, Callable[[BureauState, Event], BureauState]] = {
    "ParameterProposed": _proposed,
    "ParameterSet": _set,
    "ParameterRefused": lambda state, event: _settled(state, event, "refused"),
    "ParameterApprovalAttached": lambda state, event: replace(
        state, approvals=with_scan(state.approvals, event)
    ),
}


def offered(state: BureauState | None = None) -> tuple[Parameter, ...]:
    """What a bureau sets; of what nothing asks for any more, that of which a proposal still waits."""
    rows = parameters().values()
    return tuple(one for one in rows if not one.retired or (state and state.waiting(one.name)))
