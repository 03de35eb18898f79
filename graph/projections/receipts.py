"""Nodes of money that came in: what the year counts by the day of the payment."""

from collections.abc import Sequence
from typing import Any, Final

import neo4j

from casework.commands.case import LONGEST_VOUCHER
from casework.events import Event
from casework.ledger.receipts import receipts

# Entries of a chain never go away: nothing is deleted.
WRITE: Final = """
MATCH (c:Case {case_no: $case_no})
UNWIND $rows AS row
MERGE (r:Receipt {key: row.key}) SET r = row
MERGE (r)-[:OF]->(c)
"""


async def project_receipts(
    tx: neo4j.AsyncManagedTransaction, case_no: str, events: Sequence[Event]
) -> None:
    """Write the movements of a case's money."""
    rows = receipt_rows(case_no, events)
    if rows:
        await (await tx.run(WRITE, case_no=case_no, rows=rows)).consume()


def receipt_rows(case_no: str, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Their properties; amounts in fen, days as Beijing has them."""
    return [
        {
            "key": f"{case_no}#{one.seq}#{one.account.value}",
            "account": one.account.value,
            "day": one.on.isoformat(),
            "fen": int((one.amount * 100).to_integral_exact()),
            # Looked for by its number; no index takes a long text.
            "document_no": one.document_no[:LONGEST_VOUCHER],
            "seq": one.seq,
            "reverses": one.reverses,
        }
        for one in receipts(case_no, events)
    ]
