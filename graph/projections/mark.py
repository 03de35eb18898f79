"""Marks of findings and rings; nodes of their own, so that a rerun of detection keeps them."""

from typing import Any, Final

import neo4j

from casework.events import utc_text
from casework.judgements.state import MarkState

WRITE_FINDING: Final = "MERGE (m:FindingMark {finding_id: $key}) SET m += $fields"
WRITE_RING: Final = "MERGE (m:RingMark {ring_id: $key}) SET m += $fields"


async def project_mark(tx: neo4j.AsyncManagedTransaction, state: MarkState) -> None:
    """Write the mark of a finding or ring."""
    kind, _, key = state.stream.partition(":")
    fields: dict[str, Any] = {
        "version": state.version,
        "verdict": state.verdict,
        "reason": state.reason,
        "judged_by": state.judged_by.name if state.judged_by else None,
        "judged_at": utc_text(state.judged_at) if state.judged_at else None,
        "cases": list(state.cases),
        "notes": len(state.notes),
    }
    query = WRITE_FINDING if kind == "finding" else WRITE_RING
    await (await tx.run(query, key=key, fields=fields)).consume()
