"""Bring a piece of a file into DuckDB, column by column, with what could not be cut into cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb

from claims.errors import FileDamaged
from claims.intake.header import damaged_parquet, parquet_kinds
from claims.intake.limits import ImportLimits
from claims.intake.pieces import Piece
from claims.intake.quarantine import Broken, quarantine
from claims.intake.reasons import STRUCTURAL
from claims.views import name, quoted

# The reader's blocks: several to a piece, so that the cores share one, and longer than a line.
BLOCKS = 4
# Kinds of Parquet columns whose cells are no text.
NO_TEXT = ("DATE", "TIMESTAMP", "DECIMAL", "DOUBLE", "FLOAT", "BIGINT", "INTEGER", "SMALLINT")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A piece in DuckDB. ``relation`` yields its cells as text columns ``c0…``.

    ``row`` is the expression for a row's place (0…) in tables made straight from ``relation``.
    ``path`` is the text that was read, mended if its quotes were broken. ``typed`` are the columns
    that the file itself keeps as numbers or times, with the kind: no white space is around their
    cells, and ``relation`` yields their values as ``v0…``, too.
    """

    piece: Piece
    header: tuple[str, ...]
    path: Path
    relation: str
    row: str
    broken: tuple[Broken, ...] = ()
    typed: Mapping[int, str] = field(default_factory=dict)

    def clean(self, column: int) -> bool:
        """Whether no cell of a column needs white space or a word for nothing taken away."""
        return self.piece.tidy or column in self.typed


Build = Callable[[Loaded], None]
"""Makes tables out of a loaded piece; called again when the piece had to be mended first."""


def load(
    connection: duckdb.DuckDBPyConnection,
    piece: Piece,
    header: tuple[str, ...],
    null_values: Sequence[str],
    limits: ImportLimits,
    build: Build,
    several: bool,
) -> Loaded:
    """Read a piece and ``build`` from it. With ``several`` the cells are kept as table ``raw``, for
    tables that do not take each row once. Raises `FileDamaged`."""
    loaded = Loaded(piece, header, piece.path, "", "rowid")
    if piece.is_parquet:
        loaded = replace(loaded, typed=_typed(connection, loaded))
        loaded = replace(loaded, relation=_parquet(loaded))
        return _built_from_parquet(connection, loaded, build, several)
    reading = _Reading(connection, null_values, limits, build, several)
    loaded, swallowing = reading.attempt(loaded)
    if swallowing:
        mended, removed = quarantine(piece.path, limits.max_line, piece.first)
        try:
            loaded, _ = reading.attempt(replace(loaded, path=mended))
        except duckdb.InvalidInputException as error:
            raise _uncuttable(piece, error) from None
        broken = sorted([*removed, *loaded.broken], key=lambda item: item.line)
        loaded = replace(loaded, broken=tuple(broken))
    return loaded


@dataclass(frozen=True, slots=True)
class _Reading:
    connection: duckdb.DuckDBPyConnection
    null_values: Sequence[str]
    limits: ImportLimits
    build: Build
    several: bool

    def attempt(self, loaded: Loaded) -> tuple[Loaded, bool]:
        """Read and build once; tell whether a broken record may hide others behind it."""
        loaded = replace(loaded, relation=self._csv(loaded))
        try:
            self.build(_kept(self.connection, loaded) if self.several else loaded)
        except duckdb.InvalidInputException:
            if loaded.path != loaded.piece.path:
                raise
            return loaded, True
        broken = self._broken(loaded)
        codes = {item.code for item in broken}
        hides = bool(codes & {"bad_quotes", "line_too_long", "malformed_row"})
        return replace(loaded, broken=tuple(broken)), hides

    def _csv(self, loaded: Loaded) -> str:
        self.connection.execute("DROP TABLE IF EXISTS broken; DROP TABLE IF EXISTS scanned")
        columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(loaded.header)))
        nulls = ", ".join(quoted(value) for value in ("", *self.null_values))
        block = max(BLOCKS * self.limits.max_line, 1 << 20)
        return (
            f"read_csv({quoted(str(loaded.path))}, auto_detect = false, header = false, "
            "delim = ',', quote = '\"', escape = '\"', strict_mode = true, null_padding = false, "
            f"columns = {{{columns}}}, nullstr = [{nulls}], "
            "store_rejects = true, rejects_limit = 0, rejects_table = 'broken', "
            f"rejects_scan = 'scanned', max_line_size = {self.limits.max_line}, "
            f"buffer_size = {block}, rejects_line_size_limit = {self.limits.max_line})"
        )

    def _broken(self, loaded: Loaded) -> list[Broken]:
        found = self.connection.execute(
            "SELECT line_byte_position, min_by(column_idx, byte_position), "
            "min_by(error_type::VARCHAR, byte_position), min_by(csv_line, byte_position) "
            "FROM broken GROUP BY line_byte_position ORDER BY 1"
        ).fetchall()
        numbers = _line_numbers(loaded.path, [max(0, row[0] - 1) for row in found])
        return [
            Broken(
                loaded.piece.first - 1 + number,
                _field(loaded, row[1]),
                STRUCTURAL.get(row[2], "malformed_row"),
                (row[3] or "").strip("\r\n"),
            )
            for number, row in zip(numbers, found, strict=True)
        ]


def _kept(connection: duckdb.DuckDBPyConnection, loaded: Loaded) -> Loaded:
    connection.execute(f"CREATE OR REPLACE TABLE raw AS SELECT * FROM {loaded.relation}")
    return replace(loaded, relation="(SELECT rowid AS src_row, * FROM raw)", row="src_row")


def _built_from_parquet(
    connection: duckdb.DuckDBPyConnection, loaded: Loaded, build: Build, several: bool
) -> Loaded:
    try:
        build(_kept(connection, loaded) if several else loaded)
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException) as e:
        raise damaged_parquet(loaded.piece.path.name, e) from None
    return loaded


def _parquet(loaded: Loaded) -> str:
    piece = loaded.piece
    cells = ", ".join(
        [f"{name(c)}::VARCHAR AS c{i}" for i, c in enumerate(loaded.header)]
        + [f"{name(loaded.header[i])} AS v{i}" for i in loaded.typed]
    )
    source = f"read_parquet({quoted(str(piece.path))}, file_row_number = true)"
    return (
        f"(SELECT {cells} FROM {source} "
        f"WHERE file_row_number >= {piece.first} AND file_row_number < {piece.end})"
    )


def _typed(connection: duckdb.DuckDBPyConnection, loaded: Loaded) -> dict[int, str]:
    kinds = parquet_kinds(connection, loaded.piece.path)
    return {i: kind for i, (_, kind) in enumerate(kinds) if kind.startswith(NO_TEXT)}


def _uncuttable(piece: Piece, error: duckdb.Error) -> FileDamaged:
    why = str(error).splitlines()[0]
    where = f"{piece.first}–{piece.first + piece.lines}"
    return FileDamaged(
        f"第 {where} 行无法按 CSV 解析（{why}）；请检查分隔符和引号后重新导出",
        f"lines {where} cannot be read as CSV ({why}); check delimiter and quotes",
    )


def _field(loaded: Loaded, column: int | None) -> str:
    return loaded.header[column - 1] if column and column <= len(loaded.header) else ""


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
