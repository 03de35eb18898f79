"""The quality report of a batch: made at the end of the import, kept beside the batch."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.batches import QUALITY
from claims.intake.commit import write_atomically
from claims.intake.reasons import REASONS, reason_en
from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks import ALL
from claims.quality.checks.completeness import accepted, fills
from claims.quality.checks.trend import by_month, expected, missing, usual_rows
from claims.quality.subject import Subject, open_subject
from claims.store import ClaimStore
from claims.tables import TABLES
from claims.views import quoted


@dataclass(frozen=True, slots=True)
class QualityLine:
    """One line: ``rows`` of ``of`` rows are concerned; ``line_id`` leads to them. ``zh`` and ``en``
    are sentences of `claims.quality.said`."""

    line_id: str
    kind: str
    table: str
    column: str
    rows: int
    of: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class ColumnFill:
    """Completeness of one column: filled cells among the rows of the batch for which it is due.
    ``sent`` is false for a column of the interface that no file of the batch brought."""

    table: str
    column: str
    title: str
    filled: int
    rows: int
    sent: bool = True


@dataclass(frozen=True, slots=True)
class MonthTrend:
    """Rows of a month in the whole store, of them in this batch, and what the months before lead
    one to expect (``None``: too few to say)."""

    table: str
    month: str
    rows: int
    in_batch: int
    usual: float | None


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All that was asked; ``lines`` are those with rows, by kind."""

    batch_id: str
    at: datetime
    lines: tuple[QualityLine, ...]
    columns: tuple[ColumnFill, ...]
    months: tuple[MonthTrend, ...]
    asked: int = field(default=0)

    def line(self, line_id: str) -> QualityLine | None:
        """The line of that name."""
        return next((line for line in self.lines if line.line_id == line_id), None)

    def as_json(self) -> dict[str, Any]:
        """The JSON object that is kept beside the batch."""
        return {**asdict(self), "at": self.at.isoformat()}


def quality_report(store: ClaimStore, batch_id: str, at: datetime) -> QualityReport:
    """The report as it was made with the import, or made now for a batch that has none.

    Raises `BatchUnknown`.
    """
    batch = store.batch(batch_id)
    path = store.folder(batch_id) / QUALITY
    if path.is_file():
        return _read(path)
    return assess(store, batch.batch_id, at)


def assess(store: ClaimStore, batch_id: str, at: datetime) -> QualityReport:
    """Ask everything anew, against what the store holds now, and keep the answer.

    A withdrawn batch has no rows any more: its report speaks of the rejects alone.
    """
    with open_subject(store, batch_id) as subject:
        checks = list(_checks(subject))
        counted = [(check, _rows(subject, check)) for check in checks]
        lines = [*_rejected(subject), *(_line(check, rows) for check, rows in counted if rows)]
        fills, months = tuple(_fills(subject)), tuple(_months(subject))
    report = QualityReport(batch_id, at, tuple(lines), fills, months, len(checks))
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_atomically(store.folder(batch_id) / QUALITY, text)
    return report


def find_check(subject: Subject, line_id: str) -> Check | None:
    """The check behind a line, to get at its rows."""
    return next((check for check in _checks(subject) if check.line_id == line_id), None)


def _checks(subject: Subject) -> Iterator[Check]:
    for checks in ALL:
        yield from checks(subject)


def _rows(subject: Subject, check: Check) -> int:
    if check.rows is not None:
        return check.rows
    if check.counted is not None:
        return check.counted()
    return int(subject.one(f"SELECT count(*) FROM {check.source}")[0])


def _line(check: Check, rows: int) -> QualityLine:
    return QualityLine(
        check.line_id, check.kind, check.table, check.column, rows, check.of, check.zh, check.en
    )


def _rejected(subject: Subject) -> Iterator[QualityLine]:
    """Rejected rows by table, field and reason; duplicates are among them."""
    path = subject.store.folder(subject.batch.batch_id) / "rejects.parquet"
    if not path.is_file():
        return
    totals = {record.table: record.rows for record in subject.batch.tables}
    found = subject.connection.execute(
        f'SELECT "table", field, code, count(*) FROM read_parquet({quoted(str(path))}) '
        "GROUP BY ALL ORDER BY 4 DESC, 1, 2, 3"
    ).fetchall()
    for table, column, code, rows in found:
        fields = [said.column(one) for one in column.split("、") if one]
        zh = f"拒收：{REASONS.get(code, code)}" + (f"（{'、'.join(fields)}）" if fields else "")
        en = f"rejected: {reason_en(code)}" + (f" ({', '.join(fields)})" if fields else "")
        line_id = ":".join([Kind.REJECTED, table, column, code])
        yield QualityLine(line_id, Kind.REJECTED, table, column, rows, totals.get(table, 0), zh, en)


def _fills(subject: Subject) -> Iterator[ColumnFill]:
    for table, brought in subject.columns.items():
        known = TABLES[table]
        for column, fill in fills(subject, table).items():
            yield ColumnFill(table, column, known.column(column).title, fill.filled, fill.rows)
        total = accepted(subject, table)
        for column in (one for one in known.names if one not in brought):
            yield ColumnFill(table, column, known.column(column).title, 0, total, sent=False)


def _months(subject: Subject) -> Iterator[MonthTrend]:
    for table in subject.columns:
        if TABLES[table].month_of:
            all_, mine = by_month(subject, "main", table), by_month(subject, "batch", table)
            gone = set(missing(all_, mine))
            for month in sorted({*mine, *gone}):
                usual = expected(all_, month) if month in gone else usual_rows(all_, month)
                here = mine.get(month, 0)
                yield MonthTrend(table, month, all_.get(month, here), here, usual)


def _read(path: Path) -> QualityReport:
    record = json.loads(path.read_text(encoding="utf-8"))
    return QualityReport(
        record["batch_id"],
        datetime.fromisoformat(record["at"]),
        tuple(QualityLine(**line) for line in record["lines"]),
        tuple(ColumnFill(**fill) for fill in record["columns"]),
        tuple(MonthTrend(**month) for month in record["months"]),
        record["asked"],
    )
