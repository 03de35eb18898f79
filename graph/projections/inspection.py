"""The inspection node: what the list asks for."""

from typing import Final

import neo4j

from casework.events import utc_text
from casework.inspection.state import InspectionState

WRITE: Final = "MERGE (i:Inspection {inspection_no: $inspection_no}) SET i += $fields"


async def project_inspection(tx: neo4j.AsyncManagedTransaction, state: InspectionState) -> None:
    """Write the node; amounts as text, times as UTC text."""
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
        # On a head all leaders decide together.
        "head_recusals": [one.recusal_id for one in state.asked if one.of_head],
        "papers": len(state.papers),
        "unsigned": sum(1 for paper in state.papers if paper.signature is None),
        "unscanned": sum(1 for paper in state.papers if paper.signature and paper.scan is None),
        "amount": str(state.amount),
        "case_no": state.case_no,
    }
    done = await tx.run(WRITE, inspection_no=state.inspection_no, fields=fields)
    await done.consume()
