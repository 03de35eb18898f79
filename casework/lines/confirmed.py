"""The confirmed lines in pages that each have their sum: what the institution stamps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Final

from casework.commands.case.lines import LineVerdict
from casework.lines.state import Line, LinesState
from casework.money import ZERO

#: Points of an A4 page across that rows may fill, with heads, sums and the place for the stamp below
#: them; the first page has the title, too. What is cut here is cut so that no page runs over.
FIRST: Final = 300
NEXT: Final = 360
EDGE: Final = 4.5
LINE: Final = 9.2
#: What fits in one line of a column, in half-widths of a Chinese character.
COLUMNS: Final = {"line_id": 21, "who": 6, "item": 15, "reasons": 24}
#: Reasons may be longer than a page is high: the paper has their beginning, the case all of them.
MOST: Final = 300
VERDICTS: Final[dict[LineVerdict, tuple[str, str]]] = {
    LineVerdict.CONFIRMED: ("认定", "confirmed"),
    LineVerdict.PARTLY: ("部分认定", "partly"),
    LineVerdict.REJECTED: ("不认定", "rejected"),
}
Sums = tuple[Decimal, Decimal, Decimal, Decimal]
"""Amount, confirmed, returned, loss; yuan."""


@dataclass(frozen=True)
class Row:
    """A confirmed line as printed; amounts in yuan."""

    number: int
    line_id: str
    psn_no: str
    who: str
    on: str
    item: str
    cnt: Decimal | None
    pric: Decimal | None
    amount: Decimal
    verdict: str
    confirmed: Decimal
    returned: Decimal
    loss: Decimal
    reasons: str


@dataclass(frozen=True)
class ConfirmedPage:
    """A page of the list with its own sums and those of all pages up to it."""

    rows: tuple[Row, ...]
    sums: Sums
    so_far: Sums


def pages_of(lines: LinesState) -> Iterator[ConfirmedPage]:
    """Cut the confirmed lines into printed pages; the last `so_far` is the whole."""
    rows = [
        _row(number, line)
        for number, line in enumerate((x for x in lines.lines.values() if x.confirmed), 1)
    ]
    so_far: Sums = (ZERO, ZERO, ZERO, ZERO)
    for page in _cut(rows):
        sums = sums_of(page)
        so_far = (
            so_far[0] + sums[0], so_far[1] + sums[1], so_far[2] + sums[2], so_far[3] + sums[3]
        )  # fmt: skip
        yield ConfirmedPage(page, sums, so_far)


def _cut(rows: list[Row]) -> Iterator[tuple[Row, ...]]:
    """As many rows as fit on each page; one that fits on none has a page of its own."""
    page: list[Row] = []
    left: float = FIRST
    for row in rows:
        height = EDGE + LINE * max(_lines(row))
        if page and height > left:
            yield tuple(page)
            page, left = [], NEXT
        page.append(row)
        left -= height
    if page:
        yield tuple(page)


def _lines(row: Row) -> Iterator[int]:
    """How many lines each text of a row takes; an id breaks after its stroke."""
    yield sum(_wrapped(part, COLUMNS["line_id"]) for part in row.line_id.split("/"))
    yield _wrapped(row.who, COLUMNS["who"])
    yield _wrapped(row.item, COLUMNS["item"])
    yield _wrapped(row.reasons, COLUMNS["reasons"])


def _wrapped(text: str, most: int) -> int:
    return max(1, ceil(sum(1 if ord(c) < 0x2E80 else 2 for c in text) / most))


def _by_group(line: Line) -> str:
    """That its loss is its share of the difference of a DRG/DIP group (实施细则 35)."""
    return "" if line.group is None else f"病组差额 {line.group:,} 元："


def _short(reasons: str) -> str:
    return reasons if len(reasons) <= MOST else f"{reasons[:MOST]}……（全文见案卷）"


def sums_of(rows: tuple[Row, ...]) -> Sums:
    """Add up rows."""
    return (
        sum((row.amount for row in rows), ZERO),
        sum((row.confirmed for row in rows), ZERO),
        sum((row.returned for row in rows), ZERO),
        sum((row.loss for row in rows), ZERO),
    )


def _row(number: int, line: Line) -> Row:
    of = line.of
    return Row(
        number=number,
        line_id=of.line_id,
        psn_no=of.psn_no,
        who=of.who or "",
        on=of.on.isoformat() if of.on else "",
        item=of.item or "",
        cnt=of.cnt,
        pric=of.pric,
        amount=of.amount,
        verdict=VERDICTS[line.verdict or LineVerdict.CONFIRMED][0],
        confirmed=line.confirmed,
        returned=line.returned,
        loss=line.loss,
        reasons=_short(" ".join((_by_group(line) + line.reasons).split())),
    )
