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

BATCH: Final = 10_000
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
        for rows in batches(connection, f"SELECT a, b FROM gone_{gone.table}"):
            keys = {"keys": [[row["a"], row["b"]] for row in rows]}
            # Whoever is left after the first stroke is looked at with care.
            ways: list[LiteralString] = [
                way[name_of(gone)] for way in (CLEAR, SWEEP) if name_of(gone) in way
            ]
            await _commit(driver, [(way, keys) for way in ways])
            done += len(rows)
            progress("sweep", done, total)


Part = tuple[bool, list[Any]]


def parts(connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind) -> Iterator[Part]:
    """Batches to write: (True, rows as lists) for what is wholly new and has a short way in
    `CREATE`; for the rest (False, rows by name), of sums (False, rows as lists)."""
    quick = name_of(kind) in CREATE
    if quick:
        yield from ((True, rows) for rows in _lists(connection, kind, "NOT there"))
    if isinstance(kind, PairKind):
        yield from ((False, rows) for rows in _lists(connection, kind, "there"))
        return
    which = "WHERE there" if quick else ""
    for named in batches(connection, f"SELECT * FROM new_{kind.table} {which}"):
        yield False, named


def _lists(
    connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind, which: str
) -> Iterator[list[Any]]:
    """Rows as lists, in batches that keep all writers at work: a patient's together, so that two
    writers seldom wait for one node."""
    query = f"SELECT {_cells(kind)} FROM new_{kind.table} WHERE {which} ORDER BY psn_no"
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(BATCH // WRITERS):
        yield [list(row) for row in rows]


def batches(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[Rows]:
    """The rows of a query as dictionaries, ten thousand at a time."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(BATCH):
        yield [dict(zip(names, row, strict=True)) for row in rows]


def columns_of(kind: NodeKind | PairKind) -> list[str]:
    """The order of a row's cells in `CREATE`: the other ends, then the stored properties."""
    if isinstance(kind, PairKind):
        return [kind.source_column, kind.target_column, *(prop.name for prop in kind.stored)]
    return [*(link.column for link in kind.links), *(prop.name for prop in kind.stored)]


def _cells(kind: NodeKind | PairKind) -> str:
    # Times travel as text: turning them into Bolt's own structures costs Python more than all else.
    times = {prop.name for prop in kind.stored if prop.type == "localdatetime"}
    return ", ".join(
        f"strftime({name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f')" if name in times else name
        for name in columns_of(kind)
    )


async def _write(
    driver: neo4j.AsyncDriver, kind: NodeKind | PairKind, part: Part
) -> tuple[NodeKind | PairKind, int]:
    await _written(driver, kind, part)
    return kind, len(part[1])


async def _written(driver: neo4j.AsyncDriver, kind: NodeKind | PairKind, part: Part) -> None:
    quick, rows = part
    if isinstance(kind, PairKind):
        way = CREATE if quick else RENEW
        await _commit(driver, [(way[kind.type], {"rows": rows})])
        return
    if not quick:
        await _commit(driver, statements(kind, rows))
        return
    try:
        await _commit(driver, [(CREATE[name_of(kind)], {"rows": rows})])
    except ConstraintError:
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


async def _commit(driver: neo4j.AsyncDriver, todo: Sequence[Statement]) -> None:
    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        for query, parameters in todo:
            await (await transaction.run(query, parameters)).consume()

    async with driver.session() as session:
        await session.execute_write(work)
