"""Institutions by the share of their staff that was suspended or terminated in a year, as of a day."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.points.fold import fold_points
from casework.points.institution import SHARES, Barred, Effect, barred_staff, effect_of
from casework.points.parameters import STREAM, fold_bureau
from graph.cases.scope import file_scope
from graph.events.load import load

FILES: Final = "MATCH (f:DoctorFile) RETURN f.prac_psn_code AS code ORDER BY code"
STAFF: Final = """
UNWIND $shown AS one
MATCH (i:Institution {fixmedins_code: one.code})
RETURN one.code AS code, i.fixmedins_name AS name, size(one.barred) + COUNT {
  (d:Doctor)-[:WORKS_AT]->(i) WHERE NOT d.prac_psn_code IN one.barred
} AS staff
"""


@dataclass(frozen=True)
class InstitutionShare:
    """Barred staff of one institution from New Year to a day; `effect` None: below every row.

    `staff` is who works there on the map now, as the interface tells no history of it, and whoever was
    barred there and left since.
    """

    fixmedins_code: str
    name: str
    people: tuple[Barred, ...]
    staff: int
    effect: Effect | None

    @property
    def barred(self) -> int:
        """How many they are."""
        return len(self.people)

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down."""
        return 100 * self.barred // self.staff if self.staff else 0


async def institution_shares(
    driver: neo4j.AsyncDriver, viewer: Viewer, on: date
) -> tuple[InstitutionShare, ...]:
    """Return institutions with barred staff, the highest share first; an institution its own."""
    scope = file_scope(viewer.actor)
    if not (scope.everything or scope.institution):
        return ()
    rows, _, _ = await driver.execute_query(FILES, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, STREAM, *(f"points:{code}" for code in codes))
    set_by = fold_bureau(chains[STREAM]).setting(SHARES, on)
    own = (set_by.value, set_by.basis) if set_by else None
    barred = barred_staff((fold_points(c, chains[f"points:{c}"]) for c in codes), on)
    shown = [
        {"code": c, "barred": [one.code for one in people]}
        for c, people in barred.items()
        if scope.everything or c == scope.institution
    ]
    rows, _, _ = await driver.execute_query(STAFF, shown=shown, routing_=neo4j.RoutingControl.READ)
    found = [
        InstitutionShare(
            row["code"],
            row["name"] or row["code"],
            tuple(barred[row["code"]]),
            row["staff"],
            effect_of(len(barred[row["code"]]), row["staff"], on, own),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.percent, one.fixmedins_code)))
