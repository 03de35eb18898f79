"""The inspection node: what the list asks for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import neo4j

from casework.clocks.deadlines import deadlines, next_of
from casework.clocks.marks import next_mark
from casework.events import Event, utc_text
from casework.inspection.state import InspectionState
from graph.projections.deadlines import OF_INSPECTION, project_deadlines

WRITE: Final = "MERGE (i:Inspection {inspection_no: $inspection_no}) SET i += $fields"


async def project_inspection(
    tx: neo4j.AsyncManagedTransaction, state: InspectionState, events: Sequence[Event], at: datetime
) -> None:
    """Write the node with its deadlines; amounts as text, times as UTC text."""
    clocks = deadlines(events, at)
    due, mark = next_of(clocks), next_mark(events, at)
    fields = {
        "version": state.version,
        "title": state.title,
        "stage": state.stage.value,
        "party_key": state.party.key if state.party else None,
        "party_name": state.party.name if state.party else None,
        "starts_on": state.starts_on.isoformat() if state.starts_on else None,
        "ends_on": state.ends_on.isoformat() if state.ends_on else None,
        "opened_at": utc_text(state.opened_at) if state.opened_at else None,
        "officers": [officer.hand.account for officer in state.officers],
        "officer_names": [officer.hand.name for officer in state.officers],
        # Whom it waits for beside its officers: a decision on a recusal, or two officers.
        "recusals": [one.recusal_id for one in state.asked],
        # Who is to say whether he withdraws.
        "asked_of": sorted({one.officer.account for one in state.asked if not one.answer}),
        # On a head all leaders decide together.
        "head_recusals": [one.recusal_id for one in state.asked if one.of_head],
        "papers": len(state.papers),
        "unsigned": sum(1 for paper in state.papers if paper.signature is None),
        "unscanned": sum(1 for paper in state.papers if paper.signature and paper.scan is None),
        "amount": str(state.amount),
        "case_no": state.case_no,
        "kind": state.kind.value,
        "next_due": utc_text(due) if due else None,
        "next_mark": utc_text(mark) if mark else None,
    }
    done = await tx.run(WRITE, inspection_no=state.inspection_no, fields=fields)
    await done.consume()
    await project_deadlines(tx, OF_INSPECTION, state.inspection_no, clocks, is_open=True)
