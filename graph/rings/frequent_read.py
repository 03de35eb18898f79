"""Reading the queue of persons with a rhythm of their own. Names are masked without a purpose."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.masking import mask_name
from casework.refusal import refuse

LIST = """
MATCH (q:Frequent)
WHERE ($fixmedins_code IS NULL OR q.fixmedins_code = $fixmedins_code)
WITH count(q) AS total, collect(q) AS every
UNWIND CASE WHEN every = [] THEN [null] ELSE every END AS q
WITH total, q WHERE q IS NULL OR $after_days IS NULL OR q.days < $after_days
   OR (q.days = $after_days AND q.key > $after_key)
WITH total, q ORDER BY q.days DESC, q.key LIMIT $limit
OPTIONAL MATCH (p:Patient {psn_no: q.psn_no})
OPTIONAL MATCH (h:Institution {fixmedins_code: q.fixmedins_code})
RETURN total, q, p.psn_name AS name, h.fixmedins_name AS place
ORDER BY q.days DESC, q.key
"""


@dataclass(frozen=True)
class FrequentRow:
    """A person of the queue; `days` of visits, `amount` in yuan, `periodic_share` between 0 and 1."""

    key: str
    psn_no: str
    name: str
    fixmedins_code: str
    fixmedins_name: str
    channel: str
    days: int
    first_day: date
    last_day: date
    amount: Decimal
    periodic_share: float
    diagnosis: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class FrequentPage:
    """A page of the queue; `total` counts all."""

    rows: tuple[FrequentRow, ...]
    total: int
    more: bool


async def list_frequent(
    driver: AsyncDriver,
    viewer: Viewer,
    *,
    fixmedins_code: str | None = None,
    first: int = 50,
    after: tuple[int, str] | None = None,
) -> FrequentPage:
    """The queue, most days first; `after` is (days, key) of the last row seen. Refusal NOT_FOUND for
    readers outside the bureau."""
    if not viewer.actor.roles & BUREAU:
        raise refuse("NOT_FOUND", what="频繁就诊人员", what_en="frequent visitors")
    result = await driver.execute_query(
        Query(LIST, timeout=10),
        fixmedins_code=fixmedins_code,
        after_days=after[0] if after else None,
        after_key=after[1] if after else None,
        limit=first + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    found = [row for row in result.records if row["q"] is not None]
    total = result.records[0]["total"] if result.records else 0
    return FrequentPage(
        tuple(_row(row, viewer) for row in found[:first]), total, len(found) > first
    )


def _row(row: neo4j.Record, viewer: Viewer) -> FrequentRow:
    q, name = row["q"], row["name"] or ""
    return FrequentRow(
        key=q["key"],
        psn_no=q["psn_no"],
        name=mask_name(name) if viewer.masked else name,
        fixmedins_code=q["fixmedins_code"],
        fixmedins_name=row["place"] or q["fixmedins_code"],
        channel=q["channel"],
        days=q["days"],
        first_day=q["first_day"].to_native(),
        last_day=q["last_day"].to_native(),
        amount=Decimal(q["amount"]),
        periodic_share=q["periodic_share"],
        diagnosis=q["diagnosis"],
        reason_zh=q["reason_zh"],
        reason_en=q["reason_en"],
    )
