"""The audit log: all events, newest first. Only the auditor reads it, and nothing else."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Role, Viewer, named
from casework.events import Event, utc_text
from casework.masking import mask_in
from casework.refusal import refuse
from graph.events.load import event_of

MAX_PAGE: Final = 200
_MATCHING: Final[LiteralString] = """
MATCH (e:Event)
WHERE ($since IS NULL OR e.at >= $since) AND ($until IS NULL OR e.at < $until)
  AND e.at IS NOT NULL
  AND ($actor IS NULL OR e.actor = $actor)
  AND ($type IS NULL OR e.type = $type)
  AND ($stream IS NULL OR e.stream STARTS WITH $stream)
"""
LOG: Final[LiteralString] = (
    _MATCHING
    + """
  AND ($after_at IS NULL OR e.at < $after_at OR (e.at = $after_at AND
       (e.stream > $after_stream OR (e.stream = $after_stream AND e.seq < $after_seq))))
RETURN e.stream AS stream, e.seq AS seq, e.type AS type, e.data AS data, e.actor AS actor,
       e.at AS at, e.prev AS prev, e.hash AS hash
ORDER BY e.at DESC, e.stream, e.seq DESC
LIMIT $limit
"""
)
COUNT: Final[LiteralString] = _MATCHING + "RETURN count(e) AS n"


@dataclass(frozen=True)
class LogFilter:
    """Every field narrows. `stream` is a prefix such as 'case:' or 'access:li'."""

    since: datetime | None = None
    until: datetime | None = None
    actor: str | None = None
    type: str | None = None
    stream: str | None = None


@dataclass(frozen=True)
class LogCursor:
    """Place in the log: the last event seen."""

    at: str
    stream: str
    seq: int


@dataclass(frozen=True)
class LogPage:
    """One page of the log."""

    events: tuple[Event, ...]
    has_more: bool


def cursor_of(event: Event) -> LogCursor:
    """Return the place of an event in the log."""
    return LogCursor(utc_text(event.at), event.stream, event.seq)


async def read_log(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    filters: LogFilter | None = None,
    *,
    first: int = 50,
    after: LogCursor | None = None,
) -> LogPage:
    """Return a page of events, newest first. Refuses ROLE_REQUIRED to all but the auditor."""
    _allow(viewer)
    limit = max(1, min(first, MAX_PAGE))
    rows, _, _ = await driver.execute_query(
        LOG,
        _values(filters),
        after_at=after.at if after else None,
        after_stream=after.stream if after else None,
        after_seq=after.seq if after else None,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    events = tuple(_shown(event_of(row), viewer) for row in rows[:limit])
    return LogPage(events, has_more=len(rows) > limit)


async def count_log(
    driver: neo4j.AsyncDriver, viewer: Viewer, filters: LogFilter | None = None
) -> int:
    """How many events match. Refuses ROLE_REQUIRED to all but the auditor."""
    _allow(viewer)
    rows, _, _ = await driver.execute_query(
        COUNT, _values(filters), routing_=neo4j.RoutingControl.READ
    )
    return int(rows[0]["n"])


def _allow(viewer: Viewer) -> None:
    if not viewer.actor.holds(Role.AUDITOR):
        raise refuse("ROLE_REQUIRED", **named([Role.AUDITOR]))


def _values(filters: LogFilter | None) -> dict[str, str | None]:
    f = filters or LogFilter()
    return {
        "since": utc_text(f.since) if f.since else None,
        "until": utc_text(f.until) if f.until else None,
        "actor": f.actor,
        "type": f.type,
        "stream": f.stream,
    }


def _shown(event: Event, viewer: Viewer) -> Event:
    party = event.data.get("party")
    if not viewer.masked or not isinstance(party, dict) or party.get("kind") != "person":
        return event
    return replace(event, data=mask_in(event.data, (str(party["name"]),)))
