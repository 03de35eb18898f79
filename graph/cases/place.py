"""Where the party of a case is, by the bureau's own area: read beside the case, never kept in it."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.cases.place import area_of, located, outside
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Party, PartyKind
from casework.decide import State, fold
from casework.points.parameters import STREAM, BureauState, fold_bureau
from casework.referral.threshold import defrauded
from graph.cases.frauds import frauds_in
from graph.events.append import forget_empty, lock
from graph.events.load import load_in
from graph.notices.tell import tell
from graph.projections.case import project_case

OPEN: Final[LiteralString] = """
MATCH (c:Case) WHERE c.is_open AND c.party_kind = 'institution'
RETURN c.case_no AS case_no, c.party_key AS key ORDER BY case_no
"""
#: By which own area the open cases were located; nothing is kept of the cases themselves.
LAST: Final[LiteralString] = """
MERGE (l:Located {by: 'own_area'})
WITH l, coalesce(l.area, '') AS before SET l.area = $own
RETURN before
"""


async def located_in(tx: neo4j.AsyncManagedTransaction, state: State, at: datetime) -> State:
    """A case where it stands by the parameters of the day, with its party's other frauds; other states as they are."""
    if not isinstance(state, CaseState) or state.party is None:
        return state
    located_nowhere = area_of(state.party) is None
    state = await frauds_in(tx, state)
    if located_nowhere and not defrauded(state):
        return state
    bureau = fold_bureau((await load_in(tx, [STREAM]))[STREAM])
    return located(state, bureau, local_date(at))


async def relocate(driver: neo4j.AsyncDriver, at: datetime) -> None:
    """Locate anew where another own area has come into force since the last time; harmless to repeat."""
    async with driver.session() as session:
        await session.execute_write(_relocate, at)


async def _relocate(tx: neo4j.AsyncManagedTransaction, at: datetime) -> None:
    heads = await lock(tx, [STREAM])
    if heads[STREAM].version:
        await locate_anew(tx, fold_bureau((await load_in(tx, [STREAM]))[STREAM]), at)
    else:
        await forget_empty(tx, [STREAM])


async def locate_anew(tx: neo4j.AsyncManagedTransaction, bureau: BureauState, at: datetime) -> None:
    """Tell whom open cases wait for now where a new own area moves them out or in: their transfer is a step.

    The stream of the bureau is locked by the caller.
    """
    own = bureau.value("own_area", local_date(at))
    row = await (await tx.run(LAST, own=own)).single(strict=True)
    if row["before"] == own:
        return
    rows = [row async for row in await tx.run(OPEN)]
    moved = [f"case:{one['case_no']}" for one in rows if _moves(one["key"], row["before"], own)]
    await lock(tx, moved)
    for stream, events in (await load_in(tx, moved)).items():
        state = await located_in(tx, fold(stream, events), at)
        if isinstance(state, CaseState):
            await tell(tx, state, (), await project_case(tx, state, events, at), at)


def _moves(key: str, before: str, own: str) -> bool:
    party = Party(PartyKind.INSTITUTION, key, "")
    return outside(party, before) != outside(party, own)
