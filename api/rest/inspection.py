"""Notice and working papers of an inspection as PDF."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import PDF, export
from casework.clocks.calendars import local_date
from casework.commands.access import RecordExport
from evidence.forms.inspection import paper_of
from evidence.forms.rights import agency
from graph.inspection.read import inspection_page


async def get_paper(request: Request, context: Context) -> Response:
    """``GET /export/inspection/{no}/{notice|cancellation|recusals|papers|D1}.pdf``; recorded before it leaves."""
    number, what = request.path_params["inspection_no"], request.path_params["what"]
    page = await inspection_page(context.driver, context.viewer, number, context.at)
    if page is None:
        raise Missing("检查")
    state, bureau = page.state, context.services.settings.bureau_name
    bureau = agency(page.settings, context.at, local_date(context.at)) or bureau
    made = await anyio.to_thread.run_sync(lambda: paper_of(state, what, bureau, context.at))
    if made is None:
        raise Missing("检查文书")
    command = RecordExport(
        what=f"inspection:{number}/{what}",
        rows=1,
        masked=True,
    )
    return await export(context, made.pdf, command, f"inspection-{what}.pdf", PDF)
