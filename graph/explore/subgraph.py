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
# Every walk starts at the end that has few relationships of the type: never at an institution. Beds and
# terminals are joined to patients through settlements alone; `used` says whether any is in the picture.
AMONG: Final[LiteralString] = """
CALL () {
MATCH (a) WHERE elementId(a) IN $ids AND (a:Patient OR a:Doctor OR a:Settlement)
MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|HAS_SETTLEMENT|AT|TREATED_BY
           |IN_BED|SWIPED_ON]->(b)
WHERE elementId(b) IN $ids
WITH a, r, b, CASE WHEN a:Settlement THEN a WHEN b:Settlement THEN b END AS s
RETURN elementId(a) AS a, type(r) AS kind, elementId(b) AS b,
       CASE WHEN s IS NULL THEN properties(r) ELSE
         {count: 1, medfee_fen: s.medfee_fen, fund_fen: s.fund_fen, first: s.setl_time,
          last: s.setl_time} END AS sums
UNION ALL
MATCH (a) WHERE elementId(a) IN $ids
MATCH (a)-[r:JUDGED_SAME {verdict: 'confirmed'}]->(b) WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, type(r) AS kind, elementId(b) AS b, properties(r) AS sums
UNION ALL
MATCH (a:Patient) WHERE $used <> [] AND elementId(a) IN $ids
MATCH (a)-[:HAS_SETTLEMENT]->(s:Settlement)-[r:IN_BED|SWIPED_ON]->(b) WHERE elementId(b) IN $used
WITH a, b, CASE type(r) WHEN 'IN_BED' THEN 'USED_BED' ELSE 'USED_TERMINAL' END AS kind,
     count(s) AS count, sum(s.medfee_fen) AS medfee_fen, sum(s.fund_fen) AS fund_fen,
     min(s.setl_time) AS first, max(s.setl_time) AS last
RETURN elementId(a) AS a, kind, elementId(b) AS b,
       {count: count, medfee_fen: medfee_fen, fund_fen: fund_fen, first: first, last: last} AS sums
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
    ask = {"ids": known.element_ids, "used": known.places, "limit": MAX_EDGES + 1}
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
