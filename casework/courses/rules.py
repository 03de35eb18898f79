"""Reads the dated parameters of study and exams."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.dated import Row, latest
from casework.refusal import refuse

#: Figures of an exam that the bureau may set, by the field of the rule that each replaces.
EXAM_FIGURES: Final = {
    "exam_questions": "questions",
    "exam_minutes": "minutes",
    "exam_attempts": "attempts",
    "exam_wait_days": "wait_days",
}
#: And the mark of 100 from which it is passed, which the rule set of points has.
MARK_NEEDED: Final = "exam_pass_mark"


@dataclass(frozen=True)
class LearningRule:
    """How study time counts. Shares are of the fair time of a page."""

    id: str
    valid_from: date
    beat_seconds: int
    gap_seconds: int
    idle_seconds: int
    page_least: Decimal
    page_most: Decimal
    basis: str
    mark: str


@dataclass(frozen=True)
class ExamRule:
    """How an exam is held; periods in minutes, seconds, natural days, working days."""

    id: str
    valid_from: date
    questions: int
    minutes: int
    grace_seconds: int
    attempts: int
    wait_days: int
    appeal_working_days: int
    basis: str
    mark: str


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))


def learning_rule(on: date) -> LearningRule:
    """Return the rule of study time in force on a day. Raises Refusal NO_RULE_SET."""
    rows = (LearningRule(**_decimals(raw)) for raw in _tables()["learning_rule"])
    return _in_force(rows, on)


def exam_rule(on: date) -> ExamRule:
    """Return the rule of exams in force on a day. Raises Refusal NO_RULE_SET."""
    return _in_force(exam_rules(), on)


def exam_rules() -> tuple[ExamRule, ...]:
    """Every rule of exams, of all times."""
    return tuple(ExamRule(**raw) for raw in _tables()["exam_rule"])


def study_rules() -> tuple[LearningRule | ExamRule, ...]:
    """Return every rule of study and exams, of all times."""
    tables = _tables()
    learning = (LearningRule(**_decimals(raw)) for raw in tables["learning_rule"])
    return (*learning, *exam_rules())


def _in_force(rows: Iterable[Row], on: date) -> Row:
    found = latest(rows, on)
    if found is None:
        raise refuse("NO_RULE_SET", on=on.isoformat())
    return found


def _decimals(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {name: Decimal(raw[name]) for name in ("page_least", "page_most")}
