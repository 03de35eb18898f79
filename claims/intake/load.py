"""Bring a staged file into DuckDB as text, column by column, with what could not be cut."""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from claims.errors import FileDamaged
from claims.intake.header import damaged_parquet
from claims.intake.limits import ImportLimits
from claims.intake.quarantine import Broken, quarantine
from claims.intake.reasons import STRUCTURAL
from claims.intake.staging import Staged
from claims.views import name, quoted


@dataclass(frozen=True, slots=True)
class Raw:
    """A loaded file: table ``raw_<index>`` with text columns ``c0…``, and the broken lines."""

    index: int
    staged: Staged
    header: tuple[str, ...]
    rows: int
    broken: tuple[Broken, ...]
    path: Path

    @property
    def table(self) -> str:
        """Name of the DuckDB table."""
        return f"raw_{self.index}"

    @property
    def total(self) -> int:
        """Rows of the file, broken ones included."""
        return self.rows + len(self.broken)


def load(
    connection: duckdb.DuckDBPyConnection,
    index: int,
    staged: Staged,
    header: tuple[str, ...],
    limits: ImportLimits,
) -> Raw:
    """Load one file. Raises `FileDamaged` for a broken Parquet file."""
    raw = Raw(index, staged, header, 0, (), staged.path)
    if staged.encoding == "parquet":
        return _load_parquet(connection, raw)
    broken, swallowing = _first_reading(connection, raw, limits)
    if swallowing:
        path, removed = quarantine(staged.path, limits.max_line)
        raw = replace(raw, path=path)
        try:
            broken, _ = _read_csv(connection, raw, limits)
        except duckdb.InvalidInputException as error:
            raise _uncuttable(staged.file.path.name, error) from None
        broken = sorted([*removed, *broken], key=lambda item: item.line)
    return replace(raw, rows=_count(connection, raw.table), broken=tuple(broken))


def _first_reading(
    connection: duckdb.DuckDBPyConnection, raw: Raw, limits: ImportLimits
) -> tuple[list[Broken], bool]:
    """Like `_read_csv`; a file at which the reader gives up is one that hides lines."""
    try:
        return _read_csv(connection, raw, limits)
    except duckdb.InvalidInputException:
        return [], True


def _uncuttable(name: str, error: duckdb.Error) -> FileDamaged:
    why = str(error).splitlines()[0]
    return FileDamaged(
        f"{name} 无法按 CSV 解析（{why}）；请检查分隔符和引号后重新导出",
        f"{name} cannot be read as CSV ({why}); check its delimiter and quotes",
    )


def _load_parquet(connection: duckdb.DuckDBPyConnection, raw: Raw) -> Raw:
    cells = ", ".join(f"{name(c)}::VARCHAR AS c{i}" for i, c in enumerate(raw.header))
    source = f"read_parquet({quoted(str(raw.path))})"
    try:
        connection.execute(f"CREATE OR REPLACE TABLE {raw.table} AS SELECT {cells} FROM {source}")
    except duckdb.Error as error:
        raise damaged_parquet(raw.staged.file.path.name, error) from None
    return replace(raw, rows=_count(connection, raw.table))


def _read_csv(
    connection: duckdb.DuckDBPyConnection, raw: Raw, limits: ImportLimits
) -> tuple[list[Broken], bool]:
    """Read the file; return its broken records, and whether one of them may hide others."""
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(raw.header)))
    connection.execute(
        f"CREATE OR REPLACE TABLE {raw.table} AS SELECT * FROM read_csv({quoted(str(raw.path))}, "
        "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
        f"columns = {{{columns}}}, strict_mode = true, null_padding = false, "
        "store_rejects = true, rejects_limit = 0, "
        f"rejects_table = 'broken_{raw.index}', rejects_scan = 'scan_{raw.index}', "
        f"max_line_size = {limits.max_line}, buffer_size = {4 * limits.max_line}, "
        f"rejects_line_size_limit = {limits.max_line})"
    )
    found = connection.execute(
        "SELECT line_byte_position, min_by(column_idx, byte_position), "
        "min_by(error_type::VARCHAR, byte_position), min_by(csv_line, byte_position) "
        f"FROM broken_{raw.index} GROUP BY line_byte_position ORDER BY 1"
    ).fetchall()
    connection.execute(f"DROP TABLE broken_{raw.index}; DROP TABLE scan_{raw.index}")
    lines = _line_numbers(raw.path, [max(0, row[0] - 1) for row in found])
    broken = [
        Broken(line, _field(raw, row[1]), STRUCTURAL.get(row[2], "malformed_row"), _strip(row[3]))
        for line, row in zip(lines, found, strict=True)
    ]
    codes = {item.code for item in broken}
    return broken, bool(codes & {"bad_quotes", "line_too_long", "malformed_row"})


def _field(raw: Raw, column: int | None) -> str:
    return raw.header[column - 1] if column and column <= len(raw.header) else ""


def _strip(line: str | None) -> str:
    return (line or "").strip("\r\n")


def _line_numbers(path: Path, offsets: list[int]) -> list[int]:
    """The 1-based line in which each byte offset lies (offsets ascending)."""
    lines, line, position = [], 1, 0
    with path.open("rb") as reader:
        for offset in offsets:
            while position < offset and (chunk := reader.read(min(1 << 20, offset - position))):
                line += chunk.count(b"\n")
                position += len(chunk)
            # The reader's offset may lie on line ends before the record.
            while (byte := reader.read(1)) == b"\n":
                line, position = line + 1, position + 1
            position += len(byte)
            lines.append(line)
    return lines


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0
