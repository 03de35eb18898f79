"""Notice and working papers of an inspection as PDF."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import PDF, export
from casework.commands.access import RecordExport
from evidence.forms.inspection import notice, working_papers
from graph.inspection.read import inspection_page


async def get_paper(request: Request, context: Context) -> Response:
    """``GET /export/inspection/{no}/{notice|papers|D1}.pdf``; recorded before it leaves."""
    number, what = request.path_params["inspection_no"], request.path_params["what"]
    page = await inspection_page(context.driver, context.viewer, number, context.at)
    if page is None:
        raise Missing("检查")
    state, bureau = page.state, context.services.settings.bureau_name
    if what == "notice":
        made = await anyio.to_thread.run_sync(lambda: notice(state, bureau, context.at))
    else:
        wanted = [p for p in state.papers if what in ("papers", p.paper_id)]
        if not wanted:
            raise Missing("底稿")
        made = await anyio.to_thread.run_sync(
            lambda: working_papers(state, wanted, bureau, context.at)
        )
    command = RecordExport(
        what=f"inspection:{number}/{what}",
        rows=1,
        masked=True,
    )
    return await export(context, made.pdf, command, f"inspection-{what}.pdf", PDF)
