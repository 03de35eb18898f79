"""What the share of barred staff means for their institution: a suggestion, never a decision."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.points.standing import sanctions
from casework.points.state import PointsState


@dataclass(frozen=True)
class Effect:
    """A dated row: from `share` percent of the staff on (inclusive)."""

    id: str
    valid_from: date
    share: int
    severe: bool
    zh: str
    en: str
    basis: str
    mark: str


@cache
def effects() -> tuple[Effect, ...]:
    """Return every row, of all times."""
    text = (Path(__file__).parent / "institution.toml").read_text("utf-8")
    return tuple(Effect(**raw) for raw in tomllib.loads(text)["effect"])


def effect_of(barred: int, staff: int, on: date) -> Effect | None:
    """Return the highest row in force on a day that `barred` of `staff` persons reach."""
    if staff <= 0:
        return None
    reached = [e for e in effects() if e.valid_from <= on and 100 * barred >= e.share * staff]
    return max(reached, key=lambda e: e.share, default=None)


def barred_in(file: PointsState, year: int) -> bool:
    """Whether a suspension or termination of this person began in a natural year."""
    return any(sanction.starts.year == year for sanction in sanctions(file))


def barred_staff(files: Iterable[PointsState], year: int) -> dict[str, set[str]]:
    """Return who was suspended or terminated in a year, by institution.

    Someone who practises at several places counts at each of them.
    """
    found: dict[str, set[str]] = {}
    for file in files:
        if barred_in(file, year):
            for institution in file.institutions:
                found.setdefault(institution, set()).add(file.prac_psn_code)
    return found
