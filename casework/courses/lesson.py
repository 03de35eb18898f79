"""Study time that counts only real progress.

Time is credited by the server's clock between two signs of life of the one open lesson, to the page
that was shown meanwhile, never more than the gap allowed, never beyond the page's share of the
course. A page can only be turned once it was read for its least time. A second window takes the
lesson over: the first one's signs are refused, so nothing counts twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft
from casework.clocks.calendars import local_date
from casework.commands.courses import BeatLesson, OpenLesson
from casework.courses.course import CourseState, CourseVersion
from casework.courses.rules import learning_rule
from casework.courses.study import Progress, StudyState
from casework.events import Draft
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.learn import study_points
from casework.restoration.state import Restoration, Step

LEARNING = frozenset({Step.STUDYING, Step.RETURNED, Step.HALTED})


@dataclass(frozen=True)
class PageTimes:
    """Seconds for a page: the least before it may be turned, the most that count."""

    least: int
    most: int


def page_times(version: CourseVersion, on: date) -> PageTimes:
    """Return the times of a page: its fair share of the course, times the dated bounds."""
    rule = learning_rule(on)
    fair = version.hours * 3600 / len(version.pages)
    return PageTimes(int(fair * rule.page_least), int(fair * rule.page_most) + 1)


def of_open(command: OpenLesson, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The person's study, the doctor's file, the course."""
    code = command.prac_psn_code
    return (f"study:{code}", f"points:{code}", f"course:{command.course_id}")


def of_beat(command: BeatLesson, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The person's study and file, and the course of the open lesson."""
    code = command.prac_psn_code
    study: StudyState | None = states.get(f"study:{code}")
    lesson = study.lesson if study else None
    more = (f"course:{lesson.course_id}",) if lesson else ()
    return (f"study:{code}", f"points:{code}", *more)


def open_(ask: Ask[OpenLesson, StudyState]) -> list[Draft]:
    """LessonOpened in a new session, on the version that was begun."""
    c, study = ask.command, ask.state
    own_study(c.prac_psn_code, ask.actor)
    application = learning_application(ask.states[f"points:{c.prac_psn_code}"])
    course: CourseState = ask.states[f"course:{c.course_id}"]
    begun = study.of(application.application_id, c.course_id)
    if begun is not None and begun.completed:
        raise refuse("ALREADY_DONE")
    version = course.numbered(begun.number) if begun else course.latest
    if version is None or not version.pages or (course.retired and begun is None):
        raise refuse("NOT_FOUND", what=f"课程 {c.course_id}", what_en=f"course {c.course_id}")
    return [
        draft(
            study.stream,
            "LessonOpened",
            session_id=f"L{study.sessions + 1}",
            application=application.application_id,
            course_id=c.course_id,
            number=version.number,
            page=begun.furthest if begun else 1,
        )
    ]


def beat(ask: Ask[BeatLesson, StudyState]) -> list[Draft]:
    """LessonBeat with the seconds it credits; LessonCompleted and StudyRecorded at the end."""
    c, study = ask.command, ask.state
    own_study(c.prac_psn_code, ask.actor)
    lesson = study.lesson
    if lesson is None or lesson.session_id != c.session_id:
        raise refuse("LESSON_ELSEWHERE")
    file: PointsState = ask.states[f"points:{c.prac_psn_code}"]
    application = learning_application(file)
    own = study.of(lesson.application, lesson.course_id)
    course: CourseState = ask.states[f"course:{lesson.course_id}"]
    version = course.numbered(own.number) if own else None
    if own is None or version is None or lesson.application != application.application_id:
        raise refuse("LESSON_ELSEWHERE")
    if own.completed:
        raise refuse("ALREADY_DONE")
    today = local_date(ask.at)
    gap = int((ask.at - lesson.last_beat).total_seconds())
    most = page_times(version, today).most - own.seconds.get(lesson.page, 0)
    allowed = learning_rule(today).gap_seconds
    seconds = max(0, min(gap, allowed, most)) if c.visible else 0
    events = [
        draft(
            study.stream,
            "LessonBeat",
            session_id=c.session_id,
            credited_page=lesson.page,
            seconds=seconds,
            page=_turned(own, version, lesson.page, c.page, seconds, today),
        )
    ]
    if completed(own, version, lesson.page, seconds, today):
        events += _finished(file, study, own, version, seconds, ask)
    return events


def _turned(
    own: Progress, version: CourseVersion, page: int, wanted: int, seconds: int, today: date
) -> int:
    """The page shown from now on: back freely, forward one page once this one was read."""
    if not 1 <= wanted <= len(version.pages):
        return page
    if wanted <= own.furthest:
        return wanted
    read = own.seconds.get(own.furthest, 0) + (seconds if page == own.furthest else 0)
    if wanted == own.furthest + 1 and read >= page_times(version, today).least:
        return wanted
    return page


def completed(own: Progress, version: CourseVersion, page: int, seconds: int, today: date) -> bool:
    """Whether every page was read for its least time and the hours are full."""
    least = page_times(version, today).least
    read = {**own.seconds, page: own.seconds.get(page, 0) + seconds}
    pages = all(read.get(n, 0) >= least for n in range(1, len(version.pages) + 1))
    return pages and own.total + seconds >= version.hours * 3600


def _finished(
    file: PointsState,
    study: StudyState,
    own: Progress,
    version: CourseVersion,
    seconds: int,
    ask: Ask[BeatLesson, StudyState],
) -> list[Draft]:
    hours = version.hours.quantize(Decimal("0.01"))
    done = draft(
        study.stream,
        "LessonCompleted",
        application=own.application,
        course_id=own.course_id,
        number=own.number,
        seconds=own.total + seconds,
    )
    recorded = draft(
        file.stream,
        "StudyRecorded",
        kind="study",
        title=version.title,
        on=local_date(ask.at),
        certificate=f"{study.stream}#{own.course_id}.{own.number}",
        hours=hours,
        mark=None,
        passed=False,
        points=study_points(file, hours),
    )
    return [done, recorded]


def own_study(code: str, actor: Actor) -> None:
    """Only the doctor himself studies and sits exams."""
    if actor.prac_psn_code != code:
        raise refuse("NOT_YOURS")


def learning_application(file: PointsState) -> Restoration:
    """Return the application that is being studied for. Refuses STEP_MISSING without one."""
    application = file.restoration
    if application is None or application.step not in LEARNING:
        raise refuse(
            "STEP_MISSING",
            step="提出恢复申请，且申请处于学习、考试环节",
            step_en="apply for restoration; study and exam open with the application",
        )
    return application


DOCTOR = frozenset({Role.PHYSICIAN})
ACTS = (
    Act(
        OpenLesson, "开始学习", "open a lesson", DOCTOR, of_open, open_, creates=None,
        offered=False,
    ),
    Act(
        BeatLesson, "记录学习进度", "record progress", DOCTOR, of_beat, beat, offered=False,
    ),
)  # fmt: skip
