"""The two tables of a pharmacy's points: what an act costs, and what a year's total brings about.

A bureau sets both as its agreement has them; where it set none, the packaged ones hold. A handling keeps
those of the day on which it was proposed, and the score that comes of it does.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.dated import in_force
from casework.points.table import records, text_of

FILE = Path(__file__).parent / "pharmacy.toml"
#: The parameters by which a bureau sets them.
ACTS, LEVELS = "pharmacy_acts", "pharmacy_levels"
#: What the bureau's own levels rest on.
SUSPENDS, CANCELS = "pharmacy-suspend", "pharmacy-cancel"
#: Own tables as an event keeps them: of each its value and the bureau's document.
Kept = Mapping[str, Mapping[str, str]]
PACKAGED: Final[Kept] = {}


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


@dataclass(frozen=True)
class Table:
    """Both tables as they stand on a day."""

    acts: tuple[PharmacyAct, ...]
    levels: tuple[Level, ...]


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def pharmacy_acts() -> tuple[PharmacyAct, ...]:
    """Every packaged act, of all times."""
    return tuple(PharmacyAct(**row) for row in _raw()["act"])


@cache
def levels() -> tuple[Level, ...]:
    """Every packaged level, of all times."""
    return tuple(Level(**row) for row in _raw()["level"])


@cache
def effects() -> tuple[Effect, ...]:
    """When they begin, of all times; `impose.begin` is called with the service."""
    return tuple(Effect(**row) for row in _raw()["effect"])


def table_of(kept: Kept, on: date) -> Table:
    """The tables that were kept; of what was not the packaged one of a day."""
    acts = tuple(row for row in pharmacy_acts() if in_force(row, on))
    found = tuple(row for row in levels() if in_force(row, on))
    if ACTS in kept:
        acts = _own_acts(kept[ACTS])
    if LEVELS in kept:
        found = _own_levels(kept[LEVELS])
    return Table(acts, found)


def named(kept: Kept, acts: Iterable[str]) -> tuple[PharmacyAct, ...]:
    """The rows of acts that were scored by the tables kept: of packaged ones as they are called last."""
    found = _own_acts(kept[ACTS]) if ACTS in kept else pharmacy_acts()
    rows = {row.id: row for row in found}
    return tuple(rows[act] for act in acts if act in rows)


def _own_acts(kept: Mapping[str, str]) -> tuple[PharmacyAct, ...]:
    return tuple(
        PharmacyAct(
            row["act"], row["zh"], row["en"] or row["zh"], int(row["points"]), row["refuse"] == "yes",
            row["basis"] or kept["basis"], "", "", date.min,
        )
        for row in records(kept["value"], "act", "zh", "points", "refuse", "basis", "en")
    )  # fmt: skip


def _own_levels(kept: Mapping[str, str]) -> tuple[Level, ...]:
    found = []
    for row in records(kept["value"], "at", "months", "basis"):
        months = int(row["months"])
        zh = f"暂停 {months} 个月" if months else "注销"
        en = f"suspended for {months} months" if months else "cancelled"
        term = SUSPENDS if months else CANCELS
        basis = row["basis"] or kept["basis"]
        found.append(Level(int(row["at"]), months, term, zh, en, basis, "", "", date.min))
    return tuple(found)


def packaged(name: str) -> dict[str, str]:
    """A packaged table as the value of its parameter, with its basis and the mark of its figures."""
    rows: tuple[PharmacyAct, ...] | tuple[Level, ...] = (
        pharmacy_acts() if name == ACTS else levels()
    )
    last = [row for row in rows if row.valid_to is None]
    cells = [
        (row.id, row.zh, str(row.points), "yes" if row.refuse else "no", "", row.en)
        if isinstance(row, PharmacyAct)
        else (str(row.at), str(row.months), "")
        for row in last
    ]
    return {"default": text_of(cells), "law": last[0].basis, "mark": last[0].figure}
