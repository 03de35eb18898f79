"""A sealed dossier leaves; who took it stands on record."""

from __future__ import annotations

import anyio
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.context import Context
from api.errors import Missing
from casework.actors import BUREAU
from casework.commands.access import RecordExport
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
    path = context.services.settings.home / "dossiers" / f"{state.case_no}.zip"
    if not await anyio.Path(path).is_file():
        raise Missing("移送卷宗")
    command = RecordExport(
        what=f"dossier:{case_no}",
        rows=1,
        masked=False,
        purpose="行刑衔接移送",
        sha256=referral.dossier_sha256,
    )
    await execute(context.driver, command, actor, context.at)
    return FileResponse(path, filename=f"{case_no}.zip", media_type="application/zip")
