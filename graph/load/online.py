"""The online way: batches into the running store, each one transaction, resumable at any batch."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, LiteralString

import duckdb
import neo4j

from graph.load.cypher import SWEEP, UNLINK, WRITE
from graph.load.difference import name_of
from graph.load.report import Progress
from graph.schema import ALL, NodeKind, PairKind

BATCH: Final = 10_000
Statement = tuple[LiteralString, dict[str, Any]]


async def write_online(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    total: int,
    progress: Progress,
) -> None:
    """Write the `new_*` rows, then remove the `gone_*` keys; `total` is for progress alone."""
    done = 0
    for kind in ALL:
        for rows in batches(connection, f"SELECT * FROM new_{kind.table}"):
            await _commit(driver, statements(kind, rows))
            done += len(rows)
            progress(name_of(kind), done, total)
    # Backwards: edges and settlements go before the nodes that they hold on to.
    for gone in reversed(ALL):
        for rows in batches(connection, f"SELECT a, b FROM gone_{gone.table}"):
            keys = [[row["a"], row["b"]] for row in rows]
            await _commit(driver, [(SWEEP[name_of(gone)], {"keys": keys})])
            done += len(rows)
            progress("sweep", done, total)


def batches(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of a query as dictionaries, ten thousand at a time."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(BATCH):
        yield [dict(zip(names, row, strict=True)) for row in rows]


def statements(kind: NodeKind | PairKind, rows: Sequence[dict[str, Any]]) -> list[Statement]:
    """What one batch runs: clear the links of changed rows, then write all."""
    if isinstance(kind, PairKind):
        pairs = [
            {
                "a": row[kind.source_column],
                "b": row[kind.target_column],
                "p": _properties(kind, row),
            }
            for row in rows
        ]
        return [(WRITE[kind.type], {"rows": pairs})]
    links = [link.column for link in kind.links]
    nodes = [
        {"k": row[kind.key], "p": _properties(kind, row), **{name: row[name] for name in links}}
        for row in rows
    ]
    changed = [row[kind.key] for row in rows if row["there"]]
    found: list[Statement] = [(WRITE[kind.label], {"rows": nodes})]
    if links and changed:
        found.insert(0, (UNLINK[kind.label], {"keys": changed}))
    return found


def _properties(kind: NodeKind | PairKind, row: dict[str, Any]) -> dict[str, Any]:
    return {prop.name: row[prop.name] for prop in kind.stored if row[prop.name] is not None}


async def _commit(driver: neo4j.AsyncDriver, todo: Sequence[Statement]) -> None:
    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        for query, parameters in todo:
            await (await transaction.run(query, parameters)).consume()

    async with driver.session() as session:
        await session.execute_write(work)
