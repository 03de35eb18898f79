"""Completeness: columns of the batch with empty cells, among the rows for which they are due."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.due import RULES, Due
from claims.quality.subject import Subject
from claims.tables import TABLES
from claims.views import name


@dataclass(frozen=True, slots=True)
class Fill:
    """Of ``rows`` for which a column is due, so many are ``filled``; ``due`` None: all rows."""

    filled: int
    rows: int
    due: Due | None = None


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each column that is not filled wherever it is due."""
    for table in subject.columns:
        for column, fill in fills(subject, table).items():
            empty = fill.rows - fill.filled
            title = TABLES[table].column(column).title
            due = fill.due
            if empty:
                where = f"t.{name(column)} IS NULL" + (f" AND {due.rows}" if due else "")
                yield Check(
                    *(Kind.EMPTY, table, column, ""),
                    f"batch.{table} t WHERE {where}",
                    (),
                    f"{TABLES[table].title}{f'（{due.zh}）' if due else ''}的{title}未填",
                    f"{said.column(column)} is empty in {said.table(table)}"
                    + (f" ({due.en})" if due else ""),
                    fill.rows,
                    empty,
                )


def fills(subject: Subject, table: str) -> dict[str, Fill]:
    """How far each column that the batch brought is filled."""
    return subject.once(_fills, table)


def _fills(subject: Subject, table: str) -> dict[str, Fill]:
    columns = subject.columns[table]
    rules = [r for r in RULES if r.table == table and subject.brought(table, *r.needs)]
    due = {column: rule for rule in rules for column in rule.columns if column in columns}
    total, filled = accepted(subject, table), filled_cells(subject, table)
    found = {column: Fill(filled[column], total) for column in columns}
    if due:
        counts = [
            f"count(*) FILTER ({rule.rows}), count(t.{name(column)}) FILTER ({rule.rows})"
            for column, rule in due.items()
        ]
        told = subject.one(f"SELECT {', '.join(counts)} FROM batch.{table} t")
        for at, (column, rule) in enumerate(due.items()):
            found[column] = Fill(told[2 * at + 1], told[2 * at], rule)
    return found


def accepted(subject: Subject, table: str) -> int:
    """Rows of the batch in a table."""
    return next(record.accepted for record in subject.batch.tables if record.table == table)


def filled_cells(subject: Subject, table: str) -> dict[str, int]:
    """Filled cells by column: as counted by the import, or counted now for batches of before."""
    known = subject.batch.tallies.get(table)
    if known is not None and known.filled:
        return {column: known.filled.get(column, 0) for column in subject.columns[table]}
    counts = ", ".join(f"count({name(column)})" for column in subject.columns[table])
    found = subject.one(f"SELECT {counts} FROM batch.{table}")
    return dict(zip(subject.columns[table], found, strict=True))
