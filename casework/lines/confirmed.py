"""The confirmed lines in pages that each have their sum: what the institution stamps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from casework.commands.case.lines import LineVerdict
from casework.lines.state import Line, LinesState
from casework.money import ZERO

#: Rows of a printed page (A4 across).
PAGE: Final = 20
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


def pages_of(lines: LinesState, size: int = PAGE) -> Iterator[ConfirmedPage]:
    """Cut the confirmed lines into pages; the last `so_far` is the whole."""
    rows = [
        _row(number, line)
        for number, line in enumerate((x for x in lines.lines.values() if x.confirmed), 1)
    ]
    so_far: Sums = (ZERO, ZERO, ZERO, ZERO)
    for start in range(0, len(rows), size):
        page = tuple(rows[start : start + size])
        sums = sums_of(page)
        so_far = (
            so_far[0] + sums[0], so_far[1] + sums[1], so_far[2] + sums[2], so_far[3] + sums[3]
        )  # fmt: skip
        yield ConfirmedPage(page, sums, so_far)


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
        who=of.who,
        on=of.on.isoformat() if of.on else "",
        item=of.item,
        cnt=of.cnt,
        pric=of.pric,
        amount=of.amount,
        verdict=VERDICTS[line.verdict or LineVerdict.CONFIRMED][0],
        confirmed=line.confirmed,
        returned=line.returned,
        loss=line.loss,
        reasons=line.reasons,
    )
