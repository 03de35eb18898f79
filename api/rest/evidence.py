"""Opening an item of evidence: the purpose first, then the bytes from the vault."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.context import Context
from api.errors import Invalid, Missing
from api.evidence.resolvers import store_of
from casework.commands.evidence import AccessEvidence
from evidence.store import ObjectRef, Room
from graph.commands import execute
from graph.custody.read import EvidencePage, certificate_page, evidence_page


async def get_evidence(request: Request, context: Context) -> Response:
    """``GET /export/evidence/{id}?purpose=``: always as a download, never rendered in our origin."""
    evidence_id = request.path_params["evidence_id"]
    page = await evidence_page(context.driver, context.viewer, evidence_id)
    return await _send(request, context, page)


async def get_certificate(request: Request, context: Context) -> Response:
    """``GET /export/certificate/{prac_psn_code}/{id}?purpose=``: for all who see the doctor's file."""
    code, evidence_id = request.path_params["prac_psn_code"], request.path_params["evidence_id"]
    page = await certificate_page(context.driver, context.viewer, code, evidence_id)
    return await _send(request, context, page)


async def _send(request: Request, context: Context, page: EvidencePage | None) -> Response:
    if page is None:
        raise Missing("证据")
    purpose = request.query_params.get("purpose", "").strip()
    if not purpose:
        raise Invalid("purpose", "请填写调阅用途。", "State the purpose.")
    command = AccessEvidence(evidence_id=page.item.evidence_id, purpose=purpose)
    await execute(context.driver, command, context.actor, context.at)
    item = page.item
    store = store_of(context)

    def chunks() -> Iterator[bytes]:
        ref = ObjectRef(Room.VAULT, item.object_key, item.version_id or None)
        yield from store.read(ref)

    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(item.name)}",
        "Content-Length": str(item.size),
    }
    return StreamingResponse(chunks(), media_type="application/octet-stream", headers=headers)
