"""The bureau enters the holidays of a year from the State Council's notice; they count until the library knows it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.clocks import calendars
from casework.clocks.calendars import add_working_days, enter, is_working_day, published
from casework.clocks.holidays import differences, special_days, unknown_years
from casework.clocks.years import read_year
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.points.parameters import STREAM, parameters
from casework.points.setting import foreseen, notes
from casework.refusal import Refusal

#: The last year that the library knows, and the one after it as a notice might have it.
LAST = max(year for year in range(2020, 2100) if published(date(year, 1, 1)) is not None)
NEXT = LAST + 1
BASIS = "国务院办公厅关于部分节假日安排的通知（国办发明电〔2026〕7号）"


def saturday(month: int, day: int) -> date:
    """The first Saturday from a day on."""
    first = date(NEXT, month, day)
    return first + timedelta(days=(5 - first.weekday()) % 7)


WORKED = saturday(1, 24)
OFF = date(NEXT, 10, 7)
NOTICE = (
    f"{NEXT}年：元旦 1.1-1.3；春节 2月5日-2月11日 上班 1.{WORKED.day}；清明节 4.3-5；劳动节 5.1-5.5；"
    "端午节 6.9；国庆节、中秋节：10.1—10.7"
)


@pytest.fixture(autouse=True)
def nothing_entered() -> Iterator[None]:
    enter({})
    yield
    enter({})


def change(day: date, value: str = NOTICE, **more: Any) -> ProposeParameter:
    said = {
        "name": "holidays",
        "value": value,
        "valid_from": day,
        "basis": BASIS,
        "reason": "已公布",
    }
    return ProposeParameter(**{**said, **more})


def test_it_counts_once_the_head_approved(bureau: Any) -> None:
    with pytest.raises(Refusal):
        is_working_day(OFF)
    bureau.do("legal", change(bureau.today - timedelta(days=3)))
    assert bureau.state(STREAM).years == {}
    bureau.do("head", DecideParameter(proposal_id="T1", approve=True))
    enter(bureau.state(STREAM).years)
    assert not is_working_day(OFF)
    assert is_working_day(WORKED)
    assert unknown_years(date(NEXT, 1, 1), date(NEXT + 1, 1, 1)) == ()
    special = {one.day: one for one in special_days(date(NEXT, 1, 1), date(NEXT + 1, 1, 1))}
    assert special[OFF].zh == "中秋节、国庆节"
    assert special[WORKED].works
    assert add_working_days(WORKED - timedelta(days=1), 1) == WORKED
    # The year after it stays unknown.
    assert unknown_years(date(NEXT + 1, 1, 1), date(NEXT + 1, 2, 1)) == (NEXT + 1,)


@given(st.integers(0, 364))
def test_every_day_that_the_notice_does_not_name_goes_by_the_week(number: int) -> None:
    year, day = read_year(NOTICE), date(NEXT, 1, 1) + timedelta(days=number)
    enter({NEXT: year})
    named = {**dict.fromkeys(year.off, False), **dict.fromkeys(year.worked, True)}
    assert is_working_day(day) == named.get(day, day.weekday() < 5)


def test_a_notice_may_name_a_day_of_the_december_before() -> None:
    saturdays = [date(LAST, 12, day) for day in range(20, 27) if date(LAST, 12, day).weekday() == 5]
    (day,) = saturdays
    assert not is_working_day(day)
    enter({NEXT: read_year(NOTICE.replace("1.1-1.3", f"1.1-1.3 班 {LAST}.12.{day.day}"))})
    assert is_working_day(day)
    assert not is_working_day(day + timedelta(days=1))


FAULTS = {
    "no year": ("元旦 1.1-1.3", "年份"),
    "a holiday is missing": (NOTICE.replace("端午节 6.9；", ""), "端午节"),
    "no such day": (NOTICE.replace("6.9", "6.31"), "6.31"),
    "backwards": (NOTICE.replace("1.1-1.3", "1.3-1.1"), "1.3-1.1"),
    "far too long": (NOTICE.replace("1.1-1.3", "1.1-1.30"), "1.1-1.30"),
    "no holiday": (NOTICE.replace("端午节", "圣诞节"), "圣诞节"),
    "a make-up day in the week": (NOTICE.replace(f"1.{WORKED.day}", f"1.{WORKED.day - 1}"), "周六"),
    "twice": (NOTICE.replace("6.9", "5.5"), "两次"),
    "a statutory day is worked": (NOTICE.replace("10.1—", "10.2—"), "10 月 1 日"),
    "nothing to read": (f"{NEXT} 年：放假若干日", "无法识别"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_slip_of_the_pen_is_named(bureau: Any, fault: str) -> None:
    value, word = FAULTS[fault]
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", change(bureau.today, value))
    assert refused.value.code == "BAD_VALUE"
    assert word in refused.value.message_zh


def test_it_rests_on_the_notice_and_is_for_a_year_that_the_library_lacks(bureau: Any) -> None:
    today = bureau.today
    assert bureau.refused("legal", change(today, basis="局务会纪要")) == "BAD_VALUE"
    assert bureau.refused("legal", change(today + timedelta(days=1))) == "DATE_ORDER"
    known = NOTICE.replace(str(NEXT), "2026").replace(f" 上班 1.{WORKED.day}", "")
    assert bureau.refused("legal", change(today, known)) == "BAD_VALUE"
    for who in ("head", "ins1", "agency", "sys"):
        assert bureau.refused(who, change(today)) == "ROLE_REQUIRED"
    bureau.parameter("holidays", NOTICE, today, BASIS)
    assert bureau.refused("legal", change(today)) == "ALREADY_DONE"


def test_a_corrected_entry_takes_the_place_of_the_first_and_says_what_differs(bureau: Any) -> None:
    bureau.parameter("holidays", NOTICE, bureau.today, BASIS)
    longer = NOTICE.replace("6.9", "6.9-6.10")
    bureau.do("sup", change(bureau.today, longer))
    state = bureau.state(STREAM)
    told = [zh for zh, _ in foreseen(state, state.waiting("holidays"), bureau.today)]
    assert any(f"{NEXT}-06-10" in one and "取代" in one for one in told)
    bureau.do("head", DecideParameter(proposal_id="T2", approve=True))
    assert date(NEXT, 6, 10) in bureau.state(STREAM).years[NEXT].off


def test_entries_of_several_years_stand_together(bureau: Any) -> None:
    after = NOTICE.replace(str(NEXT), str(NEXT + 1)).replace(f" 上班 1.{WORKED.day}", "")
    bureau.parameter("holidays", NOTICE, bureau.today, BASIS)
    bureau.parameter("holidays", after, bureau.today, BASIS)
    state = bureau.state(STREAM)
    assert set(state.years) == {NEXT, NEXT + 1}
    zh, en = state.shown("holidays", bureau.today)
    assert str(NEXT) in zh
    assert f"{NEXT + 1} 年" in zh
    assert "New Year's Day 01-01 to 01-03" in en


def test_once_the_library_knows_the_year_it_counts_and_the_difference_is_told(
    bureau: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.parameter("holidays", NOTICE, bureau.today, BASIS)
    state = bureau.state(STREAM)
    enter(state.years)
    assert notes(parameters()["holidays"], state) == []
    year = state.years[NEXT]
    other = date(NEXT, 6, 9)

    def workday(day: date) -> bool:
        return day == other or year.works(day)

    with monkeypatch.context() as patch:
        patch.setattr(calendars.chinese_calendar, "is_workday", workday)
        published.cache_clear()
        assert is_working_day(other)
        assert differences(year) == (other,) if not year.works(other) else ()
        ((zh, en),) = notes(parameters()["holidays"], state)
    published.cache_clear()
    assert other.isoformat() in zh
    assert other.isoformat() in en
