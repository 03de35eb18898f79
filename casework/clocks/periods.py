"""The end of a period by its dated row, for acts that depend on it."""

from datetime import date, datetime

from casework.clocks.calendars import add, day_start
from casework.clocks.rows import Row, row_on


def period_end(row_id: str, starts: date) -> datetime:
    """Return the last second (UTC) of the period `row_id` that began on a Shanghai day.

    The row in force on that day applies. Raises Refusal NOT_FOUND without one, CALENDAR_UNKNOWN
    where the year's holidays are not published.
    """
    row: Row = row_on(row_id, starts)
    return add(day_start(starts), row.amount, row.calendar)
