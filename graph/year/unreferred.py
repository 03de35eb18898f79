"""Open cases in which a crime is suspected that was neither referred nor written off as none (310号 3)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.cases.place import own_fraud, own_fraud_months
from casework.clocks.calendars import local_date
from casework.money import ZERO
from casework.referral.state import OtherFraud
from casework.referral.summed import counting, months
from casework.referral.threshold import standard
from graph.points.parameters import bureau_parameters
from graph.reading import rows_of
from graph.year.read import allow

UNREFERRED: Final[LiteralString] = """
MATCH (c:Case) WHERE c.is_open AND c.fraud_open IS NOT NULL
CALL (c) {
  MATCH (o:Case {party_key: c.party_key})
  WHERE o.party_kind = c.party_kind AND o.fraud_counts IS NOT NULL AND o <> c
  RETURN collect({case_no: o.case_no, docket: coalesce(o.docket_no, o.case_no), amount: o.fraud_counts,
                  on: o.fraud_on}) AS others
}
RETURN c.case_no AS case_no, c.title AS title, c.fraud_open AS amount, c.fraud_off AS off, c.fraud_on AS on, others
ORDER BY case_no
"""


@dataclass(frozen=True)
class Unreferred:
    """A case whose suspected fraud of `amount` yuan reaches the amount of a crime, with what counts beside it."""

    case_no: str
    title: str
    amount: Decimal


async def unreferred(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Unreferred, ...]:
    """Return them by the standard of a day. Refuses ROLE_REQUIRED to all but head and supervisor."""
    allow(viewer)
    bureau, on = await bureau_parameters(driver, viewer), local_date(at)
    least = Decimal(standard(own_fraud(bureau, on), at).value)
    within = int(months(own_fraud_months(bureau, on), at).value)
    rows = await rows_of(driver, UNREFERRED, {})
    found = [(row, Unreferred(row["case_no"], row["title"], _sum(row, within))) for row in rows]
    return tuple(
        one for row, one in found if one.amount >= least and one.amount > Decimal(row["off"] or 0)
    )


def _sum(row: Any, within: int) -> Decimal:
    """The case's own amount with those of the party that count together with it."""
    others = (
        OtherFraud(o["case_no"], o["docket"], Decimal(o["amount"]), date.fromisoformat(o["on"]))
        for o in row["others"]
    )
    on = date.fromisoformat(row["on"]) if row["on"] else None
    return Decimal(row["amount"]) + sum((o.amount for o in counting(others, on, within)), ZERO)
