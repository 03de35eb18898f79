"""The beat's act on sittings: nobody has to come back for a paper to be marked."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask
from casework.clocks.beat import beat_only
from casework.commands.courses import MarkSittings
from casework.courses.appeal import again
from casework.courses.course import CourseState
from casework.courses.exam import mark
from casework.courses.study import StudyState, time_over
from casework.events import Draft
from casework.points.state import PointsState


def settle(ask: Ask[MarkSittings, StudyState]) -> list[Draft]:
    """ExamMarked with what was saved in time; ExamRemarked where corrections give a better mark.

    One sitting at a time: what the next one earns depends on this one.
    """
    study, at = ask.state, ask.at
    file: PointsState = ask.states[f"points:{study.prac_psn_code}"]
    for attempt in study.attempts:
        course: CourseState = ask.states[f"course:{attempt.course_id}"]
        if attempt.mark is not None:
            events = again(study, file, course, attempt, at)
        elif at > time_over(attempt):
            events = mark(study, file, course, attempt, {}, at)
        else:
            events = []
        if events:
            return events
    return []


def of_settle(command: MarkSittings, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The study and the doctor's file, and the courses of the sittings once they are known."""
    study: StudyState | None = states.get(command.stream)
    file = f"points:{command.stream.partition(':')[2]}"
    courses = (f"course:{attempt.course_id}" for attempt in study.attempts) if study else ()
    return (command.stream, file, *courses)


ACT = Act(
    MarkSittings, "到时评卷", "mark sittings that are over", frozenset(), of_settle, settle,
    guards=(beat_only,), offered=False,
)  # fmt: skip
