"""The rows behind a line of the report, page by page."""

from dataclasses import dataclass
from typing import Any

from claims.errors import QualityLineUnknown
from claims.quality.check import Kind
from claims.quality.report import find_check
from claims.quality.subject import Subject, open_subject
from claims.store import ClaimStore
from claims.tables import TABLES
from claims.views import name, quoted

REJECT_COLUMNS = ("file", "line", "field", "code", "reason")


@dataclass(frozen=True, slots=True)
class QualityRows:
    """A page of rows: column names and the cells as text (``None`` where empty)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def quality_rows(
    store: ClaimStore, batch_id: str, line_id: str, limit: int = 100, offset: int = 0
) -> QualityRows:
    """Key and concerned cells of the rows that a line counts, in the order of the store.

    Raises `BatchUnknown`, `QualityLineUnknown`.
    """
    page = f"LIMIT {int(limit)} OFFSET {int(offset)}"
    with open_subject(store, batch_id) as subject:
        if line_id.startswith(f"{Kind.REJECTED}:"):
            return _rejected(subject, line_id, page)
        check = find_check(subject, line_id)
        if check is None:
            raise unknown_line(batch_id, line_id)
        key = [f"t.{name(column)}" for column in TABLES[check.table].key]
        own = [f"t.{name(check.column)}"] if check.column else []
        shown = list(dict.fromkeys([*key, *check.shows, *own]))
        cells = ", ".join(f"{cell}::VARCHAR" for cell in shown)
        found = subject.connection.execute(f"SELECT {cells} FROM {check.source} {page}").fetchall()
    columns = tuple(cell.removeprefix("t.").strip('"') for cell in shown)
    return _without_twins(columns, found)


def _without_twins(columns: tuple[str, ...], found: list[tuple[Any, ...]]) -> QualityRows:
    """``t.x`` and ``t."x"`` are one column."""
    first = [i for i, column in enumerate(columns) if columns.index(column) == i]
    rows = tuple(tuple(row[i] for i in first) for row in found)
    return QualityRows(tuple(columns[i] for i in first), rows)


def _rejected(subject: Subject, line_id: str, page: str) -> QualityRows:
    _, table, column, code = line_id.split(":")
    path = subject.store.folder(subject.batch.batch_id) / "rejects.parquet"
    if not path.is_file():
        raise unknown_line(subject.batch.batch_id, line_id)
    cells = ", ".join(f"{c}::VARCHAR" for c in REJECT_COLUMNS)
    found = subject.connection.execute(
        f"SELECT {cells} FROM read_parquet({quoted(str(path))}) "
        f'WHERE "table" = ? AND field = ? AND code = ? ORDER BY file, line {page}',
        [table, column, code],
    ).fetchall()
    return QualityRows(REJECT_COLUMNS, tuple(found))


def unknown_line(batch_id: str, line_id: str) -> QualityLineUnknown:
    """The error for a line that the report does not have."""
    return QualityLineUnknown(
        f"批次 {batch_id} 的质量报告没有“{line_id}”这一项；用 jicha quality {batch_id} 查看全部",
        f"the quality report of {batch_id} has no line {line_id}; see jicha quality {batch_id}",
    )
