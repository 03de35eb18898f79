"""补结清单: fees to be settled as the score that barred them fell, as CSV or XLSX for the agency."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import export
from casework.actors import BUREAU
from casework.commands.access import RecordExport
from claims.store import ClaimStore
from graph.points.freed import settle_page
from graph.points.settle_file import TYPES, settle_file


async def get_settle(request: Request, context: Context) -> Response:
    """``GET /export/settle-fees.{csv|xlsx}?doctor=``; recorded first, names and all."""
    kind = request.path_params["kind"]
    if kind not in TYPES or not context.actor.holds(*BUREAU):
        raise Missing
    store, code = ClaimStore(context.services.settings.home), request.query_params.get("doctor", "")
    rows = await settle_page(context.driver, context.viewer, store, context.at, code)
    command = RecordExport(
        what=f"settle-fees.{kind}", rows=len(rows), masked=False, purpose="办理补结"
    )
    body = settle_file(rows, kind, english=context.language == "en")
    return await export(context, body, command, f"jicha-settle-fees.{kind}", TYPES[kind])
