"""Reads for how long the volumes of a case are kept."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from casework.cases.state import CaseState
from casework.dated import in_force

FILE = Path(__file__).parent / "retention.toml"


@dataclass(frozen=True)
class Retention:
    """One dated row; `years` 0 is for ever."""

    id: str
    when: str
    zh: str
    en: str
    years: int
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None


WHEN: Final[dict[str, Callable[[CaseState], bool]]] = {
    "referred": lambda c: c.referral is not None and c.referral.sent_at is not None,
    "penalty": lambda c: (
        c.decision is not None and c.decision.ruling == "penalty" and c.decision.seq > 0
    ),
    "on_spot": lambda c: c.on_spot,
    "always": lambda c: True,
}


@cache
def retentions() -> tuple[Retention, ...]:
    """Every row, of all times, in the order in which they are tried."""
    return tuple(Retention(**row) for row in tomllib.loads(FILE.read_text("utf-8"))["row"])


def retention_of(case: CaseState, on: date) -> Retention:
    """The row of the case on a day. Raises LookupError before the first row."""
    for row in retentions():
        if in_force(row, on) and WHEN[row.when](case):
            return row
    raise LookupError(f"no row of retention.toml is in force on {on}")
