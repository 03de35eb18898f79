"""Settle the suspects: rows whose key came before, in this batch or in an earlier one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.batches import Tally
from claims.intake.checks import REPEATED, UNCHANGED
from claims.intake.rejects import reject_cells
from claims.intake.tables import write_accepted
from claims.intake.tally import tally, together
from claims.tables import Table
from claims.views import name, quoted

# Suspects compared at once; more are taken in turns, by the hash of their keys.
AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a table's suspects, the batches that hold the unchanged ones, and the files
    of those that were rejected."""

    tally: Tally
    leans_on: tuple[str, ...]
    rejects: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LateRows:
    """The suspects of a table: their files, the accepted rows' files, columns, is it in the store."""

    table: Table
    columns: tuple[str, ...]
    late: Sequence[Path]
    accepted: Sequence[Path]
    stored: bool
    names: Sequence[str]


def settle(
    connection: duckdb.DuckDBPyConnection, rows: LateRows, batch: Path, scratch: Path
) -> Settled:
    """Compare by true keys. The first row of a key in the batch stays, later ones are rejected or,
    in a ``distinct`` target, repeat. A first row that the store holds is unchanged when equal, and
    else rejected, or, in a master table, kept: the newest batch wins.

    Accepted rows go to ``batch``, rejected ones to ``scratch``.
    """
    total = connection.execute(
        f"SELECT count(*) FROM read_parquet({_listed(rows.late)})"
    ).fetchone()
    turns = 1 + (total[0] if total else 0) // AT_ONCE
    tallies, leaning, rejects = [], set[str](), []
    for turn in range(turns):
        _take(connection, rows, turn, turns)
        _against_accepted(connection, rows)
        _against_each_other(connection, rows)
        if rows.stored:
            leaning |= _against_store(connection, rows)
        write_accepted(connection, rows.table, "late", rows.columns, batch, f"late-{turn}")
        tallies.append(tally(connection, rows.table, "late", rows.columns))
        path = scratch / f"{rows.table.name}.late-{turn}.parquet"
        if _write_rejects(connection, rows, path):
            rejects.append(path)
    return Settled(together(tallies), tuple(sorted(leaning)), tuple(rejects))


def _take(connection: duckdb.DuckDBPyConnection, rows: LateRows, turn: int, turns: int) -> None:
    keys = ", ".join(name(column) for column in _key(rows))
    connection.execute(
        "CREATE OR REPLACE TABLE late AS SELECT *, NULL::VARCHAR AS problem "
        f"FROM read_parquet({_listed(rows.late)}) WHERE hash({keys}) % {turns} = {turn}"
    )


def _against_accepted(connection: duckdb.DuckDBPyConnection, rows: LateRows) -> None:
    """An accepted row always came first: only new keys are accepted at once."""
    if not rows.accepted:
        return
    match = " AND ".join(f"l.{name(c)} IS NOT DISTINCT FROM a.{name(c)}" for c in _key(rows))
    # Few files hold a repeated key: find them by the keys alone before reading whole rows.
    found = connection.execute(
        "SELECT DISTINCT a.filename FROM "
        f"read_parquet({_listed(rows.accepted)}, filename = true, hive_partitioning = false) a "
        f"SEMI JOIN (SELECT * FROM late WHERE in_batch) l ON {match}"
    ).fetchall()
    if not found:
        return
    files = _listed([Path(row[0]) for row in found])
    _update(
        connection,
        rows,
        f"SELECT l.rowid AS id, l.src_distinct, row({_cells(rows, 'l')}) IS NOT DISTINCT FROM "
        f"row({_cells(rows, 'a')}) AS same FROM late l "
        f"JOIN read_parquet({files}, hive_partitioning = false) a ON {match} WHERE l.in_batch",
    )


def _against_each_other(connection: duckdb.DuckDBPyConnection, rows: LateRows) -> None:
    listed = ", ".join(name(column) for column in _key(rows))
    cells = _cells(rows, "late")
    _update(
        connection,
        rows,
        f"SELECT rowid AS id, src_distinct, row({cells}) IS NOT DISTINCT FROM "
        f"first_value(row({cells})) OVER w AS same FROM late WHERE problem IS NULL "
        f"WINDOW w AS (PARTITION BY {listed} ORDER BY src_file, src_piece, src_row) "
        "QUALIFY row_number() OVER w > 1",
    )


def _update(connection: duckdb.DuckDBPyConnection, rows: LateRows, again: str) -> None:
    key = _key(rows)[-1]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE twice AS {again}")
    connection.execute(
        f"UPDATE late SET problem = CASE WHEN t.src_distinct THEN '{REPEATED}' "
        f"WHEN t.same THEN '{key}|duplicate_row' ELSE '{key}|duplicate_key' END "
        "FROM twice t WHERE late.rowid = t.id"
    )


def _against_store(connection: duckdb.DuckDBPyConnection, rows: LateRows) -> set[str]:
    table = rows.table
    match = " AND ".join(
        f"n.{name(c)} = s.{name(c)}"
        if c in table.not_empty
        else f"{'n.' + name(c) if c in rows.columns else 'NULL'} IS NOT DISTINCT FROM s.{name(c)}"
        for c in table.key
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE known AS
        SELECT n.rowid AS id, s.batch_id,
               row({_cells(rows, "n")}) IS NOT DISTINCT FROM row({_cells(rows, "s")}) AS same
        FROM late n JOIN stored.{table.name} s ON {match} WHERE n.problem IS NULL
        """
    )
    conflict = "NULL" if table.master else f"'{table.key[-1]}|conflicts_with_batch'"
    connection.execute(
        f"UPDATE late SET problem = CASE WHEN k.same THEN '{UNCHANGED}' ELSE {conflict} END "
        "FROM known k WHERE late.rowid = k.id"
    )
    found = connection.execute("SELECT DISTINCT batch_id FROM known WHERE same").fetchall()
    return {row[0] for row in found}


def _write_rejects(connection: duckdb.DuckDBPyConnection, rows: LateRows, path: Path) -> int:
    files = " ".join(f"WHEN {i} THEN {quoted(n)}" for i, n in enumerate(rows.names))
    written = connection.execute(
        f'COPY (SELECT {quoted(rows.table.name)} AS "table", CASE src_file {files} END AS file, '
        f"line, {reject_cells('problem')}, raw FROM late WHERE problem IS NOT NULL "
        f"AND problem[1] <> '=') TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)"
    ).fetchone()
    return int(written[0]) if written else 0


def _key(rows: LateRows) -> list[str]:
    return [column for column in rows.table.key if column in rows.columns]


def _cells(rows: LateRows, of: str) -> str:
    return ", ".join(f"{of}.{name(column)}" for column in rows.columns)


def _listed(paths: Sequence[Path]) -> str:
    return "[" + ", ".join(quoted(str(path)) for path in paths) + "]"
