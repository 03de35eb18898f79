"""Reads of courses and of one person's study."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.clocks.calendars import local_date
from casework.courses.appeal import ANSWERERS, may_answer
from casework.courses.course import CourseState, CourseVersion, fold_course
from casework.courses.exam import may_sit
from casework.courses.lesson import PageTimes, learning_application, page_times
from casework.courses.own import bases, exam_rule_of, pass_mark_on
from casework.courses.rules import ExamRule
from casework.courses.study import Appeal, Attempt, Lesson, Progress, StudyState, fold_study
from casework.points.fold import fold_points
from casework.points.parameters import STREAM, fold_bureau
from casework.points.state import PointsState
from casework.refusal import Refusal
from graph.events.load import load
from graph.points.page import file_visible

LIST: Final = "MATCH (c:Course) RETURN c.course_id AS id ORDER BY id LIMIT 200"
DISPUTED: Final = """
MATCH (s:Study) WHERE s.disputed > 0
RETURN s.prac_psn_code AS code ORDER BY code LIMIT 200
"""


@dataclass(frozen=True)
class Dispute:
    """A question in dispute, with the sitting and the bank that it came from."""

    study: StudyState
    attempt: Attempt
    appeal: Appeal
    course: CourseState
    name: str

    @property
    def title(self) -> str:
        """The course as it was called when the paper was drawn."""
        version = self.course.numbered(self.attempt.number)
        return version.title if version else ""


@dataclass(frozen=True)
class LessonPage:
    """The open lesson with its progress, the version that is read, and the times of its pages."""

    lesson: Lesson
    progress: Progress
    version: CourseVersion
    times: PageTimes


@dataclass(frozen=True)
class SittingPage:
    """One sitting with the doctor's file and the bank that its paper came from."""

    file: PointsState
    study: StudyState
    attempt: Attempt
    course: CourseState


@dataclass(frozen=True)
class StudyPage:
    """One person's study for the current application, and the courses on offer.

    `application` is None where nothing is studied for; `barred` says why no exam can start now.
    """

    file: PointsState
    study: StudyState
    courses: tuple[CourseState, ...]
    application: str | None
    barred: Refusal | None
    times: dict[str, PageTimes]
    #: The rules of an exam that begins now, and the bureau's own documents behind them.
    rule: ExamRule
    pass_mark: int | None
    bases: tuple[str, ...]


async def courses(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[CourseState, ...]:
    """Return every course; teachers' keys are in them, so only the bureau sees this list."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    return await _courses(driver)


async def _courses(driver: neo4j.AsyncDriver) -> tuple[CourseState, ...]:
    rows, _, _ = await driver.execute_query(LIST, routing_=neo4j.RoutingControl.READ)
    ids = [str(row["id"]) for row in rows]
    chains = await load(driver, *(f"course:{i}" for i in ids))
    return tuple(fold_course(i, chains[f"course:{i}"]) for i in ids)


async def course_state(
    driver: neo4j.AsyncDriver, viewer: Viewer, course_id: str
) -> CourseState | None:
    """Return a course with its keys, or None when it is missing or the viewer is no colleague."""
    if not viewer.actor.holds(*BUREAU):
        return None
    stream = f"course:{course_id}"
    course = fold_course(course_id, (await load(driver, stream))[stream])
    return course if course.version else None


async def disputes(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[Dispute, ...]:
    """Return the questions that wait for an answer, the oldest first; for the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    rows, _, _ = await driver.execute_query(DISPUTED, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(
        driver, *(f"{kind}:{code}" for code in codes for kind in ("study", "points"))
    )
    studies = [fold_study(code, chains[f"study:{code}"]) for code in codes]
    names = {code: fold_points(code, chains[f"points:{code}"]).name for code in codes}
    waiting = [
        (study, attempt, appeal)
        for study in studies
        for attempt in study.attempts
        for appeal in attempt.appeals
        if not appeal.outcome
    ]
    ids = sorted({attempt.course_id for _, attempt, _ in waiting})
    banks = await load(driver, *(f"course:{i}" for i in ids))
    known = {i: fold_course(i, banks[f"course:{i}"]) for i in ids}
    found = [
        Dispute(study, attempt, appeal, known[attempt.course_id], names[study.prac_psn_code])
        for study, attempt, appeal in waiting
    ]
    return tuple(sorted(found, key=lambda one: one.appeal.at))


async def disputes_for(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[Dispute, ...]:
    """Return the disputed questions that this person is to answer, the oldest first."""
    if not viewer.actor.holds(*ANSWERERS):
        return ()
    return tuple(
        one
        for one in await disputes(driver, viewer)
        if (version := one.course.numbered(one.attempt.number)) is not None
        and may_answer(viewer.actor, version)
    )


async def lesson_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, at: datetime
) -> LessonPage | None:
    """Return the lesson that is open now; a lesson is its reader's own affair."""
    if viewer.actor.prac_psn_code != prac_psn_code:
        return None
    stream = f"study:{prac_psn_code}"
    study = fold_study(prac_psn_code, (await load(driver, stream))[stream])
    lesson = study.lesson
    progress = study.of(lesson.application, lesson.course_id) if lesson else None
    if lesson is None or progress is None:
        return None
    bank = f"course:{lesson.course_id}"
    course = fold_course(lesson.course_id, (await load(driver, bank))[bank])
    version = course.numbered(progress.number)
    if version is None or not version.pages:
        return None
    return LessonPage(lesson, progress, version, page_times(version, local_date(at)))


async def sitting_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, attempt_id: str
) -> SittingPage | None:
    """Return a sitting: the doctor's own at any time, for the bureau once it is marked.

    Nobody else sees a paper, and nobody sees one that is being written.
    """
    streams = (f"points:{prac_psn_code}", f"study:{prac_psn_code}")
    chains = await load(driver, *streams)
    study = fold_study(prac_psn_code, chains[streams[1]])
    attempt = study.attempt(attempt_id)
    if attempt is None:
        return None
    own = viewer.actor.prac_psn_code == prac_psn_code
    if not own and not (viewer.actor.holds(*BUREAU) and attempt.mark is not None):
        return None
    bank = f"course:{attempt.course_id}"
    course = fold_course(attempt.course_id, (await load(driver, bank))[bank])
    file = fold_points(prac_psn_code, chains[streams[0]])
    return SittingPage(file, study, attempt, course)


async def study_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, at: datetime
) -> StudyPage | None:
    """Return the study of a doctor, or None when it is not the viewer's to see."""
    streams = (f"points:{prac_psn_code}", f"study:{prac_psn_code}", STREAM)
    chains = await load(driver, *streams)
    file = fold_points(prac_psn_code, chains[streams[0]])
    if not file.version or not file_visible(file, viewer):
        return None
    study = fold_study(prac_psn_code, chains[streams[1]])
    known = await _courses(driver)
    # Who sits an exam reads by which rules, though no parameter.
    states = {STREAM: fold_bureau(chains[STREAM])}
    rule = exam_rule_of(states, at)
    application, barred = _standing(file, study, at, rule)
    mark = pass_mark_on(states, file, local_date(at)) if application else None
    times = {}
    for course in known:
        begun = study.of(application, course.course_id) if application else None
        version = course.numbered(begun.number) if begun else course.latest
        if version is not None and version.pages:
            times[course.course_id] = page_times(version, local_date(at))
    return StudyPage(
        file, study, known, application, barred, times, rule, mark, bases(states, at)
    )  # fmt: skip


def _standing(
    file: PointsState, study: StudyState, at: datetime, rule: ExamRule
) -> tuple[str | None, Refusal | None]:
    try:
        application = learning_application(file).application_id
    except Refusal as refusal:
        return None, refusal
    try:
        may_sit(file, study, at, rule)
    except Refusal as refusal:
        return application, refusal
    return application, None
