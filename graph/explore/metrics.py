"""Figures of a picture: who is central in it, and which parts hang together.

Computed with networkx on the given nodes and the edges among them, at most 5,000 nodes: degree;
betweenness (Brandes 2001, from a sample of sources when all would take too long); communities
(Louvain, Blondel et al. 2008, with a fixed seed, so the same picture gives the same groups).
"""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, LiteralString

import neo4j
import networkx as nx

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.permission import permit_map
from graph.explore.reading import bounded, read_in_time
from graph.explore.resolve import resolve
from graph.explore.values import Left, LeftOut, Why

MAX_NODES: Final = 5000
MAX_EDGES: Final = 50_000
SEED: Final = 7
# Betweenness is the dear one: its sources are walked in slices until this much time is used.
SECONDS: Final = 2.0
SLICE: Final = 5

# The edges that a picture draws (graph.explore.subgraph).
AMONG: Final[LiteralString] = """
CALL () {
MATCH (a) WHERE elementId(a) IN $ids AND (a:Patient OR a:Doctor OR a:Settlement)
MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|HAS_SETTLEMENT|AT|TREATED_BY
           |IN_BED|SWIPED_ON]->(b)
WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, elementId(b) AS b, coalesce(r.count, 1) AS count
UNION ALL
MATCH (a) WHERE elementId(a) IN $ids
MATCH (a)-[:JUDGED_SAME {verdict: 'confirmed'}]->(b) WHERE elementId(b) IN $ids
RETURN elementId(a) AS a, elementId(b) AS b, 1 AS count
UNION ALL
MATCH (a:Patient) WHERE $used <> [] AND elementId(a) IN $ids
MATCH (a)-[:HAS_SETTLEMENT]->(:Settlement)-[:IN_BED|SWIPED_ON]->(b) WHERE elementId(b) IN $used
RETURN elementId(a) AS a, elementId(b) AS b, 1 AS count
}
RETURN a, b, sum(count) AS count LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class NodeMetrics:
    """A node's place in the picture.

    `degree` neighbours in the picture; `strength` settlements on its edges; `betweenness` share of
    shortest paths that run through it, 0 to 1; `community` the number of its group, largest first.
    """

    id: str
    degree: int
    strength: int
    betweenness: float
    community: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """A page of nodes, the most central first, and the sizes of all communities (0, 1, 2 …).

    `modularity` says how clearly the picture falls apart: about 0 not at all, above 0.3 clearly.
    """

    nodes: tuple[NodeMetrics, ...]
    communities: tuple[int, ...]
    modularity: float
    edges: int
    missing: tuple[str, ...]
    truncated: bool
    cursor: str | None
    left_out: Left


async def subgraph_metrics(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    ids: Iterable[str],
    *,
    limit: int = 200,
    after: str | None = None,
) -> Metrics:
    """Degree, betweenness and communities of these nodes among themselves.

    Refusals: ROLE_REQUIRED, BAD_VALUE (no node, or more than 5,000).
    """
    permit_map(viewer)
    wanted, size, skip = list(dict.fromkeys(ids)), bounded(limit), read_offset(after)
    if not 1 <= len(wanted) <= MAX_NODES:
        raise refuse(
            "BAD_VALUE",
            field="ids",
            why=f"请选择 1 至 {MAX_NODES} 个节点",
            why_en=f"choose 1 to {MAX_NODES} objects",
        )
    known = await resolve(driver, wanted)
    ask = {"ids": known.element_ids, "used": known.places, "limit": MAX_EDGES + 1}
    rows, left = await read_in_time(driver, AMONG, ask, "edges")
    if len(rows) > MAX_EDGES:
        left += (LeftOut("edges", Why.LIMIT, None, MAX_EDGES),)
    graph: nx.Graph[str] = nx.Graph()
    names = {node.element_id: text for text, node in known.nodes.items()}
    graph.add_nodes_from(sorted(names.values()))
    for row in sorted(rows[:MAX_EDGES], key=lambda row: (row["a"], row["b"])):
        _add(graph, names[row["a"]], names[row["b"]], row["count"])
    figures, groups, modularity, sample = await asyncio.to_thread(measure, graph, SECONDS)
    if sample < len(graph):
        left += (LeftOut("betweenness", Why.SAMPLE, sample, None),)
    more = len(figures) > skip + size
    return Metrics(
        figures[skip : skip + size],
        groups,
        modularity,
        graph.number_of_edges(),
        known.missing,
        more or any(part.why is not Why.SAMPLE for part in left),
        write_offset(skip + size, more),
        left,
    )


def measure(
    graph: "nx.Graph[str]", seconds: float
) -> tuple[tuple[NodeMetrics, ...], tuple[int, ...], float, int]:
    """All figures, community sizes, modularity, and from how many sources betweenness was walked."""
    groups = sorted(
        nx.community.louvain_communities(graph, weight="weight", seed=SEED),
        key=lambda group: (-len(group), min(group)),
    )
    modularity = nx.community.modularity(graph, groups) if graph.number_of_edges() else 0.0
    number = {node: index for index, group in enumerate(groups) for node in group}
    between, sample = _betweenness(graph, time.monotonic() + seconds)
    strength: dict[str, Any] = dict(graph.degree(weight="weight"))
    figures = [
        NodeMetrics(node, graph.degree[node], strength[node], round(between[node], 6), number[node])
        for node in graph
    ]
    figures.sort(key=lambda one: (-one.betweenness, -one.degree, one.id))
    return tuple(figures), tuple(len(group) for group in groups), round(modularity, 4), sample


def _betweenness(graph: "nx.Graph[str]", until: float) -> tuple[dict[str, float], int]:
    """Normalised betweenness; sources in a fixed shuffled order, as many as the time allows."""
    sources = sorted(graph, key=lambda node: hash_of(node))
    total = dict.fromkeys(graph, 0.0)
    done = 0
    while done < len(sources):
        part = sources[done : done + SLICE]
        # Raw dependency sums of these sources, for all nodes.
        for node, value in nx.betweenness_centrality_subset(graph, part, sources).items():
            total[node] += value
        done += len(part)
        if time.monotonic() > until:
            break
    size = len(sources)
    # An undirected subset count holds half of each source's sum; pairs without the node itself.
    scale = 2 * size / done / ((size - 1) * (size - 2)) if size > 2 else 0.0
    return {node: value * scale for node, value in total.items()}, done


def hash_of(text: str) -> int:
    """A stable number without order of its own (FNV-1a), so that a sample is a fair one."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def _add(graph: "nx.Graph[str]", a: str, b: str, count: int) -> None:
    known = graph.get_edge_data(a, b)
    graph.add_edge(a, b, weight=count + (known["weight"] if known else 0))
