"""Refused rows of a batch, in the source's own header, to be corrected and imported again."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.batch.queries import permit_imports
from api.context import Context
from api.errors import Missing
from api.rest.asked import asked_of
from audit.export.columns import Stamp
from casework.actors import Viewer
from casework.commands.access import RecordExport
from claims.errors import BatchUnknown
from claims.rejects import export_rejects
from graph.commands import execute


def zipped(home: Path, batch_id: str, stamp: Mapping[str, str]) -> bytes:
    """The CSV files, their reasons and who took them as one archive."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        export_rejects(home, batch_id, out, stamp)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(out.iterdir()):
                archive.write(path, path.name)
    return buffer.getvalue()


async def get_rejects(request: Request, context: Context) -> Response:
    """``POST /export/rejects/{batch}.zip``: raw rows hold personal data, so a purpose is needed."""
    store = permit_imports(context)
    batch_id = request.path_params["batch_id"]
    purpose = (await asked_of(request)).needed()
    try:
        rejects = (await anyio.to_thread.run_sync(lambda: store.batch(batch_id))).rejects
        stamp = Stamp(Viewer(context.actor, purpose), context.at).cells
        body = await anyio.to_thread.run_sync(lambda: zipped(store.home, batch_id, stamp))
    except BatchUnknown:
        raise Missing("导入批次") from None
    command = RecordExport(
        what=f"rejects:{batch_id}",
        rows=rejects,
        masked=False,
        purpose=purpose,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    await execute(context.driver, command, context.actor, context.at)
    headers = {"Content-Disposition": f'attachment; filename="rejects-{batch_id}.zip"'}
    return Response(body, media_type="application/zip", headers=headers)
