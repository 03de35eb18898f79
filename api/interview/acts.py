"""The acts of questioning and visiting; questions and people are filled in by the server."""

from __future__ import annotations

from typing import Any

from api.acts import Act
from api.context import Info
from api.errors import Invalid, Missing
from casework.clocks.calendars import local_date
from casework.commands import case
from claims.store import ClaimStore
from graph.interview.people import people_of
from graph.interview.questions import question_sets
from graph.lines.read import case_lines

HOME_VISIT = "home_visit"


async def _questions(info: Info, pattern: str) -> tuple[str, ...]:
    context = info.context
    found = await question_sets(context.driver, context.viewer, local_date(context.at))
    if pattern not in found:
        raise Invalid("pattern", "没有这套问题。", "There is no such set of questions.")
    return found[pattern].questions


async def questions_of(info: Info, given: Any) -> dict[str, Any]:
    """The set of the pattern; without one the record starts empty."""
    pattern = given.pattern or ""
    return {"questions": await _questions(info, pattern) if pattern else ()}


async def people_to_visit(info: Info, given: Any) -> dict[str, Any]:
    """People of the ring and the findings, where they live, and the questions for the road."""
    context = info.context
    found = await case_lines(context.driver, context.viewer, given.case_no)
    if found is None:
        raise Missing("案件")
    if given.ring_id is not None and given.ring_id not in found.case.ring_ids:
        raise Missing("本案疑似团伙")
    people = await people_of(
        context.driver,
        context.viewer,
        ClaimStore(context.services.settings.home),
        found.lines,
        given.ring_id,
        given.finding_ids or (),
    )
    return {"people": people, "questions": await _questions(info, HOME_VISIT)}


INTERVIEW_ACTS = (
    Act("caseInterviewOpen", case.OpenInterview, frozenset({"questions"}), prepare=questions_of),
    Act("caseInterviewWrite", case.WriteInterview),
    Act("caseInterviewEnd", case.EndInterview),
    Act("caseInterviewRecordAttach", case.AttachInterviewRecord),
    Act(
        "caseHomeVisitsPlan",
        case.PlanHomeVisits,
        frozenset({"people", "questions"}),
        prepare=people_to_visit,
    ),
    Act("caseHomeVisitRecord", case.RecordHomeVisit),
    Act("caseVisitRecordAttach", case.AttachVisitRecord),
)
