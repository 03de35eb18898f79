"""The picture of given nodes: reopening an investigation, showing a ring."""

from collections.abc import Iterable
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.permission import permit_map
from graph.explore.present import edge, present
from graph.explore.reading import MAX_LIMIT, read_in_time
from graph.explore.resolve import resolve
from graph.explore.values import LeftOut, Subgraph, Why

MAX_EDGES: Final = 4000
# Every walk starts at the end that has few relationships of the type: never at an institution.
AMONG: Final[LiteralString] = """
CALL () {
MATCH (a) WHERE elementId(a) IN $ids AND (a:Patient OR a:Doctor OR a:Settlement)
MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|HAS_SETTLEMENT|AT|TREATED_BY
           |IN_BED|SWIPED_ON]->(b)
WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, type(r) AS kind, properties(r) AS sums, elementId(b) AS b
UNION ALL
MATCH (a) WHERE elementId(a) IN $ids
MATCH (a)-[r:JUDGED_SAME {verdict: 'confirmed'}]->(b) WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, type(r) AS kind, properties(r) AS sums, elementId(b) AS b
}
RETURN a, kind, sums, b LIMIT $limit
"""


async def subgraph(driver: neo4j.AsyncDriver, viewer: Viewer, ids: Iterable[str]) -> Subgraph:
    """The nodes of these public ids (at most 800) and all edges among them.

    Ids that the map no longer has come back as `missing`. Refusal: ROLE_REQUIRED.
    """
    permit_map(viewer)
    wanted = list(dict.fromkeys(ids))
    known = await resolve(driver, wanted[:MAX_LIMIT])
    ask = {"ids": known.element_ids, "limit": MAX_EDGES + 1}
    rows, left = await read_in_time(driver, AMONG, ask, "edges")
    names = {node.element_id: text for text, node in known.nodes.items()}
    edges = tuple(
        edge(names[row["a"]], names[row["b"]], row["kind"], row["sums"]) for row in rows[:MAX_EDGES]
    )
    nodes = tuple(present(node, viewer) for node in known.nodes.values())
    if len(wanted) > MAX_LIMIT:
        left += (LeftOut("nodes", Why.LIMIT, len(wanted) - MAX_LIMIT, MAX_LIMIT),)
    if len(rows) > MAX_EDGES:
        left += (LeftOut("edges", Why.LIMIT, None, MAX_EDGES),)
    return Subgraph(nodes, edges, known.missing, bool(left), left)
