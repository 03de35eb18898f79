"""Shortest connections between two entities."""

from datetime import date, datetime, timedelta
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.ids import not_found
from graph.explore.permission import permit_map
from graph.explore.present import edge, present, ref_of, wall
from graph.explore.reading import bounded, read_in_time
from graph.explore.resolve import resolve
from graph.explore.values import Filters, GraphNode, LeftOut, Path, PathResult, Why

RELATIONS: Final = (
    "VISITED",
    "SEEN_BY",
    "WORKS_AT",
    "HAS_PHONE",
    "LIVES_AT",
    "EMPLOYED_BY",
    "SAME_AS",
)
LONGEST: Final = 6
EPOCH: Final = date(1970, 1, 1)
# Relationships with days count only if a settlement fell into the time asked for. `hub` bounds the
# patients of the nodes between the two ends; a path through the county hospital proves nothing.
_FITTING: Final[LiteralString] = """
WHERE all(r IN relationships(p) WHERE type(r) IN $relations
          AND (r.verdict IS NULL OR r.verdict = 'confirmed')
          AND (r.days IS NULL OR ($start IS NULL AND $end IS NULL)
               OR any(d IN r.days WHERE d >= coalesce($start, d) AND d <= coalesce($end, d))))
  AND all(n IN nodes(p) WHERE $hub IS NULL OR n.sharers IS NULL OR n.sharers <= $hub
          OR elementId(n) IN $ends)
"""
# Of equal lengths the path through the least shared nodes tells most, so it comes first.
_RETURN: Final[LiteralString] = """
WITH p, reduce(sum = 0, n IN nodes(p) | sum + coalesce(n.sharers, 0)) AS shared
RETURN nodes(p) AS nodes, relationships(p) AS links
ORDER BY shared, [n IN nodes(p) | elementId(n)] SKIP $skip LIMIT $limit
"""
_ENDS: Final[LiteralString] = """
MATCH (a) WHERE elementId(a) = $ends[0]
MATCH (b) WHERE elementId(b) = $ends[1]
"""
# Records that people judged to be one are one step apart.
_WALKED: Final[LiteralString] = (
    "VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|JUDGED_SAME"
)
ONE: Final[LiteralString] = (
    _ENDS + "MATCH p = shortestPath((a)-[:" + _WALKED + "*..6]-(b))" + _FITTING + _RETURN
)
ALL: Final[LiteralString] = (
    _ENDS + "MATCH p = allShortestPaths((a)-[:" + _WALKED + "*..6]-(b))" + _FITTING + _RETURN
)


async def paths(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    source: str,
    target: str,
    *,
    all_shortest: bool = False,
    filters: Filters | None = None,
    hub: int | None = None,
    limit: int = 20,
    after: str | None = None,
) -> PathResult:
    """The shortest path, or all shortest ones, of at most six steps between two entities.

    `filters.relations` and the filter's days bound the steps; `hub` leaves out nodes between the
    ends with more patients than that. Refusals: ROLE_REQUIRED, NOT_FOUND, BAD_VALUE.
    """
    permit_map(viewer)
    if source == target:
        raise refuse(
            "BAD_VALUE",
            field="target",
            why="请选择两个不同的节点",
            why_en="choose two different objects",
        )
    known = await resolve(driver, (source, target))
    if known.missing:
        raise not_found(known.missing[0])
    size, skip = bounded(limit), read_offset(after)
    ask = {
        **bounds_of(filters or Filters()),
        "ends": known.element_ids,
        "hub": hub,
        "skip": skip,
        "limit": size + 1 if all_shortest else 1,
    }
    rows, left = await read_in_time(driver, ALL if all_shortest else ONE, ask, "paths")
    if hub is not None:
        left += (LeftOut("hubs", Why.HUB, None, hub),)
    nodes: dict[str, GraphNode] = {}
    for row in rows[:size]:
        nodes.update((ref_of(node), present(node, viewer)) for node in row["nodes"])
    found = tuple(_path(row) for row in rows[:size])
    more = len(rows) > size
    late = any(part.why is Why.TIME for part in left)
    cursor = write_offset(skip + size, more)
    return PathResult(found, tuple(nodes.values()), more or late, LONGEST, cursor, left)


def bounds_of(filters: Filters) -> dict[str, Any]:
    """The relations and days that a path's steps may use; unknown relations name nothing."""
    wanted = sorted(filters.relations) or list(RELATIONS)
    return {
        "relations": ["JUDGED_SAME" if name == "SAME_AS" else name for name in wanted],
        "start": _day(filters.start),
        "end": _day(filters.end, last=True),
    }


def _path(row: neo4j.Record) -> Path:
    refs = {node.element_id: ref_of(node) for node in row["nodes"]}
    edges = tuple(
        edge(refs[link.start_node.element_id], refs[link.end_node.element_id], link.type, link)
        for link in row["links"]
    )
    return Path(tuple(refs.values()), edges, float(len(edges)))


def _day(at: datetime | None, *, last: bool = False) -> int | None:
    """The day of a bound, counted from 1970; an exclusive end at midnight means the day before."""
    local = wall(at)
    if local is None:
        return None
    if last:
        local -= timedelta(microseconds=1)
    return (local.date() - EPOCH).days
