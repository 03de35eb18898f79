"""Keep every rejected row: file, line, field, reason and the raw text."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from claims.intake.quarantine import Broken
from claims.intake.reasons import REASONS
from claims.views import quoted

SCHEMA = pa.schema(
    [
        *((column, pa.string()) for column in ("table", "file")),
        ("line", pa.int64()),
        *((column, pa.string()) for column in ("field", "code", "reason", "raw")),
    ]
)


def reject_cells(problem: str) -> str:
    """SQL of field, code and reason out of a problem."""
    reasons = " ".join(f"WHEN {quoted(c)} THEN {quoted(text)}" for c, text in REASONS.items())
    code = f"split_part({problem}, '|', -1)"
    return f"split_part({problem}, '|', 1) AS field, {code} AS code, CASE {code} {reasons} END AS reason"


def write_rejects(
    connection: duckdb.DuckDBPyConnection,
    file: str,
    broken: Sequence[Broken],
    tables: Sequence[str],
    row: str,
    path: Path,
) -> None:
    """Write the rejected rows of a piece as Parquet, if there are any.

    Expects the ``typed_*`` tables and ``origin``. Broken lines count to the first table.
    """
    parts = [
        f"SELECT '{table}' AS \"table\", {quoted(file)} AS file, o.line, "
        f"{reject_cells('t.problem')}, o.raw FROM (SELECT {row} AS at, problem FROM typed_{table} "
        "WHERE problem IS NOT NULL AND problem[1] <> '=') t JOIN origin o ON o.src_row = t.at"
        for table in tables
    ]
    found = connection.sql(" UNION ALL ".join(parts)).to_arrow_table().cast(SCHEMA)
    lines = [
        dict(
            zip(
                SCHEMA.names,
                (tables[0], file, b.line, b.field, b.code, REASONS[b.code], b.raw),
                strict=True,
            )
        )
        for b in broken
    ]
    found = pa.concat_tables([found, pa.Table.from_pylist(lines, SCHEMA)])
    if found.num_rows:
        pq.write_table(found, path, compression="zstd")


def merge_rejects(connection: duckdb.DuckDBPyConnection, parts: Sequence[Path], path: Path) -> None:
    """One file of all rejects, by file and line."""
    if not parts:
        return
    listed = ", ".join(quoted(str(part)) for part in parts)
    connection.execute(
        f"COPY (SELECT * FROM read_parquet([{listed}]) "
        f'ORDER BY file, line, "table", field) TO {quoted(str(path))} '
        "(FORMAT parquet, COMPRESSION zstd)"
    )
