"""The evidence list of a saved investigation, made from the map as it is now."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import XLSX, export
from casework.commands.access import RecordExport
from graph.explore.records import records
from graph.explore.subgraph import subgraph
from graph.investigations.read import find_investigation
from graph.investigations.sieve import sieve_of
from graph.investigations.workbook import Made, evidence_list, node_ids


async def get_evidence_list(request: Request, context: Context) -> Response:
    """``GET /export/investigation/{key}.xlsx``; masked, and recorded before it leaves."""
    key = request.path_params["key"]
    saved = await find_investigation(context.driver, context.viewer, key)
    if saved is None:
        raise Missing("图谱研判")
    ids = node_ids(saved)
    drawn = await subgraph(context.driver, context.viewer, ids)
    sieve = sieve_of(saved.content)
    found = await records(context.driver, context.viewer, ids, start=sieve.start, end=sieve.end)
    made = Made(context.actor.name, context.at)
    body, rows = await anyio.to_thread.run_sync(lambda: evidence_list(saved, drawn, found, made))
    command = RecordExport(
        what=f"investigation:{key}",
        rows=rows,
        masked=True,
    )
    return await export(context, body, command, f"jicha-evidence-{key}.xlsx", XLSX)
