"""Study, the open lesson, and one paper."""

from __future__ import annotations

import strawberry

from api.context import Context, Info
from api.errors import Missing
from api.results import LessonSuccess, SittingSuccess, StudySuccess
from api.study import types as gql
from api.study.convert import detail_of, lesson_of, sitting_of
from api.study.sheet import keep_sheets
from casework.commands.base import Command
from casework.commands.courses import StartExam
from casework.events import Event
from graph.courses.read import lesson_page, sitting_page, study_page


async def after_lesson(info: Info, command: Command, events: list[Event]) -> LessonSuccess:
    """Answer of a sign of life: the lesson as the server counts it."""
    lesson = await load_lesson(info.context, _doctor(command))
    if lesson is None:
        raise Missing
    return LessonSuccess(lesson=lesson)


async def after_exam(info: Info, command: Command, events: list[Event]) -> SittingSuccess:
    """Answer of an act on a paper: the paper."""
    attempt = str(getattr(command, "attempt_id", ""))
    await keep_sheets(info.context, _doctor(command), events)
    if isinstance(command, StartExam):
        attempt = str(events[-1].data["attempt_id"])
    sitting = await load_sitting(info.context, _doctor(command), attempt)
    if sitting is None:
        raise Missing
    return SittingSuccess(sitting=sitting)


async def after_answer(info: Info, command: Command, events: list[Event]) -> StudySuccess:
    """Answer to the bureau: the study as it stands now."""
    study = await load_study(info.context, _doctor(command))
    if study is None:
        raise Missing
    return StudySuccess(study=study)


def _doctor(command: Command) -> str:
    return str(getattr(command, "prac_psn_code", ""))


async def load_study(context: Context, code: str) -> gql.StudyDetail | None:
    """A doctor's study, or None when it is missing or not for this reader."""
    page = await study_page(context.driver, context.viewer, code, context.at)
    return detail_of(page, context.actor, context.language, context.at) if page else None


async def load_lesson(context: Context, code: str) -> gql.Lesson | None:
    """The open lesson of the reader himself."""
    page = await lesson_page(context.driver, context.viewer, code, context.at)
    return lesson_of(page, context.at) if page else None


async def load_sitting(context: Context, code: str, attempt_id: str) -> gql.Sitting | None:
    """A paper, or None when it is not for this reader."""
    page = await sitting_page(context.driver, context.viewer, code, attempt_id)
    return sitting_of(page, context.actor, context.at) if page else None


@strawberry.type
class StudyQueries:
    """The pages of study and exams."""

    @strawberry.field
    async def study(self, info: Info, prac_psn_code: str) -> gql.StudyDetail | None:
        """A doctor's study; null when missing or not for this reader."""
        return await load_study(info.context, prac_psn_code)

    @strawberry.field
    async def lesson(self, info: Info, prac_psn_code: str) -> gql.Lesson | None:
        """The open lesson, for the doctor himself alone."""
        return await load_lesson(info.context, prac_psn_code)

    @strawberry.field
    async def sitting(self, info: Info, prac_psn_code: str, attempt_id: str) -> gql.Sitting | None:
        """A paper: the doctor's own, or a marked one for the bureau."""
        return await load_sitting(info.context, prac_psn_code, attempt_id)
