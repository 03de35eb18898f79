"""Where a voucher stands already, in whatever case: one voucher is one entry."""

from datetime import date
from decimal import Decimal
from typing import Final, LiteralString

import neo4j

from casework.commands.case import LONGEST_VOUCHER, Vouched, VoucherUse

#: Two who enter the same voucher at once wait for each other.
LOCK: Final[LiteralString] = "MERGE (v:Voucher {no: $no}) SET v.locked = true REMOVE v.locked"
STANDS: Final[LiteralString] = """
MATCH (r:Receipt {document_no: $no})-[:OF]->(c:Case)
WHERE c.case_no <> $case_no AND r.fen > 0 AND r.reverses IS NULL
  AND NOT EXISTS { MATCH (x:Receipt)-[:OF]->(c) WHERE x.reverses = r.seq }
RETURN c.case_no AS case_no, r.day AS day, r.fen AS fen ORDER BY r.day, r.key LIMIT 5
"""


async def vouchers_in(
    tx: neo4j.AsyncManagedTransaction, command: Vouched
) -> tuple[VoucherUse, ...]:
    """Standing entries of the command's voucher in other cases, the oldest first."""
    number = command.voucher.strip()
    # What is too long is refused; no index takes it.
    if not number or len(number) > LONGEST_VOUCHER:
        return ()
    await (await tx.run(LOCK, no=number)).consume()
    found = await tx.run(STANDS, no=number, case_no=command.case_no)
    return tuple(
        [
            VoucherUse(
                row["case_no"], date.fromisoformat(row["day"]), Decimal(row["fen"]).scaleb(-2)
            )
            async for row in found
        ]
    )
