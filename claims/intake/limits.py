"""How much an import may unpack, and which values are plausible."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Progress = Callable[[str, int, int | None], None]
"""(phase, rows done, total or None); may raise to cancel the import."""


def silent(phase: str, done: int, total: int | None) -> None:
    """A progress callback that says nothing."""


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """Bounds of one import.

    ``max_bytes``: one file unpacked. ``max_ratio``: unpacked to packed, looked at beyond
    ``ratio_from`` bytes (claims in CSV pack about 1:10; gzip itself can reach 1:1000).
    ``max_line``: one line in bytes. ``max_text``: one text cell in characters (the interface's
    longest field is C4000). ``memory``: of each of the two databases in which
    pieces are checked by turns; beyond it they spill into the data home.
    ``piece_bytes`` and ``piece_rows``: how much of a CSV or Parquet file is one piece, the unit of
    work that a killed import need not do again.
    """

    max_bytes: int = 64 << 30
    max_ratio: int = 200
    ratio_from: int = 64 << 20
    max_line: int = 8 << 20
    max_text: int = 4000
    memory: str = "2GB"
    piece_bytes: int = 256 << 20
    piece_rows: int = 1_000_000


# Basic medical insurance began with the pilots of 1994 (两江试点): no claim is older.
EARLIEST_CLAIM = date(1994, 1, 1)
# A birthday may lie in 1900: the oldest insured are older than a hundred.
EARLIEST_BIRTH = date(1900, 1, 1)
# How long ahead an expiry or the end of a registration may lie.
LONGEST_AHEAD = timedelta(days=365 * 50)
