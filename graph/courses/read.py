"""Reads of courses and of one person's study."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.clocks.calendars import local_date
from casework.courses.course import CourseState, fold_course
from casework.courses.exam import may_sit
from casework.courses.lesson import PageTimes, learning_application, page_times
from casework.courses.study import StudyState, fold_study
from casework.points.fold import fold_points
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


async def disputed(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[StudyState, ...]:
    """Return the study of everybody with a question in dispute; for the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    rows, _, _ = await driver.execute_query(DISPUTED, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"study:{code}" for code in codes))
    return tuple(fold_study(code, chains[f"study:{code}"]) for code in codes)


async def study_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, at: datetime
) -> StudyPage | None:
    """Return the study of a doctor, or None when it is not the viewer's to see."""
    streams = (f"points:{prac_psn_code}", f"study:{prac_psn_code}")
    chains = await load(driver, *streams)
    file = fold_points(prac_psn_code, chains[streams[0]])
    if not file.version or not file_visible(file, viewer):
        return None
    study = fold_study(prac_psn_code, chains[streams[1]])
    known = await _courses(driver)
    application, barred = _standing(file, study, at)
    times = {}
    for course in known:
        begun = study.of(application, course.course_id) if application else None
        version = course.numbered(begun.number) if begun else course.latest
        if version is not None and version.pages:
            times[course.course_id] = page_times(version, local_date(at))
    return StudyPage(file, study, known, application, barred, times)


def _standing(
    file: PointsState, study: StudyState, at: datetime
) -> tuple[str | None, Refusal | None]:
    try:
        application = learning_application(file).application_id
    except Refusal as refusal:
        return None, refusal
    try:
        may_sit(file, study, at)
    except Refusal as refusal:
        return application, refusal
    return application, None
