"""The acts on a case's lines and on its ledger."""

from __future__ import annotations

from typing import Any

import anyio.to_thread

from api.acts import Act
from api.context import Context, Info
from api.errors import Missing
from audit.findings.case_lines import case_lines, named_lines
from audit.findings.store import FindingStore
from casework.cases.state import CaseState
from casework.commands import case
from graph.cases.read import case_state
from graph.lines.settled import refunds_behind
from graph.points.barred_lines import barred_findings


async def lines_behind(info: Info, given: Any) -> dict[str, Any]:
    """The lines of the case's findings, read by the server as they are now."""
    context = info.context
    state = await case_state(context.driver, context.viewer, given.case_no)
    if state is None:
        raise Missing("案件")
    found = await claimed_behind(context, state)
    store = FindingStore(context.services.settings.home)
    return {"lines": found, "visits": await refunds_behind(store.claims, found)}


async def claimed_behind(context: Context, state: CaseState) -> tuple[case.CaseLine, ...]:
    """The lines behind a case's findings, as the claims have them now."""
    ids = [finding.finding_id for finding in state.findings]
    store = FindingStore(context.services.settings.home)
    barred = await barred_findings(context.driver, store.claims, ids, context.at)

    def read() -> tuple[case.CaseLine, ...]:
        return (*case_lines(store, context.viewer, ids), *named_lines(store.claims, barred))

    return await anyio.to_thread.run_sync(read)


LINE_ACTS = (
    Act("caseLinesList", case.ListLines, frozenset({"lines", "visits"}), prepare=lines_behind),
    Act("caseLineAdd", case.AddLine),
    Act("caseLinesJudge", case.JudgeLines),
    Act("caseLinesRelease", case.ReleaseLines),
    Act("caseLedgerWriteOff", case.WriteOff),
    Act("caseLedgerPayBack", case.PayBack),
    Act("caseLedgerReverse", case.ReversePayment),
)
