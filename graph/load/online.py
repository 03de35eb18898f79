"""The online way: batches into the running store, each one transaction, resumable at any batch."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from datetime import datetime
from typing import Any, Final, LiteralString

import duckdb
import neo4j
from neo4j.exceptions import ConstraintError

from graph.load.cypher import CLEAR, CREATE, RENEW, SWEEP, UNLINK, WRITE
from graph.load.difference import name_of
from graph.load.errors import MapChanged
from graph.load.lists import columns_of, links_of, lists
from graph.load.report import Progress
from graph.schema import (
    ADDRESS,
    ALL,
    BED,
    DOCTOR,
    EMPLOYER,
    INSTITUTION,
    PATIENT,
    PHONE,
    SEEN_BY,
    SETTLEMENT,
    TERMINAL,
    VISITED,
    NodeKind,
    PairKind,
)

#: Rows by name in a transaction, and rows as lists: what a transaction holds should die young, for
#: copying what survives costs the server's collector more than many small commits do.
BATCH, SHORT = 10_000, 1_500
# Two transactions at a time: while one commits, the other one's rows are matched.
WRITERS: Final = 2
#: What waits for nothing of the same wave: a row's links find their other end already there.
WAVES: Final[tuple[tuple[NodeKind | PairKind, ...], ...]] = (
    (PHONE, ADDRESS, EMPLOYER, BED, TERMINAL, INSTITUTION),
    (DOCTOR, PATIENT),
    (SETTLEMENT, VISITED, SEEN_BY),
)
Statement = tuple[LiteralString, dict[str, Any]]
Rows = list[dict[str, Any]]


async def write_online(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    total: int,
    progress: Progress,
) -> None:
    """Write the `new_*` rows, then remove the `gone_*` keys; `total` is for progress alone."""
    done = 0
    for wave in WAVES:
        work = (_write(driver, kind, part) for kind in wave for part in parts(connection, kind))
        done = await _each(work, done, lambda kind, done: progress(name_of(kind), done, total))
    # Backwards: edges and settlements go before the nodes that they hold on to.
    for gone in reversed(ALL):
        work = (_sweep(driver, gone, keys) for keys in gone_keys(connection, gone))
        done = await _each(work, done, lambda _, done: progress("sweep", done, total))


Part = tuple[bool, list[Any]]


def parts(connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind) -> Iterator[Part]:
    """Batches to write: (True, rows as lists) for what is wholly new and has a short way in
    `CREATE`; for the rest (False, rows by name), of sums (False, rows as lists)."""
    quick = name_of(kind) in CREATE
    if quick:
        yield from ((True, rows) for rows in lists(connection, kind, "NOT there", SHORT))
    if isinstance(kind, PairKind):
        yield from ((False, rows) for rows in lists(connection, kind, "there", SHORT))
        return
    which = "WHERE there" if quick else ""
    for named in batches(connection, f"SELECT * FROM new_{kind.table} {which}"):
        yield False, named


def gone_keys(
    connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind
) -> Iterator[Sequence[Sequence[str | None]]]:
    """The keys to remove, few at a time: every look-up copies what its transaction has removed."""
    # Pairs of one person together, so that two writers seldom wait for one node; where they meet, the driver tries again.
    cursor = connection.execute(f"SELECT a, b FROM gone_{kind.table} ORDER BY a, b")
    while rows := cursor.fetchmany(SHORT):
        yield rows


async def _sweep(
    driver: neo4j.AsyncDriver, kind: NodeKind | PairKind, keys: Sequence[Sequence[str | None]]
) -> tuple[NodeKind | PairKind, int]:
    name, given = name_of(kind), {"keys": keys}
    # Whoever is left after the first stroke is looked at with care.
    ways: list[LiteralString] = [way[name] for way in (CLEAR, SWEEP) if name in way]
    await _commit(driver, [(way, given) for way in ways])
    return kind, len(keys)


def batches(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[Rows]:
    """The rows of a query as dictionaries, ten thousand at a time."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(BATCH):
        yield [dict(zip(names, row, strict=True)) for row in rows]


async def _write(
    driver: neo4j.AsyncDriver, kind: NodeKind | PairKind, part: Part
) -> tuple[NodeKind | PairKind, int]:
    await _written(driver, kind, part)
    return kind, len(part[1])


async def _written(driver: neo4j.AsyncDriver, kind: NodeKind | PairKind, part: Part) -> None:
    quick, rows = part
    if isinstance(kind, PairKind) and not quick:
        await _commit(driver, [(RENEW[kind.type], {"rows": rows})])
        return
    if isinstance(kind, NodeKind) and not quick:
        await _commit(driver, statements(kind, rows))
        return
    try:
        create: Statement = (CREATE[name_of(kind)], {"rows": rows})
        await _commit(driver, [create], links=links_of(kind, rows))
    except ConstraintError:
        if isinstance(kind, PairKind):
            raise
        # People tied something to a node whose claims had gone, so it is there, bare.
        names = columns_of(kind)
        named = [dict(zip(names, row, strict=True), there=True) for row in rows]
        await _commit(driver, statements(kind, named, texts=True))


def statements(
    kind: NodeKind, rows: Sequence[dict[str, Any]], *, texts: bool = False
) -> list[Statement]:
    """What one batch of nodes runs: clear the links of changed rows, then write all.

    `texts` says that the rows' times are texts.
    """
    links = [link.column for link in kind.links]
    nodes = [
        {"k": row[kind.key], "p": _properties(kind, row), **{name: row[name] for name in links}}
        for row in rows
    ]
    if texts:
        _read_times(kind, nodes)
    changed = [row[kind.key] for row in rows if row["there"]]
    found: list[Statement] = [(WRITE[kind.label], {"rows": nodes})]
    if links and changed:
        found.insert(0, (UNLINK[kind.label], {"keys": changed}))
    return found


def _read_times(kind: NodeKind, nodes: list[dict[str, Any]]) -> None:
    times = [prop.name for prop in kind.stored if prop.type == "localdatetime"]
    for node in nodes:
        for name in times:
            if name in node["p"]:
                node["p"][name] = datetime.fromisoformat(node["p"][name])


def _properties(kind: NodeKind, row: dict[str, Any]) -> dict[str, Any]:
    return {prop.name: row[prop.name] for prop in kind.stored if row[prop.name] is not None}


async def _each(
    work: Iterator[Coroutine[Any, Any, tuple[NodeKind | PairKind, int]]],
    done: int,
    tell: Callable[[NodeKind | PairKind, int], None],
) -> int:
    """Run pieces of work, `WRITERS` at a time; the first failure ends the others."""
    running: set[asyncio.Task[tuple[NodeKind | PairKind, int]]] = set()
    try:
        while True:
            while len(running) < WRITERS and (piece := next(work, None)) is not None:
                running.add(asyncio.ensure_future(piece))
            if not running:
                return done
            finished, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in finished:
                kind, rows = task.result()
                done += rows
                tell(kind, done)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _commit(
    driver: neo4j.AsyncDriver, todo: Sequence[Statement], *, links: int | None = None
) -> None:
    """Run statements in one transaction, whole or not at all.

    Raises `MapChanged` if they make fewer relationships than `links`: an end of one is gone.
    """

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        made = 0
        for query, parameters in todo:
            summary = await (await transaction.run(query, parameters)).consume()
            made += summary.counters.relationships_created
        if links is not None and made < links:
            raise MapChanged

    async with driver.session() as session:
        await session.execute_write(work)
