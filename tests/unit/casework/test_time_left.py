"""Lists count a deadline as its page does: in the calendar of its own row of law."""

from datetime import UTC, datetime
from typing import Any

from casework.clocks.deadlines import deadlines, first_of, working_days_left

#: Friday evening before the long National Day holiday of 2026.
FRIDAY = datetime(2026, 9, 30, 10, 0, tzinfo=UTC)


def test_working_days_are_counted_over_the_holiday_and_backwards_when_overdue() -> None:
    due = datetime(2026, 10, 9, 15, 59, 59, tzinfo=UTC)
    # Saturday the 10th is worked, to make up for the holiday.
    assert working_days_left("working_days", due, FRIDAY) == 2
    assert working_days_left("working_days", due, datetime(2026, 10, 13, 2, 0, tzinfo=UTC)) == -3


def test_what_the_law_counts_otherwise_has_no_working_days() -> None:
    assert working_days_left("natural_days", FRIDAY, FRIDAY) is None
    assert working_days_left(None, FRIDAY, FRIDAY) is None
    assert working_days_left("working_days", None, FRIDAY) is None
    # The calendar of that year is not published: better nothing than a wrong number.
    assert working_days_left("working_days", datetime(2099, 1, 9, tzinfo=UTC), FRIDAY) is None


def test_a_list_says_what_the_page_says(bureau: Any) -> None:
    no = bureau.opened()
    for day in range(12):
        bureau.wait(1)
        clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
        first = first_of(clocks)
        assert first is not None
        assert first.calendar == "working_days", day
        assert working_days_left(first.calendar, first.due, bureau.at) == first.left
