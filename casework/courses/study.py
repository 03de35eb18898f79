"""State of one person's study and exams: seconds by page, the lesson open now, attempts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from casework.clocks.calendars import local_date
from casework.courses.rules import exam_rule
from casework.events import Event


@dataclass(frozen=True)
class Progress:
    """Progress in one course for one application. `seconds` by page (from 1) are credited ones."""

    application: str
    course_id: str
    number: int
    seconds: Mapping[int, int] = field(default_factory=dict)
    furthest: int = 1
    completed: bool = False

    @property
    def total(self) -> int:
        """Credited seconds of all pages."""
        return sum(self.seconds.values())


@dataclass(frozen=True)
class Lesson:
    """The lesson open now: one window only."""

    session_id: str
    application: str
    course_id: str
    page: int
    last_beat: datetime


@dataclass(frozen=True)
class Appeal:
    """A disputed question."""

    question_id: str
    text: str
    at: datetime
    outcome: str = ""
    reasons: str = ""


@dataclass(frozen=True)
class Marking:
    """One marking of a sitting: the first, or one after questions of its bank were corrected."""

    at: datetime
    mark: int
    passed: bool
    right: frozenset[str]


@dataclass(frozen=True)
class Attempt:
    """One sitting. `right` are the questions that count; `mark` of 100, None while open."""

    attempt_id: str
    application: str
    course_id: str
    number: int
    seed: str
    questions: tuple[str, ...]
    started_at: datetime
    due: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    marked_at: datetime | None = None
    mark: int | None = None
    passed: bool = False
    right: frozenset[str] = frozenset()
    late: bool = False
    appeals: tuple[Appeal, ...] = ()
    markings: tuple[Marking, ...] = ()
    #: The pass mark and the days to wait before the next one, of its start; None: from before they were kept.
    pass_mark: int | None = None
    wait_days: int | None = None

    def as_marked(self, number: int) -> "Attempt | None":
        """Return the sitting as its marking of that number (from 1) left it."""
        if not 1 <= number <= len(self.markings):
            return None
        then = self.markings[number - 1]
        return replace(
            self,
            mark=then.mark,
            passed=then.passed,
            right=then.right,
            markings=self.markings[:number],
        )

    def appeal(self, question_id: str) -> Appeal | None:
        """Return the appeal of a question."""
        return next((a for a in self.appeals if a.question_id == question_id), None)


def time_over(attempt: Attempt) -> datetime:
    """Return the last moment in which a paper is still taken from its writer's hands."""
    grace = exam_rule(local_date(attempt.started_at)).grace_seconds
    return attempt.due + timedelta(seconds=grace)


@dataclass(frozen=True)
class StudyState:
    """A person's study after the latest event."""

    prac_psn_code: str
    version: int = 0
    progress: tuple[Progress, ...] = ()
    lesson: Lesson | None = None
    sessions: int = 0
    attempts: tuple[Attempt, ...] = ()

    @property
    def stream(self) -> str:
        """The stream id."""
        return f"study:{self.prac_psn_code}"

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"医师 {self.prac_psn_code} 的学习记录"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"studies of doctor {self.prac_psn_code}"

    stage = "study"
    stage_zh = "学习"
    stage_en = "study"

    def of(self, application: str, course_id: str) -> Progress | None:
        """Return the progress in a course for an application."""
        found = (
            p for p in self.progress if (p.application, p.course_id) == (application, course_id)
        )
        return next(found, None)

    def attempt(self, attempt_id: str) -> Attempt | None:
        """Return an attempt by id."""
        return next((a for a in self.attempts if a.attempt_id == attempt_id), None)

    @property
    def open_attempt(self) -> Attempt | None:
        """The attempt not marked yet, though its time may be over."""
        return next((a for a in self.attempts if a.mark is None), None)

    @property
    def next_mark(self) -> datetime | None:
        """The moment from which nobody's hand is waited for: the open sitting's time is over."""
        attempt = self.open_attempt
        return time_over(attempt) if attempt else None

    def with_attempt(self, attempt: Attempt) -> "StudyState":
        """Replace the attempt of the same id."""
        rest = tuple(attempt if a.attempt_id == attempt.attempt_id else a for a in self.attempts)
        return replace(self, attempts=rest)


def fold_study(code: str, events: Iterable[Event]) -> StudyState:
    """Fold a person's study."""
    state = StudyState(code)
    for event in events:
        state = replace(_step(state, event, dict(event.data)), version=event.seq)
    return state


def _step(s: StudyState, e: Event, d: dict[str, Any]) -> StudyState:
    match e.type:
        case "LessonOpened":
            return _opened(s, e, d)
        case "LessonBeat":
            return _beat(s, e, d)
        case "LessonCompleted":
            own = s.of(d["application"], d["course_id"])
            return _with_progress(s, replace(own, completed=True)) if own else s
        case "ExamStarted":
            return replace(s, attempts=(*s.attempts, _attempt(e, d)))
    attempt = s.attempt(str(d.get("attempt_id", "")))
    return s.with_attempt(_sat(attempt, e, d)) if attempt else s


def _opened(s: StudyState, e: Event, d: dict[str, Any]) -> StudyState:
    own = s.of(d["application"], d["course_id"])
    if own is None:
        own = Progress(d["application"], d["course_id"], d["number"])
        s = replace(s, progress=(*s.progress, own))
    lesson = Lesson(d["session_id"], d["application"], d["course_id"], d["page"], e.at)
    return replace(s, lesson=lesson, sessions=s.sessions + 1)


def _beat(s: StudyState, e: Event, d: dict[str, Any]) -> StudyState:
    if s.lesson is None:
        return s
    own = s.of(s.lesson.application, s.lesson.course_id)
    if own is not None:
        read = d["credited_page"]
        seconds = {**own.seconds, read: own.seconds.get(read, 0) + d["seconds"]}
        s = _with_progress(s, replace(own, seconds=seconds, furthest=max(own.furthest, d["page"])))
    return replace(s, lesson=replace(s.lesson, page=d["page"], last_beat=e.at)) if s.lesson else s


def _with_progress(s: StudyState, own: Progress) -> StudyState:
    key = (own.application, own.course_id)
    rest = tuple(own if (p.application, p.course_id) == key else p for p in s.progress)
    return replace(s, progress=rest)


def _attempt(e: Event, d: dict[str, Any]) -> Attempt:
    return Attempt(
        attempt_id=d["attempt_id"],
        application=d["application"],
        course_id=d["course_id"],
        number=d["number"],
        seed=d["seed"],
        questions=tuple(d["questions"]),
        started_at=e.at,
        due=datetime.fromisoformat(d["due"]),
        pass_mark=d.get("pass_mark"),
        wait_days=d.get("wait_days"),
    )


def _sat(a: Attempt, e: Event, d: dict[str, Any]) -> Attempt:
    match e.type:
        case "AnswersSaved":
            return replace(a, answers={**a.answers, **d["answers"]})
        case "ExamMarked" | "ExamRemarked":
            answers = {**a.answers, **d.get("answers", {})}
            marking = Marking(e.at, d["mark"], d["passed"], frozenset(d["right"]))
            return replace(
                a,
                answers=answers,
                marked_at=a.marked_at or e.at,
                mark=marking.mark,
                passed=marking.passed,
                right=marking.right,
                late=d.get("late", a.late),
                markings=(*a.markings, marking),
            )
        case "QuestionAppealed":
            appeal = Appeal(d["question_id"], d["text"], e.at)
            return replace(a, appeals=(*a.appeals, appeal))
        case "AppealResolved":
            appeals = tuple(
                replace(x, outcome=d["outcome"], reasons=d["reasons"])
                if x.question_id == d["question_id"]
                else x
                for x in a.appeals
            )
            return replace(a, appeals=appeals)
    return a
