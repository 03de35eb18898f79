"""Rows that come twice: within the batch, and against what earlier batches already hold."""

import duckdb

from claims.intake.checks import REPEATED, UNCHANGED
from claims.tables import Table
from claims.views import name


def mark_duplicates(
    connection: duckdb.DuckDBPyConnection, table: Table, brought: tuple[str, ...]
) -> None:
    """Give every later row of a repeated key its fate; the first row of a key stays.

    Rows of a ``distinct`` target simply repeat; others are rejected, as ``duplicate_row`` when all
    cells are equal, else as ``duplicate_key``.
    """
    key = [column for column in table.key if column in brought]
    digest = f"hash({', '.join(name(column) for column in key)})"
    listed = ", ".join(name(column) for column in key)
    cells = ", ".join(name(column) for column in brought)
    typed = f"typed_{table.name}"
    # Hashes of eight bytes are grouped first: few rows reach the exact comparison.
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE twice AS
        WITH suspects AS (
            SELECT rowid AS id, * FROM {typed} WHERE problem IS NULL AND {digest} IN (
                SELECT h FROM (SELECT {digest} AS h FROM {typed} WHERE problem IS NULL)
                GROUP BY h HAVING count(*) > 1)
        )
        SELECT id, src_distinct,
               row({cells}) IS NOT DISTINCT FROM first_value(row({cells})) OVER w AS same
        FROM suspects
        WINDOW w AS (PARTITION BY {listed} ORDER BY id)
        QUALIFY row_number() OVER w > 1
        """
    )
    connection.execute(
        f"""
        UPDATE {typed} SET problem = CASE WHEN t.src_distinct THEN '{REPEATED}'
            WHEN t.same THEN '{key[-1]}|duplicate_row' ELSE '{key[-1]}|duplicate_key' END
        FROM twice t WHERE {typed}.rowid = t.id
        """
    )


def mark_known(
    connection: duckdb.DuckDBPyConnection, table: Table, brought: tuple[str, ...]
) -> tuple[str, ...]:
    """Compare with the stored rows of the same keys (views in schema ``stored``).

    Equal rows become unchanged. Differing ones are rejected, or, in a master table, kept: the
    newest batch wins. Returns the batches that hold the unchanged rows.
    """
    typed, stored = f"typed_{table.name}", f"stored.{table.name}"
    match = " AND ".join(
        f"n.{name(c)} = s.{name(c)}"
        if c in table.not_empty
        else f"{'n.' + name(c) if c in brought else 'NULL'} IS NOT DISTINCT FROM s.{name(c)}"
        for c in table.key
    )
    new = ", ".join(f"n.{name(c)}" for c in brought)
    old = ", ".join(f"s.{name(c)}" for c in brought)
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE known AS
        SELECT n.rowid AS id, s.batch_id, row({new}) IS NOT DISTINCT FROM row({old}) AS same
        FROM {typed} n JOIN {stored} s ON {match} WHERE n.problem IS NULL
        """
    )
    conflict = "NULL" if table.master else f"'{table.key[-1]}|conflicts_with_batch'"
    connection.execute(
        f"""
        UPDATE {typed} SET problem = CASE WHEN k.same THEN '{UNCHANGED}' ELSE {conflict} END
        FROM known k WHERE {typed}.rowid = k.id
        """
    )
    found = connection.execute(
        "SELECT DISTINCT batch_id FROM known WHERE same ORDER BY 1"
    ).fetchall()
    return tuple(row[0] for row in found)
