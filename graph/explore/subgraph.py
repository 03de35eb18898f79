"""The picture of given nodes: reopening an investigation, showing a ring."""

from collections.abc import Iterable
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.permission import permit_map
from graph.explore.present import edge, present
from graph.explore.reading import MAX_LIMIT, read
from graph.explore.resolve import resolve
from graph.explore.values import Subgraph

MAX_EDGES: Final = 4000
# Every walk starts at the end that has few relationships of the type: never at an institution.
AMONG: Final[LiteralString] = """
MATCH (a) WHERE elementId(a) IN $ids AND (a:Patient OR a:Doctor OR a:Settlement)
MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|HAS_SETTLEMENT|AT|TREATED_BY
           |IN_BED|SWIPED_ON]->(b)
WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, type(r) AS kind, properties(r) AS sums, elementId(b) AS b LIMIT $limit
"""


async def subgraph(driver: neo4j.AsyncDriver, viewer: Viewer, ids: Iterable[str]) -> Subgraph:
    """The nodes of these public ids (at most 800) and all edges among them.

    Ids that the map no longer has come back as `missing`. Refusals: ROLE_REQUIRED, MAP_TIMEOUT.
    """
    permit_map(viewer)
    wanted = list(dict.fromkeys(ids))
    known = await resolve(driver, wanted[:MAX_LIMIT])
    rows = await read(driver, AMONG, {"ids": known.element_ids, "limit": MAX_EDGES + 1})
    names = {node.element_id: text for text, node in known.nodes.items()}
    edges = tuple(
        edge(names[row["a"]], names[row["b"]], row["kind"], row["sums"]) for row in rows[:MAX_EDGES]
    )
    nodes = tuple(present(node, viewer) for node in known.nodes.values())
    truncated = len(wanted) > MAX_LIMIT or len(rows) > MAX_EDGES
    return Subgraph(nodes, edges, known.missing, truncated)
