"""Import a version of a course; retire it."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.courses import CourseCommand, ImportCourse, RetireCourse
from casework.courses.course import CourseState
from casework.events import Draft
from casework.refusal import refuse


def course_stream(
    command: CourseCommand, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The course alone."""
    return (f"course:{command.course_id}",)


def import_(ask: Ask[ImportCourse, CourseState]) -> list[Draft]:
    """CourseImported as the next version; the same file again is refused as done."""
    c, course = ask.command, ask.state
    required(course=c.course_id, title=c.title)
    if course.latest is not None and course.latest.sha256 == c.sha256 and not course.retired:
        raise refuse("ALREADY_DONE")
    if not c.hours.is_finite() or not 0 < c.hours <= 200:
        raise refuse(
            "BAD_VALUE",
            field="学时",
            field_en="hours of study",
            why="应大于 0 且不超过 200",
            why_en="more than 0 and at most 200",
        )
    if not c.pages and not c.questions:
        raise refuse(
            "BAD_VALUE",
            field="工作簿",
            field_en="the workbook",
            why="没有可用的课程页或试题，请按退回清单更正",
            why_en="no usable course page or question; correct it by the list of what was sent back",
        )
    return [
        draft(
            course.stream,
            "CourseImported",
            number=len(course.versions) + 1,
            title=c.title,
            hours=c.hours,
            pages=[vars(page) for page in c.pages],
            questions=[vars(question) for question in c.questions],
            rejects=[vars(reject) for reject in c.rejects],
            file_name=c.file_name,
            sha256=c.sha256,
        )
    ]


def retire(ask: Ask[RetireCourse, CourseState]) -> list[Draft]:
    """CourseRetired."""
    required(reasons=ask.command.reasons)
    if ask.state.retired:
        raise refuse("ALREADY_DONE")
    return [draft(ask.state.stream, "CourseRetired", reasons=ask.command.reasons)]


TEACHERS = frozenset({Role.AGENCY_OFFICER, Role.SUPERVISOR})
ACTS = (
    Act(
        ImportCourse, "导入课程与题库", "import a course", TEACHERS, course_stream, import_,
        creates=None, offered=False,
    ),
    Act(
        RetireCourse, "停用课程", "retire a course", TEACHERS, course_stream, retire,
        offered=False,
    ),
)  # fmt: skip
