"""Where the party of a case is, by the bureau's own area: read beside the case, never kept in it."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.cases.place import area_of, foreign_area, located
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Party, PartyKind
from casework.decide import State, fold
from casework.points.parameters import STREAM, BureauState, fold_bureau
from graph.events.append import lock
from graph.events.load import load_in
from graph.notices.tell import tell
from graph.projections.case import project_case

OPEN: Final[LiteralString] = """
MATCH (c:Case) WHERE c.is_open AND c.party_kind = 'institution'
RETURN c.case_no AS case_no, c.party_key AS key ORDER BY case_no
"""


async def located_in(tx: neo4j.AsyncManagedTransaction, state: State, at: datetime) -> State:
    """A case where it stands by the own area of the day; every other state as it is."""
    if not isinstance(state, CaseState) or state.party is None or area_of(state.party) is None:
        return state
    bureau = fold_bureau((await load_in(tx, [STREAM]))[STREAM])
    return located(state, bureau, local_date(at))


async def locate_anew(tx: neo4j.AsyncManagedTransaction, bureau: BureauState, at: datetime) -> None:
    """Tell whom the open cases outside of a new own area wait for now: their transfer is a step."""
    on = local_date(at)
    rows = [row async for row in await tx.run(OPEN)]
    found = [
        f"case:{row['case_no']}"
        for row in rows
        if foreign_area(Party(PartyKind.INSTITUTION, row["key"], ""), bureau, on)
    ]
    await lock(tx, found)
    for stream, events in (await load_in(tx, found)).items():
        state = fold(stream, events)
        if isinstance(state, CaseState):
            state = located(state, bureau, on)
            await tell(tx, state, (), await project_case(tx, state, events, at), at)
