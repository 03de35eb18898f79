"""What a set of nodes has in common."""

from collections.abc import Iterable
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.permission import permit_map
from graph.explore.present import edge, present, ref_of
from graph.explore.reading import bounded, read_in_time
from graph.explore.resolve import resolve
from graph.explore.values import CommonNeighbour, CommonResult

MAX_CHOSEN: Final = 100
# Shared by many of the chosen and by few others: that is what tells most.
SHARED: Final[LiteralString] = """
MATCH (a) WHERE elementId(a) IN $ids
MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY]-(b)
WITH b, count(DISTINCT a) AS shared, collect(r) AS links
WHERE shared >= $least
WITH b, shared, links ORDER BY shared DESC, coalesce(b.sharers, 0), elementId(b)
SKIP $skip LIMIT $limit
RETURN b, shared, [r IN links | {a: startNode(r), z: endNode(r), kind: type(r),
                                 sums: properties(r)}] AS links
ORDER BY shared DESC, coalesce(b.sharers, 0), elementId(b)
"""


async def common_neighbours(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    ids: Iterable[str],
    *,
    least: int | None = None,
    limit: int = 50,
    after: str | None = None,
) -> CommonResult:
    """Neighbours that at least `least` (default: all) of the chosen nodes share.

    Between 2 and 100 nodes. Refusals: ROLE_REQUIRED, BAD_VALUE.
    """
    permit_map(viewer)
    chosen, size, skip = list(dict.fromkeys(ids)), bounded(limit), read_offset(after)
    if not 2 <= len(chosen) <= MAX_CHOSEN:
        raise refuse(
            "BAD_VALUE",
            field="ids",
            why=f"请选择 2 至 {MAX_CHOSEN} 个节点",
            why_en=f"choose 2 to {MAX_CHOSEN} objects",
        )
    known = await resolve(driver, chosen)
    least = max(2, least if least is not None else len(known.nodes))
    ask = {"ids": known.element_ids, "least": least, "skip": skip, "limit": size + 1}
    rows, left = await read_in_time(driver, SHARED, ask, "common")
    common = tuple(_neighbour(row, viewer, frozenset(known.nodes)) for row in rows[:size])
    more = len(rows) > size
    cursor = write_offset(skip + size, more)
    return CommonResult(common, more or bool(left), known.missing, cursor, left)


def _neighbour(row: neo4j.Record, viewer: Viewer, chosen: frozenset[str]) -> CommonNeighbour:
    node = present(row["b"], viewer)
    edges = tuple(
        edge(ref_of(link["a"]), ref_of(link["z"]), link["kind"], link["sums"])
        for link in row["links"]
    )
    ends = {end for one in edges for end in (one.source, one.target)} - {node.id}
    return CommonNeighbour(node, tuple(sorted(ends & chosen)), edges)
