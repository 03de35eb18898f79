"""Reads the dated rows of measures: kinds, the terms they rest on, and what overlaps do.

A kind says whom it may hit, who decides it, whether it is `timed` (needs an end), `open_end` (lasts
until lifted), neither (an act of one moment); `stops` settlement; `withholds` what the fund pays out while patients go on
settling; `personal`: for the head alone,
never by delegation. `severity` orders what holds at once.
"""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.actors import Role
from casework.commands.measures import MeasureType, SubjectKind
from casework.dated import in_force
from casework.points.institution import effects
from casework.refusal import refuse

FILE = Path(__file__).parent / "rows.toml"


@dataclass(frozen=True)
class Kind:
    """A kind of measure."""

    id: MeasureType
    zh: str
    en: str
    subjects: frozenset[SubjectKind]
    decided_by: frozenset[Role]
    severity: int
    timed: bool = False
    open_end: bool = False
    stops: bool = False
    withholds: bool = False
    personal: bool = False


@dataclass(frozen=True)
class Term:
    """What a measure rests on; months where its kind is timed.

    A `penal` one is a penalty: only a decision in a case imposes it (处罚法 9, 57), never an act here.
    A `handled` one is the agency's under the agreement: only a decided handling imposes it (条例 13). A
    `heard` one may be decided here, after the subject was told and could state and defend itself; of one
    `may_be_heard` the bureau may do the same first, as no text asks it to. One
    `of_handling` is the agency's own step in a handling that runs, which its head decides.
    """

    id: str
    kind: MeasureType
    zh: str
    en: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None
    min_months: int = 0
    max_months: int = 0
    penal: bool = False
    handled: bool = False
    heard: bool = False
    may_be_heard: bool = False
    of_handling: bool = False
    #: The parameter by which the bureau sets the most months, where the law leaves them to it.
    parameter: str = ""

    def in_force(self, on: date) -> bool:
        """Whether the row is law on that day (`valid_to` is the first day it no longer is)."""
        return in_force(self, on)


@dataclass(frozen=True)
class Overlap:
    """What a new measure does to one that still runs."""

    new: MeasureType
    standing: MeasureType
    mode: str
    basis: str
    basis_en: str
    mark: str
    valid_from: date
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the row is law on that day."""
        return in_force(self, on)


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def kinds() -> dict[MeasureType, Kind]:
    """Every kind by its name."""
    return {MeasureType(row["id"]): _kind(row) for row in _raw()["kind"]}


@cache
def terms() -> tuple[Term, ...]:
    """Every term, of all times; where a share of barred staff is the ground, with the packaged one."""
    shares = {row.term: row.share for row in effects()}
    found = (Term(**{**row, "kind": MeasureType(row["kind"])}) for row in _raw()["term"])
    return tuple(at_share(one, shares.get(one.id, 0)) for one in found)


def at_share(term: Term, share: int) -> Term:
    """A term with the share of staff, in percent, from which it is a ground; 0: as it stands."""
    if not share:
        return term
    row = next(
        r for r in _raw()["term"] if (r["id"], r["valid_from"]) == (term.id, term.valid_from)
    )
    return replace(term, zh=row["zh"].format(share=share), en=row["en"].format(share=share))


@cache
def overlaps() -> tuple[Overlap, ...]:
    """Every rule of overlaps, of all times."""
    return tuple(
        Overlap(**{**row, "new": MeasureType(row["new"]), "standing": MeasureType(row["standing"])})
        for row in _raw()["overlap"]
    )


def term_on(term_id: str, on: date) -> Term:
    """Return the term in force on a day. Raises Refusal NOT_FOUND."""
    for row in terms():
        if row.id == term_id and row.in_force(on):
            return row
    raise refuse(
        "NOT_FOUND",
        what=f"措施依据 {term_id}（{on.isoformat()}）",
        what_en=f"ground for a measure {term_id} ({on.isoformat()})",
    )


def mode_of(new: MeasureType, standing: MeasureType, on: date) -> Overlap | None:
    """Return the rule for a new measure that meets a standing one; None: both run side by side."""
    for row in overlaps():
        if (row.new, row.standing) == (new, standing) and row.in_force(on):
            return row
    return None


def _kind(row: dict[str, Any]) -> Kind:
    parts = {
        "id": MeasureType(row["id"]),
        "subjects": frozenset(SubjectKind(one) for one in row["subjects"]),
        "decided_by": frozenset(Role(one) for one in row["decided_by"]),
    }
    return Kind(**{**row, **parts})
