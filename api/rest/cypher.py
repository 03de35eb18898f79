"""A console answer as a workbook: the query runs once more, on record, and so does the export."""

from __future__ import annotations

from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.bodies import read_json
from api.context import Context
from api.errors import Invalid
from api.map.console import limit_of, parameters_of
from api.rest.export import XLSX, export
from casework.commands.access import RecordExport
from graph.console.run import run_cypher
from graph.console.workbook import table_workbook

#: A query has at most 10,000 characters; the rest is for its parameters.
LONGEST = 100_000


async def post_cypher(request: Request, context: Context) -> Response:
    """``POST /export/cypher.xlsx`` with ``{query, parameters, limit}``; masked, and recorded."""
    given = await _given(request)
    query, parameters = str(given.get("query") or ""), parameters_of(given.get("parameters"))
    found = await run_cypher(
        context.driver,
        context.actor,
        query,
        parameters,
        at=context.at,
        limit=limit_of(given.get("limit", 100)),
    )
    by, at = context.actor.name, context.at
    body = await anyio.to_thread.run_sync(
        lambda: table_workbook(found, query, parameters, by=by, at=at)
    )
    command = RecordExport(
        what="cypher.xlsx",
        rows=len(found.rows),
        masked=True,
    )
    return await export(context, body, command, "jicha-cypher.xlsx", XLSX)


async def _given(request: Request) -> dict[str, Any]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            break
    try:
        given = read_json(body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Invalid("query", "请求须是 JSON 对象。", "The request must be a JSON object.")
    return given
