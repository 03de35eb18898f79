"""The record of an import: which bytes came, what became of them, who brought them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
WITHDRAWN = "withdrawn.json"


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


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on quality that rejects nothing: how many rows of a table it concerns."""

    code: str
    table: str
    column: str
    rows: int
    message: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a batch back, when and why."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. ``batch_id`` sorts by time of arrival; ``leans_on`` names earlier batches that
    already held rows which came again here."""

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
    seconds: float = 0.0
    withdrawn: Withdrawal | None = None

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
    del record["withdrawn"]
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_batch(folder: Path) -> Batch:
    """Read the manifest of one batch folder, with its withdrawal if there was one."""
    record = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return Batch(
        **{
            **record,
            "at": datetime.fromisoformat(record["at"]),
            "files": tuple(_file(item) for item in record["files"]),
            "tables": tuple(_table(item) for item in record["tables"]),
            "notes": tuple(Note(**item) for item in record["notes"]),
            "ignored_files": tuple(record["ignored_files"]),
            "leans_on": tuple(record["leans_on"]),
            "withdrawn": _withdrawal(folder / WITHDRAWN),
        }
    )


def _file(item: dict[str, Any]) -> FileRecord:
    lists = {name: tuple(item[name]) for name in ("header", "unknown_columns")}
    return FileRecord(**{**item, **lists})


def _table(item: dict[str, Any]) -> TableRecord:
    return TableRecord(**{**item, "columns": tuple(item["columns"])})


def _withdrawal(path: Path) -> Withdrawal | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Withdrawal(record["by"], datetime.fromisoformat(record["at"]), record["reason"])
