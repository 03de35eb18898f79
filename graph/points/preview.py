"""What would follow from an act on a doctor's file; nothing is written."""

from datetime import datetime

import neo4j

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands.points import PointsCommand
from casework.decide import State, fold, handle, streams_of
from casework.events import Event
from casework.points.consequences import Consequence, after, consequences
from casework.points.standing import Standing, standing
from casework.points.state import PointsState
from graph.events.load import load
from graph.sight import check_sight


async def preview(
    driver: neo4j.AsyncDriver, command: PointsCommand, actor: Actor, at: datetime
) -> tuple[Standing, tuple[Consequence, ...]]:
    """Return the standing and the consequences if `actor` did this now.

    Raises the very Refusal that the act itself would raise.
    """
    states: dict[str, State] = {}
    known: dict[str, list[Event]] = {}
    while True:
        missing = [s for s in streams_of(command, actor, states) if s not in states]
        if not missing:
            break
        chains = await load(driver, *missing)
        known |= {stream: chains[stream] for stream in missing}
        states |= {stream: fold(stream, chains[stream]) for stream in missing}
    before = states[f"points:{command.prac_psn_code}"]
    if not isinstance(before, PointsState):
        raise TypeError(type(before).__name__)
    check_sight(command, actor, states)
    drafts = handle(command, actor, at, states, known)
    changed = after(before, drafts, at)
    return standing(changed, local_date(at)), consequences(before, changed, at)
