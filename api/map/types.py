"""The graph as the desk draws it: nodes, edges, and honest bounds."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

import strawberry


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
    properties: list[Property]
    sharers: int | None
    crowded: bool
    in_open_case: bool


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
class Subgraph:
    """A part of the map; ``truncated`` admits that more exists, ``missing`` names what is gone."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    truncated: bool
    missing: list[strawberry.ID]
    end_cursor: str | None = None


@strawberry.type
class SearchResult:
    """Hits; ``byCertno`` says that an ID number was searched, which was logged."""

    nodes: list[GraphNode]
    truncated: bool
    by_certno: bool


@strawberry.type
class ExpandCount:
    """How many neighbours of a kind wait behind a relationship; ``byRequest`` marks single
    settlements, shown only when asked for."""

    relationship: str
    kind: NodeKind
    count: int
    by_request: bool


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


@strawberry.type
class GraphPath:
    """Node ids from one end to the other."""

    node_ids: list[strawberry.ID]


@strawberry.type
class PathsResult:
    """Shortest paths with the picture that draws them; none within ``searched`` steps is an answer."""

    paths: list[GraphPath]
    graph: Subgraph
    searched: int


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


@strawberry.input
class ExpandFilter:
    """Absent fields do not filter. Settlements come one by one only when ``kinds`` names them."""

    relationships: list[str] | None = None
    kinds: list[NodeKind] | None = None
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
class Investigation:
    """A saved picture of the graph page. ``content`` is the desk's own JSON; ``key`` is what
    ``caseAttachPicture`` takes."""

    id: strawberry.ID
    key: str
    name: str
    owner: str
    shared_with: list[str]
    version: int
    updated_at: datetime
    content: strawberry.scalars.JSON
