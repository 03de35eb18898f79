"""The calendar as iCalendar, for the calendars of other programs."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import export
from api.session.pages import may_open
from casework.commands.access import RecordExport
from graph.calendar.ics import taken


async def get_calendar(request: Request, context: Context) -> Response:
    """``GET /export/calendar.ics?mine=1``: from 90 days back to a year ahead; recorded first."""
    if not may_open(context.actor, "calendar"):
        raise Missing
    mine = request.query_params.get("mine") == "1"
    body, rows = await taken(
        context.driver, context.viewer, context.at, mine=mine, chinese=context.language == "zh"
    )
    record = RecordExport(what="calendar.ics", rows=rows, masked=True)
    return await export(context, body, record, "jicha-calendar.ics", "text/calendar; charset=utf-8")
