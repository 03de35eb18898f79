"""Append sealed events to locked streams, inside the caller's transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.events import GENESIS, Draft, Event, canonical, seal, utc_text

# Writing to the node first takes its lock until commit: two commands on one stream queue here,
# and both see the version that the other left. Sorted ids keep two commands from crossing.
LOCK: Final = """
UNWIND $ids AS id
MERGE (s:Stream {id: id})
ON CREATE SET s.kind = split(id, ':')[0], s.version = 0, s.head = $genesis
SET s.locked = true
REMOVE s.locked
RETURN s.id AS id, s.version AS version, s.head AS head
"""
APPEND: Final = """
UNWIND $rows AS row
MATCH (s:Stream {id: row.stream})
CREATE (e:Event)-[:IN]->(s)
SET e = row, s.version = row.seq, s.head = row.hash
"""
FORGET_EMPTY: Final = "MATCH (s:Stream) WHERE s.id IN $ids AND s.version = 0 DELETE s"


@dataclass(frozen=True)
class Head:
    """Where a stream stands: its version and last hash."""

    version: int
    hash: str


async def lock(tx: neo4j.AsyncManagedTransaction, streams: Iterable[str]) -> dict[str, Head]:
    """Take the write locks of streams, creating what does not exist yet."""
    result = await tx.run(LOCK, ids=sorted(streams), genesis=GENESIS)
    return {row["id"]: Head(row["version"], row["head"]) async for row in result}


def seal_all(
    drafts: Iterable[Draft], heads: Mapping[str, Head], actor: str, at: datetime
) -> list[Event]:
    """Seal drafts behind the heads of their streams, in order."""
    places = dict(heads)
    sealed = []
    for stream, kind, data in drafts:
        head = places[stream]
        event = seal(stream, head.version + 1, kind, data, actor, at, head.hash)
        places[stream] = Head(event.seq, event.hash)
        sealed.append(event)
    return sealed


async def append(tx: neo4j.AsyncManagedTransaction, events: Iterable[Event]) -> None:
    """Write sealed events and move the heads of their streams."""
    rows = [
        {
            "stream": e.stream,
            "seq": e.seq,
            "type": e.type,
            "data": canonical(e.data).decode(),
            "actor": e.actor,
            "at": utc_text(e.at),
            "prev": e.prev,
            "hash": e.hash,
        }
        for e in events
    ]
    await (await tx.run(APPEND, rows=rows)).consume()


async def forget_empty(tx: neo4j.AsyncManagedTransaction, streams: Iterable[str]) -> None:
    """Remove streams that were locked only to be read and never existed."""
    await (await tx.run(FORGET_EMPTY, ids=list(streams))).consume()
