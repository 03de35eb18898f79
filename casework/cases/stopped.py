"""Execution that a body or court stopped while it hears the party (处罚法 73; 复议法 42; 行政诉讼法 56).

As a rule review and suit stop nothing. Where execution was stopped nobody presses for the fine, and
the periods in which the party has to pay rest from the day of filing to that of the decision.
"""

from datetime import date, datetime

from casework.actors import Actor
from casework.cases.parts import Remedy
from casework.cases.state import CaseState
from casework.clocks.calendars import Calendar, day_end, day_start, local_date, resume
from casework.refusal import refuse


def stopping(case: CaseState) -> Remedy | None:
    """The review or suit that stops the execution now, not decided yet."""
    waiting = (one for one in case.remedies if one.stops_execution and one.outcome is None)
    return next(waiting, None)


def not_stopped(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no body or court has stopped the execution. Refuses EXECUTION_STOPPED."""
    remedy = stopping(case)
    if remedy is not None:
        raise refuse("EXECUTION_STOPPED", body=remedy.body, document_no=remedy.document_no)


def put_off(case: CaseState, due: datetime, calendar: Calendar) -> datetime:
    """The end of a period of the party that rested while execution was stopped, as its clock has it.

    A stop that began after the period was over moves nothing.
    """
    for remedy in case.remedies:
        if remedy.stops_execution and remedy.decided_on is not None:
            rest = day_start(remedy.filed_on), day_start(remedy.decided_on)
            due = resume(due, *rest, calendar)
    return due


def rests(case: CaseState, due: date) -> bool:
    """Whether a day of payment rests now: execution is stopped since before that day was over."""
    return any(
        one.stops_execution and one.outcome is None and one.filed_on <= due for one in case.remedies
    )


def put_off_day(case: CaseState, due: date) -> date:
    """The same for a day of payment."""
    return local_date(put_off(case, day_end(due), Calendar.NATURAL_DAYS))
