"""Trend: months of the batch that are far from the months before them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from statistics import median
from typing import Final

import pyarrow.parquet as pq

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.subject import Subject
from claims.tables import TABLES
from claims.views import name

# A month is compared with the median of up to this many months before it, and shown when it has
# less than half or more than twice as many rows. Both are habits of the trade, not law.
BEFORE: Final = 6
FEWEST: Final = 3
LOW, HIGH = 0.5, 2.0
# A longer gap comes of a stray date, which the checks of dates name, not of files that were not sent.
LONGEST: Final = 12


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each month out of line, or missing altogether."""
    for table in subject.columns:
        time = TABLES[table].month_of
        if time is None:
            continue
        months, mine = by_month(subject, "main", table), by_month(subject, "batch", table)
        for month in missing(months, mine):
            yield _missing(table, time, month, expected(months, month))
        for month in mine:
            usual = usual_rows(months, month)
            if usual is None or LOW <= months[month] / usual <= HIGH:
                continue
            share = months[month] / usual
            yield Check(
                *(Kind.TREND, table, time, month),
                f"batch.{table} t WHERE strftime(t.{name(time)}, '%Y-%m') = '{month}'",
                (f"t.{name(time)}",),
                f"{TABLES[table].title} {month} 的行数为此前各月中位数的 {share:.0%}",
                f"{said.table(table)}: {month} has {share:.0%} of the median of the months before",
                round(usual),
                mine[month],
            )


def missing(months: Mapping[str, int], mine: Mapping[str, int]) -> list[str]:
    """Months without a row in the whole store, from the last one before the batch to its own last."""
    if not mine:
        return []
    first, last = min(mine), max(mine)
    known = sorted(month for month in months if month <= last)
    found: list[str] = []
    for before, after in pairwise(known):
        gap = list(_between(before, after))
        if after >= first and len(gap) <= LONGEST:
            found += gap
    return found


def expected(months: Mapping[str, int], month: str) -> float:
    """What a missing month should have brought: as usual, else the median of all there are."""
    return usual_rows(months, month) or float(median(months.values()))


def _between(before: str, after: str) -> Iterator[str]:
    """The months between two, each YYYY-MM."""
    at, end = (12 * int(m[:4]) + int(m[5:]) - 1 for m in (before, after))
    for number in range(at + 1, end):
        yield f"{number // 12:04d}-{number % 12 + 1:02d}"


def _missing(table: str, time: str, month: str, usual: float) -> Check:
    """There are no rows to lead to; the line counts those that should be there."""
    rows = max(1, round(usual))
    return Check(
        *(Kind.TREND, table, time, month),
        f"batch.{table} t WHERE false",
        (f"t.{name(time)}",),
        f"{TABLES[table].title} {month} 整月没有记录（通常约 {rows:,} 行），请补报",
        f"{said.table(table)}: {month} is missing altogether (about {rows:,} rows are usual)",
        rows,
        rows,
    )


def by_month(subject: Subject, schema: str, table: str) -> dict[str, int]:
    """Rows by month, ascending, of a table that is stored by months: its files know."""
    return subject.once(_by_month, schema, table)


def _by_month(subject: Subject, schema: str, table: str) -> dict[str, int]:
    rows: Counter[str] = Counter()
    for part in subject.parts[schema].get(table, ()):
        for path in part.files:
            month = path.parent.name.removeprefix("month=")
            if month != "none":
                rows[month] += pq.read_metadata(path).num_rows
    return dict(sorted(rows.items()))


def usual_rows(months: Mapping[str, int], month: str) -> float | None:
    """The median of the months before, or ``None`` when there are too few to speak of a trend."""
    before = [rows for other, rows in months.items() if other < month][-BEFORE:]
    return float(median(before)) if len(before) >= FEWEST else None
