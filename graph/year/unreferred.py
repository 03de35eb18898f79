"""Open cases in which a crime is suspected that was neither referred nor written off as none (310号 3)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.cases.place import own_fraud
from casework.clocks.calendars import local_date
from casework.referral.threshold import standard
from graph.points.parameters import bureau_parameters
from graph.reading import rows_of
from graph.year.read import allow

UNREFERRED: Final[LiteralString] = """
MATCH (c:Case) WHERE c.is_open AND c.fraud_open IS NOT NULL
RETURN c.case_no AS case_no, c.title AS title, c.fraud_open AS amount ORDER BY case_no
"""


@dataclass(frozen=True)
class Unreferred:
    """A case whose suspected fraud of `amount` yuan reaches the amount of a crime."""

    case_no: str
    title: str
    amount: Decimal


async def unreferred(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Unreferred, ...]:
    """Return them by the standard of a day. Refuses ROLE_REQUIRED to all but head and supervisor."""
    allow(viewer)
    own = own_fraud(await bureau_parameters(driver, viewer), local_date(at))
    least = Decimal(standard(own, at).value)
    rows = await rows_of(driver, UNREFERRED, {})
    found = (Unreferred(row["case_no"], row["title"], Decimal(row["amount"])) for row in rows)
    return tuple(one for one in found if one.amount >= least)
