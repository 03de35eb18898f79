"""Study and exams as the doctor sees them: no key ever leaves with them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.course.types import CoursePage, QuestionOption


@strawberry.type
class StudyCourse:
    """A course on offer with this person's progress; seconds are those that count."""

    course_id: str
    title: str
    number: int
    hours: Decimal
    pages: int
    furthest: int
    seconds: int
    needed_seconds: int
    completed: bool
    has_exam: bool


@strawberry.type
class SittingRow:
    """One sitting as the list shows it; ``mark`` of 100, null while it is open."""

    attempt_id: str
    course_id: str
    title: str
    started_at: datetime
    due: datetime
    mark: int | None
    passed: bool
    late: bool
    certificate: str | None


@strawberry.type
class ExamRules:
    """How an exam is held: minutes, attempts of one application, natural days between them."""

    questions: int
    minutes: int
    attempts: int
    attempts_left: int
    wait_days: int
    pass_mark: int
    appeal_working_days: int
    basis: str


@strawberry.type
class StudyDetail:
    """Both halves of learning for the current application, or why there is none."""

    prac_psn_code: str
    name: str
    application: str | None
    why_none: str | None
    earned: int
    required: int
    study_points: int
    study_points_needed: int
    hours_per_point: Decimal | None
    exam_passed: bool
    own: bool
    courses: list[StudyCourse]
    sittings: list[SittingRow]
    open_sitting: str | None
    rules: ExamRules | None
    exam_barred: str | None
    exam_free_on: date | None
    version: int


@strawberry.type
class Lesson:
    """The open lesson: its page, what counted, and how often the window has to give a sign of life.

    ``page`` counts from 1; ``pageSeconds`` of the page at hand, at most ``mostSeconds`` count,
    and it can be turned from ``leastSeconds`` on.
    """

    session_id: str
    course_id: str
    title: str
    page: int
    pages: int
    furthest: int
    content: CoursePage
    page_seconds: int
    least_seconds: int
    most_seconds: int
    seconds: int
    needed_seconds: int
    beat_seconds: int
    idle_seconds: int
    completed: bool
    next_unread: int | None


@strawberry.type
class PaperQuestion:
    """A question of a paper, its options in this paper's order. ``right`` is null until marked.

    The key stays in the bank: a retake may ask the same question again.
    """

    number: int
    question_id: str
    kind: str
    text: str
    options: list[QuestionOption]
    chosen: str
    right: bool | None
    basis: str | None
    dispute: str | None
    outcome: str | None
    reasons: str | None


@strawberry.type
class Sitting:
    """A paper. ``secondsLeft`` by the server's clock when it was asked for.

    Once marked a question is disputed within ``appealDays`` working days, until ``appealUntil``: null while
    the working days of its year are not published.
    """

    attempt_id: str
    title: str
    started_at: datetime
    due: datetime
    seconds_left: int
    mark: int | None
    passed: bool
    late: bool
    pass_mark: int
    questions: list[PaperQuestion]
    appeal_until: datetime | None
    appeal_days: int | None
    may_appeal: bool
    version: int
