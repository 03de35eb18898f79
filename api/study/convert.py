"""Study, lessons and papers from the room's values."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from api.course.types import CoursePage, QuestionOption
from api.names import Language, cited
from api.study import types as gql
from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands.courses import Question
from casework.courses.appeal import appeal_days, appeal_ends
from casework.courses.course import CourseState
from casework.courses.exam import sheet_parts
from casework.courses.own import pass_mark_of
from casework.courses.paper import shuffled
from casework.courses.rules import learning_rule
from casework.courses.study import Attempt
from casework.refusal import Refusal
from casework.restoration.learn import earned, exam_passed, learning_of, study_earned
from graph.courses.read import LessonPage, SittingPage, StudyPage


def detail_of(page: StudyPage, actor: Actor, language: Language, at: datetime) -> gql.StudyDetail:
    """Both halves of learning for one viewer."""
    file, study, running = page.file, page.study, page.application is not None
    learning = learning_of(file) if file.restoration is not None else None
    waiting = study.open_attempt
    barred = page.barred
    return gql.StudyDetail(
        prac_psn_code=file.prac_psn_code,
        name=file.name,
        application=page.application,
        why_none=None if running else _text(barred, language),
        earned=earned(file, local_date(at)),
        required=learning.need if learning else 0,
        study_points=study_earned(file, local_date(at)),
        study_points_needed=learning.need - learning.exam_points if learning else 0,
        hours_per_point=learning.hours_per_point if learning else None,
        exam_passed=exam_passed(file, local_date(at)),
        own=actor.prac_psn_code == file.prac_psn_code,
        courses=[
            course_of(page, one) for one in page.courses if not one.retired or _begun(page, one)
        ],
        sittings=[sitting_row(page, one) for one in reversed(study.attempts)],
        open_sitting=waiting.attempt_id if waiting else None,
        rules=_rules(page, language) if learning else None,
        exam_barred=_text(barred, language) if running else None,
        exam_free_on=date.fromisoformat(str(barred.facts["until"]))
        if barred and barred.code == "EXAM_WAIT"
        else None,
        version=study.version,
    )


def _text(refusal: Refusal | None, language: Language) -> str | None:
    if refusal is None:
        return None
    return refusal.message_zh if language == "zh" else refusal.message_en


def _begun(page: StudyPage, course: CourseState) -> bool:
    return bool(page.application and page.study.of(page.application, course.course_id))


def course_of(page: StudyPage, course: CourseState) -> gql.StudyCourse:
    """A course with this person's progress on the version that was begun, else on the latest."""
    own = page.study.of(page.application, course.course_id) if page.application else None
    version = (course.numbered(own.number) if own else None) or course.latest
    bank = len(course.latest.questions) if course.latest and not course.retired else 0
    return gql.StudyCourse(
        course_id=course.course_id,
        title=version.title if version else course.course_id,
        number=version.number if version else 0,
        hours=version.hours if version else Decimal(0),
        pages=len(version.pages) if version else 0,
        furthest=own.furthest if own else 1,
        seconds=own.total if own else 0,
        needed_seconds=int(version.hours * 3600) if version else 0,
        completed=own.completed if own else False,
        has_exam=bank > 0,
    )


def sitting_row(page: StudyPage, attempt: Attempt) -> gql.SittingRow:
    """One line of the list of sittings."""
    course = next((c for c in page.courses if c.course_id == attempt.course_id), None)
    version = course.numbered(attempt.number) if course else None
    code = page.file.prac_psn_code
    sheets = [
        entry.certificate
        for entry in page.file.learning
        if (sheet := sheet_parts(code, entry.certificate)) and sheet[0] == attempt.attempt_id
    ]
    return gql.SittingRow(
        attempt_id=attempt.attempt_id,
        course_id=attempt.course_id,
        title=version.title if version else attempt.course_id,
        started_at=attempt.started_at,
        due=attempt.due,
        mark=attempt.mark,
        passed=attempt.passed,
        late=attempt.late,
        certificate=sheets[-1] if sheets else None,
    )


def _rules(page: StudyPage, language: Language) -> gql.ExamRules:
    rule = page.rule
    used = sum(1 for a in page.study.attempts if a.application == page.application)
    return gql.ExamRules(
        questions=rule.questions,
        minutes=rule.minutes,
        attempts=rule.attempts,
        attempts_left=max(0, rule.attempts - used),
        wait_days=rule.wait_days,
        pass_mark=page.pass_mark or learning_of(page.file).exam_pass_mark,
        appeal_working_days=rule.appeal_working_days,
        basis="；".join(page.bases) or cited(language, rule.basis),
    )


def lesson_of(page: LessonPage, at: datetime) -> gql.Lesson:
    """The open lesson at its page."""
    lesson, own, version, times = page.lesson, page.progress, page.version, page.times
    text = version.pages[lesson.page - 1]
    numbers = range(1, len(version.pages) + 1)
    rule = learning_rule(local_date(at))
    unread = [n for n in numbers if own.seconds.get(n, 0) < times.least]
    return gql.Lesson(
        session_id=lesson.session_id,
        course_id=lesson.course_id,
        title=version.title,
        page=lesson.page,
        pages=len(version.pages),
        furthest=own.furthest,
        content=CoursePage(**vars(text)),
        page_seconds=own.seconds.get(lesson.page, 0),
        least_seconds=times.least,
        most_seconds=times.most,
        seconds=own.total,
        needed_seconds=int(version.hours * 3600),
        beat_seconds=rule.beat_seconds,
        idle_seconds=rule.idle_seconds,
        completed=own.completed,
        next_unread=unread[0] if unread else None,
    )


def sitting_of(page: SittingPage, actor: Actor, at: datetime) -> gql.Sitting:
    """A paper for the doctor who sits it, or a marked one for the bureau."""
    attempt = page.attempt
    version = page.course.numbered(attempt.number)
    by_id = {q.question_id: q for q in version.questions} if version else {}
    marked = attempt.mark is not None
    until = appeal_ends(attempt) if marked else None
    own = actor.prac_psn_code == page.file.prac_psn_code
    return gql.Sitting(
        attempt_id=attempt.attempt_id,
        title=version.title if version else attempt.course_id,
        started_at=attempt.started_at,
        due=attempt.due,
        seconds_left=0 if marked else max(0, int((attempt.due - at).total_seconds())),
        mark=attempt.mark,
        passed=attempt.passed,
        late=attempt.late,
        pass_mark=pass_mark_of(attempt, page.file),
        questions=[
            question_of(attempt, by_id[q], n)
            for n, q in enumerate(attempt.questions, 1)
            if q in by_id
        ],
        appeal_until=until,
        appeal_days=appeal_days(attempt) if marked else None,
        may_appeal=own and marked and (until is None or at <= until),
        version=page.study.version,
    )


def question_of(attempt: Attempt, question: Question, number: int) -> gql.PaperQuestion:
    """A question without its key; once marked, whether the answer counted."""
    marked, appeal = attempt.mark is not None, attempt.appeal(question.question_id)
    return gql.PaperQuestion(
        number=number,
        question_id=question.question_id,
        kind=question.kind.value,
        text=question.text,
        options=[QuestionOption(letter=a, text=b) for a, b in shuffled(question, attempt.seed)],
        chosen=attempt.answers.get(question.question_id, ""),
        right=question.question_id in attempt.right if marked else None,
        basis=question.basis or None if marked else None,
        dispute=appeal.text if appeal else None,
        outcome=appeal.outcome or None if appeal else None,
        reasons=appeal.reasons or None if appeal else None,
    )
