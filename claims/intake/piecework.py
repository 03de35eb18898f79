"""The work on one piece: load and check it, then sort out what was seen before and write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from claims.batches import Tally
from claims.intake.checks import REPEATED, STORED, SUSPECT
from claims.intake.draft import Done, Draft
from claims.intake.limits import ImportLimits
from claims.intake.load import Loaded, load
from claims.intake.pieces import Piece
from claims.intake.reading import Sealed
from claims.intake.records import create_origin
from claims.intake.rejects import write_rejects
from claims.intake.seen import Hashes, Seen, later_ones
from claims.intake.tables import (
    Brought,
    build_tables,
    fed_by,
    takes_each_row_once,
    write_accepted,
)
from claims.intake.tally import tally
from claims.profile import Profile, Source
from claims.tables import TABLES, Table
from claims.views import name, quoted


@dataclass
class Bench:
    """What the work on every piece needs. ``connection`` knows the store; ``places`` are databases
    for a piece each; ``seen``: keys of the batch so far, by table; ``stored``: keys of the store."""

    connection: duckdb.DuckDBPyConnection
    places: tuple[duckdb.DuckDBPyConnection, ...]
    profile: Profile
    files: list[Sealed]
    headers: Mapping[str, tuple[str, ...]]
    brought: Brought
    at: datetime
    limits: ImportLimits
    draft: Draft
    seen: dict[str, Seen] = field(default_factory=dict)
    stored: dict[str, Seen] = field(default_factory=dict)

    def remember(self, done: Done) -> None:
        """Take the keys of a finished piece into ``seen``."""
        for table in done.tables:
            keys = np.load(done.folder / f"{table}.keys.npy")
            self.seen.setdefault(table, Seen()).add(keys)


@dataclass(frozen=True, slots=True)
class Checked:
    """A piece whose rows lie as ``typed_<table>`` in a database, each with what is wrong with it."""

    connection: duckdb.DuckDBPyConnection
    loaded: Loaded
    source: Source

    @property
    def several(self) -> bool:
        """Whether a row of the file may be several rows, or of several tables."""
        return not takes_each_row_once(self.source)

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that the piece feeds."""
        return fed_by(self.source)


class Made(NamedTuple):
    """A piece that is written, to be put into the draft: what `Draft.keep` asks."""

    piece: Piece
    folder: Path
    rows: int
    broken: int
    tables: Mapping[str, Tally]


def check(bench: Bench, connection: duckdb.DuckDBPyConnection, piece: Piece) -> Checked:
    """Load a piece and check each row by itself; it depends on no other piece."""
    sealed = bench.files[piece.file]
    source = bench.profile.source(sealed.file.source)

    def build(loaded: Loaded) -> None:
        build_tables(
            connection, bench.profile, loaded, source, bench.brought, bench.at, bench.limits
        )

    header = bench.headers[sealed.file.source]
    nulls, several = bench.profile.null_values, not takes_each_row_once(source)
    loaded = load(connection, piece, header, nulls, bench.limits, build, several)
    return Checked(connection, loaded, source)


def sort_out(bench: Bench, checked: Checked) -> Path:
    """Sort out what was seen before, in the order of the pieces, and remember what is new; the folder
    in which the piece is made has its keys."""
    made = bench.draft.workshop(checked.loaded.piece)
    for table in checked.tables:
        keys = _sort_out(checked.connection, bench, TABLES[table])
        np.save(made / f"{table}.keys.npy", keys)
        bench.seen[table].add(keys)
    return made


def write(bench: Bench, checked: Checked, made: Path) -> Made:
    """Write the rows into the folder, those that were refused aside, and count them."""
    piece = checked.loaded.piece
    row = "src_row" if checked.several else "rowid"
    for table in checked.tables:
        columns, typed = bench.brought[table], f"typed_{table}"
        write_accepted(checked.connection, TABLES[table], typed, columns, made, piece.name)
    _write_faulty(bench, checked, row, made)
    tallies = _tallies(bench, checked)
    rows = _rows(checked)
    for table in checked.tables:
        checked.connection.execute(f"DROP TABLE typed_{table}")
    return Made(piece, made, rows, len(checked.loaded.broken), tallies)


def key_hash(table: Table, brought: tuple[str, ...]) -> str:
    """SQL of the hash of a row's key; columns that nobody brought count as NULL."""
    cells = (name(c) if c in brought else f"NULL::{table.column(c).sql_type}" for c in table.key)
    return f"hash({', '.join(cells)})"


def _sort_out(connection: duckdb.DuckDBPyConnection, bench: Bench, table: Table) -> Hashes:
    """Give rows whose key was seen before their fate; return the new keys, ascending."""
    typed = f"typed_{table.name}"
    found = connection.execute(
        f"SELECT rowid AS id, {key_hash(table, bench.brought[table.name])} AS h, src_distinct "
        f"FROM {typed} WHERE problem IS NULL"
    ).fetchnumpy()
    ids, distinct = np.asarray(found["id"], np.int64), np.asarray(found["src_distinct"], np.bool_)
    keys, first, later = later_ones(np.asarray(found["h"], np.uint64))
    in_batch = bench.seen.setdefault(table.name, Seen()).holds(keys)
    in_store = (
        bench.stored[table.name].holds(keys) if table.name in bench.stored else ~in_batch & False
    )
    again = np.concatenate([later, first[in_batch]])
    known = first[in_store & ~in_batch]
    fates = np.where(distinct[again], REPEATED, SUSPECT).tolist() + [STORED] * known.size
    if fates:
        marked = pa.table({"id": ids[np.concatenate([again, known])], "fate": fates})
        connection.register("marked", marked)
        connection.execute(
            f"UPDATE {typed} SET problem = m.fate FROM marked m WHERE {typed}.rowid = m.id"
        )
        connection.unregister("marked")
    return keys[~(in_batch | in_store)]


def _write_faulty(bench: Bench, checked: Checked, row: str, made: Path) -> None:
    """Rejected rows and suspects, each with line and text."""
    connection, loaded, tables = checked.connection, checked.loaded, checked.tables
    kept = f"problem IS NOT NULL AND problem <> '{REPEATED}'"
    union = " UNION ".join(f"SELECT {row} AS r FROM typed_{t} WHERE {kept}" for t in tables)
    rows = connection.execute(f"SELECT r FROM ({union}) ORDER BY 1").fetchnumpy()["r"]
    create_origin(connection, loaded, np.asarray(rows, np.int64))
    file = bench.files[loaded.piece.file].name
    write_rejects(connection, file, loaded.broken, tables, row, made / "rejects.parquet")
    for table in tables if len(rows) else ():
        _write_suspects(checked, bench.brought[table], table, row, made)


def _write_suspects(
    checked: Checked, columns: tuple[str, ...], table: str, row: str, made: Path
) -> None:
    connection, piece = checked.connection, checked.loaded.piece
    waiting = f"problem IN ('{SUSPECT}', '{STORED}')"
    count = connection.execute(f"SELECT count(*) FROM typed_{table} WHERE {waiting}").fetchone()
    if not count or not count[0]:
        return
    cells = ", ".join(f"t.{name(column)}" for column in columns)
    connection.execute(
        f"COPY (SELECT {quoted(piece.name)} AS src_piece, {piece.file} AS src_file, "
        f"o.src_row, o.line, o.raw, t.src_distinct, t.problem = '{SUSPECT}' AS in_batch, {cells} "
        f"FROM (SELECT {row} AS at, * FROM typed_{table} WHERE {waiting}) t "
        f"JOIN origin o ON o.src_row = t.at) TO {quoted(str(made / f'{table}.late.parquet'))} "
        "(FORMAT parquet, COMPRESSION zstd)"
    )


def _rows(checked: Checked) -> int:
    counted = "raw" if checked.several else f"typed_{checked.tables[0]}"
    found = checked.connection.execute(f"SELECT count(*) FROM {counted}").fetchone()
    return int(found[0]) if found else 0


def _tallies(bench: Bench, checked: Checked) -> dict[str, Tally]:
    return {
        table: tally(checked.connection, TABLES[table], f"typed_{table}", bench.brought[table])
        for table in checked.tables
    }
