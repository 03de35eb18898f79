"""Limitation of punishment (处罚法 36): counted from the end of the conduct to its discovery."""

from datetime import date

from casework.cases.state import CaseState
from casework.clocks.calendars import add_months, local_date
from casework.law.rows import parameter
from casework.refusal import refuse


def limitation_ends(conduct_to: date, harmful: bool) -> date:
    """Return the last day on which the conduct can be discovered; `harmful`: the longer term.

    The rows are those of the day on which the conduct ended: before 2021-07-15 none was longer.
    """
    row = parameter("limitation_years_harmful" if harmful else "limitation_years", conduct_to)
    return add_months(conduct_to, 12 * int(row.value))


def within_limitation(case: CaseState, harmful: bool) -> None:
    """Refuse LIMITATION_OVER when the lead was registered after the limitation had run out."""
    if case.conduct_to is None or case.opened_at is None:
        return
    ends = limitation_ends(case.conduct_to, harmful)
    if local_date(case.opened_at) > ends:
        raise refuse("LIMITATION_OVER", until=ends.isoformat())
