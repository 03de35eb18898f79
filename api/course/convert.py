"""Courses from the room's values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from api.course import types as gql
from api.ids import to_global
from api.names import Language, pick
from casework.actors import Actor
from casework.commands.courses import Question, Reject
from casework.courses.appeal import may_answer
from casework.courses.course import Correction, CourseState, CourseVersion
from casework.courses.importing import TEACHERS
from casework.courses.study import Appeal, Attempt, StudyState


def course_of(course: CourseState) -> gql.Course:
    """A row of the list."""
    latest = course.latest
    return gql.Course(
        id=to_global("Course", course.course_id),
        course_id=course.course_id,
        title=latest.title if latest else course.course_id,
        retired=course.retired,
        number=latest.number if latest else 0,
        hours=latest.hours if latest else Decimal(0),
        pages=len(latest.pages) if latest else 0,
        questions=len(latest.questions) if latest else 0,
        rejects=len(latest.rejects) if latest else 0,
        corrections=len(course.corrections),
        version=course.version,
    )


def detail_of(
    course: CourseState, number: int | None, actor: Actor, language: Language
) -> gql.CourseDetail:
    """The page of a course, showing version ``number`` or the latest."""
    shown = (course.numbered(number) if number else None) or course.latest
    corrections = course.corrected(shown.number) if shown else {}
    return gql.CourseDetail(
        course=course_of(course),
        versions=[version_of(one, language) for one in reversed(course.versions)],
        shown=shown.number if shown else 0,
        pages=[gql.CoursePage(**vars(page)) for page in shown.pages] if shown else [],
        questions=[question_of(q, corrections.get(q.question_id)) for q in shown.questions]
        if shown
        else [],
        may_teach=actor.holds(*TEACHERS),
    )


def version_of(version: CourseVersion, language: Language) -> gql.CourseVersion:
    """One version with the rows that were not taken."""
    return gql.CourseVersion(
        number=version.number,
        title=version.title,
        hours=version.hours,
        pages=len(version.pages),
        questions=len(version.questions),
        file_name=version.file_name,
        sha256=version.sha256,
        by=version.by.name,
        at=version.at,
        rejects=[reject_of(one, language) for one in version.rejects],
    )


def reject_of(reject: Reject, language: Language) -> gql.CourseReject:
    """A row that was not taken, with its reason as the reader speaks."""
    return gql.CourseReject(**told(reject, language))


def told(reject: Reject, language: Language) -> dict[str, Any]:
    """A row that was not taken, as the desk shows it."""
    reason = pick(language, reject.reason, reject.reason_en or reject.reason)
    kept = {name: value for name, value in vars(reject).items() if name != "reason_en"}
    return {**kept, "reason": reason}


def question_of(question: Question, correction: Correction | None = None) -> gql.BankQuestion:
    """A question with its key and what was corrected since."""
    return gql.BankQuestion(
        question_id=question.question_id,
        kind=question.kind.value,
        text=question.text,
        options=[gql.QuestionOption(letter=a, text=b) for a, b in question.options],
        answer=question.answer,
        basis=question.basis,
        void=correction.void if correction else False,
        also=correction.also if correction else "",
    )


def dispute_of(
    study: StudyState,
    attempt: Attempt,
    appeal: Appeal,
    course: CourseState,
    name: str,
    actor: Actor,
) -> gql.QuestionDispute | None:
    """A disputed question with what the doctor chose; None when its version is unknown."""
    version = course.numbered(attempt.number)
    question = version.question(appeal.question_id) if version else None
    if version is None or question is None:
        return None
    correction = course.corrected(attempt.number).get(appeal.question_id)
    return gql.QuestionDispute(
        prac_psn_code=study.prac_psn_code,
        name=name,
        attempt_id=attempt.attempt_id,
        course_id=course.course_id,
        course_title=version.title,
        question=question_of(question, correction),
        chosen=attempt.answers.get(appeal.question_id, ""),
        text=appeal.text,
        at=appeal.at,
        outcome=appeal.outcome or None,
        reasons=appeal.reasons or None,
        version=study.version,
        may_answer=may_answer(actor, version),
    )
