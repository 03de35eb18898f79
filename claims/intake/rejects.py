"""Keep every rejected row: file, line, field, reason and the raw text."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from claims.intake.lines import create_line_table
from claims.intake.load import Raw
from claims.intake.reasons import REASONS
from claims.views import quoted


def collect_rejects(
    connection: duckdb.DuckDBPyConnection,
    raws: Sequence[Raw],
    tables: Sequence[str],
    first_table: dict[int, str],
) -> None:
    """Fill table ``rejects`` from the ``typed_*`` tables and the broken lines of each file.

    ``first_table`` names, by file index, the table to which a broken line is counted.
    """
    parts = [
        f"SELECT '{table}' AS \"table\", src_file, src_row, problem FROM typed_{table} "
        "WHERE problem IS NOT NULL AND problem[1] <> '='"
        for table in tables
    ]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE faulty AS {' UNION ALL '.join(parts)}")
    connection.execute(
        'CREATE OR REPLACE TABLE rejects ("table" VARCHAR, file VARCHAR, line BIGINT, '
        "field VARCHAR, code VARCHAR, reason VARCHAR, raw VARCHAR)"
    )
    faulty = {
        row[0] for row in connection.execute("SELECT DISTINCT src_file FROM faulty").fetchall()
    }
    for raw in raws:
        if raw.index in faulty:
            _faulty_rows(connection, raw)
        _broken_lines(connection, raw, first_table[raw.index])


def write_rejects(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the collected rejects as Parquet, by file and line."""
    connection.execute(
        f'COPY (SELECT * FROM rejects ORDER BY file, line, "table", field) TO {quoted(str(path))} '
        "(FORMAT parquet, COMPRESSION zstd)"
    )


def _faulty_rows(connection: duckdb.DuckDBPyConnection, raw: Raw) -> None:
    lines = create_line_table(connection, raw)
    reason = " ".join(f"WHEN {quoted(c)} THEN {quoted(text)}" for c, text in REASONS.items())
    connection.execute(
        f"""
        INSERT INTO rejects
        SELECT f."table", {quoted(raw.staged.file.path.name)}, l.line,
               split_part(f.problem, '|', 1), split_part(f.problem, '|', -1) AS code,
               CASE code {reason} END, {_as_csv(len(raw.header))}
        FROM faulty f JOIN {lines} l ON l.src_row = f.src_row
        JOIN {raw.table} r ON r.rowid = f.src_row
        WHERE f.src_file = {raw.index}
        """
    )


def _broken_lines(connection: duckdb.DuckDBPyConnection, raw: Raw, table: str) -> None:
    rows = [
        (table, raw.staged.file.path.name, b.line, b.field, b.code, REASONS[b.code], b.raw)
        for b in raw.broken
    ]
    if rows:
        connection.executemany("INSERT INTO rejects VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _as_csv(columns: int) -> str:
    """A loaded row as a CSV line again, quoted where it has to be."""
    cells = (
        f"CASE WHEN regexp_matches(r.c{i}, '[,\"\\n\\r]') "
        f"THEN '\"' || replace(r.c{i}, '\"', '\"\"') || '\"' ELSE coalesce(r.c{i}, '') END"
        for i in range(columns)
    )
    return " || ',' || ".join(cells)
