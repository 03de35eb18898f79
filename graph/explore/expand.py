"""Neighbours of a node, page by page, the strongest first."""

import neo4j

from casework.actors import Viewer
from graph.explore.cursor import Place, read_cursor, write_cursor
from graph.explore.ids import FIND, NodeRef, not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import edge, present
from graph.explore.reading import bounded, read
from graph.explore.routes import Route, routes_from
from graph.explore.values import Expansion, Filters, GraphEdge, GraphNode
from graph.explore.walk import asked_for, query_of, values_of


async def expand(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    node_id: str,
    *,
    filters: Filters | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Expansion:
    """A page of neighbours of `node_id`, relation by relation, most settlements first.

    Settlements appear as sums on the edges patient–institution and patient–doctor; single ones only
    when `filters.relations` or `filters.kinds` asks for them. Refusals: ROLE_REQUIRED, NOT_FOUND,
    BAD_VALUE (cursor), MAP_TIMEOUT.
    """
    permit_map(viewer)
    ref, wanted = parse_ref(node_id), filters or Filters()
    place = read_cursor(after, 3)
    routes = [route for route in routes_from(ref.kind) if asked_for(route, wanted)]
    if place is not None:
        names = [route.relation for route in routes]
        routes = routes[names.index(str(place[0])) :] if place[0] in names else []
    found = await _collect(driver, viewer, ref, routes, wanted, bounded(limit), place)
    if not found.nodes and not await read(driver, FIND[ref.kind] + "RETURN 1", {"key": ref.key}):
        raise not_found(node_id)
    return found


async def _collect(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    ref: NodeRef,
    routes: list[Route],
    filters: Filters,
    size: int,
    place: Place | None,
) -> Expansion:
    nodes: dict[str, GraphNode] = {}
    edges: list[GraphEdge] = []
    last: Place | None = place
    for route in routes:
        room = size - len(edges)
        # One more than fits tells whether the page is cut.
        rows = await read(
            driver, query_of(route, filters), values_of(ref, filters, room + 1, place)
        )
        place = None
        for row in rows[:room]:
            node = present(row["b"], viewer)
            nodes[node.id] = node
            edges.append(_edge(ref, route, node.id, row))
            last = [route.relation, row["rank"], row["code"]]
        if len(rows) > room:
            cursor = write_cursor(last) if last else None
            return Expansion(tuple(nodes.values()), tuple(edges), True, cursor)
    return Expansion(tuple(nodes.values()), tuple(edges), False)


def _edge(ref: NodeRef, route: Route, neighbour: str, row: neo4j.Record) -> GraphEdge:
    ends = (neighbour, str(ref)) if route.reverse else (str(ref), neighbour)
    return edge(*ends, route.relation, row)
