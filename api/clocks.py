"""Deadlines in the reader's words: the due moment, the time left, and the law."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from api.case.types import Deadline as DeadlineType
from api.names import pick
from casework.clocks.deadlines import CLOCK_NAMES_ZH, Clock, Deadline


def deadline_of(deadline: Deadline, at: datetime, language: Literal["zh", "en"]) -> DeadlineType:
    """A deadline as it stands at ``at``."""
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
        basis=deadline.basis,
        mark=deadline.mark,
        is_open=deadline.is_open,
        left=time_left(deadline, at, chinese=chinese),
        problem=deadline.problem or None,
    )


def time_left(deadline: Deadline, at: datetime, *, chinese: bool) -> str | None:
    """Time left (or overdue) in days, below two days in hours; None when nothing runs."""
    if deadline.due is None or deadline.clock not in (Clock.RUNNING, Clock.OVERDUE):
        return None
    late = at > deadline.due
    span = abs(deadline.due - at)
    if span < timedelta(days=2):
        amount, unit = int(span.total_seconds() // 3600), ("小时" if chinese else "h")
    else:
        amount, unit = span.days, ("天" if chinese else "d")
    if chinese:
        return f"已逾期 {amount} {unit}" if late else f"剩 {amount} {unit}"
    return f"{amount} {unit} overdue" if late else f"{amount} {unit} left"
