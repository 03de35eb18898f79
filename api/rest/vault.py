"""Bytes of the vault on their way out: hashed as they leave, and never whole when they are not
the bytes on record."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from urllib.parse import quote

import anyio.to_thread
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse

from api.context import Context
from api.errors import ApiError
from api.evidence.resolvers import store_of
from casework.actors import BEAT
from casework.commands.base import Command
from casework.commands.evidence import DamageKind
from casework.refusal import Refusal
from evidence.digests import Digests, Tap
from evidence.errors import ObjectMissingError
from evidence.store import ObjectRef
from graph.commands import execute

log = logging.getLogger("jicha.api")
Report = Callable[[DamageKind, Digests | None], Command]
"""The command that puts a damage on record."""


class LostError(ApiError):
    """The record names the object, the vault does not have it."""

    code = "EVIDENCE_LOST"

    def __init__(self) -> None:
        super().__init__(
            "证据库中已缺失该文件，已记入保管记录；请从备份恢复后再取。",
            "The vault has lost this file, now on record; restore it from the backup.",
        )


@dataclass(frozen=True)
class Leaving:
    """An object that leaves: where it lies, its hashes and size on record, its name outside."""

    ref: ObjectRef
    sha256: str
    sm3: str
    size: int
    name: str
    media_type: str = "application/octet-stream"


async def present(context: Context, leaving: Leaving, report: Report) -> None:
    """Ask for the object before the look is on record. Raises :class:`LostError`."""
    store = store_of(context)
    try:
        await anyio.to_thread.run_sync(lambda: store.stat(leaving.ref))
    except ObjectMissingError:
        await _report(context, report(DamageKind.MISSING, None))
        raise LostError from None


def leave(context: Context, leaving: Leaving, report: Report) -> StreamingResponse:
    """The bytes as a download, never rendered in our origin.

    The last chunk is held back until both hashes agree: a damaged object breaks off, so that the
    reader's copy is visibly incomplete, and the damage is put on record.
    """
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(leaving.name)}",
        "Content-Length": str(leaving.size),
    }
    return StreamingResponse(
        _checked(context, leaving, report), media_type=leaving.media_type, headers=headers
    )


async def _checked(context: Context, leaving: Leaving, report: Report) -> AsyncIterator[bytes]:
    tap, held = Tap(store_of(context).read(leaving.ref)), b""
    async for chunk in iterate_in_threadpool(tap):
        if held:
            yield held
        held = chunk
    found = tap.digests
    if (found.sha256, found.sm3) != (leaving.sha256, leaving.sm3):
        await _report(context, report(DamageKind.CHANGED, found))
        raise RuntimeError(f"{leaving.ref.key} is not the object on record")
    yield held


async def _report(context: Context, command: Command) -> None:
    log.error("the vault is damaged: %s", command)
    try:
        await execute(context.driver, command, BEAT, context.at)
    except Refusal as error:
        if error.code != "ALREADY_DONE":
            raise
