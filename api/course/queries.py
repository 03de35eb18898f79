"""Courses, one course, and disputed questions: for the bureau alone, since the keys are in them."""

from __future__ import annotations

import strawberry

from api.context import Context, Info
from api.course import convert
from api.course import types as gql
from api.errors import Missing
from api.results import CourseSuccess
from casework.commands.base import Command
from casework.courses.course import CourseState
from casework.events import Event
from graph.courses.read import course_state, courses, disputes


async def after_act(info: Info, command: Command, events: list[Event]) -> CourseSuccess:
    """Answer of an act on a course: the course as it stands now."""
    code = str(getattr(command, "course_id", ""))
    course = await load_course(info.context, code)
    return CourseSuccess(course=convert.course_of(course))


async def load_course(context: Context, course_id: str) -> CourseState:
    """A course; raises :class:`Missing` when there is none or it is not for this reader."""
    course = await course_state(context.driver, context.viewer, course_id)
    if course is None:
        raise Missing
    return course


@strawberry.type
class CourseQueries:
    """The pages of courses and question banks."""

    @strawberry.field
    async def courses(self, info: Info) -> list[gql.Course]:
        """Every course; none for whoever is outside the bureau."""
        context = info.context
        return [convert.course_of(one) for one in await courses(context.driver, context.viewer)]

    @strawberry.field
    async def course(
        self, info: Info, course_id: str, number: int | None = None
    ) -> gql.CourseDetail | None:
        """One course with the pages and questions of version ``number``, else of the latest."""
        context = info.context
        course = await course_state(context.driver, context.viewer, course_id)
        return (
            convert.detail_of(course, number, context.actor, context.language) if course else None
        )

    @strawberry.field
    async def question_disputes(self, info: Info) -> list[gql.QuestionDispute]:
        """Questions in dispute that wait for an answer, the oldest first."""
        context = info.context
        found = [
            convert.dispute_of(
                one.study, one.attempt, one.appeal, one.course, one.name, context.actor
            )
            for one in await disputes(context.driver, context.viewer)
        ]
        return [one for one in found if one is not None]
