"""After an act that changes how long evidence is kept: renew the locks of that case at once.

The act stands whatever happens here; the beat renews every day what could not be renewed now.
"""

from __future__ import annotations

import logging

import anyio.to_thread

from api.context import Context
from casework.actors import BEAT
from casework.commands.base import Command
from casework.commands.case import AttachEvidence, CiteEvidence, FileCase
from casework.refusal import Refusal
from evidence.errors import EvidenceError
from evidence.holding import renew, renewal_horizon
from evidence.s3 import S3Store
from graph.commands import execute
from graph.custody.rounds import Held, held_items

log = logging.getLogger("jicha.api")


async def renew_after(context: Context, command: Command) -> None:
    """Renew after filing a case, attaching to one or citing in it; nothing after other acts."""
    if not isinstance(command, FileCase | AttachEvidence | CiteEvidence):
        return
    store, horizon = S3Store(context.services.objects), renewal_horizon(context.at)
    try:
        async for held in held_items(context.driver, horizon, command.case_no):
            await _renew(context, store, held)
    except (EvidenceError, Refusal) as error:
        log.warning("locks of %s wait for the beat: %s", command.case_no, error.code)


async def _renew(context: Context, store: S3Store, held: Held) -> None:
    found = await anyio.to_thread.run_sync(
        renew, store, held.case, held.item, context.at, held.citing
    )
    if found is not None:
        await execute(context.driver, found, BEAT, context.at)
