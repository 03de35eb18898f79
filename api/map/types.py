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
    """A node; ``id`` is ``Kind:key``. Personal data masked."""

    id: strawberry.ID
    kind: NodeKind
    label: str
    properties: list[Property]
    amount: Decimal | None
    visits: int | None
    in_open_case: bool


@strawberry.type
class GraphEdge:
    """A relationship, or an aggregate of settlements between two nodes."""

    id: strawberry.ID
    source: strawberry.ID
    target: strawberry.ID
    kind: str
    count: int
    amount: Decimal | None
    first: datetime | None
    last: datetime | None


@strawberry.type
class Subgraph:
    """A part of the map; ``truncated`` admits that more exists."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    truncated: bool
    end_cursor: str | None = None


@strawberry.type
class SearchResult:
    """Hits; ``byCertno`` says that an ID number was searched, which was logged."""

    nodes: list[GraphNode]
    truncated: bool
    by_certno: bool


@strawberry.type
class ExpandCount:
    """How many neighbours of a kind wait behind a relationship."""

    relationship: str
    kind: NodeKind
    count: int


@strawberry.type
class GraphPath:
    """Node ids from one end to the other."""

    node_ids: list[strawberry.ID]
    length: int


@strawberry.type
class PathsResult:
    """Paths with the nodes and edges that draw them."""

    paths: list[GraphPath]
    graph: Subgraph


@strawberry.type
class TimelineEntry:
    """Something dated about an entity."""

    at: datetime
    kind: str
    title: str
    amount: Decimal | None
    node_ids: list[strawberry.ID]


@strawberry.type
class Timeline:
    """A page of an entity's history, newest first."""

    entries: list[TimelineEntry]
    end_cursor: str | None
    truncated: bool


@strawberry.input
class ExpandFilter:
    """``claims`` shows single settlements instead of aggregated edges."""

    relationships: list[str] | None = None
    kinds: list[NodeKind] | None = None
    from_day: date | None = None
    to_day: date | None = None
    min_amount: Decimal | None = None
    claims: bool = False


@strawberry.input
class PathFilter:
    """Bounds of a path search."""

    relationships: list[str] | None = None
    from_day: date | None = None
    to_day: date | None = None
    max_length: int = 6
    avoid_hubs: bool = True


@strawberry.type
class Investigation:
    """A saved picture of the graph page. ``content`` is the desk's own JSON."""

    id: strawberry.ID
    name: str
    owner: str
    shared_with: list[str]
    version: int
    updated_at: datetime
    content: strawberry.scalars.JSON
