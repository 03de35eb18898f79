"""The record of an import: which bytes came, what became of them, who brought them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
WITHDRAWN = "withdrawn.json"
WITHDRAWN_MONTHS = "withdrawn-months.json"
QUALITY = "quality.json"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One source file: SHA-256 of the bytes that were read, and how they were understood."""

    name: str
    sha256: str
    bytes: int
    rows: int
    encoding: str
    header: tuple[str, ...]
    unknown_columns: tuple[str, ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class TableRecord:
    """What became of a table's rows: ``rows = accepted + rejected + unchanged``.

    ``totals`` are the control totals, Σ of each amount column over the accepted rows, as strings.
    """

    table: str
    rows: int
    accepted: int
    rejected: int
    unchanged: int = 0
    columns: tuple[str, ...] = ()
    totals: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What one piece adds to a table. ``rows`` are those whose fate is known: repeated rows of a
    ``distinct`` target do not count, suspects count where they are settled. ``totals``, ``filled``,
    ``codes`` and ``months`` speak of the accepted rows."""

    rows: int = 0
    accepted: int = 0
    unchanged: int = 0
    totals: dict[str, str] = field(default_factory=dict)
    filled: dict[str, int] = field(default_factory=dict)
    codes: dict[str, dict[str, int]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on quality that rejects nothing: how many rows of a table it concerns. In English the
    sentence names tables and columns by marks (`claims.quality.said`)."""

    code: str
    table: str
    column: str
    rows: int
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a batch back, when and why."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. ``batch_id`` sorts by time of arrival; ``leans_on`` names earlier batches that
    already held rows which came again here. While it is live, it stands in for the months
    ``replaces`` (YYYY-MM) of all earlier batches. ``tallies`` are the counts of its tables,
    ``notes`` what its quality report says beyond empty cells."""

    batch_id: str
    profile: str
    profile_version: str
    by: str
    at: datetime
    files: tuple[FileRecord, ...]
    tables: tuple[TableRecord, ...]
    notes: tuple[Note, ...] = ()
    ignored_files: tuple[str, ...] = ()
    leans_on: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    seconds: float = 0.0
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    withdrawn: Withdrawal | None = None
    withdrawn_months: Mapping[str, Withdrawal] = field(default_factory=dict)

    @property
    def rejects(self) -> int:
        """Number of rejected rows over all tables."""
        return sum(table.rejected for table in self.tables)

    @property
    def accepted(self) -> int:
        """Number of accepted rows over all tables."""
        return sum(table.accepted for table in self.tables)


def to_json(batch: Batch) -> str:
    """The manifest: sorted keys, so that equal batches are equal bytes."""
    record = asdict(batch)
    record["at"] = batch.at.isoformat()
    for kept_apart in ("withdrawn", "withdrawn_months", "notes"):
        del record[kept_apart]
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_batch(folder: Path) -> Batch:
    """Read the manifest of one batch folder, with its withdrawal if there was one."""
    record = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    tallies = record.get("tallies", {})
    return Batch(
        **{
            **record,
            "at": datetime.fromisoformat(record["at"]),
            "files": tuple(_file(item) for item in record["files"]),
            "tables": tuple(_table(item) for item in record["tables"]),
            "notes": _notes(folder / QUALITY),
            "ignored_files": tuple(record["ignored_files"]),
            "leans_on": tuple(record["leans_on"]),
            "replaces": tuple(record.get("replaces", ())),
            "tallies": {table: Tally(**tally) for table, tally in tallies.items()},
            "withdrawn": _withdrawal(folder / WITHDRAWN),
            "withdrawn_months": _withdrawn_months(folder / WITHDRAWN_MONTHS),
        }
    )


def _notes(path: Path) -> tuple[Note, ...]:
    """The lines of the quality report that a summary should name."""
    lines = (_json(path) or {"lines": []})["lines"]
    return tuple(
        Note(line["kind"], line["table"], line["column"], line["rows"], line["zh"], line["en"])
        for line in lines
        if line["kind"] not in ("empty", "rejected")
    )


def _withdrawn_months(path: Path) -> dict[str, Withdrawal]:
    return {month: _as_withdrawal(item) for month, item in (_json(path) or {}).items()}


def _as_withdrawal(record: dict[str, Any]) -> Withdrawal:
    return Withdrawal(record["by"], datetime.fromisoformat(record["at"]), record["reason"])


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def _file(item: dict[str, Any]) -> FileRecord:
    lists = {name: tuple(item[name]) for name in ("header", "unknown_columns")}
    return FileRecord(**{**item, **lists})


def _table(item: dict[str, Any]) -> TableRecord:
    return TableRecord(**{**item, "columns": tuple(item["columns"])})


def _withdrawal(path: Path) -> Withdrawal | None:
    record = _json(path)
    return _as_withdrawal(record) if record else None
