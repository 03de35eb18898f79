"""Whoever acts on open cases or inspections and has declared no ties: the check finds nothing of him until he does."""

from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.actors import AGENCY, BUREAU, Viewer
from casework.cases.leaders import LEADERS

#: Officers, and who acts by his role (see `ties.ACTING`, `ties.LEADING`).
OWN: Final[LiteralString] = """
MATCH (a:Account {account: $account}) WHERE a.psn_no IS NULL
CALL () {
  MATCH (c:Case) WHERE c.is_open
    AND ($account IN c.officers OR $leads OR ($agency AND c.path = 'agreement'))
  RETURN count(c) AS cases, min(c.case_no) AS first
}
CALL () {
  MATCH (i:Inspection) WHERE NOT i.stage IN ['closed', 'cancelled']
    AND ($account IN i.officers OR $leads)
  RETURN count(i) AS inspections, min(i.inspection_no) AS first_inspection
}
RETURN cases, first, inspections, first_inspection
"""


@dataclass(frozen=True)
class Undeclared:
    """How many open cases and inspections wait for the declaration, and the first of them."""

    cases: int
    first: str
    inspections: int = 0


async def undeclared_of(driver: neo4j.AsyncDriver, viewer: Viewer) -> Undeclared | None:
    """What waits for this person's declaration; None where it was made, or he acts on nothing."""
    actor = viewer.actor
    if not actor.holds(*BUREAU):
        return None
    rows, _, _ = await driver.execute_query(
        OWN,
        account=actor.account,
        leads=actor.holds(*LEADERS),
        agency=actor.holds(*AGENCY),
        routing_=neo4j.RoutingControl.READ,
    )
    if not rows or not (rows[0]["cases"] or rows[0]["inspections"]):
        return None
    row = rows[0]
    first = row["first"] or row["first_inspection"]
    return Undeclared(int(row["cases"]), str(first), int(row["inspections"]))
