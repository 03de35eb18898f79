"""Groups derived from people's judgements: who is one with whom, and where they contradict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

Pair = tuple[str, str]


@dataclass(frozen=True)
class Groups:
    """`head` maps each code of a group to its lowest; `contradictory` groups are left apart.

    A group contradicts itself when people confirmed a chain of pairs and rejected a pair inside.
    """

    head: Mapping[str, str]
    contradictory: tuple[frozenset[str], ...]


def derive(confirmed: Iterable[Pair], rejected: Iterable[Pair]) -> Groups:
    """Connected components of the confirmed pairs; one with a rejected pair inside merges nobody."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(confirmed)
    against = [frozenset(pair) for pair in rejected]
    head: dict[str, str] = {}
    torn: list[frozenset[str]] = []
    for component in nx.connected_components(graph):
        if any(pair <= component for pair in against):
            torn.append(frozenset(component))
        else:
            head |= dict.fromkeys(component, min(component))
    return Groups(head, tuple(sorted(torn, key=min)))
