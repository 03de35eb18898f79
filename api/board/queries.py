"""The boards: by stage, by officer."""

from __future__ import annotations

from datetime import date

import strawberry

from api.board import types as gql
from api.context import Context, Info
from api.errors import Invalid
from api.names import stage_name
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import working_days_left
from graph.cases.board import Card, Column, board_by_officer, board_by_stage
from graph.delegation.away import away_on


def card_of(card: Card, context: Context) -> gql.BoardCard:
    """A card."""
    row = card.case
    return gql.BoardCard(
        case_no=row.case_no,
        title=row.title,
        stage_title=stage_name(row.stage, context.language),
        party=row.party_name,
        amount=row.amount,
        next_due_at=row.next_due,
        working_days_left=working_days_left(row.next_calendar, row.next_due, context.at),
        late=card.late,
        officers=list(row.officers),
    )


def column_of(
    column: Column, title: str, target: str, context: Context, away: date | None = None
) -> gql.BoardColumn:
    """A column under its title."""
    return gql.BoardColumn(
        key=column.key,
        title=title,
        total=column.total,
        overdue=column.overdue,
        soon=column.soon,
        target=target,
        away_until=away,
        cards=[card_of(one, context) for one in column.cards],
    )


@strawberry.type
class BoardQueries:
    """Open cases side by side, for the bureau."""

    @strawberry.field
    async def stage_board(self, info: Info) -> list[gql.BoardColumn]:
        """One column for each stage that has open cases, in the order of the procedure."""
        context = info.context
        return [
            column_of(
                one,
                stage_name(Stage(one.key), context.language),
                f"/cases?stage={one.key}",
                context,
            )
            for one in await board_by_stage(context.driver, context.viewer, context.at)
        ]

    @strawberry.field
    async def officer_board(self, info: Info, stage: str | None = None) -> list[gql.BoardColumn]:
        """One column for each officer; who has most overdue comes first."""
        context = info.context
        try:
            wanted = Stage(stage) if stage else None
        except ValueError:
            raise Invalid("stage", "没有这个办案阶段。", "There is no such stage.") from None
        found = await board_by_officer(context.driver, context.viewer, context.at, wanted)
        away = await away_on(context.driver, context.viewer, local_date(context.at))
        nobody = context.say("尚未指派", "not assigned")
        return [
            column_of(
                one,
                one.name or nobody,
                f"/cases?officer={one.key}" if one.key else "/cases",
                context,
                away.get(one.key),
            )
            for one in found
        ]
