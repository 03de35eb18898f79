"""Who may not manage designated institutions now, as a case's party is compared with them (条例 43)."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.cases.state import CaseState
from casework.commands.case import PartyKind
from casework.commands.measures import MeasureType
from casework.events import utc_text
from casework.masking import mask_certno
from casework.measures.namesakes import Barred, Likeness, likeness
from casework.measures.state import Measured, MeasuresState
from graph.measures.load import PREFIX, states_of

FIND: Final[LiteralString] = """
MATCH (m:Measure {kind: $kind, imposed: true})-[:AGAINST]->(s:Measured)
WHERE m.starts_at <= $at AND (m.over_at IS NULL OR m.over_at > $at)
RETURN DISTINCT s.key AS key ORDER BY key
"""


async def barred_like(
    driver: neo4j.AsyncDriver, case: CaseState, at: datetime, *, masked: bool
) -> tuple[Barred, ...]:
    """Return the bars that run for the party's representative, and those of his namesakes.

    By the identity number he is the barred person for certain; by name it is a hint to compare the cards.
    `case` with its numbers unmasked.
    """
    party = case.party
    if party is None or party.kind is not PartyKind.INSTITUTION:
        return ()
    if not party.representative.strip() and not party.representative_no:
        return ()
    rows, _, _ = await driver.execute_query(
        FIND,
        kind=MeasureType.BAR_MANAGER.value,
        at=utc_text(at),
        routing_=neo4j.RoutingControl.READ,
    )
    states = await states_of(driver, (f"{PREFIX}{row['key']}" for row in rows))
    found = [
        _row(state, one, by, masked=masked)
        for state in states.values()
        for one in state.holding(at)
        if one.kind is MeasureType.BAR_MANAGER
        and (by := likeness(party, state.department, one.identity_no)) is not None
    ]
    # What is certain comes before what is to be compared.
    return tuple(sorted(found, key=lambda one: one.by is Likeness.NAME))


def _row(state: MeasuresState, one: Measured, by: Likeness, *, masked: bool) -> Barred:
    number = mask_certno(one.identity_no) if masked else one.identity_no
    return Barred(state.department, state.name, one, number, by)
