"""Renew the locks of evidence whose file is open, or was closed and is archived now."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import neo4j

from casework.actors import BEAT
from casework.commands.evidence import ExtendRetention
from casework.refusal import Refusal
from evidence.holding import renew, renewal_horizon
from evidence.store import EvidenceStore
from graph.commands import execute
from graph.custody.rounds import held_items

Progress = Callable[[str, int, int | None], None]


async def renew_locks(
    driver: neo4j.AsyncDriver,
    store: EvidenceStore,
    at: datetime,
    *,
    case_no: str | None = None,
    progress: Progress | None = None,
) -> list[str]:
    """Extend what has to be held longer, of one case or of all; the ids of the items extended."""
    extended: list[str] = []
    number = 0
    async for held in held_items(driver, renewal_horizon(at), case_no):
        number += 1
        command = await asyncio.to_thread(renew, store, held.case, held.item, at)
        if command is not None and await _recorded(driver, command, at):
            extended.append(command.evidence_id)
        if progress:
            progress("retention", number, None)
    return extended


async def _recorded(driver: neo4j.AsyncDriver, command: ExtendRetention, at: datetime) -> bool:
    try:
        await execute(driver, command, BEAT, at)
    except Refusal as error:
        if error.code == "RETENTION_SHORTER":  # somebody extended it further meanwhile
            return False
        raise
    return True
