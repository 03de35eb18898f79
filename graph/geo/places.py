"""Institutions with their coordinates, all of them or those that an entity has to do with."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, LiteralString

import neo4j
import neo4j.graph

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.ids import FIND, not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import present, yuan
from graph.explore.reading import bounded, read, read_in_time
from graph.explore.values import GraphNode, Left, LeftOut, Why
from graph.geo.outline import Json, Point, read_outline

# The whole county: sums of a place are those of its patients' visits.
EVERY: Final[LiteralString] = """
MATCH (i:Institution)
RETURN i, i.settlements AS count, null AS medfee_fen, null AS fund_fen
"""
# Summed relationships suffice for a patient; a doctor's settlements are walked.
OF: Final[dict[str, LiteralString]] = {
    "Patient": """MATCH (a)-[r:VISITED]->(i:Institution)
RETURN i, r.count AS count, r.medfee_fen AS medfee_fen, r.fund_fen AS fund_fen""",
    "Doctor": """MATCH (a)<-[:TREATED_BY]-(s:Settlement)-[:AT]->(i:Institution)
RETURN i, count(s) AS count, sum(s.medfee_fen) AS medfee_fen, sum(s.fund_fen) AS fund_fen""",
    "Phone": """MATCH (a)<-[:HAS_PHONE]-(:Patient)-[r:VISITED]->(i:Institution)
RETURN i, sum(r.count) AS count, sum(r.medfee_fen) AS medfee_fen, sum(r.fund_fen) AS fund_fen""",
    "Address": """MATCH (a)<-[:LIVES_AT]-(:Patient)-[r:VISITED]->(i:Institution)
RETURN i, sum(r.count) AS count, sum(r.medfee_fen) AS medfee_fen, sum(r.fund_fen) AS fund_fen""",
    "Employer": """MATCH (a)<-[:EMPLOYED_BY]-(:Patient)-[r:VISITED]->(i:Institution)
RETURN i, sum(r.count) AS count, sum(r.medfee_fen) AS medfee_fen, sum(r.fund_fen) AS fund_fen""",
    "Institution": """MATCH (a)<-[:VISITED]-(p:Patient)-[r:VISITED]->(i:Institution)
RETURN i, sum(r.count) AS count, sum(r.medfee_fen) AS medfee_fen, sum(r.fund_fen) AS fund_fen""",
}
_PAGE: Final[LiteralString] = """
ORDER BY count DESC, i.fixmedins_code SKIP $skip LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class GeoPlace:
    """An institution on the map. Degrees as the master data has them; sums as in `GraphEdge`."""

    node: GraphNode
    lon: float
    lat: float
    count: int
    amount: Decimal | None
    fund: Decimal | None


@dataclass(frozen=True, slots=True)
class Geo:
    """Places of a page, the busiest first, and the outlines to draw under them."""

    places: tuple[GeoPlace, ...]
    outline: Json | None
    truncated: bool
    cursor: str | None
    left_out: Left


async def geo(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    home: Path,
    *,
    of: str | None = None,
    limit: int = 200,
    after: str | None = None,
) -> Geo:
    """Institutions with coordinates: all, or those that `of` (any entity but a settlement) used.

    For an institution: where its patients went, itself among them. Institutions without usable
    coordinates are counted in `left_out`. Refusals: ROLE_REQUIRED, NOT_FOUND, BAD_VALUE.
    """
    permit_map(viewer)
    size, skip = bounded(limit), read_offset(after)
    ask: dict[str, Any] = {"skip": skip, "limit": size + 1}
    query: LiteralString = EVERY
    if of is not None:
        ref = parse_ref(of)
        if ref.kind not in OF:
            raise refuse(
                "BAD_VALUE",
                field="of",
                why="请选择人员、医师、机构、电话、住址或单位",
                why_en="choose a person, doctor, institution, phone, address or employer",
            )
        ask["key"] = ref.key
        if not await read(driver, FIND[ref.kind] + "RETURN 1", {"key": ref.key}):
            raise not_found(of)
        query = FIND[ref.kind] + OF[ref.kind]
    rows, left = await read_in_time(driver, query + _PAGE, ask, "geo")
    shown = rows[:size]
    places = tuple(place for row in shown if (place := _place(row, viewer)) is not None)
    if len(places) < len(shown):
        left += (LeftOut("geo", Why.PLACE, len(shown) - len(places)),)
    more = len(rows) > size
    late = any(part.why is Why.TIME for part in left)
    outline = read_outline(home, [(place.lon, place.lat) for place in places])
    return Geo(places, outline, more or late, write_offset(skip + size, more), left)


def _place(row: neo4j.Record, viewer: Viewer) -> GeoPlace | None:
    node = row["i"]
    place = place_of(node)
    if place is None:
        return None
    return GeoPlace(
        present(node, viewer),
        *place,
        row["count"] or 0,
        yuan(row["medfee_fen"]),
        yuan(row["fund_fen"]),
    )


def place_of(node: neo4j.graph.Node) -> Point | None:
    """Where an institution stands (lon, lat), if the master data say so."""
    lon, lat = _degrees(node.get("lon"), 180), _degrees(node.get("lat"), 90)
    return None if lon is None or lat is None else (lon, lat)


def _degrees(text: str | None, most: int) -> float | None:
    """Degrees of the master data; none for 0, which stands for unknown, and for nonsense."""
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return None
    return float(value) if value.is_finite() and 0 < abs(value) <= most else None
