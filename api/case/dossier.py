"""What still blocks the referral dossier of a case."""

from __future__ import annotations

import anyio.to_thread

from api.context import Context
from audit.findings.casefile import file_findings
from audit.findings.store import FindingStore
from casework.actors import BUREAU
from casework.cases.state import CaseState
from evidence.dossier.check import Blocker, check
from graph.cases.file import case_file
from graph.rings.casefile import file_rings


async def blockers_of(context: Context, state: CaseState) -> list[Blocker]:
    """The self-check before sending, once a referral was reported; nothing before, or for others."""
    if state.referral is None or not context.actor.roles & BUREAU:
        return []
    driver, viewer, settings = context.driver, context.viewer, context.services.settings
    ids = [finding.finding_id for finding in state.findings]
    findings = await anyio.to_thread.run_sync(
        lambda: file_findings(FindingStore(settings.home), viewer, ids)
    )
    file = await case_file(
        driver,
        viewer,
        state.case_no,
        context.at,
        bureau_name=settings.bureau_name,
        findings=findings,
        rings=await file_rings(driver, viewer, state.ring_ids),
    )
    return await anyio.to_thread.run_sync(lambda: check(file)) if file else []
