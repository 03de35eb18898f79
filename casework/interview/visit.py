"""Home visits: a list of people, weakest ties first, and what each of them said and signed."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from math import inf
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.cases.attach import LATE, OPEN
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import (
    AttachVisitRecord,
    PlanHomeVisits,
    RecordHomeVisit,
    SignatureHow,
    VisitOutcome,
    VisitPerson,
)
from casework.custody.scans import ANEW, Wanted, still_bare, with_scans
from casework.documents.records import leads, names
from casework.documents.scans import case_scan, tied, visit_paper, with_scan
from casework.events import Draft
from casework.interview.question import (
    INSPECTOR,
    asking,
    his,
    in_charge,
    no_officer,
    of_asking,
)
from casework.interview.state import HomeVisit, VisitList
from casework.interview.statement import statement
from casework.refusal import Refusal, refuse
from casework.wording import Both

SAID = frozenset({VisitOutcome.CONFIRMS, VisitOutcome.DENIES})
#: How somebody who was visited again signs.
AGAIN = Both(
    f"再次走访的，请先登记走访结果再附；{ANEW.zh}",
    f"Record a new visit first if there was one. {ANEW.en}",
)


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
        raise _nobody(c)
    people = _by_place(c.people)
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


def _nobody(c: PlanHomeVisits) -> Refusal:
    if c.finding_ids:
        step, step_en = (
            "列入明细（疑点涉及的参保人以明细为准）",
            "listing the lines that name its people",
        )
    else:
        step, step_en = "选择含参保人的团伙或疑点", "a ring or finding with people"
    return refuse("STEP_MISSING", step=step, step_en=step_en)


def _by_place(people: Iterable[VisitPerson]) -> list[VisitPerson]:
    """Township by township and village by village, each begun where a tie is weakest: who has least to do with
    it speaks most freely.
    """
    least: dict[tuple[str, ...], float] = {}
    for one in people:
        for place in ((one.township,), (one.township, one.village)):
            least[place] = min(least.get(place, inf), _tie(one))

    def turn(one: VisitPerson) -> tuple[float, str, float, str, float]:
        town, village = (one.township,), (one.township, one.village)
        return least[town], one.township, least[village], one.village, _tie(one)

    return sorted(people, key=turn)


def _tie(person: VisitPerson) -> float:
    return float(person.tie or 0)


def record(ask: Ask[RecordHomeVisit, CaseState]) -> list[Draft]:
    """HomeVisitRecorded: a person of the list, two officers or two of the agency's people, answers where he spoke."""
    c, case = ask.command, ask.state
    listed = _listed(case, c.visit_list)
    if all(person.psn_no != c.psn_no for person in listed.people):
        what, what_en = f"走访对象 {c.psn_no}", f"person {c.psn_no} of the visit list"
        raise refuse("NOT_FOUND", what=what, what_en=what_en)
    if c.visited_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="走访日期不得晚于今天", what_en="visited no later than today"
        )
    answers = [asdict(one) for one in c.answers if one.answer.strip()]
    if c.outcome in SAID and not answers:
        raise refuse("FIELD_REQUIRED", field="走访回答", field_en="answers")
    if c.evidence_id:
        wanted = Wanted(visit_paper(case, listed, c.psn_no, len(listed.visits)))
        case_scan(ask, c.evidence_id, wanted)
        statement(ask, c.evidence_id, party=_is_party(case, c.psn_no))
    return [
        draft(
            case.stream,
            "HomeVisitRecorded",
            visit_list=c.visit_list,
            psn_no=c.psn_no,
            visited_on=c.visited_on,
            officers=[asdict(hand) for hand in asking(ask)],
            outcome=c.outcome,
            answers=answers,
            remarks=c.remarks,
            evidence_id=c.evidence_id,
        )
    ]


def _listed(case: CaseState, list_id: str) -> VisitList:
    listed = next((one for one in case.visit_lists if one.list_id == list_id), None)
    if listed is None:
        raise refuse("NOT_FOUND", what=f"走访清单 {list_id}", what_en=f"visit list {list_id}")
    return listed


def attach_record(ask: Ask[AttachVisitRecord, CaseState]) -> list[Draft]:
    """VisitRecordAttached: the signed scan, evidence of this case, to the last visit to the person.

    A record that came back stays; another takes its place where its scan was damaged or lost, or with a reason.
    """
    c, case = ask.command, ask.state
    listed = _listed(case, c.visit_list)
    if listed.last_visit(c.psn_no) is None:
        what, what_en = f"走访对象 {c.psn_no} 的走访", f"a visit to {c.psn_no} on that list"
        raise refuse("NOT_FOUND", what=what, what_en=what_en)
    visit = listed.last_said(c.psn_no)
    if visit is None:
        raise refuse("STEP_MISSING", step="登记走访回答", step_en="the answers of the visit")
    told = {"visit_list": c.visit_list, "psn_no": c.psn_no}
    if c.how is SignatureHow.REFUSED_TO_SIGN:
        required(witness=c.witness, text=c.what_happened)
        if visit.refused:
            raise refuse("ALREADY_DONE")
        still_bare(ask.states, _wanted(case, listed, visit))
        no_officer(case, visit.officers, c.witness.strip())
        seen = {"witness": c.witness.strip(), "what_happened": c.what_happened}
        return [draft(case.stream, "VisitSignatureRefused", **told, **seen)]
    if not c.evidence_id:
        raise refuse("FIELD_REQUIRED", field="签名件", field_en="signed record")
    wanted = replace(_wanted(case, listed, visit), reason=c.reason)
    told["evidence_id"] = c.evidence_id
    done = tied(ask, c.evidence_id, wanted, "VisitRecordAttached", **told)
    statement(ask, c.evidence_id, party=_is_party(case, c.psn_no))
    return done


def of_record(
    command: AttachVisitRecord, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, the scan and, once it is known, the one that the visit has already."""
    own = f"case:{command.case_no}"
    case: CaseState | None = states.get(own)
    visit = _visit(case, command) if case else None
    kept = visit.evidence_id if visit else None
    if not command.evidence_id:
        return (own, f"evidence:{kept}") if kept else (own,)
    return with_scans(own, command.evidence_id, kept)


def _wanted(case: CaseState, listed: VisitList, visit: HomeVisit) -> Wanted:
    nth = next(n for n, one in enumerate(listed.visits) if one is visit)
    return Wanted(visit_paper(case, listed, visit.psn_no, nth), visit.evidence_id, AGAIN)


def _visit(case: CaseState, c: AttachVisitRecord) -> HomeVisit | None:
    listed = next((one for one in case.visit_lists if one.list_id == c.visit_list), None)
    return listed.last_said(c.psn_no) if listed else None


def _is_party(case: CaseState, psn_no: str) -> bool:
    return case.party is not None and case.party.key == psn_no


def _spoken(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: somebody said something at home."""
    if not any(visit.answers for listed in case.visit_lists for visit in listed.visits):
        raise refuse("STEP_MISSING", step="登记走访结果", step_en="a recorded home visit")


ACTS = (
    Act(
        PlanHomeVisits, "制作走访清单", "plan home visits", INSPECTOR, case_stream, plan, OPEN,
        (his,), rank=65,
    ),
    Act(
        RecordHomeVisit, "登记走访结果", "record a home visit", INSPECTOR,
        with_scan(of_asking, "evidence_id"), record, OPEN, (in_charge,), rank=65,
    ),
    Act(
        AttachVisitRecord, "附入走访记录签名件", "attach the signed record of a visit", INSPECTOR,
        of_record, attach_record, LATE, (his, _spoken), rank=19,
        leads=leads("AttachVisitRecord"), names=names("AttachVisitRecord"),
    ),
)  # fmt: skip
