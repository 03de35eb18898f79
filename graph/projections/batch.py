"""The node of a list of restorations: what the list of lists shows, and who may see it."""

from typing import Final

import neo4j

from casework.batches.state import BatchState
from casework.events import utc_text

WRITE: Final = "MERGE (b:RestorationBatch {batch_id: $id}) SET b += $fields"


async def project_batch(tx: neo4j.AsyncManagedTransaction, state: BatchState) -> None:
    """Write the node."""
    fields = {
        "version": state.version,
        "title": state.title,
        "doctors": [member.prac_psn_code for member in state.members],
        "drawn_at": utc_text(state.at) if state.at else None,
    }
    await (await tx.run(WRITE, id=state.batch_id, fields=fields)).consume()
