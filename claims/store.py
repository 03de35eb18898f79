"""The columnar store: Parquet by table, batch and month, read through DuckDB views.

Layout below ``JICHA_HOME/claims``::

    batches/<batch_id>/manifest.json
    batches/<batch_id>/<table>/[month=YYYY-MM/]*.parquet
    batches/<batch_id>/rejects.parquet

A batch folder appears by one rename, complete, or not at all.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.batches import MANIFEST, Batch, read_batch
from claims.errors import BatchUnknown
from claims.stands_for import NOBODY, StandsFor, as_one
from claims.tables import TABLES
from claims.views import StoredPart, all_views, quoted, stored_part


@dataclass(frozen=True, slots=True)
class Reject:
    """One rejected row: where it stood, which field, why, and its raw text."""

    table: str
    file: str
    line: int
    field: str
    code: str
    reason: str
    raw: str


class ClaimStore:
    """Read access to the imported claims of one data home (``JICHA_HOME``)."""

    def __init__(self, home: Path, stands_for: StandsFor = NOBODY) -> None:
        """``stands_for``: numbers of whom people judged to be one, shown under one."""
        self.home = home
        self.root = home / "claims"
        self.stands_for = stands_for

    def batches(self, *, withdrawn: bool = False) -> list[Batch]:
        """The batches in order of arrival; those taken back only with ``withdrawn``."""
        found = (read_batch(path.parent) for path in sorted(self._manifests()))
        return [batch for batch in found if withdrawn or batch.withdrawn is None]

    def batch(self, batch_id: str) -> Batch:
        """One batch, also a withdrawn one; raises ``BatchUnknown``."""
        folder = self.folder(batch_id)
        if not (folder / MANIFEST).is_file():
            raise BatchUnknown(
                f"没有批次 {batch_id}；用 jicha batches 查看现有批次",
                f"there is no batch {batch_id}; jicha batches lists them",
            )
        return read_batch(folder)

    def folder(self, batch_id: str) -> Path:
        """Where a batch lies (whether it exists or not)."""
        return self.root / "batches" / Path(batch_id).name

    def present(self) -> frozenset[str]:
        """The canonical tables that have rows."""
        return frozenset(self.parts(self.batches()))

    @property
    def kept(self) -> Path:
        """Where other rooms keep what they derive from this store's rows: it may be lost without harm,
        and goes when rows are withdrawn."""
        return self.home / "tmp" / "kept"

    def state(self) -> str:
        """What the views show, as a digest: another one when any row comes or goes, or another number
        stands for another. Empty without rows."""
        digest = hashlib.sha256(repr(_judged(self.stands_for)).encode())
        parts = self.parts(self.batches())
        for table, brought in sorted(parts.items()):
            for part in brought:
                digest.update(repr((table, part.batch_id, sorted(part.columns), part.key)).encode())
                for path in (*part.files, *part.gone):
                    seen = path.stat()
                    digest.update(f"{path} {seen.st_size} {seen.st_mtime_ns}".encode())
        return digest.hexdigest() if parts else ""

    def connect(self, only: Collection[str] | None = None) -> duckdb.DuckDBPyConnection:
        """Open an in-memory DuckDB with one view per canonical table and ``visit_doctor``.

        ``only``: the views of these tables alone, for who asks often and of few. The views show the
        batches of this moment; the connection is the caller's to close.
        """
        spill = self.home / "tmp" / "duckdb"
        spill.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(config={"temp_directory": str(spill)})
        self.create_views(connection, only=only)
        as_one(connection, self.stands_for)
        return connection

    def create_views(
        self,
        connection: duckdb.DuckDBPyConnection,
        without: Collection[str] = (),
        only: Collection[str] | None = None,
    ) -> None:
        """Create the views in the connection's current schema, ``without`` some months."""
        parts = self.parts(self.batches(), without)
        for view in all_views(parts, only):
            connection.execute(view)

    def parts(
        self, batches: Sequence[Batch], without: Collection[str] = ()
    ) -> dict[str, list[StoredPart]]:
        """What the live rows of some batches are, by table: not the months that were withdrawn or
        that a later batch replaces."""
        later: dict[str, set[str]] = {}
        replaced: set[str] = set(without)
        for batch in reversed(self.batches()):
            later[batch.batch_id] = set(replaced)
            replaced |= set(batch.replaces)
        found: dict[str, list[StoredPart]] = {}
        for batch in batches:
            gone = later.get(batch.batch_id, set(without)) | set(batch.withdrawn_months)
            for record in batch.tables:
                if record.table in TABLES and record.accepted:
                    part = stored_part(self.folder(batch.batch_id), batch, record, gone)
                    if part.files:
                        found.setdefault(record.table, []).append(part)
        return found

    def rejects(self, batch_id: str, limit: int | None = None, offset: int = 0) -> list[Reject]:
        """The rejected rows of a batch by file and line; raises ``BatchUnknown``."""
        self.batch(batch_id)
        path = self.folder(batch_id) / "rejects.parquet"
        if not path.is_file():
            return []
        page = f"LIMIT {int(limit)} OFFSET {int(offset)}" if limit is not None else ""
        with duckdb.connect() as connection:
            rows = connection.execute(
                'SELECT "table", file, line, field, code, reason, raw '
                f"FROM read_parquet({quoted(str(path))}) "
                f'ORDER BY file, line, "table", field {page}'
            ).fetchall()
        return [Reject(*row) for row in rows]

    def _manifests(self) -> Iterator[Path]:
        return (self.root / "batches").glob(f"*/{MANIFEST}")


def _judged(stands_for: StandsFor) -> list[list[tuple[str, str]]]:
    kinds = (stands_for.persons, stands_for.doctors, stands_for.institutions)
    return [sorted(given.items()) for given in kinds]
