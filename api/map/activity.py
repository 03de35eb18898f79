"""The story of a picture: what happened on which day between the nodes that are drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import strawberry

from api.context import Info
from api.map.convert import left_out_of
from api.map.types import LeftOut
from graph.explore.activity import ActiveDay, DayEdge, activity


@strawberry.type
class ActivityDay:
    """A day with its edges; the three lists run side by side. Amounts in yuan."""

    day: date
    edge_ids: list[strawberry.ID]
    counts: list[int]
    amounts: list[Decimal]


@strawberry.type
class Activity:
    """Days in order; ``truncated`` admits that a part is left out, ``leftOut`` says which and why."""

    days: list[ActivityDay]
    truncated: bool
    left_out: list[LeftOut]


@strawberry.type
class ActivityQueries:
    """What the timeline of the graph page asks."""

    @strawberry.field
    async def activity(self, info: Info, ids: list[strawberry.ID]) -> Activity:
        """Settlements per day between the given nodes."""
        found = await activity(info.context.driver, info.context.viewer, ids)
        return Activity(
            days=[_day(day) for day in found.days],
            truncated=found.truncated,
            left_out=left_out_of(found.left_out),
        )


def _day(found: ActiveDay) -> ActivityDay:
    return ActivityDay(
        day=found.day,
        edge_ids=[_id(edge) for edge in found.edges],
        counts=[edge.count for edge in found.edges],
        amounts=[edge.amount for edge in found.edges],
    )


def _id(edge: DayEdge) -> strawberry.ID:
    return strawberry.ID(f"{edge.source}>{edge.kind}>{edge.target}")
