"""Findings as they are now, to be kept in a case as they were then."""

from __future__ import annotations

from collections.abc import Sequence

import anyio.to_thread

from api.context import Info
from api.errors import Missing
from audit.findings.refs import finding_refs
from audit.findings.store import FindingStore
from casework.commands.case import FindingRef


async def snapshots(info: Info, finding_ids: Sequence[str]) -> tuple[FindingRef, ...]:
    """Snapshots by id; :class:`Missing` when one does not exist or is not for this person.

    The sentence enters the case's chain, so it is the masked one.
    """
    context = info.context
    wanted = list(dict.fromkeys(finding_ids))
    if not wanted:
        return ()
    store = FindingStore(context.services.settings.home)
    found = await anyio.to_thread.run_sync(lambda: finding_refs(store, context.viewer, wanted))
    if found is None:
        raise Missing("疑点")
    return found
