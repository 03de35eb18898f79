"""Proposed measures that wait for a person's decision."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.measures.eyes import waits_for
from casework.measures.state import Measured
from graph.measures.load import PREFIX, states_of
from graph.measures.read import MeasureRow, rows_of_subject

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
    return tuple(
        Waiting(f"{row.name} {row.department}".strip(), row.measure)
        for row in await rows_to_decide(driver, viewer, at)
        if row.measure is not None
    )


async def rows_to_decide(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[MeasureRow, ...]:
    """Return the same as rows of the list of measures."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    rows, _, _ = await driver.execute_query(OPEN, routing_=neo4j.RoutingControl.READ)
    states = await states_of(driver, (f"{PREFIX}{row['key']}" for row in rows))
    found = [
        row
        for state in states.values()
        for row in rows_of_subject(state, at, viewer.masked, history=True)
        if row.measure is not None and waits_for(row.measure, viewer.actor, at)
    ]
    return tuple(sorted(found, key=_proposed))


def _proposed(row: MeasureRow) -> datetime:
    """When it was proposed; what a case decides was never proposed, and waits for nobody."""
    return (row.measure.proposed_at if row.measure else None) or datetime.max.replace(tzinfo=UTC)
