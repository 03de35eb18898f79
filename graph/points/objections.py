"""Served scores to which somebody may still object: a doctor to his own, an institution for its doctors."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Role, Viewer
from casework.events import utc_text
from casework.points.fold import fold_points
from casework.points.object import open_to_objection, own_file
from casework.points.periods import objection_ends
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import Refusal
from graph.events.load import load

FIND: Final = """
MATCH (d:Deadline {row: 'score_objection'})-[:OF]->(f:DoctorFile)
WHERE d.runs AND (d.due IS NULL OR d.due >= $now) AND (f.prac_psn_code = $doctor OR $institution IN f.institutions)
RETURN DISTINCT f.prac_psn_code AS code ORDER BY code LIMIT 200
"""


@dataclass(frozen=True)
class Objectionable:
    """A score and until when an objection is open; None where its working days are not published yet."""

    file: PointsState
    entry: ScoreEntry
    due: datetime | None


async def objectionable_for(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Objectionable, ...]:
    """Return the scores to which the viewer may object, the nearest last day first."""
    actor = viewer.actor
    if not actor.holds(Role.PHYSICIAN, Role.INSURANCE_OFFICE):
        return ()
    rows, _, _ = await driver.execute_query(
        FIND,
        now=utc_text(at),
        doctor=actor.prac_psn_code if actor.holds(Role.PHYSICIAN) else None,
        institution=actor.fixmedins_code if actor.holds(Role.INSURANCE_OFFICE) else None,
        routing_=neo4j.RoutingControl.READ,
    )
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    found = []
    for code in codes:
        file = fold_points(code, chains[f"points:{code}"])
        try:
            own_file(file, actor, at)
        except Refusal:
            continue
        for entry in open_to_objection(file, at):
            if entry.notified_on is not None:
                found.append(Objectionable(file, entry, objection_ends(entry.notified_on)))
    return tuple(
        sorted(found, key=lambda one: (one.due is None, one.due or at, one.file.prac_psn_code))
    )
