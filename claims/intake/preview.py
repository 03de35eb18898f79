"""The first rows of a delivery under a profile, before anything is imported."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from claims.errors import ClaimsError
from claims.intake.files import SourceFile, discover
from claims.intake.header import check_header, read_header
from claims.intake.limits import ImportLimits
from claims.intake.load import Loaded, load
from claims.intake.pieces import Piece, cut
from claims.intake.project import canonical_header, needed_columns, unknown_columns
from claims.intake.reading import UNSEALED, Sealed
from claims.intake.reasons import REASONS, reason_en
from claims.intake.tables import all_brought, build_tables, fed_by, takes_each_row_once
from claims.profile import Profile, load_profile
from claims.views import name

ROWS = 100
# Enough text for the first rows of any table, little enough to read at once.
LITTLE = ImportLimits(piece_bytes=512 << 10, piece_rows=ROWS, memory="512MB")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row would be rejected: the canonical column, or the file's own where the profile computes
    with it, and the code of the reason."""

    column: str
    code: str

    @property
    def zh(self) -> str:
        """The reason in Chinese; a code that nobody worded stands for itself."""
        return REASONS.get(self.code, self.code)

    @property
    def en(self) -> str:
        """The reason in English."""
        return reason_en(self.code)


@dataclass(frozen=True, slots=True)
class PreviewTable:
    """What a file brings to a table: cells as they would be stored, and what is wrong with a row
    (``None``: nothing). Repeated keys are only known when the whole file is read."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    problems: tuple[Fault | None, ...]


@dataclass(frozen=True, slots=True)
class PreviewFile:
    """A file as it would be understood, or why it cannot be (in both languages)."""

    name: str
    source: str
    encoding: str
    unknown_columns: tuple[str, ...]
    broken_lines: tuple[int, ...]
    tables: tuple[PreviewTable, ...]
    problem_zh: str | None = None
    problem_en: str | None = None


def preview(
    home: Path, directory: Path, profile: str, at: datetime, limits: ImportLimits = LITTLE
) -> tuple[list[PreviewFile], list[str]]:
    """The first 100 rows of each file that the profile knows, and the names of the other files.

    Nothing is written but scratch below ``home/tmp``. Raises `ProfileUnknown`, `ProfileInvalid`,
    `DirectoryMissing`, `NothingToImport`, `AmbiguousFile`; what is wrong with one file stands in it.
    """
    known = load_profile(profile, home)
    found, ignored = discover(directory, known)
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix="preview-", dir=home / "tmp"))
    try:
        return [_file(file, known, at, limits, scratch) for file in found], ignored
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _file(
    file: SourceFile, profile: Profile, at: datetime, limits: ImportLimits, scratch: Path
) -> PreviewFile:
    sealed = Sealed(file, UNSEALED, file.path.stat().st_size)
    seen = PreviewFile(sealed.name, file.source, "", (), (), ())
    try:
        return _understood(sealed, seen, profile, at, limits, scratch)
    except ClaimsError as error:
        return replace(seen, problem_zh=error.message_zh, problem_en=error.message_en)


def _understood(
    sealed: Sealed,
    seen: PreviewFile,
    profile: Profile,
    at: datetime,
    limits: ImportLimits,
    scratch: Path,
) -> PreviewFile:
    source = profile.source(sealed.file.source)
    header = read_header(sealed, limits)
    names = canonical_header(profile, source, header)
    check_header(sealed.name, names, sorted(needed_columns(profile, source)))
    brought = all_brought(profile, {source.file: header})
    piece = _short(next(cut(sealed, 0, scratch, limits)))
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": limits.memory}
    with duckdb.connect(config=config) as connection:

        def build(loaded: Loaded) -> None:
            build_tables(connection, profile, loaded, source, brought, at, limits)

        several = not takes_each_row_once(source)
        loaded = load(connection, piece, header, profile.null_values, limits, build, several)
        tables = tuple(_table(connection, t, brought[t]) for t in fed_by(source))
    return replace(
        seen,
        encoding=piece.encoding,
        unknown_columns=unknown_columns(profile, source, header),
        broken_lines=tuple(broken.line for broken in loaded.broken),
        tables=tables,
    )


def _short(piece: Piece) -> Piece:
    """The piece with its first rows only, so that no more is parsed than is shown."""
    if piece.is_parquet:
        return piece
    with piece.path.open("rb") as reader:
        lines = [line for line, _ in zip(reader, range(2 * ROWS), strict=False)]
    quotes, kept = 0, 0
    for number, line in enumerate(lines, 1):
        quotes += line.count(b'"')
        if quotes % 2 == 0 and number <= ROWS:
            kept = number
    piece.path.write_bytes(b"".join(lines[: kept or ROWS]))
    return piece


def _table(
    connection: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...]
) -> PreviewTable:
    cells = ", ".join(f"{name(column)}::VARCHAR" for column in columns)
    found = connection.execute(
        f"SELECT {cells}, problem FROM typed_{table} LIMIT {ROWS}"
    ).fetchall()
    rows = tuple(tuple(row[:-1]) for row in found)
    return PreviewTable(table, columns, rows, tuple(_fault(row[-1]) for row in found))


def _fault(problem: str | None) -> Fault | None:
    if problem is None:
        return None
    field, _, code = problem.partition("|")
    return Fault(field, code)
