"""Verify every chain, and list the heads that the daily seal covers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import neo4j

from casework.events import BrokenAt, Event, verify_chain
from casework.wording import Both
from graph.events.load import load_in

BATCH: Final = 200
TRIES: Final = 20
HEADS: Final = "MATCH (s:Stream) RETURN s.id AS id, s.version AS version, s.head AS head"
HEADS_OF: Final = """
MATCH (s:Stream) WHERE s.id IN $ids RETURN s.id AS id, s.version AS version, s.head AS head
"""
ORPHANS: Final = """
MATCH (e:Event) WHERE NOT EXISTS { MATCH (e)-[:IN]->(s:Stream) WHERE s.id = e.stream }
RETURN e.stream AS stream, count(*) AS events ORDER BY stream LIMIT 100
"""

Watch = Callable[[str, Sequence[Event]], None]
"""Is shown each chain as it stands (the daily seals compare it)."""


@dataclass(frozen=True, order=True)
class StreamHead:
    """The end of one chain."""

    stream: str
    version: int
    hash: str


@dataclass
class Verification:
    """Outcome over all streams; `broken` pairs a stream with what is wrong."""

    streams: int = 0
    events: int = 0
    broken: list[tuple[str, Both]] = field(default_factory=list)

    @property
    def intact(self) -> bool:
        """Whether every chain holds."""
        return not self.broken


async def heads(driver: neo4j.AsyncDriver) -> list[StreamHead]:
    """Return the heads of all streams at one point in time, in order of their ids.

    Neo4j shows each row as it is when it is read, so one pass may mix two moments. Two passes in
    one transaction that agree were true together at the moment between them; else try again.
    After TRIES passes of a store that is never still, the last pass is returned.
    """
    async with driver.session() as session:
        return await session.execute_read(_heads_in)


async def _heads_in(tx: neo4j.AsyncManagedTransaction) -> list[StreamHead]:
    before = await _pass(tx)
    for _ in range(TRIES):
        after = await _pass(tx)
        if after == before:
            break
        before = after
    return sorted(before.values())


async def _pass(tx: neo4j.AsyncManagedTransaction) -> dict[str, StreamHead]:
    result = await tx.run(HEADS)
    return {row["id"]: _head(row) async for row in result}


def _head(row: neo4j.Record) -> StreamHead:
    return StreamHead(row["id"], row["version"], row["head"])


async def verify_all(driver: neo4j.AsyncDriver, watch: Watch | None = None) -> Verification:
    """Check each stream's chain, that its head node agrees with its last event, and that no event
    stands outside a stream. `watch` is shown each chain."""
    report = Verification()
    ids = [end.stream for end in await heads(driver)]
    for start in range(0, len(ids), BATCH):
        async with driver.session() as session:
            batch = ids[start : start + BATCH]
            for end, events in await session.execute_read(_chains, batch):
                _check(report, end, events)
                if watch:
                    watch(end.stream, events)
    rows, _, _ = await driver.execute_query(ORPHANS, routing_=neo4j.RoutingControl.READ)
    for row in rows:
        report.broken.append((row["stream"], _strays(row["events"])))
    return report


def _strays(count: int) -> Both:
    return Both(f"{count} 条事件不属于任何链", f"{count} events belong to no chain")


async def _chains(
    tx: neo4j.AsyncManagedTransaction, ids: list[str]
) -> list[tuple[StreamHead, list[Event]]]:
    """Heads with their chains. Commands go on meanwhile, so what grew between is read again."""
    found: dict[str, tuple[StreamHead, list[Event]]] = {}
    wanted = ids
    for _ in range(TRIES):
        ends = {row["id"]: _head(row) async for row in await tx.run(HEADS_OF, ids=wanted)}
        chains = await load_in(tx, ends)
        found |= {stream: (end, chains[stream]) for stream, end in ends.items()}
        wanted = [stream for stream, end in ends.items() if len(chains[stream]) > end.version]
        if not wanted:
            break
    return [found[stream] for stream in ids if stream in found]


def _check(report: Verification, end: StreamHead, events: list[Event]) -> None:
    report.streams += 1
    report.events += len(events)
    outcome = verify_chain(events)
    if isinstance(outcome, BrokenAt):
        at, why = outcome.index + 1, outcome.why
        report.broken.append((end.stream, Both(f"第 {at} 条：{why.zh}", f"event {at}: {why.en}")))
    elif (outcome.length, outcome.head) != (end.version, end.hash):
        why = Both("链尾与登记的末端不符", "its last event is not the one on record")
        report.broken.append((end.stream, why))
