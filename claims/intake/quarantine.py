"""Take broken quotes out of a piece before they swallow the lines behind them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Broken:
    """A line (or record) that is no row: its 1-based line, the field if known, why, its text."""

    line: int
    field: str
    code: str
    raw: str


def quarantine(path: Path, max_line: int, first: int) -> tuple[Path, list[Broken]]:
    """Copy a piece without the lines whose quotes do not close on the line, or that are too long.

    Only for pieces in which the reader met such a quote: it then cannot tell where the next record
    begins. Removed lines become empty ones, so that line numbers stay; ``first`` is that of the
    first line.
    """
    target = path.with_suffix(".mended.csv")
    broken: list[Broken] = []
    with path.open("rb") as reader, target.open("wb") as writer:
        for number, line in enumerate(reader, first):
            long = len(line) > max_line
            if long or line.count(b'"') & 1:
                code = "line_too_long" if long else "bad_quotes"
                broken.append(Broken(number, "", code, line.decode("utf-8").rstrip("\r\n")))
                writer.write(b"\n")
            else:
                writer.write(line)
    return target, broken
