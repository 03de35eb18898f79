"""The fee lines behind a lead of 停权医师结算: a case judges them one by one, like those of a rule."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import neo4j

from casework.lines.listing import BARRED_RULE
from casework.money import ZERO
from claims.store import ClaimStore
from graph.points.barred_leads import Lead, find_leads


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
    return findings_of(ids, await find_leads(driver, store, at))


def findings_of(ids: Iterable[str], leads: Collection[Lead]) -> tuple[BarredFinding, ...]:
    """Return what the findings rest on; one under an old key may cover several spans."""
    found = []
    for key in ids:
        spans = [lead.span for lead in leads if lead.key == key and lead.span.lines]
        if not spans:
            continue
        lines = [line for span in spans for line in span.lines]
        found.append(
            BarredFinding(
                key,
                spans[0].fixmedins_code,
                tuple((line.mdtrt_id, line.feedetl_sn) for line in lines if line.amount > 0),
                sum((line.fund for line in lines), ZERO),
            )
        )
    return tuple(found)
