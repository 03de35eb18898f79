"""The key's node. The hash of its secret is written beside it, never from events."""

from typing import Any, Final

import neo4j

from casework.events import utc_text
from casework.keys.state import KeyState

WRITE: Final = "MERGE (k:ApiKey {key_id: $key_id}) SET k += $fields"


async def project_key(tx: neo4j.AsyncManagedTransaction, state: KeyState) -> None:
    """Write the key's node."""
    fields: dict[str, Any] = {
        "version": state.version,
        "name": state.name,
        "until": state.until.isoformat() if state.until else None,
        "issued_by": state.by.name if state.by else None,
        "issued_at": utc_text(state.issued_at) if state.issued_at else None,
        "revoked_at": utc_text(state.revoked_at) if state.revoked_at else None,
    }
    await (await tx.run(WRITE, key_id=state.key_id, fields=fields)).consume()
