"""Measures that wait for a person: proposed ones for a decision, decided and lifted ones for their service."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.measures.eyes import waits_for, waits_to_be_served
from casework.measures.serve import unserved_since
from casework.measures.state import Measured
from graph.measures.load import PREFIX, states_of
from graph.measures.read import MeasureRow, rows_of_subject

OPEN: Final[LiteralString] = """
MATCH (m:Measure {open: true})-[:AGAINST]->(s:Measured)
RETURN DISTINCT s.key AS key ORDER BY key
"""
UNSERVED: Final[LiteralString] = """
MATCH (m:Measure {to_serve: true})-[:AGAINST]->(s:Measured)
RETURN DISTINCT s.key AS key ORDER BY key
"""


@dataclass(frozen=True)
class Waiting:
    """A measure to be decided or served and its subject; an insured person's name is masked without a purpose."""

    name: str
    measure: Measured


async def proposals_for(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Waiting, ...]:
    """Return what waits for the viewer, what was proposed first at the top; outside the bureau nothing."""
    return _named(await rows_to_decide(driver, viewer, at))


async def unserved_for(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Waiting, ...]:
    """Return what the viewer has to serve, what was decided or lifted first at the top."""
    return _named(await rows_to_serve(driver, viewer, at))


def _named(rows: tuple[MeasureRow, ...]) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(f"{row.name} {row.department}".strip(), row.measure)
        for row in rows
        if row.measure is not None
    )


async def rows_to_decide(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[MeasureRow, ...]:
    """Return what waits for the viewer's decision as rows of the list of measures."""

    def waits(one: Measured) -> bool:
        return waits_for(one, viewer.actor, at)

    return tuple(sorted(await _rows(driver, viewer, at, OPEN, waits), key=_proposed))


async def rows_to_serve(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[MeasureRow, ...]:
    """Return what the viewer has to serve as rows of the list of measures."""

    def waits(one: Measured) -> bool:
        return waits_to_be_served(one, viewer.actor)

    return tuple(sorted(await _rows(driver, viewer, at, UNSERVED, waits), key=_due))


async def _rows(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    query: LiteralString,
    waits: Callable[[Measured], bool],
) -> list[MeasureRow]:
    """The measures of the subjects that a query names, as far as they wait; outside the bureau nothing."""
    if not viewer.actor.holds(*BUREAU):
        return []
    rows, _, _ = await driver.execute_query(query, routing_=neo4j.RoutingControl.READ)
    states = await states_of(driver, (f"{PREFIX}{row['key']}" for row in rows))
    return [
        row
        for state in states.values()
        for row in rows_of_subject(state, at, viewer.masked, history=True)
        if row.measure is not None and waits(row.measure)
    ]


def _proposed(row: MeasureRow) -> datetime:
    """When it was proposed; what a case decides was never proposed, and waits for nobody."""
    return (row.measure.proposed_at if row.measure else None) or datetime.max.replace(tzinfo=UTC)


def _due(row: MeasureRow) -> datetime:
    """Since when it waits for its service."""
    since = unserved_since(row.measure) if row.measure else None
    return since or datetime.max.replace(tzinfo=UTC)
