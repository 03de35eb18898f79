"""Dated rows: of several that began to hold, the one that began last is in force."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """A row with the day from which it holds."""

    @property
    def valid_from(self) -> date:
        """The first day."""


Row = TypeVar("Row", bound=Dated)


def latest(rows: Iterable[Row], on: date) -> Row | None:
    """Return the row in force on a day, or None before the first one."""
    valid = (row for row in rows if row.valid_from <= on)
    return max(valid, key=lambda row: row.valid_from, default=None)
