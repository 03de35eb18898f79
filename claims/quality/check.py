"""One check of quality: what it asks, whom it concerns, and how to get at the rows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line of the report speaks of, in the order in which the report names them."""

    REJECTED = "rejected"
    EMPTY = "empty"
    PARTNER = "without_partner"
    EQUATION = "equation"
    CODE = "unknown_code"
    DATE = "impossible_date"
    PERSON = "person"
    REPEAT = "repeat"
    TREND = "trend"


@dataclass(frozen=True, slots=True)
class Check:
    """A question to the rows of one table of the batch.

    ``source`` is SQL behind FROM that yields the rows concerned (alias ``t``), ``shows`` the
    expressions to show of each beside the key. ``rows`` is known where the import counted already;
    ``counted`` counts them where that costs less than to find them. ``of`` is the number of rows that were asked. ``zh`` and ``en`` are sentences of
    `claims.quality.said`.
    """

    kind: Kind
    table: str
    column: str
    detail: str
    source: str
    shows: tuple[str, ...]
    zh: str
    en: str
    of: int
    rows: int | None = None
    counted: Callable[[], int] | None = None

    @property
    def line_id(self) -> str:
        """Stable name of the line within a report."""
        return ":".join(part for part in (self.kind, self.table, self.column, self.detail) if part)
