"""Points of a pharmacy under its agreement: a year's total brings a level about, in force at once."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.clocks.calendars import local_date
from casework.commands.measures import MeasureType
from casework.dated import in_force
from casework.measures.plan import Plan
from casework.measures.rows import term_on
from casework.measures.state import MeasuresState
from casework.refusal import refuse

FILE = Path(__file__).parent / "pharmacy.toml"
#: National codes of pharmacies begin with P, of hospitals with H.
PHARMACY: Final = "P"


@dataclass(frozen=True)
class PharmacyAct:
    """A row of the table of deductions; `figure` is the mark of its points.

    `refuse`: the fund pays nothing of what the act cost, so all that is confirmed is refused or
    comes back.
    """

    id: str
    zh: str
    en: str
    points: int
    refuse: bool
    basis: str
    mark: str
    figure: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True)
class Level:
    """A row of the table of penalties: what the year's total `at` brings about."""

    at: int
    months: int
    term: str
    zh: str
    en: str
    basis: str
    mark: str
    figure: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True)
class Effect:
    """From when on a deduction and what it brings about hold."""

    zh: str
    begins: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def pharmacy_acts() -> tuple[PharmacyAct, ...]:
    """Every act, of all times."""
    return tuple(PharmacyAct(**row) for row in _raw()["act"])


@cache
def levels() -> tuple[Level, ...]:
    """Every level, of all times."""
    return tuple(Level(**row) for row in _raw()["level"])


@cache
def effects() -> tuple[Effect, ...]:
    """When they begin, of all times; `impose.begin` is called with the service."""
    return tuple(Effect(**row) for row in _raw()["effect"])


def points_of(acts: Iterable[str], on: date) -> int:
    """Sum the points of acts by the table of a day. Refuses NOT_FOUND for an unknown one."""
    table = {row.id: row for row in pharmacy_acts() if in_force(row, on)}
    for act in acts:
        if act not in table:
            raise refuse(
                "NOT_FOUND", what=f"药店违规扣分项 {act}", what_en=f"act of a pharmacy {act}"
            )
    return sum(table[act].points for act in acts)


def total(state: MeasuresState, year: int) -> int:
    """The pharmacy's points in a natural year, of decisions that stand."""
    return sum(s.points for s in state.scores if not s.void and s.year == year)


def level_reached(before: int, after: int, on: date) -> Level | None:
    """The highest level that a total newly reaches, if any."""
    reached = [row for row in levels() if in_force(row, on) and before < row.at <= after]
    return max(reached, key=lambda row: row.at, default=None)


def refuses(acts: Iterable[str], on: date) -> bool:
    """Whether one of the acts leaves nothing to be paid, by the table of a day."""
    table = {row.id: row for row in pharmacy_acts() if in_force(row, on)}
    return any(table[act].refuse for act in acts if act in table)


@dataclass(frozen=True)
class Outlook:
    """What acts would bring about: the year's points before and after, and the level newly reached."""

    before: int
    after: int
    level: Level | None
    refuse: bool


def outlook(state: MeasuresState, acts: Iterable[str], at: datetime) -> Outlook:
    """What a decision served at a moment would do to a pharmacy. Refuses NOT_FOUND for an unknown act."""
    named, today = tuple(acts), local_date(at)
    before = total(state, today.year)
    after = before + points_of(named, today)
    return Outlook(before, after, level_reached(before, after, today), refuses(named, today))


def plan_of(level: Level, name: str, case_no: str, reasons: str, at: datetime) -> Plan:
    """The measure of a level, from now on."""
    kind: MeasureType = term_on(level.term, local_date(at)).kind
    why = f"{level.zh}（{level.basis}）：{reasons}"
    return Plan(kind, level.term, name, why, at, level.months, case_no=case_no)
