"""Sit an exam: one attempt at once, a random paper, a time limit, marked on the server."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft
from casework.clocks.calendars import local_date, minute
from casework.commands.courses import Answer, SaveAnswers, StartExam, SubmitExam
from casework.courses.course import CourseState
from casework.courses.lesson import DOCTOR, learning_application, own_study
from casework.courses.own import exam_rule_of, pass_mark_of, pass_mark_on
from casework.courses.paper import draw, letters, marked
from casework.courses.rules import ExamRule
from casework.courses.study import Attempt, StudyState, time_over
from casework.events import Draft, Json
from casework.points.parameters import STREAM
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.learn import exam_passed, exam_points, learning_of, study_earned

Sat = SaveAnswers | SubmitExam


def of_start(command: StartExam, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """Study, file, the course, the bureau's own rules, and the course of a sitting whose time is over."""
    code = command.prac_psn_code
    study: StudyState | None = states.get(f"study:{code}")
    stale = study.open_attempt if study else None
    more = (f"course:{stale.course_id}",) if stale else ()
    return (f"study:{code}", f"points:{code}", f"course:{command.course_id}", STREAM, *more)


def of_attempt(command: Any, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """Study, file, and the course whose bank the paper came from."""
    code = command.prac_psn_code
    study: StudyState | None = states.get(f"study:{code}")
    attempt = study.attempt(command.attempt_id) if study else None
    more = (f"course:{attempt.course_id}",) if attempt else ()
    return (f"study:{code}", f"points:{code}", *more)


def start(ask: Ask[StartExam, StudyState]) -> list[Draft]:
    """ExamStarted; a sitting whose time ran out is marked first, with what was saved."""
    c, study, at = ask.command, ask.state, ask.at
    own_study(c.prac_psn_code, ask.actor)
    file: PointsState = ask.states[f"points:{c.prac_psn_code}"]
    course: CourseState = ask.states[f"course:{c.course_id}"]
    events: list[Draft] = []
    stale = study.open_attempt
    if stale is not None:
        if at <= time_over(stale):
            raise refuse("EXAM_OPEN", attempt=stale.attempt_id)
        events = mark(study, file, ask.states[f"course:{stale.course_id}"], stale, {}, at)
    rule = exam_rule_of(ask.states, at)
    may_sit(file, study, at, rule, stale)
    version = course.latest
    if version is None or course.retired:
        raise refuse(
            "NOT_FOUND", what=f"题库 {c.course_id}", what_en=f"question bank {c.course_id}"
        )
    void = {q for q, correction in course.corrected(version.number).items() if correction.void}
    usable = [q for q in version.questions if q.question_id not in void]
    if len(usable) < rule.questions:
        raise refuse("BANK_TOO_SMALL", have=len(usable), need=rule.questions)
    begun = draft(
        study.stream,
        "ExamStarted",
        attempt_id=f"A{len(study.attempts) + 1}",
        application=learning_application(file).application_id,
        course_id=c.course_id,
        number=version.number,
        seed=c.seed,
        questions=draw(usable, rule.questions, c.seed),
        due=at + timedelta(minutes=rule.minutes),
        rule=rule.id,
        pass_mark=pass_mark_on(ask.states, file, local_date(at)),
        wait_days=rule.wait_days,
    )
    return [*events, begun]


def may_sit(
    file: PointsState,
    study: StudyState,
    at: datetime,
    rule: ExamRule,
    just_marked: Attempt | None = None,
) -> None:
    """Refuse EXAM_BARRED, EXAM_WAIT or ALREADY_DONE while another sitting is not allowed."""
    application = learning_application(file)
    learning = learning_of(file)
    if exam_passed(file, local_date(at)):
        raise refuse("ALREADY_DONE")
    studied = study_earned(file, local_date(at))
    if studied < learning.need - learning.exam_points:
        need = learning.need - learning.exam_points
        raise refuse(
            "EXAM_BARRED",
            why=f"学习积分 {studied} 分，须先学满 {need} 分",
            why_en=f"{studied} study points earned, {need} are needed first",
        )
    own = [a for a in study.attempts if a.application == application.application_id]
    if len(own) >= rule.attempts:
        raise refuse(
            "EXAM_BARRED",
            # Restoration means examining until it is passed, so a way on is always named.
            why=f"本次申请的 {rule.attempts} 次考试机会已用完。可撤回本次恢复申请后重新申请，"
            "学习与考试重新计算；或参加线下考试，凭成绩证明登记",
            why_en=f"all {rule.attempts} attempts of this application are used. Withdraw it and "
            "apply anew (study and exam begin again), or sit an exam on paper and have its result "
            "recorded with the certificate",
        )
    last = own[-1] if own else None
    if last is None or (last.marked_at is None and last is not just_marked):
        return
    # Whoever marks a forgotten sitting, and however late: it ended with its time.
    ended = min(last.due, last.marked_at or last.due)
    wait = rule.wait_days if last.wait_days is None else last.wait_days
    free = local_date(ended) + timedelta(days=wait)
    if local_date(at) < free:
        raise refuse("EXAM_WAIT", until=free.isoformat())


def save(ask: Ask[SaveAnswers, StudyState]) -> list[Draft]:
    """AnswersSaved inside the time."""
    attempt = _running(ask)
    if ask.at > attempt.due:
        raise refuse("EXAM_TIME_OVER", until=minute(attempt.due))
    answers = chosen(attempt, ask.command.answers)
    return [draft(ask.state.stream, "AnswersSaved", attempt_id=attempt.attempt_id, answers=answers)]


def submit(ask: Ask[SubmitExam, StudyState]) -> list[Draft]:
    """ExamMarked, and ExamRecorded in the doctor's file; after the time only what was saved."""
    c, at = ask.command, ask.at
    attempt = _running(ask)
    given = chosen(attempt, c.answers) if at <= time_over(attempt) else {}
    file: PointsState = ask.states[f"points:{c.prac_psn_code}"]
    course: CourseState = ask.states[f"course:{attempt.course_id}"]
    return mark(ask.state, file, course, attempt, given, at)


def _running(ask: Ask[Any, StudyState]) -> Attempt:
    own_study(ask.command.prac_psn_code, ask.actor)
    attempt = sitting(ask.state, ask.command.attempt_id)
    if attempt.mark is not None:
        raise refuse("ALREADY_DONE")
    return attempt


def sitting(study: StudyState, attempt_id: str) -> Attempt:
    """Return an attempt. Refuses NOT_FOUND."""
    attempt = study.attempt(attempt_id)
    if attempt is None:
        raise refuse("NOT_FOUND", what=f"考试 {attempt_id}", what_en=f"exam {attempt_id}")
    return attempt


def chosen(attempt: Attempt, answers: tuple[Answer, ...]) -> dict[str, str]:
    """Return the answers by question; one to a question of another paper is refused."""
    found: dict[str, str] = {}
    for answer in answers:
        if answer.question_id not in attempt.questions:
            raise refuse(
                "NOT_FOUND",
                what=f"试题 {answer.question_id}",
                what_en=f"question {answer.question_id}",
            )
        found[answer.question_id] = letters(answer.chosen)
    return found


def mark(
    study: StudyState,
    file: PointsState,
    course: CourseState,
    attempt: Attempt,
    given: Mapping[str, str],
    at: datetime,
) -> list[Draft]:
    """ExamMarked and ExamRecorded: the paper against the key of its version.

    The learning ledger belongs to the current application: a sitting of an earlier one is marked
    only.
    """
    answers = {**attempt.answers, **given}
    points, right = mark_of(course, attempt, answers)
    own = of_current(file, attempt)
    passed = own and points >= pass_mark_of(attempt, file)
    late = at > attempt.due + timedelta(seconds=1)
    result: dict[str, Json] = {
        "attempt_id": attempt.attempt_id,
        "mark": points,
        "passed": passed,
        "right": list[Json](sorted(right)),
    }
    answered = draft(study.stream, "ExamMarked", **result, answers=answers, late=late)
    if not own:
        return [answered]
    return [answered, recorded(file, course, attempt, points, passed=passed, at=at)]


def of_current(file: PointsState, attempt: Attempt) -> bool:
    """Whether a sitting is of the application that stands on the file now."""
    application = file.restoration
    return application is not None and application.application_id == attempt.application


def mark_of(
    course: CourseState, attempt: Attempt, answers: Mapping[str, str]
) -> tuple[int, frozenset[str]]:
    """Return the mark and the right questions of a paper under all corrections so far."""
    version = course.numbered(attempt.number)
    if version is None:
        raise refuse(
            "NOT_FOUND",
            what=f"题库 {attempt.course_id} 第 {attempt.number} 版",
            what_en=f"question bank {attempt.course_id}, version {attempt.number}",
        )
    by_id = {q.question_id: q for q in version.questions}
    paper = [by_id[question_id] for question_id in attempt.questions]
    return marked(paper, answers, course.corrected(attempt.number))


def recorded(
    file: PointsState,
    course: CourseState,
    attempt: Attempt,
    points: int,
    *,
    passed: bool,
    at: datetime,
) -> Draft:
    """ExamRecorded in the learning ledger; its certificate is the sheet of this sitting."""
    version = course.numbered(attempt.number)
    return draft(
        file.stream,
        "ExamRecorded",
        kind="exam",
        title=version.title if version else course.course_id,
        on=local_date(at),
        certificate=sheet_id(file.prac_psn_code, attempt.attempt_id, len(attempt.markings) + 1),
        hours="0",
        mark=points,
        passed=passed,
        points=exam_points(file, local_date(at)) if passed else 0,
    )


def sheet_id(code: str, attempt_id: str, marking: int = 1) -> str:
    """The evidence id of a sitting's result sheet; each marking has a sheet of its own."""
    first = f"EXAM-{code}-{attempt_id}"
    return first if marking == 1 else f"{first}-{marking}"


def sheet_parts(code: str, evidence_id: str) -> tuple[str, int] | None:
    """Return the sitting and marking whose sheet an evidence id is, or None."""
    attempt_id, _, number = evidence_id.removeprefix(sheet_id(code, "")).partition("-")
    marking = int(number) if number.isdecimal() else 1
    whole = sheet_id(code, attempt_id, marking)
    return (attempt_id, marking) if whole == evidence_id else None


ACTS = (
    Act(
        StartExam, "开始考试", "start an exam", DOCTOR, of_start, start, creates=None,
        offered=False,
    ),
    Act(SaveAnswers, "保存答卷", "save answers", DOCTOR, of_attempt, save, offered=False),
    Act(SubmitExam, "交卷", "hand the paper in", DOCTOR, of_attempt, submit, offered=False),
)  # fmt: skip
