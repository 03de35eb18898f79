"""The vault's dated parameters, read from parameters.toml (days, sizes, limits and their basis)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from casework.dated import latest

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Parameter:
    """One dated row: a whole number, the first day it holds, and its basis."""

    name: str
    value: int
    valid_from: date
    basis: str
    mark: str


@cache
def rows() -> tuple[Parameter, ...]:
    """Return every row, of all times."""
    text = files("evidence").joinpath("parameters.toml").read_text("utf-8")
    return tuple(
        Parameter(row["name"], row["value"], row["from"], row["basis"], row["mark"])
        for row in tomllib.loads(text)["parameter"]
    )


def parameter(name: str, at: datetime) -> Parameter:
    """The row of that name in force on the Shanghai day of ``at``. Raises KeyError when none is."""
    day = at.astimezone(SHANGHAI).date()
    row = latest((row for row in rows() if row.name == name), day)
    if row is None:
        raise KeyError(f"no row of {name} in evidence/parameters.toml is in force on {day}")
    return row


def initial_retention(at: datetime) -> datetime:
    """Until when a newly stored item is locked; starts short and is only extended."""
    return at + timedelta(days=parameter("retention_initial_days", at).value)


def filed_retention(at: datetime) -> datetime:
    """Until when the items of a filed case are locked, counted from its closing."""
    return years_later(at, parameter("retention_filed_years", at).value)


def seal_retention(at: datetime) -> datetime:
    """Until when a daily seal is locked."""
    return years_later(at, parameter("retention_seal_years", at).value)


def years_later(at: datetime, years: int) -> datetime:
    """The same instant some years later; 29 February becomes 1 March."""
    try:
        return at.replace(year=at.year + years)
    except ValueError:
        return at.replace(year=at.year + years, month=3, day=1)
