"""Clusters as people see them: who is one with whom, by which judgements, and where these contradict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

Verdict = str


@dataclass(frozen=True)
class Tie:
    """A judgement between two codes, `a` < `b`: by whom, when and why; `version` for taking it back."""

    key: str
    a: str
    b: str
    verdict: Verdict
    reason: str
    by: str
    at: str
    version: int


@dataclass(frozen=True)
class Contradiction:
    """Judged different (`apart`), and yet one by the shortest chain of other judgements."""

    apart: Tie
    chain: tuple[Tie, ...]


@dataclass(frozen=True)
class Cluster:
    """Members by code, the first of them the `head` that stands for all; the judgements that hold them
    together, and those inside that say the opposite: while there are any, nobody is merged."""

    members: tuple[str, ...]
    ties: tuple[Tie, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def head(self) -> str:
        """The member that stands for all."""
        return self.members[0]


def clusters_of(judged: Iterable[Tie]) -> tuple[Cluster, ...]:
    """The clusters that confirmed pairs make, contradictory ones first, then the largest."""
    ties = sorted(judged, key=lambda tie: (tie.at, tie.key))
    graph: nx.Graph[str] = nx.Graph()
    for tie in ties:
        if tie.verdict == "confirmed":
            graph.add_edge(tie.a, tie.b, tie=tie)
    apart = [tie for tie in ties if tie.verdict == "rejected"]
    found = [_cluster(graph, members, apart) for members in nx.connected_components(graph)]
    return tuple(
        sorted(found, key=lambda one: (not one.contradictions, -len(one.members), one.head))
    )


def _cluster(graph: "nx.Graph[str]", members: set[str], apart: Sequence[Tie]) -> Cluster:
    held = [graph.edges[pair]["tie"] for pair in graph.subgraph(members).edges]
    against = [tie for tie in apart if tie.a in members and tie.b in members]
    return Cluster(
        tuple(sorted(members)),
        tuple(sorted(held, key=lambda tie: (tie.at, tie.key))),
        tuple(Contradiction(tie, _chain(graph, tie)) for tie in against),
    )


def _chain(graph: "nx.Graph[str]", apart: Tie) -> tuple[Tie, ...]:
    way = nx.shortest_path(graph, apart.a, apart.b)
    return tuple(graph.edges[pair]["tie"] for pair in pairwise(way))
