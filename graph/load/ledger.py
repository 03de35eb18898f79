"""What the map holds, kept beside it: keys and digests as of the last complete load.

Comparing a load with seven million digests takes seconds from a file and minutes over Bolt. The
ledger is trusted only if the store names it, the load that wrote it was completed, and the store's
own counts are still those of that moment; otherwise the digests are read from the store itself.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final, LiteralString
from uuid import uuid4

import duckdb
import neo4j

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

    def file(self, kind: NodeKind | PairKind) -> Path:
        """The kind's keys (a, b) and digests."""
        return self.folder / f"{kind.table}.parquet"


async def trusted(driver: neo4j.AsyncDriver, home: Path) -> Ledger | None:
    """The ledger that agrees with the store; none if it has to be read over Bolt."""
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        row = await (await session.run(READ)).single(strict=True)
    found = Ledger(_root(home) / str(row["ledger"]))
    if row["ledger"] is None or not all(found.file(kind).exists() for kind in ALL):
        return None
    return found if row["counts"] == _packed(await map_counts(driver)) else None


async def begin_writing(driver: neo4j.AsyncDriver) -> None:
    """From now on the store is ahead of every ledger."""
    async with driver.session() as session:
        await (await session.run(OPEN)).consume()


async def keep(
    driver: neo4j.AsyncDriver, connection: duckdb.DuckDBPyConnection, home: Path
) -> None:
    """Write the staging tables' keys and digests and let the store name them; older ones go."""
    name = uuid4().hex
    fresh = Ledger(_root(home) / name)
    fresh.folder.mkdir(parents=True, mode=0o700)
    for kind in ALL:
        target = str(fresh.file(kind)).replace("'", "''")
        connection.execute(f"COPY (SELECT {_columns(kind)} FROM {kind.table}) TO '{target}'")
    counts = _packed(await map_counts(driver))
    async with driver.session() as session:
        await (await session.run(CLOSE, ledger=name, counts=counts)).consume()
    for other in _root(home).iterdir():
        if other.name != name:
            shutil.rmtree(other, ignore_errors=True)


def _columns(kind: NodeKind | PairKind) -> str:
    if isinstance(kind, NodeKind):
        return f"{kind.key} AS a, NULL::VARCHAR AS b, digest"
    return f"{kind.source_column} AS a, {kind.target_column} AS b, digest"


def _root(home: Path) -> Path:
    return home / "map" / "loaded"


def _packed(counts: tuple[dict[str, int], dict[str, int]]) -> str:
    return json.dumps(counts, sort_keys=True)
