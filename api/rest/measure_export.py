"""The page of measures as CSV, for a person."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.measures import csv_of, moment_of
from api.session.pages import may_open
from casework.commands.access import RecordExport
from graph.commands import execute
from graph.measures.read import measures_at


async def get_measures(request: Request, context: Context) -> Response:
    """``GET /export/measures.csv?asOf=``: what stops settlement or payment then; recorded first."""
    if not may_open(context.actor, "measures"):
        raise Missing
    moment = moment_of(request, context.at)
    held = await measures_at(context.driver, context.viewer, moment)
    # Whoever is barred from managing settles nothing himself.
    rows = tuple(row for row in held if row.stops or row.withholds)
    command = RecordExport(what="measures.csv", rows=len(rows), masked=True)
    await execute(context.driver, command, context.actor, context.at)
    headers = {"Content-Disposition": 'attachment; filename="jicha-measures.csv"'}
    return Response(csv_of(rows), media_type="text/csv; charset=utf-8", headers=headers)
