"""Execution that a body or court stopped while it hears the party (处罚法 73; 复议法 42; 行政诉讼法 56).

As a rule review and suit stop nothing. Where execution was stopped nobody presses for the fine, and
the periods in which the party has to pay rest: from the day of filing where that was ordered with the
acceptance, else from that of the order, to the day on which it was lifted or the matter decided: by a
judgment that may be appealed only once nobody can any more.
"""

from collections.abc import Iterator
from datetime import date, datetime

from casework.actors import Actor
from casework.cases.parts import Remedy, Stop
from casework.cases.state import CaseState
from casework.clocks.calendars import Calendar, day_end, day_start, local_date, resume
from casework.refusal import refuse


def stopping(case: CaseState, at: datetime) -> Remedy | None:
    """The review or suit that stops the execution now, not decided yet or not in force."""
    today = local_date(at)
    waiting = (one for one in case.standing_remedies if one.stopped_on(today))
    return next(waiting, None)


def not_stopped(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no body or court has stopped the execution. Refuses EXECUTION_STOPPED."""
    remedy = stopping(case, at)
    if remedy is not None:
        number = remedy.stops[-1].document_no
        raise refuse("EXECUTION_STOPPED", body=remedy.body, document_no=number)


def put_off(case: CaseState, due: datetime, calendar: Calendar, begun: date = date.min) -> datetime:
    """The end of a period of the party that rested while execution was stopped, as its clock has it.

    A stop that was over before the period had `begun`, or began after it was over, moves nothing.
    """
    for stop in _stops(case):
        if stop.until is not None and stop.until > begun:
            due = resume(due, day_start(stop.since), day_start(stop.until), calendar)
    return due


def rests(case: CaseState, due: date) -> bool:
    """Whether a day of payment rests now: execution is stopped since before that day was over."""
    return any(one.until is None and one.since <= due for one in _stops(case))


def _stops(case: CaseState) -> Iterator[Stop]:
    for remedy in case.standing_remedies:
        yield from remedy.stops


def rectified_by(case: CaseState) -> date | None:
    """Until when the institution puts right what it was told to; None where no day runs.

    The day that a re-check set is no sooner moved than that re-check was held: while execution is
    stopped there is none.
    """
    one = case.rectification
    if one is None or one.due is None:
        return None
    begun = one.checks[-1][0] if one.checks else date.min
    return local_date(put_off(case, day_end(one.due), Calendar.NATURAL_DAYS, begun))


def put_off_day(case: CaseState, due: date) -> date:
    """The same for a day of payment."""
    return local_date(put_off(case, day_end(due), Calendar.NATURAL_DAYS))
