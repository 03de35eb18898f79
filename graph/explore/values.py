"""What exploration answers with. Ids are public: `Patient:<psn_no>`, `Phone:<keyed digest>`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

Scalar = str | int | bool | None


class Why(StrEnum):
    """Why a part of an answer is not there."""

    TIME = "time"
    LIMIT = "limit"
    HUB = "hub"
    PLACE = "place"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part that the answer lacks. `part` is a relation, or a word of `graph.explore.left_words`.

    TIME: its time ran out. LIMIT: it is larger than `bound` allows. HUB: `count` nodes with more
    than `bound` patients were not walked through. PLACE: `count` institutions have no coordinates.
    SAMPLE: the figure was estimated from `count` nodes.
    """

    part: str
    why: Why
    count: int | None = None
    bound: int | None = None


Left = tuple[LeftOut, ...]


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
class NeighbourCounts:
    """The counts of a node by relation; `left_out` says that they could not be counted in time."""

    counts: tuple[NeighbourCount, ...]
    left_out: Left


@dataclass(frozen=True, slots=True)
class NeighbourTotals:
    """How many neighbours each node has by public id; `left_out` says what was not counted."""

    totals: Mapping[str, int]
    truncated: bool
    left_out: Left


@dataclass(frozen=True, slots=True)
class Filters:
    """What an expansion or a path may use.

    `kinds` are labels of neighbours (also Hospital, Pharmacy); `start`/`end` bound the time of the
    settlement (aware, end exclusive); `least`/`most` bound the total fee of a single settlement,
    in yuan; `institutions` are codes of where it took place. With any of these, sums cover only the
    settlements that fit; a phone, an address or an employer is not bound to a settlement.
    """

    relations: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    start: datetime | None = None
    end: datetime | None = None
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def on_settlements(self) -> bool:
        """Whether single settlements have to be looked at."""
        bounds = (self.start, self.end, self.least, self.most)
        return bool(self.institutions) or any(bound is not None for bound in bounds)


@dataclass(frozen=True, slots=True)
class Expansion:
    """A page of neighbours. `truncated`: there are more, ask again with `after=cursor`."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    truncated: bool
    cursor: str | None = None
    left_out: Left = ()


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
    cursor: str | None = None
    left_out: Left = ()


@dataclass(frozen=True, slots=True)
class Path:
    """One path: node ids in order, and the edges between them as they are stored.

    `weight` is the sum of its steps' weights; equal to the steps unless a weight was asked for.
    """

    node_ids: tuple[str, ...]
    edges: tuple[GraphEdge, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class PathResult:
    """Paths, the shortest (or lightest) first. Empty: not connected within `searched` steps."""

    paths: tuple[Path, ...]
    nodes: tuple[GraphNode, ...]
    truncated: bool
    searched: int
    cursor: str | None = None
    left_out: Left = ()


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
    cursor: str | None = None
    left_out: Left = ()


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
    left_out: Left = ()


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
    left_out: Left = ()


@dataclass(frozen=True, slots=True)
class Subgraph:
    """The given nodes that exist and all edges among them; the others are `missing`."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    missing: tuple[str, ...]
    truncated: bool
    left_out: Left = ()
