"""The fee lines behind a lead of 停权医师结算: a case judges them one by one, like those of a rule."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

import neo4j

from casework.clocks.calendars import local_date
from casework.lines.listing import BARRED_RULE
from claims.store import ClaimStore
from graph.points.barred import BarredFees, all_files, barred_fees, key_of

KEYS: Final = """
SELECT mdtrt_id, feedetl_sn FROM barred_line
WHERE code = ? AND fixmedins_code = ? AND amount > 0
ORDER BY fee_ocur_time, mdtrt_id, feedetl_sn
"""


@dataclass(frozen=True)
class BarredFinding:
    """What a lead rests on: its lines as (mdtrt_id, feedetl_sn); yuan of the fund."""

    finding_id: str
    fixmedins_code: str
    lines: tuple[tuple[str, str], ...]
    amount_at_risk: Decimal
    rule_id: str = BARRED_RULE


async def barred_findings(
    driver: neo4j.AsyncDriver, store: ClaimStore, ids: Collection[str], at: datetime
) -> tuple[BarredFinding, ...]:
    """Return those of the findings that are fees of barred doctors, as the claims stand now.

    One whose doctor is no longer barred on those days (a score fell) is absent.
    """
    if not any(one.startswith("barred-") for one in ids):
        return ()
    files = await all_files(driver)

    def look() -> tuple[BarredFinding, ...]:
        with store.connect() as connection:
            found = {key_of(one): one for one in barred_fees(connection, files, local_date(at))}

            def behind(key: str, fees: BarredFees) -> BarredFinding:
                of = [fees.prac_psn_code, fees.fixmedins_code]
                rows = connection.execute(KEYS, of).fetchall()
                keys = tuple((str(visit), str(line)) for visit, line in rows)
                return BarredFinding(key, fees.fixmedins_code, keys, fees.fund)

            return tuple(behind(key, found[key]) for key in ids if key in found)

    return await asyncio.to_thread(look)
