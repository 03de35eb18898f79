"""The settlements of an entity in order of time."""

from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.cursor import read_cursor, write_cursor
from graph.explore.ids import FIND, not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import moment, present, wall
from graph.explore.reading import bounded, read, read_in_time
from graph.explore.values import GraphNode, Timeline, TimelineEntry

TO_SETTLEMENTS: Final[dict[str, LiteralString]] = {
    "Patient": "MATCH (a)-[:HAS_SETTLEMENT]->(s:Settlement)",
    "Doctor": "MATCH (a)<-[:TREATED_BY]-(s:Settlement)",
    "Institution": "MATCH (a)<-[:AT]-(s:Settlement)",
    "Bed": "MATCH (a)<-[:IN_BED]-(s:Settlement)",
    "Terminal": "MATCH (a)<-[:SWIPED_ON]-(s:Settlement)",
    "Phone": "MATCH (a)<-[:HAS_PHONE]-(:Patient)-[:HAS_SETTLEMENT]->(s:Settlement)",
    "Address": "MATCH (a)<-[:LIVES_AT]-(:Patient)-[:HAS_SETTLEMENT]->(s:Settlement)",
    "Employer": "MATCH (a)<-[:EMPLOYED_BY]-(:Patient)-[:HAS_SETTLEMENT]->(s:Settlement)",
    "Settlement": "WITH a AS s",
}
WITHIN: Final[LiteralString] = """
WITH s, coalesce(s.setl_time, localdatetime('9999-12-31')) AS time
WHERE ($start IS NULL OR s.setl_time >= $start) AND ($end IS NULL OR s.setl_time < $end)
"""
PAGE: Final[LiteralString] = (
    WITHIN
    + """
  AND ($code IS NULL OR time > localdatetime($time)
       OR (time = localdatetime($time) AND s.setl_id > $code))
WITH s, time ORDER BY time, s.setl_id LIMIT $limit
OPTIONAL MATCH (p:Patient)-[:HAS_SETTLEMENT]->(s)
OPTIONAL MATCH (s)-[:AT]->(i:Institution)
OPTIONAL MATCH (s)-[:TREATED_BY]->(d:Doctor)
RETURN s, toString(time) AS place, p, i, d ORDER BY time, s.setl_id
"""
)


async def timeline(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    node_id: str,
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    limit: int = 100,
    after: str | None = None,
) -> Timeline:
    """Settlements of `node_id` from `start` (inclusive) to `end` (exclusive), oldest first.

    Refusals: ROLE_REQUIRED, NOT_FOUND, BAD_VALUE (cursor).
    """
    permit_map(viewer)
    ref, size, place = parse_ref(node_id), bounded(limit), read_cursor(after, 2)
    ask = {
        "key": ref.key,
        "start": wall(start),
        "end": wall(end),
        "time": place[0] if place else None,
        "code": place[1] if place else None,
        "limit": size + 1,
    }
    query = FIND[ref.kind] + TO_SETTLEMENTS[ref.kind] + PAGE
    rows, left = await read_in_time(driver, query, ask, "timeline")
    if (
        not rows
        and not left
        and not await read(driver, FIND[ref.kind] + "RETURN 1", {"key": ref.key})
    ):
        raise not_found(node_id)
    shown = rows[:size]
    cursor = write_cursor([shown[-1]["place"], shown[-1]["s"]["setl_id"]]) if shown else None
    truncated = len(rows) > size
    entries = tuple(_entry(row, viewer) for row in shown)
    return Timeline(entries, truncated or bool(left), cursor if truncated else None, left)


async def timeline_total(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    node_id: str,
    *,
    start: datetime | None = None,
    end: datetime | None = None,
) -> int | None:
    """How many settlements the whole timeline has, of which `timeline` brings a page; None: not counted in time.

    An id of nothing has none. Refusals: ROLE_REQUIRED, NOT_FOUND (an id of no known kind).
    """
    permit_map(viewer)
    ref = parse_ref(node_id)
    query = FIND[ref.kind] + TO_SETTLEMENTS[ref.kind] + WITHIN + "RETURN count(DISTINCT s) AS n"
    ask = {"key": ref.key, "start": wall(start), "end": wall(end)}
    rows, _ = await read_in_time(driver, query, ask, "timeline")
    return rows[0]["n"] if rows else None


def _entry(row: neo4j.Record, viewer: Viewer) -> TimelineEntry:
    def seen(node: Any) -> GraphNode | None:
        return present(node, viewer) if node is not None else None

    settlement = row["s"]
    return TimelineEntry(
        moment(settlement.get("setl_time")),
        present(settlement, viewer),
        seen(row["p"]),
        seen(row["i"]),
        seen(row["d"]),
    )
