"""Proposed measures that wait for a person's decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.commands.measures import SubjectKind
from casework.masking import mask_name
from casework.measures.eyes import waits_for
from casework.measures.state import Measured, fold_measures
from graph.events.load import load

OPEN: Final = """
MATCH (m:Measure {open: true})-[:AGAINST]->(s:Measured)
RETURN DISTINCT s.key AS key ORDER BY key
"""


@dataclass(frozen=True)
class Waiting:
    """A measure to be decided and its subject; an insured person's name is masked without a purpose."""

    name: str
    measure: Measured


async def proposals_for(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Waiting, ...]:
    """Return what waits for the viewer, what was proposed first at the top; outside the bureau nothing."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    rows, _, _ = await driver.execute_query(OPEN, routing_=neo4j.RoutingControl.READ)
    keys = [str(row["key"]) for row in rows]
    chains = await load(driver, *(f"measures:{key}" for key in keys))
    found = []
    for key in keys:
        state = fold_measures(key, chains[f"measures:{key}"])
        hide = viewer.masked and state.kind is SubjectKind.INSURED
        name = mask_name(state.name) if hide else f"{state.name} {state.department}".strip()
        found += [Waiting(name, one) for one in state.measures if waits_for(one, viewer.actor, at)]
    found.sort(key=lambda one: one.measure.proposed_at or at)
    return tuple(found)
