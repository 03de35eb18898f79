"""Exploring the map. Each answer is bounded and says when more exists."""

from __future__ import annotations

from datetime import date

import strawberry

from api.context import Info
from api.map import types as gql
from api.map.convert import (
    count_of,
    end_of,
    filters_of,
    left_out_of,
    node_of,
    path_filters_of,
    picture,
    start_of,
)
from api.paging import page_size
from api.selected import selects
from casework.commands.access import SearchByIdNumber
from graph.cases.marks import parties_of_open_cases
from graph.commands import execute
from graph.explore.card import entity_card
from graph.explore.common import common_neighbours
from graph.explore.counts import expand_counts
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.explore.search import search
from graph.explore.subgraph import subgraph
from graph.explore.timeline import timeline, timeline_total
from graph.explore.totals import neighbour_totals
from graph.explore.values import GraphNode, PathResult
from graph.explore.weighted import Weight, lightest_paths


async def marks(info: Info, nodes: list[GraphNode]) -> frozenset[str]:
    """Which of the nodes are parties of open cases; nobody is looked up where nobody asks."""
    if not selects(info, "inOpenCase"):
        return frozenset()
    context = info.context
    return await parties_of_open_cases(context.driver, context.viewer, [n.id for n in nodes])


@strawberry.type
class MapQueries:
    """What the graph page asks."""

    @strawberry.field
    async def search(
        self,
        info: Info,
        text: str,
        first: int = 20,
        after: str | None = None,
        kinds: list[gql.NodeKind] | None = None,
    ) -> gql.SearchResult:
        """By name, code, or the last four or more digits of an ID number (which is logged); ``kinds``
        asks for these alone."""
        context = info.context
        found = await search(
            context.driver,
            context.viewer,
            text,
            limit=page_size(first),
            after=after,
            kinds=[kind.value for kind in kinds or ()],
        )
        if found.by_certno:
            digits = sum(character.isdigit() for character in text)
            command = SearchByIdNumber(digits=digits, hits=len(found.hits))
            await execute(context.driver, command, context.actor, context.at)
        nodes = [hit.node for hit in found.hits]
        marked = await marks(info, nodes)
        return gql.SearchResult(
            nodes=[node_of(node, marked) for node in nodes],
            truncated=found.truncated,
            by_certno=found.by_certno,
            end_cursor=found.cursor,
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def entity(self, info: Info, id: strawberry.ID) -> gql.EntityCard:
        """An entity with its sums and counts."""
        card = await entity_card(info.context.driver, info.context.viewer, id)
        return gql.EntityCard(
            node=node_of(card.node, await marks(info, [card.node])),
            settlements=card.settlements,
            amount=card.amount,
            fund=card.fund,
            first=card.first,
            last=card.last,
            counts=[count_of(count) for count in card.counts],
            left_out=left_out_of(card.left_out),
        )

    @strawberry.field
    async def expand_counts(self, info: Info, id: strawberry.ID) -> gql.ExpandCounts:
        """How many neighbours of each kind there are, before any is drawn."""
        found = await expand_counts(info.context.driver, info.context.viewer, id)
        return gql.ExpandCounts(
            counts=[count_of(count) for count in found.counts],
            truncated=bool(found.left_out),
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def neighbour_totals(self, info: Info, ids: list[strawberry.ID]) -> gql.NeighbourTotals:
        """How many neighbours each of at most 800 nodes has; those that are gone are left out."""
        found = await neighbour_totals(info.context.driver, info.context.viewer, ids)
        return gql.NeighbourTotals(
            totals=[
                gql.NeighbourTotal(id=strawberry.ID(id), total=total)
                for id, total in found.totals.items()
            ],
            truncated=found.truncated,
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def expand(
        self,
        info: Info,
        id: strawberry.ID,
        filter: gql.ExpandFilter | None = None,
        first: int = 10,
        after: str | None = None,
    ) -> gql.Subgraph:
        """The next page of neighbours, the heaviest first."""
        context = info.context
        found = await expand(
            context.driver,
            context.viewer,
            id,
            filters=filters_of(filter),
            limit=page_size(first),
            after=after,
        )
        marked = await marks(info, list(found.nodes))
        return picture(
            found.nodes,
            found.edges,
            truncated=found.truncated,
            left_out=found.left_out,
            cursor=found.cursor,
            marked=marked,
        )

    @strawberry.field
    async def paths(
        self,
        info: Info,
        source: strawberry.ID,
        target: strawberry.ID,
        filter: gql.PathFilter | None = None,
        all: bool = False,
        mode: gql.PathMode = gql.PathMode.SHORTEST,
        weight: Weight = Weight.STEPS,
        first: int = 20,
        after: str | None = None,
    ) -> gql.PathsResult:
        """Paths between two entities; ``all`` is an older name of ``mode: ALL_SHORTEST``."""
        context = info.context
        hub, size = filter.avoid_hubs if filter else None, page_size(first)
        ends = (context.driver, context.viewer, source, target)
        bounds = path_filters_of(filter)
        found: PathResult
        if mode is gql.PathMode.LIGHTEST:
            found = await lightest_paths(
                *ends, weight=weight, filters=bounds, hub=hub, limit=size, after=after
            )
        else:
            every = all or mode is gql.PathMode.ALL_SHORTEST
            found = await paths(
                *ends, all_shortest=every, filters=bounds, hub=hub, limit=size, after=after
            )
        edges = [edge for path in found.paths for edge in path.edges]
        marked = await marks(info, list(found.nodes))
        return gql.PathsResult(
            paths=[
                gql.GraphPath(
                    node_ids=[strawberry.ID(text) for text in path.node_ids], weight=path.weight
                )
                for path in found.paths
            ],
            graph=picture(found.nodes, edges, truncated=found.truncated, marked=marked),
            searched=found.searched,
            truncated=found.truncated,
            end_cursor=found.cursor,
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def common_neighbours(
        self,
        info: Info,
        ids: list[strawberry.ID],
        first: int = 50,
        least: int | None = None,
        after: str | None = None,
    ) -> gql.Subgraph:
        """What all (or at least ``least``) of the chosen nodes share."""
        context = info.context
        found = await common_neighbours(
            context.driver, context.viewer, ids, least=least, limit=page_size(first), after=after
        )
        nodes = [one.node for one in found.common]
        edges = [edge for one in found.common for edge in one.edges]
        marked = await marks(info, nodes)
        return picture(
            nodes,
            edges,
            truncated=found.truncated,
            missing=found.missing,
            left_out=found.left_out,
            cursor=found.cursor,
            marked=marked,
        )

    @strawberry.field
    async def subgraph(self, info: Info, ids: list[strawberry.ID]) -> gql.Subgraph:
        """The given nodes and all edges among them."""
        found = await subgraph(info.context.driver, info.context.viewer, ids)
        marked = await marks(info, list(found.nodes))
        return picture(
            found.nodes,
            found.edges,
            truncated=found.truncated,
            missing=found.missing,
            left_out=found.left_out,
            marked=marked,
        )

    @strawberry.field
    async def timeline(
        self,
        info: Info,
        id: strawberry.ID,
        from_day: date | None = None,
        to_day: date | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> gql.Timeline:
        """An entity's settlements in order of time."""
        context = info.context
        found = await timeline(
            context.driver,
            context.viewer,
            id,
            start=start_of(from_day),
            end=end_of(to_day),
            limit=page_size(first),
            after=after,
        )
        return gql.Timeline(
            entries=[
                gql.TimelineEntry(
                    at=entry.at,
                    settlement=node_of(entry.settlement),
                    patient=node_of(entry.patient) if entry.patient else None,
                    institution=node_of(entry.institution) if entry.institution else None,
                    doctor=node_of(entry.doctor) if entry.doctor else None,
                )
                for entry in found.entries
            ],
            end_cursor=found.cursor,
            truncated=found.truncated,
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def timeline_total(
        self,
        info: Info,
        id: strawberry.ID,
        from_day: date | None = None,
        to_day: date | None = None,
    ) -> int | None:
        """How many settlements ``timeline`` pages through; null where they could not be counted in time."""
        context = info.context
        start, end = start_of(from_day), end_of(to_day)
        return await timeline_total(context.driver, context.viewer, id, start=start, end=end)
