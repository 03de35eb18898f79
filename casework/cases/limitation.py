"""Limitation of punishment (处罚法 36): counted from the end of the conduct to its discovery.

Discovered is what a report or transfer told the bureau, or an inspection that began, whenever it became a lead.
"""

from datetime import date

from casework.acts import required
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
    """Refuse LIMITATION_OVER when the conduct was discovered after the limitation had run out."""
    if case.conduct_to is None or case.opened_at is None:
        return
    ends = limitation_ends(case.conduct_to, harmful)
    if (case.discovered_on or local_date(case.opened_at)) > ends:
        raise refuse("LIMITATION_OVER", until=ends.isoformat())


def discovery(on: date | None, by: str, latest: date) -> dict[str, object]:
    """What an event tells of the discovery: its day, no later than `latest`, and the paper that shows it.

    Nothing where nothing is said: the lead's registration counts then. Refuses FIELD_REQUIRED, DATE_ORDER.
    """
    if on is None:
        return {}
    required(discovered_by=by)
    if on > latest:
        raise refuse(
            "DATE_ORDER",
            what=f"发现违法行为的日期不得晚于登记线索之日（{latest}）",
            what_en=f"the conduct was discovered no later than the lead was registered ({latest})",
        )
    return {"discovered_on": on, "discovered_by": by.strip()}
