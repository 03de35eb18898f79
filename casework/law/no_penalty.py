"""Reads the grounds on which nobody is punished, each with its own basis."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.dated import latest
from casework.law.citation import in_english

FILE = Path(__file__).with_name("no_penalty.toml")


@dataclass(frozen=True)
class Ground:
    """A ground as the decision words it, and what it rests on."""

    id: str
    zh: str
    en: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None
    #: The only kind of party that it can hold for; empty: any.
    of: str = ""

    @property
    def basis_en(self) -> str:
        """The basis in English."""
        return in_english(self.basis)


@cache
def no_penalty_grounds() -> tuple[Ground, ...]:
    """Every ground, of all times."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["ground"]
    return tuple(Ground(**row) for row in rows)


def ground_of(ground_id: str, on: date) -> Ground | None:
    """The ground as it is on a day, or as it was first known; None for an unknown one."""
    rows = [row for row in no_penalty_grounds() if row.id == ground_id]
    return latest(rows, on) or next(iter(rows), None)
