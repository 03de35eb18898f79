"""Commands on courses with their question banks, on study, and on exams."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.points import PointsCommand


class QuestionKind(StrEnum):
    """One right option, several, or right and wrong (判断)."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Page:
    """One page of a course."""

    chapter: str
    title: str
    text: str


@dataclass(frozen=True)
class Question:
    """A question of the bank. `options` by letter, `answer` the right letters in order."""

    question_id: str
    kind: QuestionKind
    text: str
    options: tuple[tuple[str, str], ...]
    answer: str
    basis: str = ""


@dataclass(frozen=True)
class Reject:
    """A row of the workbook that was not taken: where, why, and what stood there."""

    sheet: str
    row: int
    field: str
    reason: str
    raw: str
    #: Empty in imports from before it was told in both languages.
    reason_en: str = ""


@dataclass(frozen=True, kw_only=True)
class CourseCommand(Command):
    """A command on one course."""

    course_id: str


@dataclass(frozen=True, kw_only=True)
class ImportCourse(CourseCommand):
    """A new version of a course and its question bank, read from a workbook."""

    title: str
    hours: Decimal
    pages: tuple[Page, ...]
    questions: tuple[Question, ...]
    rejects: tuple[Reject, ...]
    file_name: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class RetireCourse(CourseCommand):
    """The course is no longer offered; what was studied stays."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class OpenLesson(PointsCommand):
    """Open a course in a window; a lesson open elsewhere ends there."""

    course_id: str


@dataclass(frozen=True, kw_only=True)
class BeatLesson(PointsCommand):
    """A sign of life from the window: which page is shown, and whether it is seen at all."""

    session_id: str
    page: int
    visible: bool


@dataclass(frozen=True, kw_only=True)
class StartExam(PointsCommand):
    """Draw a paper from a course's bank; `seed` comes from the server and is recorded."""

    course_id: str
    seed: str


@dataclass(frozen=True)
class Answer:
    """The letters that were chosen for a question."""

    question_id: str
    chosen: str


@dataclass(frozen=True, kw_only=True)
class SaveAnswers(PointsCommand):
    """Keep answers on the way, so that a lost connection loses nothing."""

    attempt_id: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class SubmitExam(PointsCommand):
    """Hand the paper in; it is marked at once on the server."""

    attempt_id: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class MarkSittings(Command):
    """The beat marks a sitting whose time is over, and again what a corrected question betters."""

    stream: str


@dataclass(frozen=True, kw_only=True)
class AppealQuestion(PointsCommand):
    """The doctor disputes a question of a marked paper."""

    attempt_id: str
    question_id: str
    text: str


class AppealOutcome(StrEnum):
    """The key stands, another answer is right as well, or the question is void."""

    UPHELD = "upheld"
    ALSO_RIGHT = "also_right"
    VOID = "void"


@dataclass(frozen=True, kw_only=True)
class ResolveAppeal(PointsCommand):
    """Answer an appeal; a corrected question corrects the bank and the paper."""

    attempt_id: str
    question_id: str
    outcome: AppealOutcome
    reasons: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class RemarkExam(PointsCommand):
    """Mark a paper again after questions of its bank were corrected; never to the worse."""

    attempt_id: str
