"""From finished pieces to the batch: settle the suspects, link the files, count, note the quality."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from claims.batches import Batch, FileRecord, Tally
from claims.intake.checks import SHANGHAI
from claims.intake.draft import Done
from claims.intake.late import LateRows, Settled, settle
from claims.intake.limits import Progress
from claims.intake.piecework import Bench
from claims.intake.project import unknown_columns
from claims.intake.rejects import merge_rejects
from claims.intake.tally import table_record, together
from claims.store import ClaimStore
from claims.tables import TABLES


def assemble(
    bench: Bench, done: Sequence[Done], store: ClaimStore, operator: str, progress: Progress
) -> Batch:
    """Make the batch's folder in the draft; what an attempt before left there is made anew."""
    batch_id = _batch_id(bench, store)
    folder, scratch = bench.draft.folder / batch_id, bench.draft.folder / "settling"
    for old in (folder, scratch):
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
    settled = _settle(bench, done, store, folder, scratch, progress)
    progress("write", 0, None)
    for one in done:
        _link(one.folder, folder)
    rejects = [path for one in done for path in one.folder.glob("rejects.parquet")]
    rejects += [path for one in settled.values() for path in one.rejects]
    merge_rejects(bench.connection, rejects, folder / "rejects.parquet")
    totals = {
        table: together([*_of(done, table), *(s.tally for s in _found(settled, table))])
        for table in bench.brought
    }
    return Batch(
        batch_id,
        bench.profile.name,
        bench.profile.version,
        operator,
        bench.at,
        tuple(_file_record(bench, index, done) for index in range(len(bench.files))),
        tuple(
            table_record(TABLES[table], columns, totals[table], _broken(bench, done, table))
            for table, columns in bench.brought.items()
        ),
        leans_on=tuple(sorted({b for one in settled.values() for b in one.leans_on})),
        tallies=totals,
    )


def _batch_id(bench: Bench, store: ClaimStore) -> str:
    """Number of arrival (never used twice), Beijing date, and a mark of the bytes."""
    last = max((b.batch_id for b in store.batches(withdrawn=True)), default="B000000")
    day = bench.at.astimezone(SHANGHAI).strftime("%Y%m%d")
    return f"B{int(last[1:7]) + 1:06d}-{day}-{bench.files[0].sha256[:6]}"


def _settle(
    bench: Bench,
    done: Sequence[Done],
    store: ClaimStore,
    folder: Path,
    scratch: Path,
    progress: Progress,
) -> dict[str, Settled]:
    settled = {}
    present = store.present()
    names = [file.name for file in bench.files]
    for number, (table, columns) in enumerate(bench.brought.items()):
        progress("check", number, len(bench.brought))
        late = [path for one in done for path in one.folder.glob(f"{table}.late.parquet")]
        if late:
            accepted = [p for one in done for p in sorted(one.folder.glob(f"{table}/**/*.parquet"))]
            rows = LateRows(TABLES[table], columns, late, accepted, table in present, names)
            settled[table] = settle(bench.connection, rows, folder, scratch)
    progress("check", len(bench.brought), len(bench.brought))
    return settled


def _link(piece: Path, batch: Path) -> None:
    """The piece keeps its files until the batch is published: a kill in between costs nothing."""
    for path in piece.glob("*/**/*.parquet"):
        target = batch / path.relative_to(piece)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, target)


def _of(done: Sequence[Done], table: str) -> list[Tally]:
    return [one.tables[table] for one in done if table in one.tables]


def _found(settled: dict[str, Settled], table: str) -> list[Settled]:
    return [settled[table]] if table in settled else []


def _broken(bench: Bench, done: Sequence[Done], table: str) -> int:
    """Lines that were no rows, counted to the first table that their file feeds."""
    first = {
        index: bench.profile.source(file.file.source).targets[0].table
        for index, file in enumerate(bench.files)
    }
    return sum(one.broken for one in done if first[one.piece.file] == table)


def _file_record(bench: Bench, index: int, done: Sequence[Done]) -> FileRecord:
    sealed, pieces = bench.files[index], [one for one in done if one.piece.file == index]
    source, header = bench.profile.source(sealed.file.source), bench.headers[sealed.file.source]
    rows = sum(one.rows + one.broken for one in pieces)
    unknown = unknown_columns(bench.profile, source, header)
    encoding = pieces[-1].piece.encoding
    return FileRecord(sealed.name, sealed.sha256, sealed.bytes, rows, encoding, header, unknown)
