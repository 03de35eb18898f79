"""A table of the bureau as a workbook: what holds goes out, and one that comes in is looked at alone."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.errors import Invalid, Missing
from api.rest.export import XLSX, download
from api.session.pages import may_open
from casework.clocks.calendars import local_date
from casework.points.parameters import Parameter, parameters
from casework.points.setting import PROPOSE
from graph.courses.workbook import MOST_BYTES
from graph.points.parameters import bureau_parameters
from graph.points.workbook import table_book, table_from


async def get_parameter_table(request: Request, context: Context) -> Response:
    """``GET /export/parameter-table/{name}.xlsx``: the rows in force, to be changed and brought back."""
    row = _row(request)
    if not may_open(context.actor, "parameters"):
        raise Missing
    state = await bureau_parameters(context.driver, context.viewer)
    value = state.value(row.name, local_date(context.at))
    body = await anyio.to_thread.run_sync(lambda: table_book(row, value))
    return download(body, f"{row.name}.xlsx", XLSX)


async def look_at_table(request: Request, context: Context) -> Response:
    """``POST /workbook/parameter/{name}``: the rows of a workbook, for the form; nothing is written."""
    row = _row(request)
    if not context.actor.holds(*PROPOSE.roles):
        raise Missing
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Invalid("file", "文件超过 20 MB。", "The file is larger than 20 MB.")
    rows = await anyio.to_thread.run_sync(lambda: table_from(bytes(body), row))
    return JSONResponse({"cells": [list(one) for one in rows]})


def _row(request: Request) -> Parameter:
    """The table of that name; :class:`Missing` for what is none."""
    row = parameters().get(request.path_params["name"])
    if row is None or not row.columns:
        raise Missing
    return row
