"""One import, from a directory to a batch. Killed at any point it leaves the old state or the new,
and the next run goes on from the last finished piece."""

import os
import time
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import cycle
from pathlib import Path
from threading import Event
from typing import TypeVar

import duckdb
import numpy as np

from claims.batches import MANIFEST, Batch, to_json
from claims.errors import ClaimsError
from claims.intake.assemble import assemble
from claims.intake.commit import publish, sole_writer
from claims.intake.draft import Done, Draft, discard_old, draft_key
from claims.intake.files import discover
from claims.intake.header import check_header, read_header
from claims.intake.limits import ImportLimits, Progress, silent
from claims.intake.pieces import EncodingTurned, Piece, cut
from claims.intake.piecework import Bench, Made, check, key_hash, sort_out, write
from claims.intake.project import canonical_header, needed_columns
from claims.intake.reading import Sealed, seal
from claims.intake.report import ImportReport
from claims.intake.seen import Seen
from claims.intake.tables import all_brought
from claims.profile import Profile, load_profile
from claims.quality.report import assess
from claims.store import ClaimStore
from claims.tables import TABLES
from claims.withdraw import check_months
from stack.leases import JobCancelled

T = TypeVar("T")
# Pieces that are made at a time, each in a database that has its share of the cores: two that work by
# themselves cost less than one that splits its work.
PLACES = 2


@dataclass(frozen=True, slots=True)
class _Run:
    """What every step of one import needs."""

    store: ClaimStore
    profile: Profile
    operator: str
    at: datetime
    progress: Progress
    limits: ImportLimits
    replaces: tuple[str, ...]


def run_import(
    home: Path,
    directory: Path,
    profile: str,
    operator: str,
    at: datetime,
    progress: Progress = silent,
    limits: ImportLimits | None = None,
    replaces: Collection[str] = (),
) -> ImportReport:
    """Import a directory into the store of ``home`` under a profile (name or path of a ``.toml``).

    ``at`` is the (aware) time of import; a run that goes on with a killed one keeps that one's.
    ``progress`` is told phase, rows done and (from the share of the bytes read) the likely total,
    and may raise to cancel. Files whose bytes were imported before under the same profile are left
    out; if all were, nothing changes and the report says so. With ``replaces`` (months YYYY-MM) the
    batch stands in for those months of all earlier ones, in the same instant in which it appears.
    Raises a `ClaimsError`; nothing is then written.
    """
    started = time.monotonic()
    known = load_profile(profile, home)
    store = ClaimStore(home)
    found, ignored = discover(directory, known)
    months = tuple(sorted(check_months(replaces)))
    run = _Run(store, known, operator, at, progress, limits or ImportLimits(), months)
    with sole_writer(store.root):
        discard_old(store.root, at)
        sealed = []
        for number, file in enumerate(found):
            progress("stage", number, len(found))
            sealed.append(seal(file))
        progress("stage", len(found), len(found))
        earlier = {} if months else _imported_before(run, sealed)
        fresh = [item for item in sealed if item.sha256 not in earlier]
        if not fresh:
            return ImportReport(earlier[sealed[0].sha256], True, time.monotonic() - started)
        batch = _in_draft(run, sealed, fresh, earlier, tuple(ignored), started)
    # A kill from here on costs only the report, which is then made when somebody asks for it.
    assess(store, batch.batch_id, run.at)
    batch = store.batch(batch.batch_id)
    progress("done", batch.accepted, batch.accepted)
    return ImportReport(batch, False, time.monotonic() - started)


def _in_draft(
    run: _Run,
    sealed: Sequence[Sealed],
    fresh: list[Sealed],
    earlier: dict[str, Batch],
    ignored: tuple[str, ...],
    started: float,
) -> Batch:
    """Build the batch in its draft and publish it. What a person or a fault of the files ends
    leaves nothing; what a kill ends leaves its finished pieces."""
    live = [batch.batch_id for batch in run.store.batches()]
    key = draft_key(run.profile, fresh, run.limits, [*live, *run.replaces])
    draft = Draft(run.store.root, key, run.at)
    try:
        batch = _build(replace(run, at=draft.at), draft, fresh)
        batch = _with_known_files(batch, sealed, earlier)
        seconds = round(time.monotonic() - started, 3)
        batch = replace(batch, ignored_files=ignored, seconds=seconds, replaces=run.replaces)
        folder = draft.folder / batch.batch_id
        (folder / MANIFEST).write_text(to_json(batch), encoding="utf-8")
        run.progress("quality", 0, None)
        publish(folder, run.store.folder(batch.batch_id))
    except (ClaimsError, JobCancelled):
        draft.discard()
        raise
    draft.discard()
    return batch


def _imported_before(run: _Run, sealed: Sequence[Sealed]) -> dict[str, Batch]:
    """The latest batch of this very profile that read the same bytes, by SHA-256."""
    same = (run.profile.name, run.profile.version)
    wanted = {item.sha256 for item in sealed}
    return {
        file.sha256: batch
        for batch in run.store.batches()
        if (batch.profile, batch.profile_version) == same
        for file in batch.files
        if file.sha256 in wanted and not file.unchanged
    }


def _build(run: _Run, draft: Draft, files: list[Sealed]) -> Batch:
    """All pieces, then the batch out of them, in the draft's folder."""
    headers = {item.file.source: _header(run, item) for item in files}
    with _database(run, draft, "one") as connection, _database(run, draft, "other") as other:
        connection.execute("CREATE SCHEMA stored; SET schema = 'stored'")
        run.store.create_views(connection, without=run.replaces)
        connection.execute("SET schema = 'main'")
        brought, places = all_brought(run.profile, headers), (connection, other)
        bench = Bench(
            connection, places, run.profile, files, headers, brought, run.at, run.limits, draft
        )
        _remember_store(run, bench)
        done = _pieces(run, bench)
        return assemble(bench, done, run.store, run.operator, run.progress)


def _database(run: _Run, draft: Draft, spill: str) -> duckdb.DuckDBPyConnection:
    folder = str(draft.folder / "spill" / spill)
    return duckdb.connect(
        config={
            "memory_limit": run.limits.memory,
            "temp_directory": folder,
            "threads": max(1, (os.cpu_count() or 1) // PLACES),
        }
    )


def _remember_store(run: _Run, bench: Bench) -> None:
    """The keys that the store holds already, of the tables that this import brings."""
    for table in sorted(run.store.present() & set(bench.brought)):
        canonical = TABLES[table]
        found = bench.connection.execute(
            f"SELECT DISTINCT {key_hash(canonical, canonical.names)} AS h FROM stored.{table}"
        ).fetchnumpy()
        bench.stored[table] = Seen()
        bench.stored[table].add(np.sort(np.asarray(found["h"], np.uint64)))


def _pieces(run: _Run, bench: Bench) -> list[Done]:
    """Make the pieces that are not there yet: while one is written the next is checked, and the one
    after that is cut."""
    while True:
        bench.seen.clear()
        done = bench.draft.done()
        for one in done:
            bench.remember(one)
        report = _Reported(run.progress, bench.files, done)
        try:
            for made in _side_by_side(bench, _ahead(_cut_all(bench))):
                done.append(bench.draft.keep(*made))
                report.add(done[-1])
        except EncodingTurned as turned:
            # Not before: pieces that were cut ahead of it were on their way into the draft.
            bench.draft.reread(turned.args[0])
            continue
        return sorted(done, key=lambda one: one.piece.name)


def _cut_all(bench: Bench) -> Iterator[Piece]:
    draft = bench.draft
    for index, sealed in enumerate(bench.files):
        encoding = draft.encodings.get(index, "utf-8")
        try:
            yield from cut(sealed, index, draft.texts, bench.limits, draft.last(index), encoding)
        except EncodingTurned:
            raise EncodingTurned(index) from None


def _side_by_side(bench: Bench, pieces: Iterator[Piece]) -> Iterator[Made]:
    """The pieces in their order, written in the databases by turns, as many at a time."""
    making: deque[Future[Made]] = deque()
    before = Event()
    before.set()
    with ThreadPoolExecutor(len(bench.places)) as pool:
        for piece, place in zip(pieces, cycle(bench.places), strict=False):
            ready = making.popleft().result() if len(making) == len(bench.places) else None
            mine = Event()
            making.append(pool.submit(_made, bench, place, piece, before, mine))
            before = mine
            # The place works already, while this one is put on the disk.
            if ready:
                yield ready
        while making:
            yield making.popleft().result()


def _made(
    bench: Bench, place: duckdb.DuckDBPyConnection, piece: Piece, before: Event, mine: Event
) -> Made:
    """A piece, checked and written beside others; what was seen before is asked in turn."""
    try:
        checked = check(bench, place, piece)
        before.wait()
        made = sort_out(bench, checked)
    finally:
        # After a fault too: whoever waits behind would wait for ever.
        mine.set()
    return write(bench, checked, made)


def _ahead(items: Iterator[T]) -> Iterator[T]:
    """The items, each made while the caller is still busy with the one before."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = pool.submit(next, items, None)
            yield item


class _Reported:
    """Progress in rows; the total is guessed from the share of the bytes that were read."""

    def __init__(self, progress: Progress, files: Sequence[Sealed], done: Sequence[Done]) -> None:
        self.progress = progress
        self.bytes = [file.bytes for file in files]
        self.read = [0] * len(files)
        self.rows = 0
        for one in done:
            self._count(one)
        progress("read", self.rows, self._total())

    def add(self, done: Done) -> None:
        """Report another piece."""
        self._count(done)
        self.progress("read", self.rows, self._total())

    def _count(self, done: Done) -> None:
        self.read[done.piece.file] = done.piece.packed
        self.rows += done.rows + done.broken

    def _total(self) -> int | None:
        read = sum(self.read)
        return round(self.rows * sum(self.bytes) / read) if read and self.rows else None


def _with_known_files(batch: Batch, sealed: Sequence[Sealed], earlier: dict[str, Batch]) -> Batch:
    """Name the files that were left out because an earlier batch holds them; lean on that batch."""
    known = [item.sha256 for item in sealed if item.sha256 in earlier]
    records = [
        replace(record, unchanged=True)
        for sha256 in known
        for record in earlier[sha256].files
        if record.sha256 == sha256
    ]
    leans_on = {*batch.leans_on, *(earlier[sha256].batch_id for sha256 in known)}
    return replace(batch, files=(*batch.files, *records), leans_on=tuple(sorted(leans_on)))


def _header(run: _Run, sealed: Sealed) -> tuple[str, ...]:
    source = run.profile.source(sealed.file.source)
    header = read_header(sealed, run.limits)
    names = canonical_header(run.profile, source, header)
    check_header(sealed.name, names, sorted(needed_columns(run.profile, source)))
    return header
