"""A course with its versions: pages to read, questions to be asked, corrections since."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from casework.commands.courses import Page, Question, QuestionKind, Reject
from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class CourseVersion:
    """One imported version; it never changes."""

    number: int
    title: str
    hours: Decimal
    pages: tuple[Page, ...]
    questions: tuple[Question, ...]
    rejects: tuple[Reject, ...]
    file_name: str
    sha256: str
    by: Hand
    at: datetime

    def question(self, question_id: str) -> Question | None:
        """Return a question of this version."""
        return next((q for q in self.questions if q.question_id == question_id), None)


@dataclass(frozen=True)
class Correction:
    """A question found wrong: void, or with another answer that is right as well."""

    number: int
    question_id: str
    void: bool
    also: str


@dataclass(frozen=True)
class CourseState:
    """A course after its latest event."""

    course_id: str
    version: int = 0
    versions: tuple[CourseVersion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retired: bool = False

    @property
    def stream(self) -> str:
        """The course's stream id."""
        return f"course:{self.course_id}"

    @property
    def label(self) -> str:
        """How refusals name the course."""
        return f"课程 {self.course_id}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"course {self.course_id}"

    @property
    def latest(self) -> CourseVersion | None:
        """The version that new students get."""
        return self.versions[-1] if self.versions else None

    @property
    def stage(self) -> str:
        """Whether the course is offered."""
        return "retired" if self.retired else "offered"

    @property
    def stage_zh(self) -> str:
        """The same in Chinese."""
        return "已停用" if self.retired else "开放"

    @property
    def stage_en(self) -> str:
        """The same in English."""
        return self.stage

    def numbered(self, number: int) -> CourseVersion | None:
        """Return a version by its number."""
        return next((v for v in self.versions if v.number == number), None)

    def with_correction(
        self, number: int, question_id: str, *, void: bool, also: str
    ) -> "CourseState":
        """Return the course as it will be once a question is corrected."""
        one = Correction(number, question_id, void, also)
        return replace(self, corrections=(*self.corrections, one))

    def corrected(self, number: int) -> dict[str, Correction]:
        """Corrections of a version by question; the latest of each."""
        return {c.question_id: c for c in self.corrections if c.number == number}


def fold_course(course_id: str, events: Iterable[Event]) -> CourseState:
    """Fold a course's events."""
    state = CourseState(course_id)
    for event in events:
        state = replace(_step(state, event), version=event.seq)
    return state


def _step(s: CourseState, e: Event) -> CourseState:
    d: dict[str, Any] = dict(e.data)
    match e.type:
        case "CourseImported":
            return replace(s, versions=(*s.versions, _version(d, e)), retired=False)
        case "CourseRetired":
            return replace(s, retired=True)
        case "QuestionCorrected":
            return s.with_correction(d["number"], d["question_id"], void=d["void"], also=d["also"])
    return s


def _version(d: dict[str, Any], e: Event) -> CourseVersion:
    return CourseVersion(
        number=d["number"],
        title=d["title"],
        hours=Decimal(d["hours"]),
        pages=tuple(Page(**page) for page in d["pages"]),
        questions=tuple(_question(raw) for raw in d["questions"]),
        rejects=tuple(Reject(**raw) for raw in d["rejects"]),
        file_name=d["file_name"],
        sha256=d["sha256"],
        by=hand_from(d),
        at=e.at,
    )


def _question(raw: dict[str, Any]) -> Question:
    options = tuple((letter, text) for letter, text in raw["options"])
    return Question(**{**raw, "kind": QuestionKind(raw["kind"]), "options": options})
