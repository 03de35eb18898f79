"""Dated rows: of several that began to hold, the one that began last is in force."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """A row with the day from which it holds."""

    @property
    def valid_from(self) -> date:
        """The first day."""


class Spanned(Dated, Protocol):
    """A row that may end: `valid_to` is the first day on which it holds no more."""

    @property
    def valid_to(self) -> date | None:
        """The day after the last one; None while there is no end."""


Row = TypeVar("Row", bound=Dated)


def in_force(row: Spanned, on: date) -> bool:
    """Whether a row holds on a day."""
    return row.valid_from <= on and (row.valid_to is None or on < row.valid_to)


def latest(rows: Iterable[Row], on: date) -> Row | None:
    """Return the row in force on a day, or None before the first one."""
    valid = (row for row in rows if row.valid_from <= on)
    return max(valid, key=lambda row: row.valid_from, default=None)
