"""A sealed dossier leaves; who took it stands on record."""

from __future__ import annotations

from urllib.parse import quote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.context import Context
from api.errors import Missing
from api.evidence.resolvers import store_of
from casework.actors import BUREAU
from casework.commands.access import RecordExport
from evidence.dossier.keep import dossier_key
from evidence.errors import ObjectMissingError
from evidence.store import ObjectRef, Room
from graph.cases.read import case_state
from graph.commands import execute


async def get_dossier(request: Request, context: Context) -> Response:
    """``GET /export/dossier/{case_no}.zip``: the archive that the case's chain names by its hash."""
    actor, case_no = context.actor, request.path_params["case_no"]
    if not actor.roles & BUREAU:
        raise Missing
    state = await case_state(context.driver, context.viewer, case_no)
    referral = state.referral if state else None
    if state is None or referral is None or not referral.dossier_sha256:
        raise Missing("移送卷宗")
    store = store_of(context)
    ref = ObjectRef(Room.VAULT, dossier_key(state.case_no, referral.dossier_sha256))
    try:
        size = (await anyio.to_thread.run_sync(lambda: store.stat(ref))).size
    except ObjectMissingError:
        # Sealed at a terminal: the file is where it was written, the vault has no copy.
        raise Missing("移送卷宗") from None
    command = RecordExport(
        what=f"dossier:{case_no}",
        rows=1,
        masked=False,
        purpose="行刑衔接移送",
        sha256=referral.dossier_sha256,
    )
    await execute(context.driver, command, actor, context.at)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(case_no)}.zip",
        "Content-Length": str(size),
    }
    return StreamingResponse(store.read(ref), media_type="application/zip", headers=headers)
