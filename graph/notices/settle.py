"""A notice that something waits ends when it waits no more: it stays to be read, and counts no more."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.cases.state import CaseState
from casework.courses.study import StudyState
from casework.decide import step_of
from casework.events import Event, utc_text
from casework.measures.state import MeasuresState
from casework.notices.tell import about_of
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from graph.notices.audience import Circle, people_in

ANSWERED: Final = frozenset(
    {"ParameterSet", "ParameterRefused", "AppealResolved", "MeasureDecided", "MeasureRefused"}
)
OPEN: Final[LiteralString] = """
MATCH (n:Notice {waits_in: $stream})
RETURN n.key AS key, n.account AS account, n.act AS act
"""
SETTLE: Final[LiteralString] = """
UNWIND $keys AS key
MATCH (n:Notice {key: key})
SET n.settled_at = $now, n.settled_by = $by
REMOVE n.waits_in
"""
#: What waits in something that is no case or file: nobody's step is asked about.
SETTLE_ALL: Final[LiteralString] = """
MATCH (n:Notice {waits_in: $waits_in}) WHERE $account IS NULL OR n.account = $account
SET n.settled_at = $now, n.settled_by = $by
REMOVE n.waits_in
"""


async def settle_waiting(
    driver: neo4j.AsyncDriver,
    waiting: str,
    at: datetime,
    *,
    account: str | None = None,
    by: str = "",
) -> None:
    """Settle all notices that wait in this, or those of one account; `by` names who ended it."""
    await driver.execute_query(
        SETTLE_ALL, waits_in=waiting, account=account, by=by, now=utc_text(at)
    )


async def settle_steps(
    tx: neo4j.AsyncManagedTransaction,
    state: CaseState | PointsState,
    events: Sequence[Event],
    at: datetime,
) -> None:
    """Settle the notices of steps that are no longer their readers' own; other steps stay open."""
    found = [row async for row in await tx.run(OPEN, stream=state.stream)]
    if not found:
        return
    accounts = frozenset(row["account"] for row in found)
    people = {who.account: who for who in await people_in(tx, Circle(accounts=accounts), at)}
    steps = {account: step_of(state, who, at) for account, who in people.items()}
    gone = []
    for row in found:
        step = steps.get(row["account"])
        if step is None or row["act"] not in (None, step.name):
            gone.append(row["key"])
    await _settle(tx, gone, events, at)


def waits_in(stream: str, about: str) -> str:
    """What the notices of a proposal or a disputed question are found by once it is answered."""
    return f"{stream}:{about}"


async def settle_answered(
    tx: neo4j.AsyncManagedTransaction,
    state: BureauState | StudyState | MeasuresState,
    events: Sequence[Event],
    at: datetime,
) -> None:
    """Settle the notices of what was answered: nobody is waited for any more."""
    gone = [
        row["key"]
        for event in events
        if event.type in ANSWERED
        async for row in await tx.run(OPEN, stream=waits_in(state.stream, about_of(state, event)))
    ]
    await _settle(tx, gone, events, at)


async def _settle(
    tx: neo4j.AsyncManagedTransaction, gone: list[str], events: Sequence[Event], at: datetime
) -> None:
    if gone:
        values = {"keys": gone, "now": utc_text(at), "by": _name(events)}
        await (await tx.run(SETTLE, values)).consume()


def _name(events: Sequence[Event]) -> str:
    """Who acted last; empty where it was the clock."""
    by = events[-1].data.get("by") if events else None
    return str(by.get("name", "")) if isinstance(by, Mapping) else ""
