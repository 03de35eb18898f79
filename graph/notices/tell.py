"""Write the notices of a change, in the transaction that makes the change.

So a notice exists exactly when its event does: a beat that comes twice, late or from two machines
writes no event, and tells nobody twice. What is to leave the house is queued beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Actor, Role
from casework.cases.state import CaseState
from casework.commands.measures import SubjectKind
from casework.courses.study import StudyState
from casework.decide import State, step_of
from casework.delegation.state import MandatesState
from casework.events import Event, utc_text
from casework.inspection.state import InspectionState
from casework.measures.state import MeasuresState
from casework.messages.state import MessagesState
from casework.notices.rows import To, job_names
from casework.notices.tell import PLACES, Subject, Told, fees_freed, hears, told, told_step
from casework.points.freed import FALLS, freed
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from casework.waits import Waits, waits_of
from graph.cases.measured import measured_in
from graph.events.load import load_in
from graph.notices.audience import circle_of, people_in
from graph.notices.freed import cases_in
from graph.notices.settle import settle_answered, settle_steps, waits_in
from graph.projections.waiting import Waiting

#: A notice is written once; what its account chose to be sent is queued with it.
WRITE: Final[LiteralString] = """
UNWIND $rows AS row
MERGE (n:Notice {key: row.key})
ON CREATE SET n += row
WITH n, row
MATCH (c:NoticeChoice {account: n.account}) WHERE row.kind IN c.kinds
UNWIND [way IN ['mail', 'webhook'] WHERE way IN c.ways] AS way
MERGE (d:Delivery {key: way + ':' + n.key})
ON CREATE SET d.way = way, d.account = n.account, d.notices = [n.key], d.state = 'waiting',
              d.attempts = 0, d.at = n.at, d.next_at = n.at
"""


#: Audiences of whom an answer is asked: it ends what they were told.
ASKED: Final = frozenset({To.HEADS, To.LEADERS, To.ANSWERERS, To.DECIDERS})


async def tell(
    tx: neo4j.AsyncManagedTransaction,
    state: State,
    events: Sequence[Event],
    waits: Waiting,
    at: datetime,
) -> None:
    """Tell everybody whom the new events of a stream concern, and to whom the next step has come."""
    if not isinstance(state, Subject):
        return
    if isinstance(state, CaseState):
        state = await measured_in(tx, state)
    if isinstance(state, CaseState | PointsState):
        await settle_steps(tx, state, events, at)
    if isinstance(state, BureauState | StudyState | MeasuresState):
        await settle_answered(tx, state, events, at)
    things = await _placed(tx, state, told(state, events))
    if isinstance(state, PointsState):
        things += await _freed(tx, state, events)
    gained = waits.gained
    if not things and not gained:
        return
    asked = waits.now if any(To.WAITING in one.to for one in things) else gained
    people = await people_in(tx, circle_of(state, things, asked), at)
    rows = [
        row_of(state, one, person, at)
        for one in things
        for person in people
        if hears(state, one, person, at)
    ]
    actor = events[-1].actor if events else ""
    rows += _steps(state, people, gained, actor, at)
    if rows:
        await (await tx.run(WRITE, rows=rows)).consume()


#: Where a doctor practises, as his file says.
PRACTISES: Final[LiteralString] = """
MATCH (f:DoctorFile {prac_psn_code: $code}) RETURN f.institutions AS institutions
"""


async def _placed(
    tx: neo4j.AsyncManagedTransaction, state: Subject, things: list[Told]
) -> list[Told]:
    """The institutions of a doctor who is suspended stand in his file, officers in the measure's case."""
    if not isinstance(state, MeasuresState):
        return things
    things = [await _in_charge(tx, one) if To.OFFICERS in one.to else one for one in things]
    if not any(To.PLACES in one.to for one in things):
        return things
    found = await (await tx.run(PRACTISES, code=state.subject_key)).single()
    places = frozenset(str(one) for one in (found["institutions"] or ())) if found else frozenset()
    return [replace(one, places=places) if To.PLACES in one.to else one for one in things]


async def _freed(
    tx: neo4j.AsyncManagedTransaction, file: PointsState, events: Sequence[Event]
) -> list[Told]:
    """Whoever is in charge of a case that took fees of a bar is told where the score under it fell."""
    fell = {event.seq for event in events if event.type in FALLS}
    if not fell:
        return []
    chain = (await load_in(tx, [file.stream]))[file.stream]
    days = [one for one in freed(file.prac_psn_code, chain) if one.seq in fell]
    places = {one.fixmedins_code for one in file.practices} | set(file.institutions)
    found = await cases_in(tx, ((one, place) for one in days for place in places))
    actor = events[-1].actor
    things = {
        (one.seq, case_no): fees_freed(one, case_no, actor)
        for (one, _), cases in found.items()
        for case_no in cases
    }
    return [await _in_charge(tx, one) for one in things.values()]


#: Who is in charge of the case that a measure came from.
IN_CHARGE: Final[LiteralString] = """
MATCH (c:Case {case_no: $case_no}) RETURN c.officers AS officers
"""


async def _in_charge(tx: neo4j.AsyncManagedTransaction, one: Told) -> Told:
    """The officers of the measure's case; of a handling without any the agency goes on."""
    row = await (await tx.run(IN_CHARGE, case_no=one.case_no)).single()
    officers = frozenset(str(who) for who in (row["officers"] or ())) if row else frozenset()
    if officers or not row:
        return replace(one, officers=officers)
    return replace(one, to=one.to - {To.OFFICERS} | {To.AGENCY})


async def tell_job(
    driver: neo4j.AsyncDriver, job_id: str, kind: str, account: str, at: datetime, *, failed: bool
) -> None:
    """Tell whoever started a job that it ended; kinds without words of their own tell nobody."""
    if kind not in job_names():
        return
    zh, en = job_names()[kind]
    row = {
        "key": f"job:{job_id}:{account}",
        "account": account,
        "kind": "job",
        "zh": f"{zh}{'未完成' if failed else '已完成'}",
        "en": f"{en} {'failed' if failed else 'is ready'}",
        "title": "",
        "subject": "",
        "detail": "",
        "target": "",
        "due": None,
        "at": utc_text(at),
    }
    await driver.execute_query(WRITE, rows=[row])


def _steps(
    state: Subject, people: Iterable[Actor], gained: Waits, actor: str, at: datetime
) -> list[dict[str, Any]]:
    if not isinstance(state, CaseState | PointsState):
        return []
    rows = []
    for person in people:
        if person.account == actor or not gained.concern(waits_of(person, at)):
            continue
        action = step_of(state, person, at)
        if action is not None:
            row = row_of(state, told_step(state, action), person, at)
            rows.append(row | {"waits_in": state.stream, "act": action.name})
    return rows


def row_of(state: Subject, one: Told, person: Actor, at: datetime) -> dict[str, Any]:
    """One thing as it is written for one person."""
    return {
        "key": f"{state.stream}:{one.seq}:{one.kind.value}:{person.account}{_of_which(state, one)}",
        "account": person.account,
        "kind": one.kind.value,
        "zh": one.zh,
        "en": one.en,
        "title": _title(state, one),
        "subject": _subject(state),
        "detail": one.detail,
        "target": f"/cases/{one.case_no}" if one.case_no else _target(state, person),
        "due": one.due,
        "calendar": one.calendar,
        "at": utc_text(at),
    } | ({"waits_in": _waits_in(state, one)} if one.to & ASKED else {})


def _waits_in(state: Subject, one: Told) -> str:
    """A case's is settled with the step of its reader, others with their answer."""
    return state.stream if isinstance(state, CaseState) else waits_in(state.stream, one.about)


def _of_which(state: Subject, one: Told) -> str:
    """A file's event may tell of several cases."""
    return f":{one.case_no}" if isinstance(state, PointsState) and one.case_no else ""


def _title(state: Subject, one: Told) -> str:
    """What the page calls the object; an insured person is named by his number alone."""
    match state:
        case CaseState():
            return state.public_title
        case MeasuresState():
            insured = state.kind is SubjectKind.INSURED
            return state.subject_key if insured else f"{state.name} {state.department}".strip()
        case PointsState():
            return state.name
        case InspectionState():
            return state.title
        case StudyState() | MessagesState():
            return one.title
        case MandatesState():
            principal, _ = state.parties(one.about)
            return principal.name if principal else ""
        case BureauState():
            return ""


def _subject(state: Subject) -> str:
    """What may leave the house: a case's or inspection's number; nothing of doctors or insured."""
    match state:
        case CaseState() | MessagesState():
            return state.case_no
        case InspectionState():
            return state.inspection_no
    return ""


def _target(state: Subject, person: Actor) -> str:
    doctor = person.roles == {Role.PHYSICIAN}
    match state:
        case CaseState():
            return f"/cases/{state.case_no}"
        case MessagesState():
            return f"/cases/{state.case_no}?tab=messages"
        case MeasuresState():
            if state.kind is SubjectKind.DOCTOR and person.holds(*PLACES):
                return f"/points/{state.subject_key}"
            return "/my-measures" if doctor else "/measures?show=all"
        case PointsState():
            return "/my-points" if doctor else f"/points/{state.prac_psn_code}"
        case InspectionState():
            return f"/inspections/{state.inspection_no}"
        case StudyState():
            return "/study" if doctor else "/courses"
        case MandatesState():
            return "/delegations"
        case BureauState():
            return "/parameters"
