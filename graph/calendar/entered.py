"""Years whose holidays the bureau entered: every process is told of them before it reckons working days.

The calendar of a process is one table, as the library's is. It is read again whenever the parameters of
the bureau moved on: in the transaction of every command, and before what is only read.
"""

import time
from collections.abc import Iterable
from datetime import datetime
from typing import Final

import neo4j

from casework.clocks.calendars import enter
from casework.events import Event, utc_text
from casework.points.parameters import STREAM, YEARS, fold_bureau
from graph.events.load import load_in

HEAD: Final = "MATCH (s:Stream {id: $stream}) RETURN s.head AS head"
#: A busy door asks once in this many seconds.
FRESH: Final = 1.0
#: What had no last day is looked at with the next beat, not on the next day.
LOOK_AGAIN: Final = """
CALL () {
  MATCH (c:Case) WHERE c.next_mark > $now SET c.next_mark = $now
}
CALL () {
  MATCH (f:DoctorFile) WHERE f.next_mark > $now SET f.next_mark = $now
}
"""


class Told:
    """By which events the table of this process was made, and when that was last looked at."""

    head: str = ""
    looked: float = float("-inf")


async def know_years(driver: neo4j.AsyncDriver, *, at_once: bool = False) -> None:
    """Tell the calendar what was entered, where it has not been told within the last second."""
    if not at_once and time.monotonic() - Told.looked < FRESH:
        return
    async with driver.session() as session:
        await session.execute_read(know_years_in)


async def know_years_in(tx: neo4j.AsyncManagedTransaction) -> None:
    """The same inside a transaction, always."""
    row = await (await tx.run(HEAD, stream=STREAM)).single()
    head = str(row["head"]) if row else ""
    if head != Told.head:
        state = fold_bureau((await load_in(tx, [STREAM]))[STREAM])
        enter(state.years)
        Told.head = head
    Told.looked = time.monotonic()


async def look_again(
    tx: neo4j.AsyncManagedTransaction, events: Iterable[Event], at: datetime
) -> None:
    """After holidays were approved: the beat looks at everything that runs, to see what falls due when."""
    if any(one.type == "ParameterSet" and one.data.get("name") == YEARS for one in events):
        await (await tx.run(LOOK_AGAIN, now=utc_text(at))).consume()
