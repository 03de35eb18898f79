"""Home visits: a list of people, weakest ties first, and what each of them said."""

from dataclasses import asdict

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.attach import OPEN
from casework.cases.guards import is_officer, two_officers
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import PlanHomeVisits, RecordHomeVisit, VisitOutcome, VisitPerson
from casework.events import Draft
from casework.interview.question import attached, present
from casework.refusal import refuse

SAID = frozenset({VisitOutcome.CONFIRMS, VisitOutcome.DENIES})


def plan(ask: Ask[PlanHomeVisits, CaseState]) -> list[Draft]:
    """HomeVisitsPlanned from a ring or findings of this case, by place, weakest ties first."""
    c, case = ask.command, ask.state
    required(purpose=c.purpose)
    if c.ring_id is not None and c.ring_id not in case.ring_ids:
        raise refuse("NOT_FOUND", what=f"本案疑似团伙 {c.ring_id}", what_en=f"ring {c.ring_id}")
    known = {finding.finding_id for finding in case.findings}
    unknown = next((one for one in c.finding_ids if one not in known), None)
    if unknown is not None:
        raise refuse("NOT_FOUND", what=f"本案疑点 {unknown}", what_en=f"finding {unknown}")
    if not c.people:
        raise refuse(
            "STEP_MISSING", step="选择含参保人的团伙或疑点", step_en="a ring or finding with people"
        )
    people = sorted(c.people, key=_place)
    return [
        draft(
            case.stream,
            "HomeVisitsPlanned",
            list_id=f"Z{len(case.visit_lists) + 1}",
            purpose=c.purpose,
            ring_id=c.ring_id,
            finding_ids=c.finding_ids,
            people=[asdict(person) for person in people],
            questions=c.questions,
        )
    ]


def _place(person: VisitPerson) -> tuple[str, str, float]:
    """Township and village, then the weakest tie: who has least to do with it speaks most freely."""
    return (person.township, person.village, float(person.tie or 0))


def record(ask: Ask[RecordHomeVisit, CaseState]) -> list[Draft]:
    """HomeVisitRecorded: a person of the list, two officers, answers where he spoke."""
    c, case = ask.command, ask.state
    listed = next((one for one in case.visit_lists if one.list_id == c.visit_list), None)
    if listed is None or all(person.psn_no != c.psn_no for person in listed.people):
        what, what_en = f"走访对象 {c.psn_no}", f"person {c.psn_no} of the visit list"
        raise refuse("NOT_FOUND", what=what, what_en=what_en)
    if c.visited_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="走访日期不得晚于今天", what_en="visited no later than today"
        )
    answers = [asdict(one) for one in c.answers if one.answer.strip()]
    if c.outcome in SAID and not answers:
        raise refuse("FIELD_REQUIRED", field="走访回答", field_en="answers")
    attached(case, c.evidence_id)
    return [
        draft(
            case.stream,
            "HomeVisitRecorded",
            visit_list=c.visit_list,
            psn_no=c.psn_no,
            visited_on=c.visited_on,
            officers=[asdict(hand) for hand in present(case, c.officers)],
            outcome=c.outcome,
            answers=answers,
            remarks=c.remarks,
            evidence_id=c.evidence_id,
        )
    ]


INSPECTOR = frozenset({Role.INSPECTOR})
GUARDS = (is_officer, two_officers)
ACTS = (
    Act(
        PlanHomeVisits, "制作走访清单", "plan home visits", INSPECTOR, case_stream, plan, OPEN,
        (is_officer,), rank=65,
    ),
    Act(
        RecordHomeVisit, "登记走访结果", "record a home visit", INSPECTOR, case_stream, record, OPEN,
        GUARDS, rank=65,
    ),
)  # fmt: skip
