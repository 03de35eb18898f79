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
FIELDS: Final = ("stream", "seq", "type", "data", "actor", "at", "prev", "hash")
STREAM_IDS: Final = (
    "MATCH (s:Stream) WHERE s.id > $after RETURN s.id AS id ORDER BY id LIMIT $limit"
)


def event_of(row: Any) -> Event:
    """Build an event from a row that names its fields."""
    return _event(*(row[field] for field in FIELDS))


def _event(
    stream: str, seq: int, kind: str, data: str, actor: str, at: str, prev: str, own: str
) -> Event:
    """An event as it is stored: `data` as its canonical JSON text, the moment as text."""
    moment = datetime.fromisoformat(at)
    return Event(stream, seq, kind, json.loads(data), actor, moment, prev, own)


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
        found[stream] = [_event(stream, *fields) for fields in events]
    return found


async def load(driver: neo4j.AsyncDriver, *streams: str) -> dict[str, list[Event]]:
    """Load streams, each in order of its chain."""
    async with driver.session() as session:
        return await session.execute_read(load_in, streams)
