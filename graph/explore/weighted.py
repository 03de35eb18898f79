"""The k lightest paths between two entities, walked in a bounded neighbourhood around both.

A path's weight says how much it proves little: a step through what many share weighs more
(RARITY), a step backed by many settlements weighs less (STRENGTH). Both ends are grown layer by
layer, never through hubs, and networkx looks for the paths (Yen 1971, in increasing weight).
"""

import asyncio
import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, pairwise
from typing import Any, Final, LiteralString

import neo4j
import neo4j.graph
import networkx as nx

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.ids import not_found
from graph.explore.paths import bounds_of
from graph.explore.permission import permit_map
from graph.explore.present import edge, present, ref_of
from graph.explore.reading import bounded, read_in_time
from graph.explore.resolve import Resolved, resolve
from graph.explore.values import Filters, LeftOut, Path, PathResult, Why

MAX_NODES: Final = 5000
# Of one node's neighbours, the least shared and the heaviest are looked at first.
MAX_NEIGHBOURS: Final = 400
REACH: Final = 3
LONGEST: Final = 2 * REACH
DEFAULT_HUB: Final = 5000
SECONDS: Final = 3.0
MOST_PATHS: Final = 100

LAYER: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (a) WHERE elementId(a) = id
CALL (a) {
  MATCH (a)-[r:VISITED|SEEN_BY|WORKS_AT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|JUDGED_SAME]-(b)
  WHERE type(r) IN $relations AND (r.verdict IS NULL OR r.verdict = 'confirmed')
    AND (r.days IS NULL OR ($start IS NULL AND $end IS NULL)
         OR any(d IN r.days WHERE d >= coalesce($start, d) AND d <= coalesce($end, d)))
  RETURN r, b ORDER BY coalesce(b.sharers, 0), r.count DESC LIMIT $each
}
RETURN r, b
"""


class Weight(StrEnum):
    """What makes a step light."""

    STEPS = "steps"
    RARITY = "rarity"
    STRENGTH = "strength"


@dataclass
class Neighbourhood:
    """What was walked: nodes by the store's id, and one edge of each type between two of them."""

    graph: "nx.Graph[str]" = field(default_factory=nx.Graph)
    nodes: dict[str, neo4j.graph.Node] = field(default_factory=dict)
    hubs: set[str] = field(default_factory=set)
    full: bool = False
    late: bool = False

    def add(self, link: neo4j.graph.Relationship, weight: Weight) -> None:
        """Keep the lighter of two relationships between the same nodes."""
        # A relationship knows its ends by id alone; what they are was kept when they were reached.
        a, b = (node.element_id if node is not None else "" for node in link.nodes)
        if a not in self.nodes or b not in self.nodes:
            return
        cost = step_weight(weight, link, self.nodes[a], self.nodes[b])
        known = self.graph.get_edge_data(a, b)
        if known is None or cost < known["weight"]:
            self.graph.add_edge(a, b, weight=cost, link=link)


async def lightest_paths(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    source: str,
    target: str,
    *,
    weight: Weight = Weight.STEPS,
    filters: Filters | None = None,
    hub: int | None = None,
    limit: int = 5,
    after: str | None = None,
) -> PathResult:
    """The next `limit` loopless paths of at most six steps, in order of their weight.

    Nodes with more than `hub` (default 5,000) patients are reached but not walked through. What
    was not looked at stands in `left_out`. Refusals: ROLE_REQUIRED, NOT_FOUND, BAD_VALUE.
    """
    permit_map(viewer)
    size, skip = min(bounded(limit), MOST_PATHS), read_offset(after)
    if source == target:
        raise refuse(
            "BAD_VALUE",
            field="target",
            why="请选择两个不同的节点",
            why_en="choose two different objects",
        )
    known = await resolve(driver, (source, target))
    if known.missing:
        raise not_found(known.missing[0])
    most = hub if hub is not None else DEFAULT_HUB
    until = time.monotonic() + SECONDS
    around = await _walk(driver, known, filters or Filters(), most, weight, until)
    found, cut = await asyncio.to_thread(
        _search, around, known.element_ids, skip + size + 1, time.monotonic() + SECONDS
    )
    shown = found[skip : skip + size]
    nodes = {one: present(around.nodes[one], viewer) for path in shown for one in path}
    more = len(found) > skip + size
    left = _left_out(around, most, cut)
    late = any(part.why is not Why.HUB for part in left)
    return PathResult(
        tuple(_path(around, path) for path in shown),
        tuple(nodes.values()),
        more or late,
        LONGEST,
        write_offset(skip + size, more),
        left,
    )


def step_weight(weight: Weight, link: Any, near: neo4j.graph.Node, far: neo4j.graph.Node) -> float:
    """What one step costs, at least 0.05, so that no step is free.

    RARITY: log₂ of the patients that share the more popular end. STRENGTH: one over the
    settlements that the relationship sums up.
    """
    if weight is Weight.RARITY:
        shared = max(near.get("sharers") or 1, far.get("sharers") or 1, 1)
        return max(0.05, math.log2(1 + shared))
    if weight is Weight.STRENGTH:
        return max(0.05, 1 / max(1, link.get("count") or 1))
    return 1.0


async def _walk(
    driver: neo4j.AsyncDriver,
    known: Resolved,
    filters: Filters,
    hub: int,
    weight: Weight,
    until: float,
) -> Neighbourhood:
    around = Neighbourhood()
    ends = known.element_ids
    around.nodes.update(zip(ends, known.nodes.values(), strict=True))
    edge_of = [{ends[0]}, {ends[1]}]
    for layer in range(LONGEST):
        side = layer % 2
        rest = until - time.monotonic()
        if rest <= 0 or around.full or not edge_of[side]:
            around.late |= rest <= 0
            continue
        ask = {**bounds_of(filters), "ids": sorted(edge_of[side]), "each": MAX_NEIGHBOURS}
        rows, left = await read_in_time(driver, LAYER, ask, "paths", rest)
        around.late |= bool(left)
        edge_of[side] = _grow(around, rows, hub, weight)
    return around


def _grow(
    around: Neighbourhood, rows: Iterable[neo4j.Record], hub: int, weight: Weight
) -> set[str]:
    fresh: set[str] = set()
    for row in rows:
        node, one = row["b"], row["b"].element_id
        if one not in around.nodes:
            if len(around.nodes) >= MAX_NODES:
                around.full = True
                continue
            around.nodes[one] = node
            if (node.get("sharers") or 0) > hub:
                around.hubs.add(one)
            else:
                fresh.add(one)
        around.add(row["r"], weight)
    return fresh


def _search(
    around: Neighbourhood, ends: list[str], most: int, until: float
) -> tuple[list[list[str]], bool]:
    """Up to `most` paths, and whether the time ran out before they were found."""
    walkable = around.graph.subgraph(set(around.graph) - (around.hubs - set(ends)))
    if not all(end in walkable for end in ends):
        return [], False
    found: list[list[str]] = []
    try:
        for path in islice(_in_order(walkable, ends), most * 4):
            if len(path) <= LONGEST + 1:
                found.append(path)
            if len(found) >= most or time.monotonic() > until:
                break
    except nx.NetworkXNoPath:
        return [], False
    return found, time.monotonic() > until


def _in_order(graph: "nx.Graph[str]", ends: list[str]) -> Iterator[list[str]]:
    paths: Iterator[list[str]] = nx.shortest_simple_paths(graph, ends[0], ends[1], weight="weight")
    return paths


def _path(around: Neighbourhood, path: list[str]) -> Path:
    links = [around.graph.edges[a, b] for a, b in pairwise(path)]
    edges = []
    for one in links:
        start, end = (around.nodes[node.element_id] for node in one["link"].nodes)
        edges.append(edge(ref_of(start), ref_of(end), one["link"].type, one["link"]))
    refs = tuple(ref_of(around.nodes[one]) for one in path)
    return Path(refs, tuple(edges), round(sum(one["weight"] for one in links), 3))


def _left_out(around: Neighbourhood, hub: int, cut: bool) -> tuple[LeftOut, ...]:
    left = [LeftOut("hubs", Why.HUB, len(around.hubs), hub)] if around.hubs else []
    if around.full:
        left.append(LeftOut("nodes", Why.LIMIT, None, MAX_NODES))
    if around.late or cut:
        left.append(LeftOut("paths", Why.TIME))
    return tuple(left)
