"""Completeness: columns of the batch with empty cells."""

from collections.abc import Iterator

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.subject import Subject
from claims.tables import TABLES
from claims.views import name


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each column that is not filled everywhere."""
    for table, columns in subject.columns.items():
        total = accepted(subject, table)
        filled = filled_cells(subject, table)
        for column in columns:
            empty = total - filled[column]
            title = TABLES[table].column(column).title
            if empty:
                yield Check(
                    *(Kind.EMPTY, table, column, ""),
                    f"batch.{table} t WHERE t.{name(column)} IS NULL",
                    (),
                    f"{TABLES[table].title}的{title}未填",
                    f"{said.column(column)} is empty in {said.table(table)}",
                    total,
                    empty,
                )


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
