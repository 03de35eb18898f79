"""Roles inside a ring, and rings that overlap: networkx on the reduced graph."""

from collections.abc import Sequence

import networkx as nx

#: Larger rings are summed up by attendance alone: their graph has more edges than it tells.
MOST = 200


def meetings(events_of: Sequence[Sequence[int]]) -> list[tuple[int, int, int]]:
    """Pairs of members with how many events they shared, from two on."""
    masks = [sum(1 << event for event in frozenset(events)) for events in events_of]
    return [
        (a, b, met)
        for a, mine in enumerate(masks)
        for b in range(a + 1, len(masks))
        if (met := (mine & masks[b]).bit_count()) >= 2
    ]


def met_graph(members: int, met: Sequence[tuple[int, int, int]]) -> "nx.Graph[int]":
    """Members as nodes; an edge's weight is how many events two of them shared."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(members))
    graph.add_weighted_edges_from(met)
    return graph


def roles_of(events_of: Sequence[Sequence[int]]) -> list[str]:
    """`core` (in the innermost core of who met whom), `bridge` (without him the ring falls apart),
    else `member`; by position."""
    size = len(events_of)
    if not 4 <= size <= MOST:
        return ["member"] * size
    met = meetings(events_of)
    if len(met) == size * (size - 1) // 2:
        # Everybody met everybody, as in most families: one core, and nothing falls apart.
        return ["core"] * size
    graph = met_graph(size, met)
    numbers = nx.core_number(graph)
    inmost = max(numbers.values(), default=0)
    bridges = set(nx.articulation_points(graph))
    return [
        "bridge" if row in bridges else "core" if numbers[row] == inmost else "member"
        for row in range(size)
    ]
