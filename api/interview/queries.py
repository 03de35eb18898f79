"""Interviews and home visits of a case, for the bureau alone; the sets of questions in force."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import strawberry

from api.context import Info
from api.interview import types as gql
from api.names import Language, pick
from casework.actors import BUREAU
from casework.cases.insured import insured_names
from casework.clocks.calendars import local_date
from casework.commands.case import AskedVisit, Said
from casework.interview import state as room
from casework.masking import mask_name
from casework.treatments import treatment
from graph.cases.read import case_state
from graph.interview.questions import question_sets
from graph.interview.read import clashes_of, lost_records


@strawberry.type
class InterviewQueries:
    """Beside the case page."""

    @strawberry.field
    async def case_interviews(self, info: Info, case_no: str) -> gql.CaseInterviews | None:
        """Interviews with their clashes, and home visits; null for who may not see them."""
        context = info.context
        if not context.actor.holds(*BUREAU):
            return None
        state = await case_state(context.driver, context.viewer, case_no)
        if state is None:
            return None
        clashes = await clashes_of(context.driver, state, context.at)
        lost = await lost_records(context.driver, state)
        names = insured_names(state) if context.viewer.masked else ()
        return gql.CaseInterviews(
            version=state.version,
            interviews=[
                interview_of(one, clashes, names, lost) for one in reversed(state.interviews)
            ],
            visit_lists=[
                list_of(one, lost, info.context.language) for one in reversed(state.visit_lists)
            ],
        )

    @strawberry.field
    async def question_sets(self, info: Info) -> list[gql.QuestionSet]:
        """By pattern: those shipped, and the bureau's own."""
        context = info.context
        found = await question_sets(context.driver, context.viewer, local_date(context.at))
        return [
            gql.QuestionSet(
                pattern=one.id,
                title=pick(context.language, one.zh, one.en),
                questions=list(one.questions),
            )
            for one in found.values()
        ]


def _answers(answers: tuple[Said, ...]) -> list[gql.InterviewAnswer]:
    return [gql.InterviewAnswer(question=one.question, answer=one.answer) for one in answers]


def interview_of(
    one: room.Interview,
    clashes: Mapping[str, tuple[room.Span, ...]],
    masked: Collection[str],
    lost: Collection[str],
) -> gql.Interview:
    """An interview with the others at the same time; names in ``masked`` keep one character."""
    return gql.Interview(
        interview_id=one.interview_id,
        name=_shown(one.name, masked),
        capacity=one.capacity,
        unit=one.unit,
        patient=one.patient,
        place=one.place,
        pattern=one.pattern,
        officers=[hand.name for hand in one.officers],
        started_at=one.started_at,
        ended_at=one.ended_at,
        answers=_answers(one.answers),
        how=one.how,
        evidence_id=one.evidence_id,
        record_lost=one.evidence_id in lost,
        clashes=[
            gql.InterviewClash(
                interview=span.key,
                # Of another case, perhaps: who was heard there is not told here.
                name=mask_name(span.name),
                started_at=span.start,
                ended_at=span.end,
            )
            for span in clashes.get(one.interview_id, ())
        ],
    )


def _shown(name: str, masked: Collection[str]) -> str:
    return mask_name(name) if name in masked else name


def _earlier(visit: room.HomeVisit) -> gql.EarlierVisit:
    return gql.EarlierVisit(
        visited_on=visit.visited_on,
        officers=[hand.name for hand in visit.officers],
        outcome=visit.outcome,
        remarks=visit.remarks,
        answers=_answers(visit.answers),
    )


def _asked(one: AskedVisit, language: Language) -> gql.AskedVisit:
    kind = pick(language, *treatment(one.med_type))
    return gql.AskedVisit(
        visit=one.visit, begins=one.begins, ends=one.ends, place=one.place, kind=kind,
        amount=one.amount,
    )  # fmt: skip


def list_of(listed: room.VisitList, lost: Collection[str], language: Language) -> gql.VisitList:
    """A list with what came of it; ``lost`` names signed records that are whole no longer."""
    people = []
    for person in listed.people:
        said = listed.last_said(person.psn_no)
        visits = listed.visits_to(person.psn_no)
        visit = visits[-1] if visits else None
        people.append(
            gql.VisitedPerson(
                psn_no=person.psn_no,
                who=person.who,
                township=person.township,
                village=person.village,
                tie=person.tie,
                bills=list(person.bills),
                asked=[_asked(one, language) for one in person.asked],
                of=person.of or len(person.bills),
                outcome=visit.outcome if visit else "",
                visited_on=visit.visited_on if visit else None,
                remarks=visit.remarks if visit else "",
                answers=_answers(said.answers) if said else [],
                earlier=[_earlier(one) for one in reversed(visits[:-1])],
                evidence_id=said.evidence_id if said else None,
                record_lost=said is not None and said.evidence_id in lost,
                refused_before=said.witness if said else "",
            )
        )
    return gql.VisitList(
        list_id=listed.list_id,
        purpose=listed.purpose,
        ring_id=listed.ring_id,
        by=listed.by.name,
        at=listed.at,
        questions=list(listed.questions),
        people=people,
    )
