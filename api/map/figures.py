"""Where institutions lie, and who is central in a picture."""

from __future__ import annotations

from decimal import Decimal

import strawberry
from strawberry.scalars import JSON

from api.context import Info
from api.map.convert import left_out_of, node_of
from api.map.types import GraphNode, LeftOut
from api.paging import page_size
from graph.cases.marks import parties_of_open_cases
from graph.explore.metrics import subgraph_metrics
from graph.geo.places import geo


@strawberry.type
class GeoPlace:
    """An institution on the map; degrees (WGS 84 or CGCS2000), settlements, amounts in yuan."""

    node: GraphNode
    lon: float
    lat: float
    count: int
    amount: Decimal | None
    fund: Decimal | None


@strawberry.type
class GeoResult:
    """Institutions, the busiest first, over the county's own outlines (GeoJSON FeatureCollection,
    polygons with ``name``; null when none is kept). Nothing comes from outside."""

    places: list[GeoPlace]
    outline: strawberry.scalars.JSON | None
    truncated: bool
    end_cursor: str | None
    left_out: list[LeftOut]


@strawberry.type
class NodeMetrics:
    """A node in the picture: neighbours, settlements on its edges, share of the shortest paths that
    run through it (0 to 1), and the number of its community (0 is the largest)."""

    id: strawberry.ID
    degree: int
    strength: int
    betweenness: float
    community: int


@strawberry.type
class SubgraphMetrics:
    """A page of nodes, the most central first; ``communities`` are the sizes of all groups;
    ``modularity`` above about 0.3 says that the picture falls apart clearly."""

    nodes: list[NodeMetrics]
    communities: list[int]
    modularity: float
    edges: int
    missing: list[strawberry.ID]
    truncated: bool
    end_cursor: str | None
    left_out: list[LeftOut]


@strawberry.type
class FigureQueries:
    """Maps and measures."""

    @strawberry.field
    async def geo(
        self,
        info: Info,
        of: strawberry.ID | None = None,
        first: int = 200,
        after: str | None = None,
    ) -> GeoResult:
        """All institutions, or those that one entity has to do with (for an institution: where its
        patients went)."""
        context = info.context
        found = await geo(
            context.driver,
            context.viewer,
            context.services.settings.home,
            of=of,
            limit=page_size(first),
            after=after,
        )
        ids = [place.node.id for place in found.places]
        marked = await parties_of_open_cases(context.driver, context.viewer, ids)
        return GeoResult(
            places=[
                GeoPlace(
                    node=node_of(place.node, marked),
                    lon=place.lon,
                    lat=place.lat,
                    count=place.count,
                    amount=place.amount,
                    fund=place.fund,
                )
                for place in found.places
            ],
            outline=JSON(found.outline) if found.outline else None,
            truncated=found.truncated,
            end_cursor=found.cursor,
            left_out=left_out_of(found.left_out),
        )

    @strawberry.field
    async def subgraph_metrics(
        self, info: Info, ids: list[strawberry.ID], first: int = 200, after: str | None = None
    ) -> SubgraphMetrics:
        """Degree, betweenness and communities of at most 5,000 nodes among themselves."""
        context = info.context
        found = await subgraph_metrics(
            context.driver, context.viewer, ids, limit=page_size(first), after=after
        )
        return SubgraphMetrics(
            nodes=[
                NodeMetrics(
                    id=strawberry.ID(one.id),
                    degree=one.degree,
                    strength=one.strength,
                    betweenness=one.betweenness,
                    community=one.community,
                )
                for one in found.nodes
            ],
            communities=list(found.communities),
            modularity=found.modularity,
            edges=found.edges,
            missing=[strawberry.ID(text) for text in found.missing],
            truncated=found.truncated,
            end_cursor=found.cursor,
            left_out=left_out_of(found.left_out),
        )
