"""Count while the rows are at hand: fates, control totals, filled cells, codes, months."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import duckdb

from claims.batches import TableRecord, Tally
from claims.intake.checks import REPEATED, STORED, SUSPECT, UNCHANGED
from claims.quality.codes import CODED
from claims.tables import Table
from claims.views import name

# More different values than this are no code list; the rest are summed as "…".
MOST_CODES = 200
OTHERS = "…"


def tally(
    connection: duckdb.DuckDBPyConnection, table: Table, relation: str, columns: Sequence[str]
) -> Tally:
    """Count the rows of ``relation`` (typed cells with ``problem``)."""
    fates: dict[str | None, int] = dict(
        connection.execute(
            f"SELECT CASE WHEN problem IS NULL OR problem[1] = '=' THEN problem ELSE '' END, "
            f"count(*) FROM {relation} GROUP BY 1"
        ).fetchall()
    )
    accepted = fates.get(None, 0)
    rows = sum(n for fate, n in fates.items() if fate not in (REPEATED, SUSPECT, STORED))
    found = Tally(rows, accepted, fates.get(UNCHANGED, 0))
    if accepted:
        _accepted(connection, table, relation, columns, found)
    return found


def _accepted(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    relation: str,
    columns: Sequence[str],
    found: Tally,
) -> None:
    money = [column for column in table.money if column in columns]
    wanted = [f"count({name(c)})" for c in columns] + [f"sum({name(c)})" for c in money]
    good = f"FROM {relation} WHERE problem IS NULL"
    row = connection.execute(f"SELECT {', '.join(wanted)} {good}").fetchone()
    assert row is not None
    found.filled = dict(zip(columns, row, strict=False))
    sums = zip(money, row[len(columns) :], strict=True)
    found.totals = {column: str(total) for column, total in sums if total is not None}
    for column in (column for column in columns if column in CODED):
        counts = connection.execute(
            f"SELECT {name(column)}, count(*) {good} AND {name(column)} IS NOT NULL "
            "GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
        found.codes[column] = _short(counts)
    if table.month_of:
        found.months = dict(
            connection.execute(
                f"SELECT coalesce(strftime(m, '%Y-%m'), 'none'), n FROM (SELECT "
                f"date_trunc('month', {name(table.month_of)}) AS m, count(*) AS n {good} GROUP BY 1)"
            ).fetchall()
        )


def _short(counts: Sequence[tuple[str, int]]) -> dict[str, int]:
    kept = dict(counts[:MOST_CODES])
    if rest := sum(n for _, n in counts[MOST_CODES:]):
        kept[OTHERS] = rest
    return kept


def together(tallies: Sequence[Tally]) -> Tally:
    """The sum of the pieces."""
    filled: Counter[str] = Counter()
    months: Counter[str] = Counter()
    totals: dict[str, Decimal] = {}
    codes: dict[str, Counter[str]] = {}
    for one in tallies:
        filled.update(one.filled)
        months.update(one.months)
        for column, total in one.totals.items():
            totals[column] = totals.get(column, Decimal(0)) + Decimal(total)
        for column, counts in one.codes.items():
            codes.setdefault(column, Counter()).update(counts)
    return Tally(
        sum(one.rows for one in tallies),
        sum(one.accepted for one in tallies),
        sum(one.unchanged for one in tallies),
        {column: str(total) for column, total in totals.items()},
        dict(filled),
        {column: dict(sorted(counts.items())) for column, counts in codes.items()},
        dict(sorted(months.items())),
    )


def table_record(table: Table, columns: Sequence[str], total: Tally, broken: int) -> TableRecord:
    """The record of a table; ``broken`` are lines that were no rows and count as rejected."""
    rows = total.rows + broken
    rejected = rows - total.accepted - total.unchanged
    totals = {column: total.totals[column] for column in table.money if column in total.totals}
    return TableRecord(
        table.name, rows, total.accepted, rejected, total.unchanged, tuple(columns), totals
    )
