"""Printed forms of a doctor's file, and the document of a list of restorations."""

from __future__ import annotations

from collections.abc import Sequence

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.export import PDF, XLSX, export
from casework.clocks.calendars import local_date
from casework.commands.access import RecordExport
from casework.points.state import PointsState
from evidence.doctors.forms import FORMS, form, list_form
from evidence.doctors.issued import Papers
from evidence.doctors.office import list_docx, list_xlsx
from evidence.doctors.places import codes_of, with_names
from evidence.forms.package import DOCX
from graph.batches.read import batch_page
from graph.points.page import points_page

#: A list of restorations on paper, to edit, to count with.
LISTS = {"pdf": PDF, "docx": DOCX, "xlsx": XLSX}


async def get_form(request: Request, context: Context) -> Response:
    """``GET /export/points/{prac_psn_code}/{form}.pdf?about=``: for all who see the doctor's file."""
    code, name = request.path_params["prac_psn_code"], request.path_params["form"]
    if name not in FORMS:
        raise Missing("文书")
    page = await points_page(context.driver, context.viewer, code, context.at)
    if page is None:
        raise Missing
    about = request.query_params.get("about", "")[:40]
    bureau = context.services.settings.bureau_name
    names = await _names(context, codes_of(page.state, page.events))
    papers = Papers(code, page.events, bureau, names, page.settings)
    # The file's last event dates the form: the same file prints the same bytes.
    at = page.events[-1].at
    made = await anyio.to_thread.run_sync(lambda: form(papers, name, about, at))
    return await _send(context, made.pdf, f"points:{code}:{name}:{about}", f"{code}-{name}.pdf", 1)


async def get_list(request: Request, context: Context) -> Response:
    """``GET /export/restoration-list/{batch_id}.pdf|docx|xlsx``: the rows that the reader may see."""
    batch_id, kind = request.path_params["batch_id"], request.path_params["kind"]
    if kind not in LISTS:
        raise Missing("文书")
    page = await batch_page(context.driver, context.viewer, batch_id, context.at)
    if page is None:
        raise Missing
    rows = [(await _named(context, row.page.state), row.application) for row in page.rows]
    at = max(row.page.events[-1].at for row in page.rows)
    bureau, title = context.services.settings.bureau_name, page.state.title
    on = local_date(at)

    def make() -> bytes:
        if kind == "docx":
            return list_docx(batch_id, title, rows, bureau, on)
        if kind == "xlsx":
            return list_xlsx(batch_id, title, rows, on)
        return list_form(batch_id, title, rows, bureau, at).pdf

    body = await anyio.to_thread.run_sync(make)
    what, name = f"batch:{batch_id}:{kind}", f"{batch_id}.{kind}"
    return await _send(context, body, what, name, len(rows), LISTS[kind])


async def _named(context: Context, file: PointsState) -> PointsState:
    """The file with its institutions by name, for print."""
    return with_names(file, await _names(context, codes_of(file)))


async def _names(context: Context, codes: Sequence[str]) -> dict[str, str]:
    return dict(zip(codes, await context.places.load_many(codes), strict=True))


async def _send(
    context: Context, body: bytes, what: str, name: str, rows: int, media_type: str = PDF
) -> Response:
    command = RecordExport(what=what, rows=rows, masked=False, purpose="打印法定文书")
    return await export(context, body, command, name, media_type)
