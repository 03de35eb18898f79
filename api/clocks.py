"""Deadlines in the reader's words: the due moment, the time left, and the law."""

from __future__ import annotations

from typing import Literal

from api.case.types import Deadline as DeadlineType
from api.case.types import DeadlineStep
from api.names import cited, pick
from casework.clocks.calendars import Calendar
from casework.clocks.deadlines import CLOCK_NAMES_ZH, Clock, Deadline
from casework.clocks.runs import Run
from casework.clocks.why import UNITS, Step, why


def deadline_of(deadline: Deadline, language: Literal["zh", "en"]) -> DeadlineType:
    """A deadline as it stands."""
    chinese = language == "zh"
    clock = deadline.clock
    return DeadlineType(
        id=f"{deadline.id}/{deadline.key}" if deadline.key else deadline.id,
        title=pick(language, deadline.zh, deadline.en),
        started_at=deadline.started_at,
        due_at=deadline.due,
        clock=clock.value,
        clock_title=CLOCK_NAMES_ZH[clock] if chinese else clock.value,
        calendar=deadline.calendar,
        units=deadline.units,
        basis=cited(language, deadline.basis),
        mark=deadline.mark,
        is_open=deadline.is_open,
        ended_by_hand=deadline.run is not None and by_hand(deadline.run),
        left=time_left(deadline, chinese=chinese),
        problem=(deadline.problem if chinese else deadline.problem_en) or None,
        units_left=deadline.left,
        why=[step_of(step, language) for step in why(deadline)],
    )


def by_hand(run: Run) -> bool:
    """Whether the period runs until a person tells of its end."""
    return run.row.manual and run.ended is None


def step_of(step: Step, language: Literal["zh", "en"]) -> DeadlineStep:
    """One step of the reckoning."""
    return DeadlineStep(text=pick(language, step.zh, step.en), at=step.at)


def time_left(deadline: Deadline, *, chinese: bool) -> str | None:
    """What is left or overdue, in the deadline's own calendar; None when nothing runs."""
    if deadline.left is None or deadline.clock not in (Clock.RUNNING, Clock.OVERDUE):
        return None
    # Months are counted down in days.
    zh, en = UNITS[Calendar(deadline.calendar)]
    if deadline.calendar == Calendar.MONTHS.value:
        zh, en = UNITS[Calendar.NATURAL_DAYS]
    amount = abs(deadline.left)
    if chinese:
        return f"已逾期 {amount} {zh}" if deadline.left < 0 else f"剩 {amount} {zh}"
    return f"{amount} {en} overdue" if deadline.left < 0 else f"{amount} {en} left"
