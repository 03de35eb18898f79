"""What would follow from an act for the files and measures that it touches; nothing is written."""

from dataclasses import dataclass
from datetime import date, datetime

import neo4j

from casework.actors import Actor
from casework.cases.court_time import CourtTime, demanded
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.case import CaseCommand, PressPayment
from casework.commands.points import PointsCommand
from casework.decide import State, fold, handle, streams_of
from casework.events import Draft, Event
from casework.measures.consequences import fallen
from casework.measures.state import MeasuresState
from casework.points.consequences import Consequence, after, consequences, of_files
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
    states, drafts = await _would(driver, command, actor, at)
    before = states[f"points:{command.prac_psn_code}"]
    if not isinstance(before, PointsState):
        raise TypeError(type(before).__name__)
    changed = after(before, drafts, at)
    return standing(changed, local_date(at)), consequences(before, changed, at)


@dataclass(frozen=True)
class CaseConsequences:
    """What an act on a case would mean: for doctors with a score of it, for subjects of its measures."""

    files: tuple[tuple[PointsState, tuple[Consequence, ...]], ...]
    measures: tuple[tuple[MeasuresState, tuple[Consequence, ...]], ...]
    #: The case as it stands.
    case: CaseState


async def preview_case(
    driver: neo4j.AsyncDriver, command: CaseCommand, actor: Actor, at: datetime
) -> CaseConsequences:
    """Return what an act on a case would mean for everybody with a score or a measure of that case.

    Raises the very Refusal that the act itself would raise.
    """
    states, drafts = await _would(driver, command, actor, at)
    files = (state for state in states.values() if isinstance(state, PointsState))
    subjects = (state for state in states.values() if isinstance(state, MeasuresState))
    case = states[f"case:{command.case_no}"]
    if not isinstance(case, CaseState):
        raise TypeError(type(case).__name__)
    return CaseConsequences(of_files(files, drafts, at), fallen(subjects, drafts, at), case)


async def preview_demand(
    driver: neo4j.AsyncDriver, command: PressPayment, actor: Actor, at: datetime
) -> CourtTime | None:
    """Return whether the court can be asked once this demand has run out; raises what the act would."""
    states, drafts = await _would(driver, command, actor, at)
    case = states[f"case:{command.case_no}"]
    served = next(data["served_on"] for _, kind, data in drafts if kind == "FinePressed")
    if not isinstance(case, CaseState):
        raise TypeError(type(case).__name__)
    return demanded(case, date.fromisoformat(str(served)), at)


async def _would(
    driver: neo4j.AsyncDriver, command: Command, actor: Actor, at: datetime
) -> tuple[dict[str, State], list[Draft]]:
    states: dict[str, State] = {}
    known: dict[str, list[Event]] = {}
    while True:
        missing = [s for s in streams_of(command, actor, states) if s not in states]
        if not missing:
            break
        chains = await load(driver, *missing)
        known |= {stream: chains[stream] for stream in missing}
        states |= {stream: fold(stream, chains[stream]) for stream in missing}
    check_sight(command, actor, states)
    return states, handle(command, actor, at, states, known)
