"""Roles inside a ring, and rings that overlap: networkx on the reduced graph."""

from collections.abc import Sequence

import networkx as nx

#: Larger rings are summed up by attendance alone: their graph has more edges than it tells.
MOST = 200


def met_graph(events_of: Sequence[Sequence[int]]) -> "nx.Graph[int]":
    """Members as nodes; an edge's weight is how many events two members shared, from two on."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(events_of)))
    sets = [frozenset(events) for events in events_of]
    for a, mine in enumerate(sets):
        for b in range(a + 1, len(sets)):
            if (met := len(mine & sets[b])) >= 2:
                graph.add_edge(a, b, weight=met)
    return graph


def roles_of(events_of: Sequence[Sequence[int]]) -> list[str]:
    """`core` (in the innermost core of who met whom), `bridge` (without him the ring falls apart),
    else `member`; by position."""
    if not 4 <= len(events_of) <= MOST:
        return ["member"] * len(events_of)
    graph = met_graph(events_of)
    numbers = nx.core_number(graph)
    inmost = max(numbers.values(), default=0)
    bridges = set(nx.articulation_points(graph))
    return [
        "bridge" if row in bridges else "core" if numbers[row] == inmost else "member"
        for row in range(len(events_of))
    ]
