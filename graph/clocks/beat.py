"""Write down what deadlines have to say by now, and which measures have run out, wherever it is due."""

import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

import neo4j
from neo4j.exceptions import DriverError

from casework.actors import BEAT
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.clocks import MarkDeadlines
from casework.commands.courses import MarkSittings
from casework.commands.measures import EndMeasures
from casework.courses.study import StudyState
from casework.decide import fold
from casework.events import utc_text
from casework.inspection.state import InspectionState
from casework.measures.state import MeasuresState
from casework.points.state import PointsState
from casework.refusal import Refusal
from graph.calendar.entered import know_years
from graph.cases.place import located_in, relocate
from graph.commands import execute
from graph.events.append import lock
from graph.events.load import load_in
from graph.notices.inspections import remind
from graph.notices.mandates import tell_ended
from graph.notices.sanctions import tell_ends
from graph.notices.tell import tell
from graph.projections.case import project_case
from graph.projections.inspection import project_inspection
from graph.projections.measures import project_measures
from graph.projections.points import project_points
from graph.projections.study import project_study

LOG: Final = logging.getLogger("jicha.clocks")
Work = Callable[[neo4j.AsyncDriver, str, datetime], Awaitable[Counter[str]]]
# `next_mark` is the next moment at which a stream's deadlines have something to say; `ends` are the
# first days after a doctor's sanctions and the days of his certificates, told up to `ends_read` (an older
# file has neither yet).
DUE: Final = """
CALL () {
  MATCH (c:Case) WHERE c.next_mark <= $now RETURN 'case:' + c.case_no AS stream, c.next_mark AS mark
  UNION ALL
  MATCH (f:DoctorFile) WHERE f.next_mark <= $now
  RETURN 'points:' + f.prac_psn_code AS stream, f.next_mark AS mark
  UNION ALL
  MATCH (f:DoctorFile)
  WHERE f.ends IS NULL OR any(day IN f.ends WHERE day > f.ends_read AND day <= $today)
  RETURN 'points:' + f.prac_psn_code AS stream, $now AS mark
  UNION ALL
  MATCH (i:Inspection) WHERE i.next_mark <= $now
  RETURN 'inspection:' + i.inspection_no AS stream, i.next_mark AS mark
  UNION ALL
  MATCH (s:Measured) WHERE s.next_mark <= $now
  RETURN 'measures:' + s.key AS stream, s.next_mark AS mark
  UNION ALL
  MATCH (s:Study) WHERE s.next_mark <= $now
  RETURN 'study:' + s.prac_psn_code AS stream, s.next_mark AS mark
  UNION ALL
  MATCH (s:Study) WHERE s.recheck IS NOT NULL
  RETURN 'study:' + s.prac_psn_code AS stream, $now AS mark
}
RETURN stream, min(mark) AS mark ORDER BY mark, stream LIMIT $limit
"""
# What a course asked for is answered; what it asked since stays.
ASKED: Final = "MATCH (s:Study {prac_psn_code: $code}) RETURN s.recheck AS recheck"
ANSWERED: Final = """
MATCH (s:Study {prac_psn_code: $code}) WHERE s.recheck = $recheck REMOVE s.recheck
"""
AT_ONCE: Final = 1000


async def beat(driver: neo4j.AsyncDriver, at: datetime) -> Counter[str]:
    """Mark what is due by `at`, the earliest first; returns how often each event was written.

    Harmless to repeat and to run twice at once: each stream is locked, and what was said before is
    read from its own events.
    """
    await know_years(driver, at_once=True)
    rows, _, _ = await driver.execute_query(
        DUE, now=utc_text(at), today=local_date(at).isoformat(), limit=AT_ONCE
    )
    said: Counter[str] = Counter()
    await relocate(driver, at)
    for row in rows:
        stream = str(row["stream"])
        said += await alone(settle if stream.startswith("study:") else mark, driver, stream, at)
    if reminded := await remind(driver, at):
        said["InspectionReminded"] = reminded
    if ended := await tell_ended(driver, at):
        said["MandateEnded"] = ended
    return said


async def alone(work: Work, driver: neo4j.AsyncDriver, stream: str, at: datetime) -> Counter[str]:
    """Do one stream; what fails there is logged and stays due, and keeps no other from its turn.

    Without the store none can be done: that is raised.
    """
    try:
        return await work(driver, stream, at)
    except DriverError:
        raise
    except Exception as error:
        # The message may name people: the log says where, and of what kind.
        code = error.code if isinstance(error, Refusal) else ""
        LOG.error("%s stays due: %s %s", stream, type(error).__name__, code)
        return Counter()


async def mark(driver: neo4j.AsyncDriver, stream: str, at: datetime) -> Counter[str]:
    """Mark one stream; where nothing is to be said, its next moment is written anew."""
    kind = EndMeasures if stream.startswith("measures:") else MarkDeadlines
    events = await execute(driver, kind(stream=stream), BEAT, at)
    said = Counter(event.type for event in events)
    return said if events else await renew(driver, stream, at)


async def settle(driver: neo4j.AsyncDriver, stream: str, at: datetime) -> Counter[str]:
    """Mark the sittings of a doctor whose time is over, or that a corrected question betters."""
    code = stream.partition(":")[2]
    rows, _, _ = await driver.execute_query(ASKED, code=code)
    said: Counter[str] = Counter()
    while events := await execute(driver, MarkSittings(stream=stream), BEAT, at):
        said.update(event.type for event in events)
    if not said:
        await renew(driver, stream, at)
    await driver.execute_query(ANSWERED, code=code, recheck=rows[0]["recheck"] if rows else None)
    return said


async def renew(driver: neo4j.AsyncDriver, stream: str, at: datetime) -> Counter[str]:
    """Write a stream's projection as of `at`, under its lock, so that no command is overwritten.

    Returns what was told of a doctor without an event: sanctions that are over, certificates that end.
    """
    async with driver.session() as session:
        return await session.execute_write(_renew, stream, at)


async def _renew(tx: neo4j.AsyncManagedTransaction, stream: str, at: datetime) -> Counter[str]:
    await lock(tx, [stream])
    events = (await load_in(tx, [stream]))[stream]
    state = await located_in(tx, fold(stream, events), at)
    if isinstance(state, CaseState):
        await tell(tx, state, (), await project_case(tx, state, events, at), at)
    elif isinstance(state, PointsState):
        await tell(tx, state, (), await project_points(tx, state, events, at), at)
        return await tell_ends(tx, state, at)
    elif isinstance(state, InspectionState):
        await project_inspection(tx, state, events, at)
    elif isinstance(state, MeasuresState):
        await project_measures(tx, state)
    elif isinstance(state, StudyState):
        await project_study(tx, state)
    return Counter()
