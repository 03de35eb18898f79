"""What exploration answers with. Ids are public: `Patient:<psn_no>`, `Phone:<keyed digest>`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

Scalar = str | int | bool | None


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node as this viewer may see it.

    `label` is what stands under it in the picture; `props` are texts and numbers, amounts as
    decimal text. `sharers` counts its patients; `crowded` warns that so many share it that the
    sharing says little (a hospital's own phone number, a busy institution).
    """

    id: str
    kind: str
    label: str
    props: Mapping[str, Scalar]
    sharers: int | None = None
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relationship, or the sum of all settlements between two nodes.

    `count` settlements, `amount` total fee and `fund` paid by the fund in yuan, `first` and `last`
    settlement (Asia/Shanghai). Attributes such as a phone have count 1 and no amounts.
    """

    source: str
    target: str
    kind: str
    count: int = 1
    amount: Decimal | None = None
    fund: Decimal | None = None
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class NeighbourCount:
    """How many neighbours of one kind a node has through one relation.

    `by_request` marks single settlements, which an expansion shows only when asked for.
    """

    relation: str
    kind: str
    count: int
    by_request: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What an expansion or a path may use.

    `kinds` are labels of neighbours (also Hospital, Pharmacy); `start`/`end` bound the time of the
    settlement (aware, end exclusive); `least`/`most` bound the total fee of a single settlement,
    in yuan. With a time or an amount, sums cover only the settlements that fit.
    """

    relations: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    start: datetime | None = None
    end: datetime | None = None
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def on_settlements(self) -> bool:
        """Whether single settlements have to be looked at."""
        return any(bound is not None for bound in (self.start, self.end, self.least, self.most))


@dataclass(frozen=True, slots=True)
class Expansion:
    """A page of neighbours. `truncated`: there are more, ask again with `after=cursor`."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    truncated: bool
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One match: `score` sorts (higher first), `why` is name, code or certno."""

    node: GraphNode
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits of a search. `by_certno`: ID numbers were searched, so the caller logs the search."""

    hits: tuple[SearchHit, ...]
    truncated: bool
    by_certno: bool


@dataclass(frozen=True, slots=True)
class Path:
    """One path: node ids in order, and the edges between them as they are stored."""

    node_ids: tuple[str, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True)
class PathResult:
    """Paths of equal, shortest length. Empty: not connected within `searched` steps."""

    paths: tuple[Path, ...]
    nodes: tuple[GraphNode, ...]
    truncated: bool
    searched: int


@dataclass(frozen=True, slots=True)
class CommonNeighbour:
    """A node that several of the chosen ones share; `shared_by` are their ids."""

    node: GraphNode
    shared_by: tuple[str, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True)
class CommonResult:
    """Neighbours shared by a set, the most telling first; `missing` ids are not in the map."""

    common: tuple[CommonNeighbour, ...]
    truncated: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One settlement with its patient, institution and doctor (each may be unknown)."""

    at: datetime | None
    settlement: GraphNode
    patient: GraphNode | None
    institution: GraphNode | None
    doctor: GraphNode | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Settlements of an entity in order of time, oldest first."""

    entries: tuple[TimelineEntry, ...]
    truncated: bool
    cursor: str | None


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity with its sums: settlements, amounts in yuan, distinct neighbours."""

    node: GraphNode
    settlements: int
    amount: Decimal
    fund: Decimal
    first: datetime | None
    last: datetime | None
    counts: tuple[NeighbourCount, ...]


@dataclass(frozen=True, slots=True)
class Subgraph:
    """The given nodes that exist and all edges among them; the others are `missing`."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    missing: tuple[str, ...]
    truncated: bool
