"""Neighbours of a node, page by page, the strongest first."""

import asyncio
from typing import Final

import neo4j

from casework.actors import Viewer
from graph.explore.cursor import Place, bad_cursor, read_cursor, write_cursor
from graph.explore.ids import FIND, NodeRef, not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import edge, present
from graph.explore.reading import bounded, read, read_in_time
from graph.explore.routes import Route, routes_from
from graph.explore.values import Expansion, Filters, GraphEdge, GraphNode, Left
from graph.explore.walk import asked_for, query_of, values_of

# When all relations together take too long, each has this many seconds of its own.
EACH: Final = 2.0


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
    when `filters.relations` or `filters.kinds` asks for them. A relation that takes too long is
    named in `left_out`, the others are shown. Refusals: ROLE_REQUIRED, NOT_FOUND, BAD_VALUE
    (cursor).
    """
    permit_map(viewer)
    ref, wanted = parse_ref(node_id), filters or Filters()
    place = read_cursor(after, 3)
    routes = [route for route in routes_from(ref.kind) if asked_for(route, wanted)]
    if place is not None:
        names = [route.relation for route in routes]
        if place[0] not in names:
            raise bad_cursor()
        routes = routes[names.index(str(place[0])) :]
    found = await _collect(driver, viewer, ref, routes, wanted, bounded(limit), place)
    nothing = not found.nodes and not found.left_out
    if nothing and not await read(driver, FIND[ref.kind] + "RETURN 1", {"key": ref.key}):
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
    rows: list[neo4j.Record] = []
    left: Left = ()
    if place is not None and routes:
        # The cursor belongs to the first route alone; the others start from their beginning.
        rows, left = await _page(driver, ref, routes[:1], filters, size, place)
        routes = routes[1:]
    if routes and len(rows) <= size:
        more, late = await _page(driver, ref, routes, filters, size - len(rows), None)
        rows, left = rows + more, left + late
    shown, by_name = rows[:size], {route.relation: route for route in routes_from(ref.kind)}
    nodes: dict[str, GraphNode] = {}
    edges: list[GraphEdge] = []
    for row in shown:
        node = present(row["b"], viewer)
        nodes[node.id] = node
        edges.append(_edge(ref, by_name[row["relation"]], node.id, row))
    truncated = len(rows) > size
    last = shown[-1] if truncated else None
    cursor = write_cursor([last["relation"], last["rank"], last["code"]]) if last else None
    return Expansion(tuple(nodes.values()), tuple(edges), truncated or bool(left), cursor, left)


async def _page(
    driver: neo4j.AsyncDriver,
    ref: NodeRef,
    routes: list[Route],
    filters: Filters,
    size: int,
    place: Place | None,
) -> tuple[list[neo4j.Record], Left]:
    # One more than fits tells whether the page is cut.
    ask = values_of(ref, filters, size + 1, place)
    part = routes[0].relation
    rows, late = await read_in_time(driver, query_of(routes, filters), ask, part)
    if not late or len(routes) == 1:
        return rows, late
    answers = await asyncio.gather(
        *(
            read_in_time(driver, query_of([route], filters), ask, route.relation, EACH)
            for route in routes
        )
    )
    found = [row for rows, _ in answers for row in rows]
    return found[: size + 1], tuple(part for _, late in answers for part in late)


def _edge(ref: NodeRef, route: Route, neighbour: str, row: neo4j.Record) -> GraphEdge:
    ends = (neighbour, str(ref)) if route.reverse else (str(ref), neighbour)
    if route.relation == "SAME_AS":
        # Stored once, from the lower code to the higher one: the same edge from either end.
        ends = (min(ends), max(ends))
    return edge(*ends, route.relation, row)
