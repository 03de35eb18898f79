"""The 内部审批表 of an act beside a case, as DOCX and PDF: of a doctor's file, and of a parameter."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.measure_form import print_form
from casework.actors import BUREAU
from casework.documents.beside import Approval, approval_of
from casework.documents.catalogue import form_of
from casework.documents.internal import INTERNAL
from casework.points.parameters import STREAM, fold_bureau
from evidence.doctors.places import codes_of
from evidence.forms.beside import PURPOSE, of_file, of_parameter
from evidence.forms.context import Values
from evidence.forms.make import KINDS
from graph.events.load import load
from graph.points.page import points_page


async def get_file_approval(request: Request, context: Context) -> Response:
    """``GET /export/points/{prac_psn_code}/approval/{about}.{docx|pdf}``: for the bureau."""
    code = request.path_params["prac_psn_code"]
    _for_bureau(request, context)
    page = await points_page(context.driver, context.viewer, code, context.at)
    one = approval_of(page.state.approvals, request.path_params["about"]) if page else None
    if page is None or one is None:
        raise Missing("文书")
    codes = codes_of(page.state, page.events)
    names = dict(zip(codes, await context.places.load_many(list(codes)), strict=True))
    bureau = context.services.settings.bureau_name
    values = of_file(code, page.events, one, bureau, page.settings, names)
    return await _print(request, context, one, values, f"points:{code}")


async def get_parameter_approval(request: Request, context: Context) -> Response:
    """``GET /export/parameter-approval/{proposal_id}.{docx|pdf}``: for the bureau."""
    _for_bureau(request, context)
    events = (await load(context.driver, STREAM))[STREAM]
    one = approval_of(fold_bureau(events).approvals, request.path_params["proposal_id"])
    if one is None:
        raise Missing("文书")
    values = of_parameter(events, one, context.services.settings.bureau_name)
    return await _print(request, context, one, values, "parameter")


def _for_bureau(request: Request, context: Context) -> None:
    if not context.actor.holds(*BUREAU) or request.path_params["kind"] not in KINDS:
        raise Missing("文书")


async def _print(
    request: Request, context: Context, one: Approval, values: Values, whose: str
) -> Response:
    what = f"{whose}:approval:{one.about}.{request.path_params['kind']}"
    form, title = form_of(INTERNAL), one.title.zh
    return await print_form(context, form, values, one.at, what, PURPOSE, f"{title} {one.of}")
