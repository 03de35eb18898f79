"""Load the events of streams."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import neo4j

from casework.events import Event

LOAD: Final = """
UNWIND $streams AS stream
MATCH (e:Event) WHERE e.stream = stream AND e.seq > 0
WITH stream, e ORDER BY stream, e.seq
RETURN stream, collect([e.seq, e.type, e.data, e.actor, e.at, e.prev, e.hash]) AS events
"""
STREAM_IDS: Final = (
    "MATCH (s:Stream) WHERE s.id > $after RETURN s.id AS id ORDER BY id LIMIT $limit"
)


def event_of(row: Any) -> Event:
    """Build an event from a row; `data` is stored as its canonical JSON text."""
    return Event(
        stream=row["stream"],
        seq=row["seq"],
        type=row["type"],
        data=json.loads(row["data"]),
        actor=row["actor"],
        at=datetime.fromisoformat(row["at"]),
        prev=row["prev"],
        hash=row["hash"],
    )


async def load_in(
    tx: neo4j.AsyncManagedTransaction, streams: Iterable[str]
) -> dict[str, list[Event]]:
    """Load streams inside a transaction; unknown ones come back empty.

    A stream comes as one row: the driver spends more on a row than on what stands in it.
    """
    wanted = list(dict.fromkeys(streams))
    found: dict[str, list[Event]] = {stream: [] for stream in wanted}
    result = await tx.run(LOAD, streams=wanted)
    async for stream, events in result:
        found[stream] = [
            Event(stream, seq, kind, json.loads(data), actor, datetime.fromisoformat(at), prev, own)
            for seq, kind, data, actor, at, prev, own in events
        ]
    return found


async def load(driver: neo4j.AsyncDriver, *streams: str) -> dict[str, list[Event]]:
    """Load streams, each in order of its chain."""
    async with driver.session() as session:
        return await session.execute_read(load_in, streams)
