"""Renew the locks of evidence whose file is open or archived, and of volumes that are kept for ever."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import neo4j

from casework.actors import BEAT
from casework.commands.evidence import ExtendRetention
from casework.commands.volumes import HoldVolumes
from casework.refusal import Refusal
from evidence.errors import ObjectMissingError
from evidence.holding import renew, renewal_horizon
from evidence.store import EvidenceStore
from evidence.volume.keep import hold_longer, horizon, renewal_day
from graph.commands import execute
from graph.custody.rounds import held_items, permanent_bindings

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
        command = await asyncio.to_thread(renew, store, held.case, held.item, at, held.citing)
        if command is not None and await _recorded(driver, command, at):
            extended.append(command.evidence_id)
        if progress:
            progress("retention", number, None)
    return extended


async def renew_volumes(
    driver: neo4j.AsyncDriver, store: EvidenceStore, at: datetime, *, case_no: str | None = None
) -> list[str]:
    """Lock permanent volumes anew before their lock ends; "case number/version" of what was renewed.

    The store comes first, as with evidence; a lost volume has no lock, the evidence check tells.
    """
    renewed: list[str] = []
    async for number, bound in permanent_bindings(driver, horizon(at), case_no):
        day = renewal_day(bound, at)
        if day is None:
            continue
        try:
            await asyncio.to_thread(hold_longer, store, number, bound, day)
        except ObjectMissingError:
            continue
        command = HoldVolumes(case_no=number, binding=bound.version, retain_until=day)
        if await _recorded(driver, command, at):
            renewed.append(f"{number}/{bound.version}")
    return renewed


async def _recorded(
    driver: neo4j.AsyncDriver, command: ExtendRetention | HoldVolumes, at: datetime
) -> bool:
    try:
        await execute(driver, command, BEAT, at)
    except Refusal as error:
        if error.code == "RETENTION_SHORTER":  # somebody extended it further meanwhile
            return False
        raise
    return True
