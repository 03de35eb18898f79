"""A made file on its way out: on record with its hash first, then answered as a download."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from api.context import Context
from casework.commands.access import RecordExport
from graph.commands import execute

PDF: Final = "application/pdf"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def export(
    context: Context, body: bytes, record: RecordExport, name: str, media_type: str
) -> Response:
    """Put `record` on record with the SHA-256 of `body`, then answer with it under `name`."""
    command = replace(record, sha256=hashlib.sha256(body).hexdigest())
    await execute(context.driver, command, context.actor, context.at)
    return download(body, name, media_type)


def download(body: bytes, name: str, media_type: str) -> Response:
    """Bytes as an attachment, never rendered in our origin; `name` may be Chinese."""
    encoded = quote(name)
    called = f'filename="{name}"' if encoded == name else f"filename*=UTF-8''{encoded}"
    headers = {"Content-Disposition": f"attachment; {called}"}
    return Response(body, media_type=media_type, headers=headers)
