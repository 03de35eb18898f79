"""Days on which the official calendar differs from the week: holidays, and worked weekends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar import Holiday

from casework.clocks.calendars import entered_year, is_working_day, published
from casework.clocks.years import Year
from casework.refusal import Refusal
from casework.wording import Both


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
        name = _holiday(day)
        if name is not None:
            yield SpecialDay(day, is_working_day(day), name.zh, name.en)


def _holiday(day: date) -> Both | None:
    """The holiday for which a day is off or worked, as the bureau entered it or the library has it."""
    for year in (entered_year(day.year + 1), entered_year(day.year)):
        if year is not None and (own := year.holiday(day)):
            return own
    if published(day) is None:
        return None
    _, name = chinese_calendar.get_holiday_detail(day)
    holiday = Holiday(name) if name is not None else None
    return Both(holiday.chinese, holiday.value) if holiday else None


def differences(year: Year) -> tuple[date, ...]:
    """Days of an entered year that the library, which knows it by now, has otherwise."""
    first = date(year.number - 1, 12, 1)
    days = (first + timedelta(days=n) for n in range((date(year.number, 12, 31) - first).days + 1))
    return tuple(
        day
        for day in days
        if (day.year == year.number or year.names(day))
        and published(day) is not None
        and published(day) != year.works(day)
    )


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
