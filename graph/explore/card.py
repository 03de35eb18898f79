"""One entity with its sums."""

import asyncio
from decimal import Decimal
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.counts import expand_counts
from graph.explore.ids import FIND, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import moment, present
from graph.explore.reading import read
from graph.explore.values import EntityCard

# Patients, doctors and institutions keep sums on their edges; the others add up settlements.
_EDGES: Final[LiteralString] = """
RETURN a, sum(r.count) AS settlements, coalesce(sum(r.medfee_fen), 0) AS medfee,
       coalesce(sum(r.fund_fen), 0) AS fund, min(r.first) AS first, max(r.last) AS last
"""
_SETTLEMENTS: Final[LiteralString] = """
RETURN a, count(s) AS settlements, coalesce(sum(s.medfee_fen), 0) AS medfee,
       coalesce(sum(s.fund_fen), 0) AS fund, min(s.setl_time) AS first, max(s.setl_time) AS last
"""
_OF_PATIENTS: Final[LiteralString] = "(:Patient)-[r:VISITED]->(:Institution)"
SUMS: Final[dict[str, LiteralString]] = {
    "Patient": "OPTIONAL MATCH (a)-[r:VISITED]->(:Institution)" + _EDGES,
    "Doctor": "OPTIONAL MATCH (a)<-[r:SEEN_BY]-(:Patient)" + _EDGES,
    "Institution": "OPTIONAL MATCH (a)<-[r:VISITED]-(:Patient)" + _EDGES,
    "Phone": "OPTIONAL MATCH (a)<-[:HAS_PHONE]-" + _OF_PATIENTS + _EDGES,
    "Address": "OPTIONAL MATCH (a)<-[:LIVES_AT]-" + _OF_PATIENTS + _EDGES,
    "Employer": "OPTIONAL MATCH (a)<-[:EMPLOYED_BY]-" + _OF_PATIENTS + _EDGES,
    "Bed": "OPTIONAL MATCH (a)<-[:IN_BED]-(s:Settlement)" + _SETTLEMENTS,
    "Terminal": "OPTIONAL MATCH (a)<-[:SWIPED_ON]-(s:Settlement)" + _SETTLEMENTS,
    "Settlement": "WITH a, a AS s" + _SETTLEMENTS,
}


async def entity_card(driver: neo4j.AsyncDriver, viewer: Viewer, node_id: str) -> EntityCard:
    """Properties, sums and neighbour counts of an entity.

    Refusals: ROLE_REQUIRED, NOT_FOUND, MAP_TIMEOUT.
    """
    permit_map(viewer)
    ref = parse_ref(node_id)
    rows, counts = await asyncio.gather(
        read(driver, FIND[ref.kind] + SUMS[ref.kind], {"key": ref.key}),
        expand_counts(driver, viewer, node_id),
    )
    row = rows[0]
    return EntityCard(
        present(row["a"], viewer),
        row["settlements"],
        Decimal(row["medfee"]).scaleb(-2),
        Decimal(row["fund"]).scaleb(-2),
        moment(row["first"]),
        moment(row["last"]),
        counts.counts,
        counts.left_out,
    )
