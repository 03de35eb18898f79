"""One import, from a directory to a batch. Killed at any point it leaves the old state or the new."""

import shutil
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from claims.batches import MANIFEST, Batch, FileRecord, to_json
from claims.intake.checks import SHANGHAI
from claims.intake.commit import publish, sole_writer
from claims.intake.duplicates import mark_duplicates, mark_known
from claims.intake.files import discover
from claims.intake.header import check_header, read_header
from claims.intake.limits import ImportLimits, Progress, silent
from claims.intake.load import Raw, load
from claims.intake.notes import quality_notes
from claims.intake.project import canonical_header, needed_columns, unknown_columns
from claims.intake.rejects import collect_rejects, write_rejects
from claims.intake.report import ImportReport
from claims.intake.staging import Staged, stage
from claims.intake.tables import Brought, build_tables, count_table, write_table
from claims.profile import Profile, load_profile
from claims.store import ClaimStore
from claims.tables import TABLES


@dataclass(frozen=True, slots=True)
class _Run:
    """What every step of one import needs."""

    store: ClaimStore
    profile: Profile
    operator: str
    at: datetime
    progress: Progress
    limits: ImportLimits
    folder: Path

    @property
    def files(self) -> Path:
        """Private copies of the sources; gone when the import ends."""
        return self.folder / "files"


def run_import(
    home: Path,
    directory: Path,
    profile: str,
    operator: str,
    at: datetime,
    progress: Progress = silent,
    limits: ImportLimits | None = None,
) -> ImportReport:
    """Import a directory into the store of ``home`` under a profile (name or path of a ``.toml``).

    ``at`` is the (aware) time of import. ``progress`` is told phase, rows done and total, and may
    raise to cancel. Files whose bytes were imported before under the same profile are left out; if
    all were, nothing changes and the report says so. Raises a `ClaimsError`; nothing is then
    written.
    """
    started = time.monotonic()
    known = load_profile(profile)
    store = ClaimStore(home)
    found, ignored = discover(directory, [source.file for source in known.sources])
    with sole_writer(store.root):
        draft = store.root / "drafts"
        run = _Run(store, known, operator, at, progress, limits or ImportLimits(), draft)
        run.files.mkdir(parents=True)
        try:
            staged = []
            for number, file in enumerate(found):
                progress("stage", number, len(found))
                staged.append(stage(file, run.files, run.limits))
            progress("stage", len(found), len(found))
            earlier = _imported_before(run, staged)
            fresh = [item for item in staged if item.sha256 not in earlier]
            if not fresh:
                batch = earlier[staged[0].sha256]
                return ImportReport(batch, True, time.monotonic() - started)
            batch = _build(run, fresh, tuple(ignored), started)
            batch = _with_known_files(batch, staged, earlier)
            (run.folder / batch.batch_id / MANIFEST).write_text(to_json(batch), encoding="utf-8")
            shutil.rmtree(run.files)
            publish(run.folder / batch.batch_id, store.folder(batch.batch_id))
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    progress("done", batch.accepted, batch.accepted)
    return ImportReport(batch, False, time.monotonic() - started)


def _imported_before(run: _Run, staged: Sequence[Staged]) -> dict[str, Batch]:
    """The latest batch of this very profile that read the same bytes, by SHA-256."""
    same = (run.profile.name, run.profile.version)
    wanted = {item.sha256 for item in staged}
    return {
        file.sha256: batch
        for batch in run.store.batches()
        if (batch.profile, batch.profile_version) == same
        for file in batch.files
        if file.sha256 in wanted and not file.unchanged
    }


def _build(run: _Run, staged: Sequence[Staged], ignored: tuple[str, ...], started: float) -> Batch:
    """Build the whole batch in the draft folder; return its record."""
    headers = {item.file.source: _header(run.profile, item) for item in staged}
    batch_id = _batch_id(run, staged)
    folder = run.folder / batch_id
    folder.mkdir()
    spill = str(run.files / "spill")
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": run.limits.memory,
        "temp_directory": spill,
    }
    with duckdb.connect(config=config) as connection:
        connection.execute("CREATE SCHEMA stored; SET schema = 'stored'")
        run.store.create_views(connection)
        connection.execute("SET schema = 'main'")
        raws = _load(run, connection, staged, headers)
        brought = build_tables(connection, run.profile, raws, run.at, run.limits)
        leans_on = _duplicates(run, connection, brought)
        collect_rejects(connection, raws, list(brought), _first_tables(run.profile, raws))
        batch = _record(run, connection, batch_id, raws, brought)
        batch = replace(batch, ignored_files=ignored, leans_on=leans_on)
        _write(run, connection, folder, batch, brought)
    return replace(batch, seconds=round(time.monotonic() - started, 3))


def _with_known_files(batch: Batch, staged: Sequence[Staged], earlier: dict[str, Batch]) -> Batch:
    """Name the files that were left out because an earlier batch holds them; lean on that batch."""
    known = [item.sha256 for item in staged if item.sha256 in earlier]
    records = [
        replace(record, unchanged=True)
        for sha256 in known
        for record in earlier[sha256].files
        if record.sha256 == sha256
    ]
    leans_on = {*batch.leans_on, *(earlier[sha256].batch_id for sha256 in known)}
    return replace(batch, files=(*batch.files, *records), leans_on=tuple(sorted(leans_on)))


def _header(profile: Profile, staged: Staged) -> tuple[str, ...]:
    source = profile.source(staged.file.source)
    header = read_header(staged)
    names = canonical_header(profile, source, header)
    check_header(staged.file.path.name, names, sorted(needed_columns(profile, source)))
    return header


def _batch_id(run: _Run, staged: Sequence[Staged]) -> str:
    """Number of arrival (never used twice), Beijing date, and a mark of the bytes."""
    last = max((b.batch_id for b in run.store.batches(withdrawn=True)), default="B000000")
    day = run.at.astimezone(SHANGHAI).strftime("%Y%m%d")
    return f"B{int(last[1:7]) + 1:06d}-{day}-{staged[0].sha256[:6]}"


def _load(
    run: _Run,
    connection: duckdb.DuckDBPyConnection,
    staged: Sequence[Staged],
    headers: dict[str, tuple[str, ...]],
) -> list[Raw]:
    raws: list[Raw] = []
    for index, item in enumerate(staged):
        raws.append(load(connection, index, item, headers[item.file.source], run.limits))
        run.progress("read", sum(raw.total for raw in raws), None)
    return raws


def _duplicates(
    run: _Run, connection: duckdb.DuckDBPyConnection, brought: Brought
) -> tuple[str, ...]:
    """Mark repeated rows; return the batches on whose rows this one leans."""
    leaning: set[str] = set()
    present = run.store.present()
    for number, (table, columns) in enumerate(brought.items()):
        run.progress("check", number, len(brought))
        mark_duplicates(connection, TABLES[table], columns)
        if table in present:
            leaning |= set(mark_known(connection, TABLES[table], columns))
    run.progress("check", len(brought), len(brought))
    return tuple(sorted(leaning))


def _first_tables(profile: Profile, raws: Sequence[Raw]) -> dict[int, str]:
    return {raw.index: profile.source(raw.staged.file.source).targets[0].table for raw in raws}


def _record(
    run: _Run,
    connection: duckdb.DuckDBPyConnection,
    batch_id: str,
    raws: Sequence[Raw],
    brought: Brought,
) -> Batch:
    broken: Counter[str] = Counter()
    for raw in raws:
        broken[_first_tables(run.profile, [raw])[raw.index]] += len(raw.broken)
    return Batch(
        batch_id,
        run.profile.name,
        run.profile.version,
        run.operator,
        run.at,
        tuple(_file_record(run.profile, raw) for raw in raws),
        tuple(
            count_table(connection, TABLES[t], columns, broken) for t, columns in brought.items()
        ),
        quality_notes(connection, brought),
    )


def _file_record(profile: Profile, raw: Raw) -> FileRecord:
    staged, source = raw.staged, profile.source(raw.staged.file.source)
    unknown = unknown_columns(profile, source, raw.header)
    return FileRecord(
        staged.file.path.name,
        staged.sha256,
        staged.bytes,
        raw.total,
        staged.encoding,
        raw.header,
        unknown,
    )


def _write(
    run: _Run,
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    batch: Batch,
    brought: Brought,
) -> None:
    done = 0
    for record in batch.tables:
        run.progress("write", done, batch.accepted)
        columns = brought[record.table]
        write_table(connection, TABLES[record.table], columns, batch.batch_id, folder)
        done += record.accepted
    run.progress("write", done, batch.accepted)
    if batch.rejects:
        write_rejects(connection, folder / "rejects.parquet")
