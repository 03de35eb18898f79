"""Inspections: the list and one page."""

from __future__ import annotations

import strawberry

from api.context import Context, Info
from api.errors import Missing
from api.inspection import types as gql
from api.inspection.convert import file_of, row_of
from api.paging import Connection, connect, decode_cursor, moment, page_size
from api.results import InspectionSuccess
from casework.commands.base import Command
from casework.events import Event
from graph.inspection.read import inspection_page, list_inspections


async def load_inspection(context: Context, inspection_no: str) -> gql.InspectionFile:
    """The page of this reader; :class:`Missing` when there is none for him."""
    page = await inspection_page(context.driver, context.viewer, inspection_no, context.at)
    if page is None:
        raise Missing("检查")
    return file_of(page, context.language)


async def after_act(info: Info, command: Command, events: list[Event]) -> InspectionSuccess:
    """Answer of every act: the inspection as it stands now."""
    stream = next((e.stream for e in events if e.stream.startswith("inspection:")), "")
    number = stream.partition(":")[2] or str(getattr(command, "inspection_no", ""))
    return InspectionSuccess(inspection_file=await load_inspection(info.context, number))


@strawberry.type
class InspectionQueries:
    """The inspections pages."""

    @strawberry.field
    async def inspections(
        self,
        info: Info,
        open: bool | None = None,
        mine: bool = False,
        text: str | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.Inspection]:
        """Inspections, newest first."""
        context = info.context
        cursor = decode_cursor(after, moment, str)
        rows, more = await list_inspections(
            context.driver,
            context.viewer,
            open_only=open,
            mine=mine,
            text=text,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        keyed = [(row_of(r, context.language), (r.opened_at, r.inspection_no)) for r in rows]
        return connect(keyed, more)

    @strawberry.field
    async def inspection_file(self, info: Info, inspection_no: str) -> gql.InspectionFile | None:
        """One inspection; null when missing or not for this reader."""
        try:
            return await load_inspection(info.context, inspection_no)
        except Missing:
            return None
