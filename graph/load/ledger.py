"""What the map holds, kept beside it: keys, digests and links as of the last complete load.

Comparing a load with seven million digests takes seconds from a file and minutes over Bolt. The
ledger is trusted only if the store names it, the load that wrote it was completed, and the store's
own counts are still those of that moment; otherwise the digests are read from the store itself.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final, LiteralString
from uuid import uuid4

import duckdb
import neo4j

from graph.load.parts import Covered, keep_covered, read_covered
from graph.load.state import map_counts
from graph.schema import ALL, NodeKind, PairKind

READ: Final[LiteralString] = """
OPTIONAL MATCH (s:Setting {name: 'map_load'})
RETURN s.ledger AS ledger, s.counts AS counts
"""
# From the first write on nobody may trust a ledger, until the load is recorded as complete.
OPEN: Final[LiteralString] = """
MERGE (s:Setting {name: 'map_load'}) REMOVE s.ledger, s.counts
"""
CLOSE: Final[LiteralString] = """
MERGE (s:Setting {name: 'map_load'}) SET s.ledger = $ledger, s.counts = $counts
"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Files of one complete load, one a kind."""

    folder: Path
    covered: Covered

    def file(self, kind: NodeKind | PairKind) -> Path:
        """The kind's keys (a, b) and digests; of nodes also the batch and the other ends of their links."""
        return self.folder / f"{kind.table}.parquet"


async def trusted(driver: neo4j.AsyncDriver, home: Path) -> Ledger | None:
    """The ledger that agrees with the store; none if it has to be read over Bolt."""
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        row = await (await session.run(READ)).single(strict=True)
    folder = _root(home) / str(row["ledger"])
    files = read_covered(folder)
    if row["ledger"] is None or files is None:
        return None
    found = Ledger(folder, files)
    if not all(found.file(kind).exists() for kind in ALL):
        return None
    return found if row["counts"] == _packed(await map_counts(driver)) else None


async def begin_writing(driver: neo4j.AsyncDriver) -> None:
    """From now on the store is ahead of every ledger."""
    async with driver.session() as session:
        await (await session.run(OPEN)).consume()


async def keep(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    home: Path,
    files: Covered,
    before: Ledger | None = None,
) -> None:
    """Write the staging tables' keys, digests and links and let the store name them; older ones go.

    `files` are the store's that they cover. With `before` only a scope was staged: what lies outside
    of it stays as it was.
    """
    name = uuid4().hex
    write_ledger(connection, Ledger(_root(home) / name, files), before)
    counts = _packed(await map_counts(driver))
    async with driver.session() as session:
        await (await session.run(CLOSE, ledger=name, counts=counts)).consume()
    for other in _root(home).iterdir():
        if other.name != name:
            shutil.rmtree(other, ignore_errors=True)


def write_ledger(
    connection: duckdb.DuckDBPyConnection, fresh: Ledger, before: Ledger | None
) -> None:
    """Write the files of a ledger; a kind of which nothing changed keeps its file."""
    fresh.folder.mkdir(parents=True, mode=0o700)
    keep_covered(fresh.folder, fresh.covered)
    for kind in ALL:
        if before is not None and _untouched(connection, kind):
            os.link(before.file(kind), fresh.file(kind))
            continue
        rows = f"SELECT {_columns(kind)} FROM {kind.table}"
        if before is not None:
            rows += f" UNION ALL {_rest(kind, before)}"
        connection.execute(f"COPY ({rows}) TO '{_quoted(fresh.file(kind))}'")


def _untouched(connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind) -> bool:
    row = connection.execute(
        f"SELECT EXISTS (FROM new_{kind.table}) OR EXISTS (FROM gone_{kind.table})"
    ).fetchone()
    return row is not None and not row[0]


def _rest(kind: NodeKind | PairKind, before: Ledger) -> str:
    """The rows of an earlier ledger that were neither staged nor removed."""
    a, b = _keys(kind)
    return (
        f"SELECT * FROM '{_quoted(before.file(kind))}' h "
        f"WHERE NOT EXISTS (SELECT 1 FROM {kind.table} w WHERE w.{a} = h.a{b and f' AND w.{b} = h.b'}) "
        f"AND NOT EXISTS (SELECT 1 FROM gone_{kind.table} g WHERE g.a = h.a{b and ' AND g.b = h.b'})"
    )


def _keys(kind: NodeKind | PairKind) -> tuple[str, str]:
    if isinstance(kind, NodeKind):
        return kind.key, ""
    return kind.source_column, kind.target_column


def _columns(kind: NodeKind | PairKind) -> str:
    if isinstance(kind, NodeKind):
        links = "".join(f", {link.column}" for link in kind.links)
        return f"{kind.key} AS a, NULL::VARCHAR AS b, digest, batch_id{links}"
    return f"{kind.source_column} AS a, {kind.target_column} AS b, digest"


def _root(home: Path) -> Path:
    return home / "map" / "loaded"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _packed(counts: tuple[dict[str, int], dict[str, int]]) -> str:
    return json.dumps(counts, sort_keys=True)
