"""Holidays and worked weekends as the State Council published them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.clocks.calendars import is_working_day
from casework.clocks.holidays import special_days, unknown_years


def test_the_national_day_of_2026_and_what_makes_up_for_it() -> None:
    found = {one.day: one for one in special_days(date(2026, 9, 14), date(2026, 10, 12))}
    assert found[date(2026, 10, 1)].zh == "国庆节"
    assert not found[date(2026, 10, 7)].works
    assert [day for day, one in found.items() if one.works] == [
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]
    assert date(2026, 9, 19) not in found


@given(st.dates(date(2020, 1, 1), date(2026, 10, 30)), st.integers(1, 60))
def test_every_other_day_is_worked_from_monday_to_friday(since: date, length: int) -> None:
    special = {one.day: one.works for one in special_days(since, since + timedelta(days=length))}
    for number in range(length):
        day = since + timedelta(days=number)
        assert is_working_day(day) == special.get(day, day.weekday() < 5)


def test_a_year_that_is_not_published_is_told_and_not_guessed() -> None:
    stretch = date(2098, 12, 28), date(2100, 1, 4)
    assert unknown_years(*stretch) == (2098, 2099, 2100)
    assert list(special_days(*stretch)) == []
    assert unknown_years(date(2026, 12, 28), date(2027, 1, 1)) == ()
