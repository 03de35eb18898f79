"""Dispute a question; a corrected question corrects the bank and the marks, never to the worse."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import Calendar, add, local_date
from casework.clocks.periods import if_known
from casework.commands.courses import AppealOutcome, AppealQuestion, RemarkExam, ResolveAppeal
from casework.courses.course import CourseState, CourseVersion
from casework.courses.exam import mark_of, of_attempt, of_current, recorded, sheet_id, sitting
from casework.courses.lesson import DOCTOR, own_study
from casework.courses.own import pass_mark_of
from casework.courses.paper import letters
from casework.courses.rules import exam_rule
from casework.courses.study import Attempt, StudyState
from casework.events import Draft
from casework.hands import hand_json, other_eyes
from casework.points.state import PointsState
from casework.refusal import refuse


def appeal_ends(attempt: Attempt) -> datetime | None:
    """Return the last second in which a question of a marked paper may be disputed.

    None where the working days are not published yet: then it is not over.
    """
    since = attempt.marked_at or attempt.due
    return if_known(lambda: add(since, appeal_days(attempt), Calendar.WORKING_DAYS))


def appeal_days(attempt: Attempt) -> int:
    """How many working days there are for it."""
    return exam_rule(local_date(attempt.started_at)).appeal_working_days


def appeal(ask: Ask[AppealQuestion, StudyState]) -> list[Draft]:
    """QuestionAppealed in time, once for each question."""
    c = ask.command
    own_study(c.prac_psn_code, ask.actor)
    required(text=c.text)
    attempt = _marked(ask.state, c.attempt_id)
    if c.question_id not in attempt.questions:
        raise refuse("NOT_FOUND", what=f"试题 {c.question_id}", what_en=f"question {c.question_id}")
    if attempt.appeal(c.question_id) is not None:
        raise refuse("ALREADY_DONE")
    ends = appeal_ends(attempt)
    if ends is not None and ask.at > ends:
        until = local_date(ends).isoformat()
        raise refuse(
            "PERIOD_OVER", what="试题异议", what_en="disputing a question", until=until,
            cure="成绩按原判定；未合格的，可按规定再次参加考试。",
            cure_en="The mark stands; who did not pass sits the exam again as the rules allow.",
        )  # fmt: skip
    course: CourseState = ask.states[f"course:{attempt.course_id}"]
    version = course.numbered(attempt.number)
    appealed = draft(
        ask.state.stream,
        "QuestionAppealed",
        attempt_id=c.attempt_id,
        question_id=c.question_id,
        text=c.text,
        title=version.title if version else "",
        author=hand_json(version.by) if version else None,
    )
    return [appealed]


def resolve(ask: Ask[ResolveAppeal, StudyState]) -> list[Draft]:
    """AppealResolved by another person than who brought the question in."""
    c, study = ask.command, ask.state
    required(reasons=c.reasons)
    attempt = _marked(study, c.attempt_id)
    disputed = attempt.appeal(c.question_id)
    if disputed is None:
        raise refuse(
            "NOT_FOUND",
            what=f"试题异议 {c.question_id}",
            what_en=f"dispute about question {c.question_id}",
        )
    if disputed.outcome:
        raise refuse("ALREADY_DONE")
    course: CourseState = ask.states[f"course:{attempt.course_id}"]
    version = course.numbered(attempt.number)
    other_eyes(ask.actor, (version.by if version else None,), "命题与答复异议", "answering it")
    answered = draft(
        study.stream,
        "AppealResolved",
        attempt_id=c.attempt_id,
        question_id=c.question_id,
        outcome=c.outcome,
        reasons=c.reasons,
        title=version.title if version else "",
    )
    if c.outcome is AppealOutcome.UPHELD:
        return [answered]
    also = _also(c, course, attempt) if c.outcome is AppealOutcome.ALSO_RIGHT else ""
    void = c.outcome is AppealOutcome.VOID
    corrected = draft(
        course.stream,
        "QuestionCorrected",
        number=attempt.number,
        question_id=c.question_id,
        void=void,
        also=also,
        reasons=c.reasons,
    )
    changed = course.with_correction(attempt.number, c.question_id, void=void, also=also)
    file: PointsState = ask.states[f"points:{c.prac_psn_code}"]
    return [answered, corrected, *again(study, file, changed, attempt, ask.at)]


def _also(c: ResolveAppeal, course: CourseState, attempt: Attempt) -> str:
    version = course.numbered(attempt.number)
    question = version.question(c.question_id) if version else None
    also = letters(c.answer)
    known = {letter for letter, _ in question.options} if question else set()
    if not also or not known.issuperset(also):
        raise refuse(
            "BAD_VALUE",
            field="正确答案",
            field_en="the right answer",
            why="请填写本题已有的选项字母",
            why_en="give letters of options that the question has",
        )
    return also


def remark(ask: Ask[RemarkExam, StudyState]) -> list[Draft]:
    """ExamRemarked after corrections of the bank; refused as done when nothing changes."""
    c = ask.command
    attempt = _marked(ask.state, c.attempt_id)
    course: CourseState = ask.states[f"course:{attempt.course_id}"]
    file: PointsState = ask.states[f"points:{c.prac_psn_code}"]
    events = again(ask.state, file, course, attempt, ask.at)
    if not events:
        raise refuse("ALREADY_DONE")
    return events


def again(
    study: StudyState, file: PointsState, course: CourseState, attempt: Attempt, at: datetime
) -> list[Draft]:
    """ExamRemarked with the better mark; a sitting that passes by it is recorded as passed.

    The learning ledger belongs to the current application: an older sitting changes its own
    mark only, and so does one that was struck as another's.
    """
    points, right = mark_of(course, attempt, attempt.answers)
    before = attempt.mark or 0
    if points <= before:
        return []
    own = of_current(file, attempt)
    passed = attempt.passed or (own and points >= pass_mark_of(attempt, file))
    events = [
        draft(
            study.stream,
            "ExamRemarked",
            attempt_id=attempt.attempt_id,
            mark=points,
            passed=passed,
            right=right,
        )
    ]
    if own and not _struck(file, attempt):
        events.append(recorded(file, course, attempt, points, passed=passed, at=at))
    return events


def _struck(file: PointsState, attempt: Attempt) -> bool:
    """Whether a result of the sitting was struck: somebody else sat it, and no better mark makes it his."""
    sheets = {
        sheet_id(file.prac_psn_code, attempt.attempt_id, marking + 1)
        for marking in range(len(attempt.markings) + 1)
    }
    return any(entry.certificate in sheets for entry in file.learning if entry.struck_by)


def _marked(study: StudyState, attempt_id: str) -> Attempt:
    attempt = sitting(study, attempt_id)
    if attempt.mark is None:
        raise refuse("STEP_MISSING", step="交卷", step_en="handing the paper in")
    return attempt


def may_answer(actor: Actor, version: CourseVersion) -> bool:
    """Whether a dispute about a question of this version is for a person to answer."""
    return actor.holds(*ANSWERERS) and not version.by.is_actor(actor)


ANSWERERS = frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER})
RESOLVE = Act(
    ResolveAppeal, "答复试题异议", "answer a disputed question", ANSWERERS, of_attempt,
    resolve, offered=False,
)  # fmt: skip
ACTS = (
    Act(
        AppealQuestion, "对试题提出异议", "dispute a question", DOCTOR,
        of_attempt, appeal, offered=False,
    ),
    RESOLVE,
    Act(
        RemarkExam, "重新评卷", "mark again", ANSWERERS, of_attempt, remark, offered=False,
    ),
)  # fmt: skip
