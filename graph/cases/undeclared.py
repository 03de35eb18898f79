"""Whoever is an officer of open cases and has declared no ties: the check finds nothing of him until he does."""

from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer

OWN: Final[LiteralString] = """
MATCH (a:Account {account: $account}) WHERE a.psn_no IS NULL
MATCH (c:Case) WHERE c.is_open AND $account IN c.officers
RETURN count(c) AS cases, min(c.case_no) AS first
"""


@dataclass(frozen=True)
class Undeclared:
    """How many open cases wait for the declaration, and the first of them."""

    cases: int
    first: str


async def undeclared_of(driver: neo4j.AsyncDriver, viewer: Viewer) -> Undeclared | None:
    """What waits for this person's declaration; None where it was made, or no case is his."""
    if not viewer.actor.holds(*BUREAU):
        return None
    rows, _, _ = await driver.execute_query(
        OWN, account=viewer.actor.account, routing_=neo4j.RoutingControl.READ
    )
    row = rows[0]
    return Undeclared(int(row["cases"]), str(row["first"])) if row["cases"] else None
