"""The knowledge in force: shipped tables, and above them what the bureau imported.

Imported versions lie in `JICHA_HOME/findings/knowledge/<table>/<version>/` and are never
overwritten; the newest one is in force, and findings name the version that they used.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb

from audit.knowledge.reading import Parsed, as_tuples, parse, read_bytes
from audit.knowledge.tables import TABLES

SHIPPED = Path(__file__).parent / "shipped"
# The version of the shipped content; raised with every change of a shipped file.
SHIPPED_VERSION = "shipped-2"


@dataclass(frozen=True)
class KnowledgeVersion:
    """One version of one table. `imported_at` is ISO 8601; empty for shipped content."""

    table: str
    title: str
    version: str
    rows: int
    sha256: str
    imported_by: str
    imported_at: str
    in_force: bool = False


class KnowledgeStore:
    """Knowledge tables of one data home."""

    def __init__(self, home: Path) -> None:
        self.root = home / "findings" / "knowledge"

    def versions(self) -> list[KnowledgeVersion]:
        """All versions of all tables, oldest first; exactly one of each table is in force."""
        listed = []
        for name in TABLES:
            own = [_shipped(name), *self._imported(name)]
            listed += own[:-1]
            listed.append(KnowledgeVersion(**{**asdict(own[-1]), "in_force": True}))
        return listed

    def in_force(self) -> dict[str, KnowledgeVersion]:
        """The version in force of each table."""
        return {version.table: version for version in self.versions() if version.in_force}

    def rows(self, version: KnowledgeVersion) -> list[Parsed]:
        """The typed rows of a version."""
        return parse(read_bytes(self._file(version)), version.table)[1]

    def take_in(
        self, path: Path, operator: str, at: datetime, table: str | None = None
    ) -> tuple[KnowledgeVersion, bool]:
        """Import a CSV file as the newest version of its table; `at` is aware.

        Returns the version and whether it is new (the same bytes again change nothing).
        Raises `KnowledgeInvalid` with all faults; then nothing was changed.
        """
        content = read_bytes(path)
        declared, rows = parse(content, table)
        digest = hashlib.sha256(content).hexdigest()
        known = self.in_force()[declared.name]
        if known.sha256 == digest:
            return known, False
        name = f"{at:%Y%m%dT%H%M%S%f}-{digest[:8]}"
        version = KnowledgeVersion(
            declared.name, declared.title, name, len(rows), digest, operator, at.isoformat(), True
        )
        self._write(version, content)
        return version, True

    def _write(self, version: KnowledgeVersion, content: bytes) -> None:
        """Make the version appear complete, or not at all."""
        folder = self.root / version.table / version.version
        draft = folder.with_name(f".{folder.name}")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        (draft / "rows.csv").write_bytes(content)
        meta = {key: value for key, value in asdict(version).items() if key != "in_force"}
        (draft / "version.json").write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
        os.replace(draft, folder)  # noqa: PTH105  (one atomic rename)

    def _imported(self, table: str) -> list[KnowledgeVersion]:
        found = sorted((self.root / table).glob("[!.]*/version.json"))
        return [KnowledgeVersion(**json.loads(path.read_text(encoding="utf-8"))) for path in found]

    def _file(self, version: KnowledgeVersion) -> Path:
        if version.version == SHIPPED_VERSION:
            return SHIPPED / f"{version.table}.csv"
        return self.root / version.table / version.version / "rows.csv"


@cache
def _shipped(table: str) -> KnowledgeVersion:
    content = (SHIPPED / f"{table}.csv").read_bytes()
    rows = len(parse(content, table)[1])
    digest = hashlib.sha256(content).hexdigest()
    return KnowledgeVersion(table, TABLES[table].title, SHIPPED_VERSION, rows, digest, "", "")


def load_tables(
    connection: duckdb.DuckDBPyConnection, content: Mapping[str, Sequence[Mapping[str, object]]]
) -> None:
    """Create one table `k_<name>` for each knowledge table, filled with `content`."""
    for table in TABLES.values():
        columns = ", ".join(f"{field.name} {field.sql_type}" for field in table.all_fields)
        connection.execute(f"CREATE OR REPLACE TABLE k_{table.name} ({columns})")
        rows = as_tuples(table, content.get(table.name, ()))
        if rows:
            # Lists of text, cast by the engine: text loses nothing on its way into SQL's types.
            cells = [[_plain(cell) for cell in column] for column in zip(*rows, strict=True)]
            casts = ", ".join(f"unnest(?::VARCHAR[])::{f.sql_type}" for f in table.all_fields)
            connection.execute(f"INSERT INTO k_{table.name} SELECT {casts}", cells)


def _plain(cell: object) -> str | None:
    return None if cell is None else str(cell)
