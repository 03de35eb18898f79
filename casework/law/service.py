"""Reads the ways of service and the situations in which a case may be closed."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.dated import latest
from casework.refusal import refuse

FILE = Path(__file__).parent / "service.toml"


@dataclass(frozen=True)
class Way:
    """A way of service: what its receipt has to show; `consent`: only with written consent.

    `officers`: how many officers of the case hand it over themselves; 1 where no receiver is met.
    `asks` is what has to be told of such a service when it is recorded; empty where that is nothing.
    """

    id: str
    zh: str
    en: str
    proof: str
    proof_en: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None
    consent: bool = False
    officers: int = 1
    asks: str = ""
    asks_en: str = ""


@dataclass(frozen=True)
class Closing:
    """A situation of closing; `needs`: paid, court, nothing (to execute), or reasons."""

    id: str
    zh: str
    en: str
    needs: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def ways() -> tuple[Way, ...]:
    """Every way, of all times."""
    return tuple(Way(**row) for row in _raw()["way"])


@cache
def closings() -> tuple[Closing, ...]:
    """Every situation, of all times."""
    return tuple(Closing(**row) for row in _raw()["closing"])


def way(way_id: str, on: date) -> Way:
    """Return the way as it is on a day, or as it was first known. Raises Refusal NOT_FOUND."""
    rows = [row for row in ways() if row.id == way_id]
    if not rows:
        raise refuse("NOT_FOUND", what=f"送达方式 {way_id}", what_en=f"way of service {way_id}")
    return latest(rows, on) or rows[0]
