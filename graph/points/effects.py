"""Institutions by the share of their staff that was suspended or terminated in a year."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.points.fold import fold_points
from casework.points.institution import Effect, barred_staff, effect_of
from graph.cases.scope import file_scope
from graph.events.load import load

FILES: Final = "MATCH (f:DoctorFile) RETURN f.prac_psn_code AS code ORDER BY code"
STAFF: Final = """
UNWIND $codes AS code
MATCH (i:Institution {fixmedins_code: code})
RETURN code, i.fixmedins_name AS name, COUNT { (:Doctor)-[:WORKS_AT]->(i) } AS staff
"""


@dataclass(frozen=True)
class InstitutionShare:
    """Barred staff of one institution in a year; `effect` None: below every row."""

    fixmedins_code: str
    name: str
    barred: int
    staff: int
    effect: Effect | None

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down."""
        return 100 * self.barred // self.staff if self.staff else 0


async def institution_shares(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, at: datetime
) -> tuple[InstitutionShare, ...]:
    """Return institutions with barred staff, the highest share first; an institution its own."""
    scope = file_scope(viewer.actor)
    if not (scope.everything or scope.institution):
        return ()
    rows, _, _ = await driver.execute_query(FILES, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    barred = barred_staff((fold_points(c, chains[f"points:{c}"]) for c in codes), year)
    shown = [c for c in barred if scope.everything or c == scope.institution]
    rows, _, _ = await driver.execute_query(STAFF, codes=shown, routing_=neo4j.RoutingControl.READ)
    today = local_date(at)
    found = [
        InstitutionShare(
            row["code"],
            row["name"] or row["code"],
            len(barred[row["code"]]),
            row["staff"],
            effect_of(len(barred[row["code"]]), row["staff"], today),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.percent, one.fixmedins_code)))
