"""From a row's place in the loaded table back to its line in the file."""

import mmap
import re

import duckdb
import numpy as np
from numpy.typing import NDArray

from claims.intake.load import Raw

BLANK = re.compile(rb"\n(?=\r?\n)")


def create_line_table(connection: duckdb.DuckDBPyConnection, raw: Raw) -> str:
    """Make ``lines_<index>(src_row, line)`` for all rows with a problem; return its name.

    Expects the temp table ``faulty(src_file, src_row)``. For Parquet the "line" is the row number.
    """
    table = f"lines_{raw.index}"
    rows = connection.execute(
        f"SELECT DISTINCT src_row FROM faulty WHERE src_file = {raw.index} ORDER BY 1"
    ).fetchnumpy()["src_row"]
    rows = np.asarray(rows, dtype=np.int64)
    lines = rows + 1 if raw.staged.encoding == "parquet" else _lines(connection, raw, rows)
    connection.register("line_arrays", {"src_row": rows, "line": lines})
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS "
        "SELECT src_row::BIGINT AS src_row, line::BIGINT AS line FROM line_arrays"
    )
    connection.unregister("line_arrays")
    return table


def _lines(
    connection: duckdb.DuckDBPyConnection, raw: Raw, rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Line 1 is the header; cells with line breaks, empty lines and broken lines shift what follows."""
    if rows.size == 0:
        return rows
    lines = rows + 2 + _breaks_before(connection, raw, rows)
    broken = np.array(sorted(item.line for item in raw.broken), dtype=np.int64)
    skipped = np.union1d(broken, _blank_lines(raw))
    # The n-th skipped line precedes every row that would otherwise stand on or behind it.
    return lines + np.searchsorted(skipped - np.arange(skipped.size), lines, side="right")


def _breaks_before(
    connection: duckdb.DuckDBPyConnection, raw: Raw, rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Line breaks inside cells of earlier rows."""
    counts = " + ".join(
        f"coalesce(length(c{i}) - length(replace(c{i}, chr(10), '')), 0)"
        for i in range(len(raw.header))
    )
    some = " OR ".join(f"contains(c{i}, chr(10))" for i in range(len(raw.header)))
    found = connection.execute(
        f"SELECT rowid AS src_row, {counts} AS breaks FROM {raw.table} WHERE {some} ORDER BY rowid"
    ).fetchnumpy()
    where = np.asarray(found["src_row"], dtype=np.int64)
    total = np.concatenate([[0], np.cumsum(np.asarray(found["breaks"], dtype=np.int64))])
    return np.asarray(total[np.searchsorted(where, rows, side="left")], dtype=np.int64)


def _blank_lines(raw: Raw) -> NDArray[np.int64]:
    """Numbers of the empty lines (the reader skips them)."""
    if raw.path.stat().st_size == 0:
        return np.zeros(0, dtype=np.int64)
    found: list[int] = []
    with raw.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        line, position = 1, 0
        for match in BLANK.finditer(text):
            line += text[position : match.end()].count(b"\n")
            position = match.end()
            found.append(line)
    return np.array(found, dtype=np.int64)
