"""What waits for a person: primary acts on cases and files, own tasks, next deadlines first."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.cases.insured import insured_names
from casework.cases.place import located
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Deadline, stand
from casework.decide import step_of
from casework.masking import mask_in
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from casework.restoration.state import Step
from graph.cases.frauds import with_frauds
from graph.cases.measured import with_measures
from graph.cases.read import visible
from graph.cases.scope import file_scope
from graph.events.folds import Folded, folded
from graph.points.page import file_visible
from graph.points.parameters import bureau_parameters
from graph.projections.waiting import asking

CANDIDATES: Final = """
CALL () {
  MATCH (c:Case)
  WHERE $cases AND ((c.is_open AND (any(one IN $accounts WHERE one IN c.assignees)
                                    OR any(name IN $people WHERE name IN c.officers)))
        OR any(name IN $people WHERE name IN c.waits_on)
        OR any(role IN $roles WHERE role IN c.waits_for))
  RETURN 'case:' + c.case_no AS stream, c.next_due AS due
UNION ALL
  MATCH (f:DoctorFile)
  WHERE any(role IN $roles WHERE role IN f.waits_for)
    AND ($everything OR $institution IN f.institutions OR f.prac_psn_code = $doctor)
  RETURN 'points:' + f.prac_psn_code AS stream, f.next_due AS due
}
WITH stream, coalesce(due, '9999') AS due ORDER BY due, stream SKIP $skip LIMIT $limit
MATCH (s:Stream {id: stream})
RETURN stream, s.head AS head ORDER BY due, stream
"""

#: How many times more candidates each question names than the one before.
GROWTH: Final = 10


@dataclass(frozen=True)
class InboxItem:
    """Something to do. `kind`: case, points or task; `key`: case_no or prac_psn_code."""

    kind: str
    key: str
    title: str
    action: str
    action_zh: str
    action_en: str
    stage_zh: str
    stage_en: str
    deadline: Deadline | None
    updated_at: datetime
    #: Whose task it is, where the viewer stands in for somebody who is away.
    instead_of: str = ""
    #: Institutions whose party organisation is still waited for, where several are asked.
    owing: tuple[str, ...] = ()


async def inbox(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    *,
    limit: int = 50,
    cases: bool = True,
) -> tuple[InboxItem, ...]:
    """Return what waits for the viewer, the nearest deadline first; without `cases` files alone.

    The map names candidates in the order of their deadlines; they are folded a piece at a time, only
    until the list is full, so that the cost follows what is shown and not how much waits. What was
    folded is kept by its head: only chains that grew since somebody looked are read.
    """
    items: list[InboxItem] = []
    bureau, skip, size = await bureau_parameters(driver, viewer), 0, limit
    while len(items) < limit and (
        heads := await _candidates(driver, viewer, at, skip, size, cases)
    ):
        streams = list(heads)
        for first in range(0, len(streams), limit):
            piece = {stream: heads[stream] for stream in streams[first : first + limit]}
            read = (await folded(driver, piece)).values()
            cases_read = (one.state for one in read if isinstance(one.state, CaseState))
            seen = await with_frauds(driver, await with_measures(driver, cases_read))
            for one in read:
                state = seen[one.state.case_no] if isinstance(one.state, CaseState) else one.state
                items += _items(replace(one, state=state), bureau, viewer, at)
            if len(items) >= limit:
                break
        # Naming candidates costs the same for few and for many: who is offered nothing on the first
        # (a centre whose letter is over, say) is not asked about fifty at a time.
        skip, size = skip + len(heads), size * GROWTH
    items.sort(key=_urgency)
    return tuple(items[:limit])


async def _candidates(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime, skip: int, limit: int, cases: bool
) -> dict[str, str]:
    """Stream → head of what may wait, the nearest deadline first."""
    actor, scope = viewer.actor, file_scope(viewer.actor)
    rows, _, _ = await driver.execute_query(
        CANDIDATES,
        accounts=sorted(actor.tasks_of(local_date(at))),
        **asking(actor, at),
        everything=scope.everything,
        institution=scope.institution,
        doctor=scope.doctor,
        skip=skip,
        limit=limit,
        cases=cases,
        routing_=neo4j.RoutingControl.READ,
    )
    return {row["stream"]: row["head"] for row in rows}


def _items(one: Folded, bureau: BureauState, viewer: Viewer, at: datetime) -> list[InboxItem]:
    state, updated = one.state, one.updated_at
    clocks = [d for d in (stand(run, at) for run in one.runs) if d.runs]
    nearest = min(clocks, key=lambda d: d.due or at, default=None)
    if isinstance(state, CaseState) and visible(state, viewer):
        state = located(state, bureau, local_date(at))
        return _case_items(state, updated, viewer, at, nearest)
    if isinstance(state, PointsState) and file_visible(state, viewer):
        return _step(state, "points", state.prac_psn_code, state.name, updated, viewer, at, nearest)
    return []


def _case_items(
    case: CaseState, updated: datetime, viewer: Viewer, at: datetime, nearest: Deadline | None
) -> list[InboxItem]:
    items = _step(case, "case", case.case_no, case.public_title, updated, viewer, at, nearest)
    on = local_date(at)
    his, away = viewer.actor.tasks_of(on), viewer.actor.stands_for(on)
    for task in case.tasks:
        if task.result is None and task.assignee in his:
            item = InboxItem(
                "task",
                case.case_no,
                mask_in(task.title, insured_names(case)),
                "FinishTask",
                "完成任务",
                "finish a task",
                case.stage_zh,
                case.stage_en,
                None,
                updated,
                away.get(task.assignee, ""),
            )
            items.append(item)
    return items


def _step(
    state: CaseState | PointsState,
    kind: str,
    key: str,
    title: str,
    updated: datetime,
    viewer: Viewer,
    at: datetime,
    nearest: Deadline | None,
) -> list[InboxItem]:
    primary = step_of(state, viewer.actor, at)
    if primary is None:
        return []
    return [
        InboxItem(
            kind,
            key,
            title,
            primary.name,
            *primary.step,
            state.stage_zh,
            state.stage_en,
            nearest,
            updated,
            owing=_owing(state) if isinstance(state, PointsState) else (),
        )
    ]


def _owing(file: PointsState) -> tuple[str, ...]:
    application = file.restoration
    if application is None or application.step is not Step.PARTY or len(application.parties) < 2:
        return ()
    return application.owing


def _urgency(item: InboxItem) -> tuple[bool, float, float]:
    due = item.deadline.due if item.deadline else None
    return (due is None, due.timestamp() if due else 0.0, -item.updated_at.timestamp())
