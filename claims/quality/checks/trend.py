"""Trend: months of the batch that are far from the months before them."""

from collections.abc import Iterator
from statistics import median
from typing import Final

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


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each month out of line."""
    for table in subject.columns:
        time = TABLES[table].month_of
        if time is None:
            continue
        months = by_month(subject, f"main.{table}", time)
        mine = by_month(subject, f"batch.{table}", time)
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


def by_month(subject: Subject, relation: str, time: str) -> dict[str, int]:
    """Rows by month, ascending."""
    found = subject.connection.execute(
        f"SELECT strftime(m, '%Y-%m'), n FROM (SELECT date_trunc('month', {name(time)}) AS m, "
        f"count(*) AS n FROM {relation} WHERE {name(time)} IS NOT NULL GROUP BY 1) ORDER BY 1"
    ).fetchall()
    return dict(found)


def usual_rows(months: dict[str, int], month: str) -> float | None:
    """The median of the months before, or ``None`` when there are too few to speak of a trend."""
    before = [rows for other, rows in months.items() if other < month][-BEFORE:]
    return float(median(before)) if len(before) >= FEWEST else None
