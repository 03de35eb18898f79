"""From a row's place in a piece back to its line in the file and its text as it came."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from claims.intake.load import Loaded
from claims.intake.pieces import NEWLINE, QUOTE
from claims.views import name, quoted

BLOCK = 4 << 20
Rows = NDArray[np.int64]


def create_origin(connection: duckdb.DuckDBPyConnection, loaded: Loaded, rows: Rows) -> None:
    """Make ``origin(src_row, line, raw)`` for the given rows (ascending) of a piece.

    For Parquet the line is the number of the row, and the text is written anew from its cells.
    """
    connection.execute("CREATE OR REPLACE TABLE origin (src_row BIGINT, line BIGINT, raw VARCHAR)")
    if not rows.size:
        return
    if loaded.piece.is_parquet:
        _from_parquet(connection, loaded, rows)
        return
    starts, ends, lines = _records(loaded)
    with loaded.path.open("rb") as text:
        raw = [_text(text, int(starts[row]), int(ends[row])) for row in rows]
    found = {"src_row": rows, "line": lines[rows], "raw": pa.array(raw, pa.string())}
    connection.register("found", pa.table(found))
    connection.execute("INSERT INTO origin SELECT src_row, line, raw FROM found")
    connection.unregister("found")


def _text(text: BinaryIO, start: int, end: int) -> str:
    text.seek(start)
    return text.read(end - start).decode("utf-8").rstrip("\n")


def _records(loaded: Loaded) -> tuple[Rows, Rows, Rows]:
    """Start, end and line number of each record that became a row: not the empty and broken ones.

    A record ends at a line end outside quotes.
    """
    ends, breaks = _ends(loaded.path)
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1]])
    lines = loaded.piece.first + np.concatenate([np.zeros(1, np.int64), breaks[:-1]])
    broken = np.array([item.line for item in loaded.broken], dtype=np.int64)
    kept = (ends - starts > 1) & ~np.isin(lines, broken)
    return starts[kept], ends[kept], lines[kept]


def _ends(path: Path) -> tuple[Rows, Rows]:
    """Offset behind each record, and the number of line ends up to there."""
    offsets, counts, quotes, newlines, offset = [], [], 0, 0, 0
    for block in _blocks(path):
        at = np.flatnonzero(block == NEWLINE)
        inside = (np.cumsum(block == QUOTE, dtype=np.int32)[at] + quotes) % 2
        offsets.append(at[inside == 0] + offset + 1)
        counts.append((np.arange(1, at.size + 1) + newlines)[inside == 0])
        quotes = (quotes + int(np.count_nonzero(block == QUOTE))) % 2
        newlines, offset = newlines + at.size, offset + block.size
    return np.concatenate(offsets), np.concatenate(counts)


def _blocks(path: Path) -> Iterator[NDArray[np.uint8]]:
    with path.open("rb") as reader:
        while chunk := reader.read(BLOCK):
            yield np.frombuffer(chunk, dtype=np.uint8)


def _from_parquet(connection: duckdb.DuckDBPyConnection, loaded: Loaded, rows: Rows) -> None:
    source = f"read_parquet({quoted(str(loaded.piece.path))}, file_row_number = true)"
    cells = " || ',' || ".join(_as_csv(f"r.{name(column)}::VARCHAR") for column in loaded.header)
    connection.register("found", pa.table({"src_row": rows, "at": rows + loaded.piece.first}))
    connection.execute(
        f"INSERT INTO origin SELECT f.src_row, f.at + 1, {cells} "
        f"FROM found f JOIN {source} r ON r.file_row_number = f.at"
    )
    connection.unregister("found")


def _as_csv(cell: str) -> str:
    """A cell as CSV, quoted where it has to be."""
    return (
        f"CASE WHEN regexp_matches({cell}, '[,\"\\n\\r]') "
        f"THEN '\"' || replace({cell}, '\"', '\"\"') || '\"' ELSE coalesce({cell}, '') END"
    )
