"""Issued forms as DOCX and PDF, and the bureau's own templates."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.errors import Invalid, Missing
from api.evidence.resolvers import store_of
from api.rest.export import download, export
from api.session.pages import may_open
from casework.actors import Role
from casework.commands.access import RecordExport
from casework.commands.documents import ReplaceTemplate
from casework.documents.catalogue import forms
from casework.documents.state import Issued
from casework.points.parameters import STREAM, fold_bureau
from evidence.digests import digest_bytes
from evidence.errors import ObjectMissingError
from evidence.forms.context import Print
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.keep import keep_template, template_of
from evidence.forms.make import KINDS, make, tried
from evidence.forms.package import DOCX, MOST_BYTES
from graph.cases.page import case_page
from graph.commands import execute
from graph.documents.read import templates
from graph.events.load import load

WRITERS = frozenset({Role.LEGAL_REVIEWER, Role.HEAD})


async def get_case_form(request: Request, context: Context) -> Response:
    """``GET /export/form/{case_no}/{issue_id}.{docx|pdf}``: the form as it was issued.

    It is filled anew from the case's events up to the issue and from the template then in force:
    the same bytes each time. It names the party, so that its leaving is on record.
    """
    case_no, issue_id = request.path_params["case_no"], request.path_params["issue_id"]
    kind = request.path_params["kind"]
    page = await case_page(context.driver, context.viewer, case_no, context.at)
    form = next((f for f in page.state.forms if f.issue_id == issue_id), None) if page else None
    if form is None or kind not in KINDS:
        raise Missing("文书")
    body = await made(context, case_no, form, kind)
    title = form.title.zh
    command = RecordExport(
        what=f"form:{case_no}:{issue_id}.{kind}",
        rows=1,
        masked=False,
        purpose=f"{title} {form.number}".strip(),
        sm3=digest_bytes(body).sm3,
    )
    return await export(context, body, command, f"{case_no} {title}.{kind}", KINDS[kind])


async def made(context: Context, case_no: str, form: Issued, kind: str) -> bytes:
    """The bytes of a form filled from the case's events up to its `seq`, as docx or pdf."""
    chains = await load(context.driver, f"case:{case_no}", STREAM)
    settings, name = fold_bureau(chains[STREAM]), context.services.settings.bureau_name
    shown = Print(case_no, chains[f"case:{case_no}"], form, name, settings)
    try:
        return await anyio.to_thread.run_sync(make, store_of(context), shown, kind)
    except ObjectMissingError:
        raise Missing("文书模板") from None
    except TemplateInvalidError as error:
        raise Invalid("template", error.message_zh, error.message_en) from error


async def get_form_template(request: Request, context: Context) -> Response:
    """``GET /export/form-template/{form_id}.docx?sha256=``: a version, the shipped one without."""
    form_id, sha256 = request.path_params["form_id"], request.query_params.get("sha256", "")
    states = await templates(context.driver, context.viewer)
    state = next((one for one in states if one.form_id == form_id), None)
    if state is None or sha256 not in {"", *(v.sha256 for v in state.versions)}:
        raise Missing("文书模板")
    try:
        body = await anyio.to_thread.run_sync(template_of, store_of(context), form_id, sha256)
    except ObjectMissingError:
        raise Missing("文书模板") from None
    return download(body, f"{forms()[form_id].zh}.docx", DOCX)


async def put_form_template(request: Request, context: Context) -> Response:
    """``PUT /form-template/{form_id}?name=&note=``: tried with an invented case, then put in force."""
    if not context.actor.holds(*WRITERS) or not may_open(context.actor, "documents"):
        raise Missing
    form_id = request.path_params["form_id"]
    if form_id not in forms():
        raise Missing("文书模板")
    note = request.query_params.get("note", "").strip()
    if not note:
        raise Invalid("note", "请写明修改了什么。", "Say what was changed.")
    body = await _body(request)

    def keep() -> tuple[str, int]:
        return keep_template(
            store_of(context), form_id, tried(body, form_id, context.at), context.at
        )

    try:
        sha256, size = await anyio.to_thread.run_sync(keep)
    except TemplateInvalidError as error:
        raise Invalid("file", error.message_zh, error.message_en) from error
    name = request.query_params.get("name", "")[:120]
    command = ReplaceTemplate(form_id=form_id, sha256=sha256, size=size, name=name, note=note)
    await execute(context.driver, command, context.actor, context.at)
    return JSONResponse({"formId": form_id, "sha256": sha256, "bytes": size}, status_code=201)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Invalid("file", "模板超过 2 MB。", "The template is larger than 2 MB.")
    return bytes(body)
