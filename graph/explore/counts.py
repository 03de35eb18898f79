"""How many neighbours, before anything is drawn."""

from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.ids import FIND, NodeRef, not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.reading import read_in_time
from graph.explore.routes import routes_from
from graph.explore.values import NeighbourCount, NeighbourCounts

# Relationship degrees come from the store without walking; shared beds and terminals of a patient
# are few enough to be counted, and the other way round, and for the
# settlements of an institution, the number is kept on the node.
COUNTS: Final[dict[str, LiteralString]] = {
    "Patient": """
RETURN {VISITED: COUNT {(a)-[:VISITED]->()}, SEEN_BY: COUNT {(a)-[:SEEN_BY]->()},
  HAS_PHONE: COUNT {(a)-[:HAS_PHONE]->()}, LIVES_AT: COUNT {(a)-[:LIVES_AT]->()},
  SAME_AS: COUNT {(a)-[:JUDGED_SAME {verdict: 'confirmed'}]-()},
  EMPLOYED_BY: COUNT {(a)-[:EMPLOYED_BY]->()}, HAS_SETTLEMENT: COUNT {(a)-[:HAS_SETTLEMENT]->()},
  USED_BED: COUNT {MATCH (a)-[:HAS_SETTLEMENT]->()-[:IN_BED]->(b) RETURN DISTINCT b},
  USED_TERMINAL: COUNT {MATCH (a)-[:HAS_SETTLEMENT]->()-[:SWIPED_ON]->(b) RETURN DISTINCT b}
} AS counts""",
    "Doctor": """
RETURN {SEEN_BY: COUNT {(a)<-[:SEEN_BY]-()}, WORKS_AT: COUNT {(a)-[:WORKS_AT]->()},
  SAME_AS: COUNT {(a)-[:JUDGED_SAME {verdict: 'confirmed'}]-()},
  TREATED_BY: COUNT {(a)<-[:TREATED_BY]-()}} AS counts""",
    "Institution": """
RETURN {VISITED: COUNT {(a)<-[:VISITED]-()}, WORKS_AT: COUNT {(a)<-[:WORKS_AT]-()},
  SAME_AS: COUNT {(a)-[:JUDGED_SAME {verdict: 'confirmed'}]-()},
  AT: a.settlements} AS counts""",
    "Phone": "RETURN {HAS_PHONE: COUNT {(a)<-[:HAS_PHONE]-()}} AS counts",
    "Address": "RETURN {LIVES_AT: COUNT {(a)<-[:LIVES_AT]-()}} AS counts",
    "Employer": "RETURN {EMPLOYED_BY: COUNT {(a)<-[:EMPLOYED_BY]-()}} AS counts",
    "Bed": "RETURN {USED_BED: a.sharers, IN_BED: COUNT {(a)<-[:IN_BED]-()}} AS counts",
    "Terminal": """
RETURN {USED_TERMINAL: a.sharers, SWIPED_ON: COUNT {(a)<-[:SWIPED_ON]-()}} AS counts""",
    "Settlement": """
RETURN {HAS_SETTLEMENT: COUNT {(a)<-[:HAS_SETTLEMENT]-()}, AT: COUNT {(a)-[:AT]->()},
  TREATED_BY: COUNT {(a)-[:TREATED_BY]->()}, IN_BED: COUNT {(a)-[:IN_BED]->()},
  SWIPED_ON: COUNT {(a)-[:SWIPED_ON]->()}} AS counts""",
}


async def expand_counts(driver: neo4j.AsyncDriver, viewer: Viewer, node_id: str) -> NeighbourCounts:
    """Neighbours of a node by relation and kind; relations without any are left out.

    Refusals: ROLE_REQUIRED, NOT_FOUND.
    """
    permit_map(viewer)
    ref = parse_ref(node_id)
    query = FIND[ref.kind] + COUNTS[ref.kind]
    rows, left = await read_in_time(driver, query, {"key": ref.key}, "counts")
    if left:
        return NeighbourCounts((), left)
    if not rows:
        raise not_found(node_id)
    return NeighbourCounts(neighbour_counts(ref, rows[0]["counts"]), ())


def neighbour_counts(ref: NodeRef, counts: dict[str, int | None]) -> tuple[NeighbourCount, ...]:
    """The counts of a record in the order of the routes."""
    return tuple(
        NeighbourCount(route.relation, route.neighbour, counts[route.relation] or 0, route.claims)
        for route in routes_from(ref.kind)
        if counts.get(route.relation)
    )
