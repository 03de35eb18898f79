"""Days on which the official calendar differs from the week: holidays, and worked weekends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar import Holiday

from casework.clocks.calendars import is_working_day
from casework.refusal import Refusal


@dataclass(frozen=True)
class SpecialDay:
    """A holiday, or a worked day of a weekend that makes up for one; `zh`, `en` name the holiday."""

    day: date
    works: bool
    zh: str
    en: str


def special_days(since: date, until: date) -> Iterable[SpecialDay]:
    """The special days from `since` until before `until`; none in years without data."""
    for number in range((until - since).days):
        day = since + timedelta(days=number)
        if not is_known(day):
            continue
        _, name = chinese_calendar.get_holiday_detail(day)
        if name is not None:
            holiday = Holiday(name)
            yield SpecialDay(day, is_working_day(day), holiday.chinese, holiday.value)


def unknown_years(since: date, until: date) -> tuple[int, ...]:
    """Years of the stretch whose holidays are not published yet: working days cannot be counted."""
    last = until - timedelta(days=1)
    years = range(since.year, last.year + 1)
    return tuple(year for year in years if not is_known(date(year, 1, 1)))


def is_known(day: date) -> bool:
    """Whether the library knows the holidays of the day's year."""
    try:
        is_working_day(day)
    except Refusal:
        return False
    return True
