"""A sealed dossier leaves; who took it and what for stands on record."""

from __future__ import annotations

from dataclasses import replace

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.evidence.resolvers import store_of
from api.rest.asked import asked_of
from api.rest.vault import Leaving, leave, present
from casework.commands.access import RecordExport
from casework.commands.evidence import DamageKind, RecordDossierCheck
from casework.referral.refer import SEALERS
from evidence.digests import Digests
from evidence.dossier.keep import dossier_key
from evidence.store import ObjectRef, Room
from graph.cases.read import case_state
from graph.commands import execute


async def get_dossier(request: Request, context: Context) -> Response:
    """``POST /export/dossier/{case_no}.zip``, ``{purpose}``: the archive that the case's chain names."""
    case_no = request.path_params["case_no"]
    if not context.actor.roles & SEALERS:
        raise Missing
    state = await case_state(context.driver, context.viewer, case_no)
    referral = state.referral if state else None
    if state is None or referral is None or not referral.dossier_sha256:
        raise Missing("移送卷宗")
    purpose = (await asked_of(request)).needed()
    sha256, sm3 = referral.dossier_sha256, referral.dossier_sm3 or ""

    def report(what: DamageKind, found: Digests | None) -> RecordDossierCheck:
        return RecordDossierCheck(
            case_no=state.case_no,
            dossier_sha256=sha256,
            damage=what,
            sha256=found.sha256 if found else "",
        )

    ref = ObjectRef(Room.VAULT, dossier_key(state.case_no, sha256))
    leaving = Leaving(ref, sha256, sm3, 0, f"{case_no}.zip", "application/zip")
    await present(context, leaving, report)
    size = (await anyio.to_thread.run_sync(lambda: store_of(context).stat(ref))).size
    export = RecordExport(
        what=f"dossier:{case_no}", rows=1, masked=False, purpose=purpose, sha256=sha256, sm3=sm3
    )
    await execute(context.driver, export, context.actor, context.at)
    return leave(context, replace(leaving, size=size), report)
