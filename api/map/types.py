"""The graph as the desk draws it: nodes, edges, and honest bounds."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.context import Info
from graph.explore import values
from graph.explore.left_words import sentence
from graph.explore.weighted import Weight

strawberry.enum(values.Why, name="LeftOutReason")
strawberry.enum(Weight, name="PathWeight")


@strawberry.enum
class NodeKind(enum.Enum):
    """What a node stands for; the desk chooses its shape by it."""

    PATIENT = "Patient"
    DOCTOR = "Doctor"
    HOSPITAL = "Hospital"
    PHARMACY = "Pharmacy"
    SETTLEMENT = "Settlement"
    PHONE = "Phone"
    ADDRESS = "Address"
    EMPLOYER = "Employer"
    BED = "Bed"
    TERMINAL = "Terminal"
    RING = "Ring"


@strawberry.type
class Property:
    """A property in display form; names are the national interface's."""

    name: str
    value: str


@strawberry.type
class GraphNode:
    """A node; ``id`` is ``Kind:key``. ``sharers`` counts its patients; ``crowded`` warns that so many
    share it that sharing says little. Personal data masked."""

    id: strawberry.ID
    kind: NodeKind
    label: str
    sharers: int | None
    crowded: bool
    in_open_case: bool
    props: strawberry.Private[Mapping[str, values.Scalar]]

    @strawberry.field
    def properties(self, names: list[str] | None = None) -> list[Property]:
        """What is known of it: all, or those of these names that it has."""
        wanted = None if names is None else frozenset(names)
        return [
            Property(name=name, value=str(value))
            for name, value in self.props.items()
            if value is not None and (wanted is None or name in wanted)
        ]


@strawberry.type
class GraphEdge:
    """A relationship, or the sum of all settlements between two nodes; amounts in yuan."""

    id: strawberry.ID
    source: strawberry.ID
    target: strawberry.ID
    kind: str
    count: int
    amount: Decimal | None
    fund: Decimal | None
    first: datetime | None
    last: datetime | None


@strawberry.type
class LeftOut:
    """A part that an answer lacks: its time ran out, it is too large, it lies behind a hub, it has no
    coordinates, or a figure was estimated from a sample. ``part`` is a relationship or a stable word."""

    part: str
    reason: values.Why
    count: int | None
    bound: int | None
    value: strawberry.Private[values.LeftOut]

    @strawberry.field
    def message(self, info: Info) -> str:
        """The same as a sentence in the reader's language."""
        return sentence(self.value, info.context.language)


@strawberry.type
class Subgraph:
    """A part of the map; ``truncated`` admits that more exists, ``leftOut`` says what and why,
    ``missing`` names what is gone."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    truncated: bool
    missing: list[strawberry.ID]
    left_out: list[LeftOut]
    end_cursor: str | None = None


@strawberry.type
class SearchResult:
    """Hits; ``byCertno`` says that an ID number was searched, which was logged."""

    nodes: list[GraphNode]
    truncated: bool
    by_certno: bool
    end_cursor: str | None
    left_out: list[LeftOut]


@strawberry.type
class ExpandCount:
    """How many neighbours of a kind wait behind a relationship; ``byRequest`` marks single
    settlements, shown only when asked for."""

    relationship: str
    kind: NodeKind
    count: int
    by_request: bool


@strawberry.type
class ExpandCounts:
    """Counts by relationship; ``truncated`` admits that they could not be counted in time."""

    counts: list[ExpandCount]
    truncated: bool
    left_out: list[LeftOut]


@strawberry.type
class NeighbourTotal:
    """All neighbours of a node, single settlements not counted."""

    id: strawberry.ID
    total: int


@strawberry.type
class NeighbourTotals:
    """Totals of many nodes; ``truncated`` admits that some were not counted."""

    totals: list[NeighbourTotal]
    truncated: bool
    left_out: list[LeftOut]


@strawberry.type
class EntityCard:
    """An entity with its sums (yuan) and neighbour counts."""

    node: GraphNode
    settlements: int
    amount: Decimal
    fund: Decimal
    first: datetime | None
    last: datetime | None
    counts: list[ExpandCount]
    left_out: list[LeftOut]


@strawberry.type
class GraphPath:
    """Node ids from one end to the other; ``weight`` is the sum of the steps' weights."""

    node_ids: list[strawberry.ID]
    weight: float


@strawberry.enum
class PathMode(enum.Enum):
    """One shortest path, all shortest ones, or the ``first`` lightest by ``PathWeight``."""

    SHORTEST = "shortest"
    ALL_SHORTEST = "all_shortest"
    LIGHTEST = "lightest"


@strawberry.type
class PathsResult:
    """Paths with the picture that draws them; none within ``searched`` steps is an answer."""

    paths: list[GraphPath]
    graph: Subgraph
    searched: int
    truncated: bool
    end_cursor: str | None
    left_out: list[LeftOut]


@strawberry.type
class TimelineEntry:
    """A settlement with whom it ties together."""

    at: datetime | None
    settlement: GraphNode
    patient: GraphNode | None
    institution: GraphNode | None
    doctor: GraphNode | None


@strawberry.type
class Timeline:
    """A page of an entity's settlements, oldest first."""

    entries: list[TimelineEntry]
    end_cursor: str | None
    truncated: bool
    left_out: list[LeftOut]


@strawberry.input
class ExpandFilter:
    """Absent fields do not filter. Settlements come one by one only when ``kinds`` names them;
    ``institutions`` are ids of where they took place."""

    relationships: list[str] | None = None
    kinds: list[NodeKind] | None = None
    institutions: list[strawberry.ID] | None = None
    from_day: date | None = None
    to_day: date | None = None
    min_amount: Decimal | None = None
    max_amount: Decimal | None = None


@strawberry.input
class PathFilter:
    """Bounds of a path search. ``avoidHubs`` leaves out what more than so many people share."""

    relationships: list[str] | None = None
    from_day: date | None = None
    to_day: date | None = None
    avoid_hubs: int | None = None


@strawberry.type
class CypherTable:
    """What a console query found: columns, and rows of JSON values in their order. Nodes are objects
    with ``id`` and ``kind``, relationships with ``type``; personal data masked."""

    columns: list[str]
    rows: list[strawberry.scalars.JSON]
    truncated: bool
    left_out: list[LeftOut]


@strawberry.type
class InvestigationState:
    """What an investigation was before it was saved anew."""

    version: int
    name: str
    saved_at: datetime


@strawberry.type
class Investigation:
    """A saved picture of the graph page. ``content`` is the desk's own JSON, saved at ``savedAt``; ``key``
    is what ``caseAttachPicture`` takes. ``states`` are the earlier ones, latest first, for its owner."""

    id: strawberry.ID
    key: str
    name: str
    owner: str
    shared_with: list[str]
    version: int
    updated_at: datetime
    saved_at: datetime
    states: list[InvestigationState]
    content: strawberry.scalars.JSON
