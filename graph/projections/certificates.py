"""The certificate that an officer last showed: offered again where he is named the next time."""

from collections.abc import Sequence
from typing import Any, Final

import neo4j

from casework.events import Event, utc_text

# The latest naming wins, in whatever order chains are projected; nothing is written otherwise, so
# that work on two cases of the same officers never waits for each other.
WRITE: Final = """
UNWIND $rows AS row
MATCH (a:Account {account: row.account})
WHERE coalesce(a.certified_at, '') < row.at
SET a.certificate_no = row.certificate_no, a.certified_at = row.at
"""


async def project_certificates(tx: neo4j.AsyncManagedTransaction, events: Sequence[Event]) -> None:
    """Keep the certificates of the officers whom these events name, the latest of each."""
    rows = certificate_rows(events)
    if rows:
        await (await tx.run(WRITE, rows=rows)).consume()


def certificate_rows(events: Sequence[Event]) -> list[dict[str, Any]]:
    """Account → the number that it was last named with, and when."""
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        if event.type not in ("OfficersAssigned", "InspectionOpened"):
            continue
        for one in event.data.get("officers") or ():  # type: ignore[union-attr]
            if isinstance(one, dict) and one.get("certificate_no"):
                account = str(one["account"])
                found[account] = {
                    "account": account,
                    "certificate_no": one["certificate_no"],
                    "at": utc_text(event.at),
                }
    return [found[account] for account in sorted(found)]
