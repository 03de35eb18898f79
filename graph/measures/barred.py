"""Who may not manage designated institutions now, as a case's party is compared with them (条例 43)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.cases.state import CaseState
from casework.commands.case import PartyKind
from casework.commands.measures import MeasureType
from casework.events import utc_text
from casework.masking import mask_certno
from casework.measures.bar import names_one
from casework.measures.state import Measured, MeasuresState, fold_measures
from graph.events.load import load

FIND: Final[LiteralString] = """
MATCH (m:Measure {kind: $kind, imposed: true})-[:AGAINST]->(s:Measured)
WHERE m.starts_at <= $at AND (m.over_at IS NULL OR m.over_at > $at)
RETURN DISTINCT s.key AS key ORDER BY key
"""


@dataclass(frozen=True)
class Barred:
    """One bar that runs; the identity number as the viewer may read it. Times are UTC."""

    name: str
    institution: str
    measure: Measured
    identity_no: str


async def barred_like(
    driver: neo4j.AsyncDriver, case: CaseState, at: datetime, *, masked: bool
) -> tuple[Barred, ...]:
    """Return the bars that run for whoever has the name of the party's representative.

    By name alone, since a case keeps no more of its party's representative: a hint to compare the cards.
    """
    party = case.party
    if party is None or party.kind is not PartyKind.INSTITUTION or not party.representative.strip():
        return ()
    rows, _, _ = await driver.execute_query(
        FIND,
        kind=MeasureType.BAR_MANAGER.value,
        at=utc_text(at),
        routing_=neo4j.RoutingControl.READ,
    )
    streams = [f"measures:{row['key']}" for row in rows]
    chains = await load(driver, *streams) if streams else {}
    states = (fold_measures(one.partition(":")[2], chains[one]) for one in streams)
    return tuple(
        _row(state, one, masked=masked)
        for state in states
        if names_one(party.representative, state.department)
        for one in state.holding(at)
        if one.kind is MeasureType.BAR_MANAGER
    )


def _row(state: MeasuresState, one: Measured, *, masked: bool) -> Barred:
    number = mask_certno(one.identity_no) if masked else one.identity_no
    return Barred(state.department, state.name, one, number)
