"""Groups on the reduced graph: core, components, and a split of what hangs together loosely."""

import math

import networkx as nx
import numpy as np

from graph.rings.reference.model import Ints, Pairs, Parameters


def core_groups(pairs: Pairs, parameters: Parameters) -> list[frozenset[int]]:
    """Groups of patients in the k-core of the pair graph.

    A lenient pair test followed by a core keeps recall and kills chance: chance pairs rarely close.
    Groups come in a stable order.
    """
    if not len(core_members(pairs, parameters.core)):
        return []
    graph = pair_graph(pairs)
    core = nx.k_core(graph, parameters.core)
    groups: list[frozenset[int]] = []
    for component in nx.connected_components(core):
        groups += _split(core.subgraph(component), parameters)
    kept = [group for group in groups if len(group) >= parameters.smallest]
    return sorted(kept, key=lambda group: (-len(group), min(group)))


def core_members(pairs: Pairs, least: int) -> Ints:
    """The patients of the core: who stays after dropping, again and again, those with fewer than
    `least` pairs. As `nx.k_core`, without a graph: most permutations leave nobody."""
    a, b = pairs.a, pairs.b
    while len(a):
        degree = np.bincount(np.concatenate((a, b)))
        stays = (degree[a] >= least) & (degree[b] >= least)
        if stays.all():
            break
        a, b = a[stays], b[stays]
    return np.unique(np.concatenate((a, b)))


def pair_graph(pairs: Pairs) -> "nx.Graph[int]":
    """Patients as nodes; an edge's weight is how surprising the pair is (−log10 p, at most 30)."""
    graph: nx.Graph[int] = nx.Graph()
    for a, b, p in zip(pairs.a.tolist(), pairs.b.tolist(), pairs.p.tolist(), strict=True):
        graph.add_edge(a, b, weight=min(30.0, -math.log10(max(p, 1e-30))))
    return graph


def _split(graph: "nx.Graph[int]", parameters: Parameters) -> list[frozenset[int]]:
    members = frozenset(graph.nodes)
    if len(members) <= parameters.split_above or nx.density(graph) > 0.6:
        return [members]
    # One bridging patient joins two rings: communities cut the bridge.
    parts = nx.community.louvain_communities(graph, weight="weight", seed=parameters.seed)
    return [frozenset(part) for part in parts]
