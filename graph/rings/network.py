"""Who met whom inside a ring, laid out: networkx on the graph of members, some hundreds at most."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.rings.model import Mark
from graph.rings.roles import MOST, meetings, met_graph

#: Drawn ties, the strongest first; a picture of thousands says less.
MOST_TIES = 600
#: Fewer people are no circle.
LEAST_CIRCLE = 3
SEED = 7


@dataclass(frozen=True)
class Network:
    """Positions of the members (x and y between -1 and 1), pairs of them with how many joint days they
    shared (two at least), and circles: the parts that hang together even without any one person. Who
    holds two circles together is in both; one circle alone is the ring and is not named. All by
    position of the member; nothing where the ring is too large or too small to be drawn."""

    spots: tuple[tuple[float, float], ...] = ()
    ties: tuple[tuple[int, int, int], ...] = ()
    circles: tuple[tuple[int, ...], ...] = ()


def network_of(members: int, marks: Sequence[Mark]) -> Network:
    """The network of so many members; the same marks give the same picture."""
    if not 2 <= members <= MOST:
        return Network()
    days: dict[int, set[int]] = defaultdict(set)
    for mark in marks:
        days[mark.member].add(mark.day)
    met = meetings([sorted(days[row]) for row in range(members)])
    graph = met_graph(members, met)
    spots = nx.spring_layout(graph, seed=SEED, weight="weight", iterations=80)
    places = [spots[row] for row in range(members)]
    components: Any = nx.biconnected_components(graph)
    parts: list[list[int]] = [sorted(part) for part in components]
    circles = sorted(
        [part for part in parts if len(part) >= LEAST_CIRCLE], key=lambda part: (-len(part), part)
    )
    ties = sorted(met, key=lambda tie: (-tie[2], tie))[:MOST_TIES]
    return Network(
        tuple((round(float(x), 4), round(float(y), 4)) for x, y in places),
        tuple(ties),
        tuple(map(tuple, circles)) if len(circles) > 1 else (),
    )
