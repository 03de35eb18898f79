"""A bound volume leaves; who took it and what for stands on record."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import ApiError, Missing
from api.evidence.resolvers import store_of
from api.rest.asked import asked_of
from api.rest.export import export
from casework.actors import BUREAU
from casework.commands.access import RecordExport
from casework.volumes.state import VOLUMES, Volume, VolumeKind
from evidence.digests import digest_bytes
from evidence.errors import ObjectMissingError
from evidence.store import ObjectRef, Room
from evidence.volume.keep import volume_key
from graph.cases.read import case_state


class VolumeDamagedError(ApiError):
    """The vault does not hold the volume that is on record; the case can be bound again."""

    code = "VOLUME_DAMAGED"

    def __init__(self) -> None:
        super().__init__(
            "证据库中的卷册缺失或与登记的校验值不符，请从备份恢复。",
            "The volume in the vault is lost or differs from its hash; restore it from the backup.",
        )


async def get_volume(request: Request, context: Context) -> Response:
    """``POST /export/volume/{case_no}/{version}/{main|inner}.pdf``, ``{purpose}``.

    For the bureau only: the party inspects the main volume at the bureau, and never the inner one.
    """
    case_no, kind = request.path_params["case_no"], request.path_params["kind"]
    if not context.actor.holds(*BUREAU) or kind not in set(VolumeKind):
        raise Missing("案卷")
    state = await case_state(context.driver, context.viewer, case_no)
    version = request.path_params["version"]
    bound = next((b for b in state.bindings if b.version == version), None) if state else None
    volume = bound.volume(VolumeKind(kind)) if bound else None
    if volume is None:
        raise Missing("案卷")
    purpose = (await asked_of(request)).needed()
    body = await anyio.to_thread.run_sync(_read, context, case_no, volume)
    title = VOLUMES[volume.kind][0]
    command = RecordExport(
        what=f"volume:{case_no}:{version}:{kind}",
        rows=1,
        masked=False,
        purpose=purpose,
        sha256=volume.sha256,
        sm3=volume.sm3,
    )
    return await export(
        context, body, command, f"{case_no} {title} 第{version}版.pdf", "application/pdf"
    )


def _read(context: Context, case_no: str, volume: Volume) -> bytes:
    ref = ObjectRef(Room.VAULT, volume_key(case_no, volume.sha256))
    try:
        body = b"".join(store_of(context).read(store_of(context).stat(ref).ref))
    except ObjectMissingError:
        raise VolumeDamagedError from None
    found = digest_bytes(body)
    if (found.sha256, found.sm3) != (volume.sha256, volume.sm3):
        raise VolumeDamagedError
    return body
