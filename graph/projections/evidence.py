"""The evidence node."""

from typing import Any, Final

import neo4j

from casework.custody.state import EvidenceState
from casework.events import utc_text

WRITE: Final = "MERGE (e:Evidence {evidence_id: $evidence_id}) SET e += $fields"


async def project_evidence(tx: neo4j.AsyncManagedTransaction, state: EvidenceState) -> None:
    """Write the evidence node."""
    fields: dict[str, Any] = {
        "version": state.version,
        "name": state.name,
        "kind": state.kind,
        "media_type": state.media_type,
        "size": state.size,
        "sha256": state.sha256,
        "sm3": state.sm3,
        "object_key": state.object_key,
        "case_no": state.case_no,
        "cited_by": list(state.cited_by),
        "retain_until": state.retain_until.isoformat() if state.retain_until else None,
        "received_at": utc_text(state.received_at) if state.received_at else None,
        "received_by": state.received_by,
        "checked_at": utc_text(state.checked_at) if state.checked_at else None,
        "intact": state.intact,
        "damage": state.damage,
    }
    await (await tx.run(WRITE, evidence_id=state.evidence_id, fields=fields)).consume()
