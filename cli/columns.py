"""Rows for a terminal in which a Chinese character is two places wide."""

import unicodedata
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Final

WIDE: Final = frozenset("WF")
GAP: Final = "  "


def width(text: str) -> int:
    """Places that a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in text)


def columns(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Lines whose columns stand below one another; those in `right` end together."""
    widths: dict[int, int] = {}
    for row in rows:
        for n, cell in enumerate(row):
            widths[n] = max(widths.get(n, 0), width(cell))
    return [
        GAP.join(_padded(cell, widths[n], n in right) for n, cell in enumerate(row)).rstrip()
        for row in rows
    ]


def aligned(text: str) -> str:
    """A text whose cells are parted by tabs: lines that follow one another stand in columns."""
    lines: list[str] = []
    for tabbed, run in groupby(text.split("\n"), lambda line: "\t" in line):
        cells = [line.split("\t") for line in run]
        lines += columns(cells) if tabbed else [cell for (cell,) in cells]
    return "\n".join(lines)


def _padded(cell: str, whole: int, right: bool) -> str:
    blank = " " * (whole - width(cell))
    return blank + cell if right else cell + blank
