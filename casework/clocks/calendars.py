"""Three calendars: hours, natural days or months, working days of the PRC (Asia/Shanghai).

The day of the start event is not counted (民法典 201; 处罚法 85: its 2, 3, 5 and 7 days are
working days). A period in days ends with the last second of its last day, one in months on the day
of the same number, or on the month's last day where it has none (民法典 202).
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

import chinese_calendar

from casework.clocks.years import Year
from casework.refusal import refuse

SHANGHAI = ZoneInfo("Asia/Shanghai")
_LAST_SECOND = time(23, 59, 59)


class Calendar(StrEnum):
    """How an amount of time is counted."""

    HOURS = "hours"
    NATURAL_DAYS = "natural_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


def local_date(at: datetime) -> date:
    """Return the calendar day in Asia/Shanghai of an aware moment."""
    if at.tzinfo is None:
        raise ValueError("时间必须带时区 (an aware datetime is required)")
    return at.astimezone(SHANGHAI).date()


def minute(at: datetime) -> str:
    """2026-03-02 09:30, in Asia/Shanghai."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def day_end(day: date) -> datetime:
    """Return the last second of a Shanghai day, as UTC."""
    return datetime.combine(day, _LAST_SECOND, SHANGHAI).astimezone(UTC)


def day_start(day: date) -> datetime:
    """Return the first moment of a Shanghai day, as UTC."""
    return datetime.combine(day, time.min, SHANGHAI).astimezone(UTC)


@cache
def published(day: date) -> bool | None:
    """Whether the library has `day` as worked; None in a year that it does not know."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


class _Entered:
    """The years that the bureau entered, as this process was last told (`graph.calendar.entered`)."""

    years: Mapping[int, Year] = {}


def enter(years: Mapping[int, Year]) -> None:
    """Reckon from now on with the years that the bureau entered."""
    _Entered.years = dict(years)


def entered_year(number: int) -> Year | None:
    """A year that counts as the bureau entered it; None where it did not, or the library knows it."""
    year = _Entered.years.get(number)
    return None if year is None or published(date(number, 1, 1)) is not None else year


def is_working_day(day: date) -> bool:
    """Whether `day` is worked, make-up days included. Refuses CALENDAR_UNKNOWN without data.

    A year that the library does not know is as the bureau entered it; its notice may name days of the
    December before, too.
    """
    known = published(day)
    if _Entered.years and (known is None or day.month == 12):
        own = _telling(day)
        if own is not None:
            return own.works(day)
    if known is None:
        raise refuse("CALENDAR_UNKNOWN", year=day.year)
    return known


def _telling(day: date) -> Year | None:
    """The entered year that decides about a day."""
    after = entered_year(day.year + 1)
    if after is not None and after.names(day):
        return after
    return entered_year(day.year)


def add_working_days(start: date, days: int) -> date:
    """Return the `days`-th working day after `start`."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`."""
    span = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, span + 1))


def add_months(day: date, months: int) -> date:
    """Add calendar months; a day that the month lacks becomes its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def next_working_day(day: date) -> date:
    """Return `day` where it is worked, else the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add(start: datetime, amount: int, calendar: Calendar) -> datetime:
    """Return the moment (UTC) at which a period that began at `start` is over."""
    match calendar:
        case Calendar.HOURS:
            return start + timedelta(hours=amount)
        case Calendar.NATURAL_DAYS:
            return day_end(local_date(start) + timedelta(days=amount))
        case Calendar.WORKING_DAYS:
            return day_end(add_working_days(local_date(start), amount))
        case Calendar.MONTHS:
            return day_end(add_months(local_date(start), amount))


def units_between(start: datetime, end: datetime, calendar: Calendar) -> int:
    """Count what a calendar counts between two moments: whole hours, days, or working days.

    Months are counted in natural days; the start day is not counted, the end day is.
    """
    match calendar:
        case Calendar.HOURS:
            return int((end - start) / timedelta(hours=1))
        case Calendar.WORKING_DAYS:
            return working_days_between(local_date(start), local_date(end))
        case Calendar.NATURAL_DAYS | Calendar.MONTHS:
            return (local_date(end) - local_date(start)).days


def resume(due: datetime, paused: datetime, resumed: datetime, calendar: Calendar) -> datetime:
    """Move `due` past a pause: what was left at `paused` runs again from `resumed`."""
    if paused >= due:
        return due
    match calendar:
        case Calendar.HOURS:
            return due + (resumed - paused)
        case Calendar.NATURAL_DAYS | Calendar.MONTHS:
            left = (local_date(due) - local_date(paused)).days
            return add(resumed, left, Calendar.NATURAL_DAYS)
        case Calendar.WORKING_DAYS:
            left = working_days_between(local_date(paused), local_date(due))
            return add(resumed, left, calendar)
