"""Exploration's values → the desk's types."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import strawberry

from api.errors import Invalid
from api.inputs import amount_of
from api.map import types as gql
from graph.explore import values
from graph.explore.ids import parse_ref

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST_YEAR, LAST_YEAR = 1900, 2999


def kind_of(node: values.GraphNode) -> gql.NodeKind:
    """The drawn kind: an institution is a hospital or a pharmacy."""
    if node.kind == "Institution":
        pharmacy = str(node.props.get("fixmedins_type")) == "2"
        return gql.NodeKind.PHARMACY if pharmacy else gql.NodeKind.HOSPITAL
    return gql.NodeKind(node.kind)


def node_of(node: values.GraphNode, marked: frozenset[str] = frozenset()) -> gql.GraphNode:
    """A node; ``marked`` are ids of parties of open cases."""
    return gql.GraphNode(
        id=strawberry.ID(node.id),
        kind=kind_of(node),
        label=node.label,
        sharers=node.sharers,
        crowded=node.crowded,
        in_open_case=node.id in marked,
        props=node.props,
    )


def edge_of(edge: values.GraphEdge) -> gql.GraphEdge:
    """An edge, named by its ends and kind."""
    return gql.GraphEdge(
        id=strawberry.ID(f"{edge.source}>{edge.kind}>{edge.target}"),
        source=strawberry.ID(edge.source),
        target=strawberry.ID(edge.target),
        kind=edge.kind,
        count=edge.count,
        amount=edge.amount,
        fund=edge.fund,
        first=edge.first,
        last=edge.last,
    )


def left_out_of(left: values.Left) -> list[gql.LeftOut]:
    """What an answer lacks."""
    return [
        gql.LeftOut(part=one.part, reason=one.why, count=one.count, bound=one.bound, value=one)
        for one in left
    ]


def picture(
    nodes: Iterable[values.GraphNode],
    edges: Iterable[values.GraphEdge],
    *,
    truncated: bool,
    missing: Iterable[str] = (),
    left_out: values.Left = (),
    cursor: str | None = None,
    marked: frozenset[str] = frozenset(),
) -> gql.Subgraph:
    """Nodes and edges once each."""
    once = {node.id: node for node in nodes}
    links = {(edge.source, edge.kind, edge.target): edge for edge in edges}
    return gql.Subgraph(
        nodes=[node_of(node, marked) for node in once.values()],
        edges=[edge_of(edge) for edge in links.values()],
        truncated=truncated,
        missing=[strawberry.ID(text) for text in missing],
        left_out=left_out_of(left_out),
        end_cursor=cursor,
    )


def count_of(count: values.NeighbourCount) -> gql.ExpandCount:
    """Neighbours waiting behind a relation."""
    return gql.ExpandCount(
        relationship=count.relation,
        kind=gql.NodeKind(count.kind) if count.kind != "Institution" else gql.NodeKind.HOSPITAL,
        count=count.count,
        by_request=count.by_request,
    )


def start_of(day: date | None) -> datetime | None:
    """Midnight of a day in Shanghai."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Invalid(
            "day", "日期须在 1900 至 2999 年之间。", "The day must lie between 1900 and 2999."
        )
    return datetime.combine(day, time.min, SHANGHAI).astimezone(UTC) if day else None


def end_of(day: date | None) -> datetime | None:
    """The midnight that ends a day: ranges are given in whole days, both included."""
    start = start_of(day)
    return start + timedelta(days=1) if start else None


def filters_of(given: gql.ExpandFilter | None) -> values.Filters:
    """The filter in exploration's words."""
    if given is None:
        return values.Filters()
    return values.Filters(
        relations=frozenset(given.relationships or ()),
        kinds=frozenset(kind.value for kind in given.kinds or ()),
        institutions=frozenset(parse_ref(text).key for text in given.institutions or ()),
        start=start_of(given.from_day),
        end=end_of(given.to_day),
        least=amount_of("minAmount", given.min_amount),
        most=amount_of("maxAmount", given.max_amount),
    )


def path_filters_of(given: gql.PathFilter | None) -> values.Filters:
    """The path's filter in exploration's words."""
    if given is None:
        return values.Filters()
    return values.Filters(
        relations=frozenset(given.relationships or ()),
        start=start_of(given.from_day),
        end=end_of(given.to_day),
    )
