"""What the map has, what it should have, and the rows between the two.

Every row carries a digest of itself, so a load writes only what is new or changed and a broken one
goes on where it stopped: what was committed no longer differs.
"""

from dataclasses import dataclass
from typing import Any, Final, LiteralString

import duckdb
import neo4j
import pyarrow as pa

from graph.load.ledger import Ledger
from graph.load.report import Progress
from graph.load.scope import within
from graph.schema import ALL, SETTLEMENT, NodeKind, PairKind

HAVE: Final[dict[str, LiteralString]] = {
    "Patient": "MATCH (n:Patient) RETURN n.psn_no AS a, n.digest AS digest",
    "Doctor": "MATCH (n:Doctor) RETURN n.prac_psn_code AS a, n.digest AS digest",
    "Institution": "MATCH (n:Institution) RETURN n.fixmedins_code AS a, n.digest AS digest",
    "Settlement": "MATCH (n:Settlement) RETURN n.setl_id AS a, n.digest AS digest",
    "Phone": "MATCH (n:Phone) RETURN n.key AS a, n.digest AS digest",
    "Address": "MATCH (n:Address) RETURN n.key AS a, n.digest AS digest",
    "Employer": "MATCH (n:Employer) RETURN n.key AS a, n.digest AS digest",
    "Bed": "MATCH (n:Bed) RETURN n.key AS a, n.digest AS digest",
    "Terminal": "MATCH (n:Terminal) RETURN n.key AS a, n.digest AS digest",
    "VISITED": """MATCH (p:Patient)-[r:VISITED]->(i:Institution)
RETURN p.psn_no AS a, i.fixmedins_code AS b, r.digest AS digest""",
    "SEEN_BY": """MATCH (p:Patient)-[r:SEEN_BY]->(d:Doctor)
RETURN p.psn_no AS a, d.prac_psn_code AS b, r.digest AS digest""",
}
CHUNK: Final = 50_000


@dataclass(frozen=True, slots=True)
class Change:
    """How many rows are to be written and removed, and how many of the former are settlements."""

    written: int
    removed: int
    settlements: int

    @property
    def rows(self) -> int:
        """All of them."""
        return self.written + self.removed


def name_of(kind: NodeKind | PairKind) -> str:
    """Label of a node kind, type of a pair kind."""
    return kind.label if isinstance(kind, NodeKind) else kind.type


def keys_of(kind: NodeKind | PairKind) -> tuple[str, ...]:
    """The staging columns that identify a row."""
    return (kind.key,) if isinstance(kind, NodeKind) else (kind.source_column, kind.target_column)


async def compare(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    progress: Progress,
    ledger: Ledger | None = None,
    *,
    scoped: bool = False,
) -> Change:
    """Fill `new_*` (rows to write, `there` if the key exists) and `gone_*` (keys to remove).

    What the map has is taken from a trusted ledger, else read from the store. If a scope was staged,
    only what belongs to it can be gone.
    """
    written = removed = settlements = 0
    for done, kind in enumerate(ALL):
        progress("compare", done, len(ALL))
        if ledger is None:
            await _read_have(driver, connection, kind)
        else:
            source = str(ledger.file(kind)).replace("'", "''")
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW have AS SELECT a, b, digest FROM '{source}'"
            )
        new = _count(connection, _new_rows(kind), f"new_{kind.table}")
        written += new
        settlements += new if kind is SETTLEMENT else 0
        gone = _gone_rows(kind) + (f" AND {within(kind)}" if scoped else "")
        removed += _count(connection, gone, f"gone_{kind.table}")
    return Change(written, removed, settlements)


def staged(connection: duckdb.DuckDBPyConnection) -> int:
    """How many settlements the staging tables hold."""
    row = connection.execute(f"SELECT count(*) FROM {SETTLEMENT.table}").fetchone()
    return int(row[0]) if row else 0


async def _read_have(
    driver: neo4j.AsyncDriver, connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind
) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE have (a VARCHAR, b VARCHAR, digest BIGINT)")
    async with driver.session(default_access_mode=neo4j.READ_ACCESS, fetch_size=10_000) as session:
        result = await session.run(HAVE[name_of(kind)])
        while rows := await result.fetch(CHUNK):
            _insert(connection, rows)


def _insert(connection: duckdb.DuckDBPyConnection, rows: list[neo4j.Record]) -> None:
    columns: dict[str, Any] = {
        "a": pa.array([row["a"] for row in rows], pa.string()),
        "b": pa.array([row.get("b") for row in rows], pa.string()),
        "digest": pa.array([row["digest"] for row in rows], pa.int64()),
    }
    connection.register("have_chunk", pa.table(columns))
    connection.execute("INSERT INTO have SELECT * FROM have_chunk")
    connection.unregister("have_chunk")


def _on(kind: NodeKind | PairKind) -> str:
    return " AND ".join(
        f"w.{key} = h.{side}" for key, side in zip(keys_of(kind), "ab", strict=False)
    )


def _new_rows(kind: NodeKind | PairKind) -> str:
    return (
        f"SELECT w.*, h.a IS NOT NULL AS there FROM {kind.table} w LEFT JOIN have h ON {_on(kind)} "
        "WHERE h.digest IS DISTINCT FROM w.digest"
    )


def _gone_rows(kind: NodeKind | PairKind) -> str:
    # A node without digest was left for people's sake when its claims went; it is not ours.
    ours = "h.digest IS NOT NULL AND " if isinstance(kind, NodeKind) else ""
    return (
        f"SELECT h.a, h.b FROM have h WHERE {ours}"
        f"NOT EXISTS (SELECT 1 FROM {kind.table} w WHERE {_on(kind)})"
    )


def _count(connection: duckdb.DuckDBPyConnection, query: str, table: str) -> int:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {query}")
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0
