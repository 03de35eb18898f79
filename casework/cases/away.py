"""Stretches in which the case lay with the police or another authority: the party's periods rest.

Nobody here could take what the party has to say meanwhile. So what was left of a period when the case
went runs again once it is back (the rows of `hearing_request` and `defence`, mark M).
"""

from datetime import date, datetime

from casework.cases.state import CaseState
from casework.clocks.calendars import resume
from casework.clocks.periods import period_end
from casework.clocks.rows import row_on
from casework.copying import replace


def left(s: CaseState, at: datetime) -> CaseState:
    """The case as it is when it goes."""
    return replace(s, away=(*s.away, (at, None)))


def came_back(s: CaseState, at: datetime) -> CaseState:
    """The case as it is when it comes back; one that was not away stays as it is."""
    if not s.away or s.away[-1][1] is not None:
        return s
    return replace(s, away=(*s.away[:-1], (s.away[-1][0], at)))


def party_period_end(case: CaseState, row_id: str, starts: date) -> datetime:
    """The last second (UTC) of a period of the party, as its clock has it. Raises as `period_end`."""
    calendar, due = row_on(row_id, starts).calendar, period_end(row_id, starts)
    for since, until in case.away:
        if until is not None:
            due = resume(due, since, until, calendar)
    return due
