"""Inspections: the list and one page."""

from __future__ import annotations

import strawberry

from api.context import Context, Info
from api.errors import Missing
from api.inspection import types as gql
from api.inspection.acts import claimed
from api.inspection.convert import file_of, lines_of, row_of
from api.paging import Connection, connect, decode_cursor, moment, page_size
from api.results import InspectionSuccess
from casework.actors import BUREAU
from casework.commands.base import Command
from casework.events import Event
from casework.inspection.picked import Choice, pick
from graph.inspection.read import inspection_page, inspection_state, list_inspections


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

    @strawberry.field
    async def inspection_paper_lines(
        self,
        info: Info,
        inspection_no: str,
        paper_id: str,
        first: int = 50,
        start: int = 0,
    ) -> gql.PaperLines | None:
        """A page of the lines of a working paper; null when missing or not for this reader."""
        state = await inspection_state(info.context.driver, info.context.viewer, inspection_no)
        paper = state.paper(paper_id) if state else None
        if paper is None:
            return None
        return lines_of(paper.bills_picked, None, (), max(start, 0), page_size(first))

    @strawberry.field
    async def inspection_paper_pick(
        self,
        info: Info,
        inspection_no: str,
        choice: gql.PaperChoice,
        first: int = 50,
        start: int = 0,
    ) -> gql.PaperLines | None:
        """What a choice of findings, visits and lines means, with its sum; null when not for this reader."""
        context = info.context
        state = await inspection_state(context.driver, context.viewer, inspection_no)
        if state is None or not context.actor.holds(*BUREAU):
            return None
        lines = await claimed(context, choice.finding_ids, choice.bills)
        wanted = Choice(tuple(choice.finding_ids), (), tuple(choice.bills), lines, choice.paper_id)
        picked = pick(wanted, state)
        left = set(choice.left_out)
        return lines_of(picked.bills, picked, left, max(start, 0), page_size(first))
