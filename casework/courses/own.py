"""The rules of exams as the bureau set them; where it set none, as they are packaged.

A sitting keeps the rules of its start: its paper, its time, its pass mark, and the days to wait after it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from casework.clocks.calendars import local_date
from casework.courses.rules import EXAM_FIGURES, MARK_NEEDED, ExamRule, exam_rule
from casework.courses.study import Attempt
from casework.law.own import own_on, own_setting
from casework.points.state import PointsState
from casework.restoration.learn import learning_of

NAMES: Final = (*EXAM_FIGURES, MARK_NEEDED)


def exam_rule_of(states: Mapping[str, Any], at: datetime) -> ExamRule:
    """The rule for a sitting that begins then, among the streams that were loaded."""
    found = {name: own_setting(states, name, at) for name in EXAM_FIGURES}
    own: dict[str, Any] = {EXAM_FIGURES[n]: int(one.value) for n, one in found.items() if one}
    return replace(exam_rule(local_date(at)), **own)


def bases(states: Mapping[str, Any], at: datetime) -> tuple[str, ...]:
    """The bureau's own documents behind them, each once."""
    found = (own_setting(states, name, at) for name in NAMES)
    return tuple(dict.fromkeys(one.basis for one in found if one))


def pass_mark_on(states: Mapping[str, Any], file: PointsState, on: date) -> int:
    """From which mark an exam of a day is passed."""
    own = own_on(states, MARK_NEEDED, on)
    return int(own.value) if own else learning_of(file).exam_pass_mark


def pass_mark_of(attempt: Attempt, file: PointsState) -> int:
    """From which mark a sitting is passed: as it was when it began."""
    return learning_of(file).exam_pass_mark if attempt.pass_mark is None else attempt.pass_mark
