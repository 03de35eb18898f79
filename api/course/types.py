"""Courses and question banks as the bureau sees them: keys included."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import strawberry

from api.ids import Node


@strawberry.type
class CourseReject:
    """A row of the workbook that was not taken, and why; ``row`` counts from 1."""

    sheet: str
    row: int
    field: str
    reason: str
    raw: str


@strawberry.type
class CourseVersion:
    """One imported version; it never changes."""

    number: int
    title: str
    hours: Decimal
    pages: int
    questions: int
    file_name: str
    sha256: str
    by: str
    at: datetime
    rejects: list[CourseReject]


@strawberry.type
class Course(Node):
    """A course as lists show it; ``hours`` of study, figures of the latest version."""

    id: strawberry.ID
    course_id: str
    title: str
    retired: bool
    number: int
    hours: Decimal
    pages: int
    questions: int
    rejects: int
    corrections: int
    version: int


@strawberry.type
class QuestionOption:
    """An option with its letter."""

    letter: str
    text: str


@strawberry.type
class BankQuestion:
    """A question with its key. ``void``: counts for everybody; ``also``: another right answer."""

    question_id: str
    kind: str
    text: str
    options: list[QuestionOption]
    answer: str
    basis: str
    void: bool
    also: str


@strawberry.type
class CoursePage:
    """A page of a course."""

    chapter: str
    title: str
    text: str


@strawberry.type
class CourseDetail:
    """A course's page: its versions, and the pages and questions of one of them."""

    course: Course
    versions: list[CourseVersion]
    shown: int
    pages: list[CoursePage]
    questions: list[BankQuestion]
    may_teach: bool


@strawberry.type
class QuestionDispute:
    """A disputed question of a marked paper, waiting for or with its answer."""

    prac_psn_code: str
    name: str
    attempt_id: str
    course_id: str
    course_title: str
    question: BankQuestion
    chosen: str
    text: str
    at: datetime
    outcome: str | None
    reasons: str | None
    version: int
    may_answer: bool
