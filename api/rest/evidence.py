"""Opening an item of evidence: the purpose first, then the bytes from the vault."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.asked import asked_of
from api.rest.vault import Leaving, leave, present
from api.study.sheet import keep_sheet
from casework.commands.evidence import AccessEvidence, DamageKind, ReportDamage
from casework.courses.exam import sheet_parts
from evidence.digests import Digests
from evidence.holding import object_of
from graph.commands import execute
from graph.custody.read import EvidencePage, certificate_page, evidence_page


async def get_evidence(request: Request, context: Context) -> Response:
    """``POST /export/evidence/{id}``, ``{purpose}``: always as a download, never rendered in our origin."""
    evidence_id = request.path_params["evidence_id"]
    page = await evidence_page(context.driver, context.viewer, evidence_id)
    return await _send(request, context, page)


async def get_certificate(request: Request, context: Context) -> Response:
    """``POST /export/certificate/{prac_psn_code}/{id}``, ``{purpose}``: for all who see the doctor's file."""
    code, evidence_id = request.path_params["prac_psn_code"], request.path_params["evidence_id"]
    page = await certificate_page(context.driver, context.viewer, code, evidence_id)
    sheet = sheet_parts(code, evidence_id)
    if page is None and sheet is not None:
        # The beat marked the paper, or the vault was away when it was marked: the sheet is kept now.
        await keep_sheet(context, code, *sheet)
        page = await certificate_page(context.driver, context.viewer, code, evidence_id)
    return await _send(request, context, page)


async def _send(request: Request, context: Context, page: EvidencePage | None) -> Response:
    if page is None:
        raise Missing("证据")
    purpose, item = (await asked_of(request)).needed(), page.item

    def report(what: DamageKind, found: Digests | None) -> ReportDamage:
        sha256, sm3 = (found.sha256, found.sm3) if found else ("", "")
        return ReportDamage(evidence_id=item.evidence_id, what=what, sha256=sha256, sm3=sm3)

    leaving = Leaving(object_of(item), item.sha256, item.sm3, item.size, item.name)
    await present(context, leaving, report)
    command = AccessEvidence(evidence_id=item.evidence_id, purpose=purpose)
    await execute(context.driver, command, context.actor, context.at)
    return leave(context, leaving, report)
