"""One block of the county: the rows of a run of visits, from random streams of its own."""

from dataclasses import dataclass

import numpy as np

from claims.county import tables
from claims.county.cells import LINES_PER_BLOCK
from claims.county.fund import settle
from claims.county.lines import honest_lines
from claims.county.master import Columns
from claims.county.plan import County
from claims.county.stock import Sold, sales
from claims.county.stream import Ints, stream
from claims.county.tampering import tamper

LINES = 300_000
_MOST_VISITS = 40_000
TABLES = (
    "mdtrt_d",
    "setl_diag_list_d",
    "setl_d",
    "setl_detail_d",
    "fee_list_d",
    "sel_d",
    "sel_retn_d",
)


@dataclass(frozen=True)
class Block:
    """The rows of a block by table, the planted lines by running number of their visit, what the
    pharmacies sold, and what the funds paid (cents)."""

    tables: dict[str, Columns]
    planted: dict[int, list[int]]
    sold: Sold
    fund: int

    @property
    def rows(self) -> dict[str, int]:
        """Rows by table."""
        return {name: len(next(iter(columns.values()))) for name, columns in self.tables.items()}


def cuts(county: County) -> Ints:
    """Where the blocks begin, and the end: a block has some 300,000 lines and depends on nothing
    but the plan, so that any worker may write it."""
    visits = len(county.visits)
    stays = int(county.visits.is_stay.sum())
    lines = 4 * visits + stays * (90 + 8 * county.ward)
    size = int(np.clip(visits * LINES / max(lines, 1), 500, _MOST_VISITS))
    return np.append(np.arange(0, visits, size), visits).astype(np.int64)


def make_block(county: County, number: int, first: int, last: int) -> Block:
    """The visits ``first`` to ``last`` (excluded) of the plan as rows."""
    window = np.arange(first, last)
    visits, settled = county.visits.take(window), county.settled[window]
    people, places = county.people, county.places
    rng = stream(county.seed, "lines", number)
    lines = honest_lines(rng, visits, people, places, county.days, county.ward)
    lines = tamper(rng, lines, visits, people, places)
    first_line = number * LINES_PER_BLOCK
    planted: dict[int, list[int]] = {}
    for line in np.flatnonzero(lines.planted).tolist():
        planted.setdefault(first + int(lines.visit[line]), []).append(first_line + line)
    pay = settle(visits, lines, people, places)
    settled_bills = tables.bills(visits, settled, pay, first)
    sold = sales(county, visits, lines, first, first_line, number)
    return Block(
        {
            "mdtrt_d": tables.visits_table(county, visits, first),
            "setl_diag_list_d": tables.diagnosis_table(county, visits, first),
            "setl_d": tables.settlement_table(county, settled_bills),
            "setl_detail_d": tables.share_table(county, settled_bills),
            "fee_list_d": tables.line_table(county, visits, lines, first, first_line),
            **sold.tables,
        },
        planted,
        sold,
        int(settled_bills.pay.fund.sum()),
    )
