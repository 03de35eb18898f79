"""Periods of a score's procedure, by dated rows."""

from datetime import date, datetime

from casework.clocks.calendars import Calendar, add, day_start
from casework.clocks.rows import deadline_rows


def objection_ends(served: date) -> datetime:
    """Return the last second in which a notified person may object (dated row)."""
    row = next(r for r in deadline_rows() if r.id == "score_objection" and r.in_force(served))
    return add(day_start(served), row.amount, Calendar(row.calendar))
