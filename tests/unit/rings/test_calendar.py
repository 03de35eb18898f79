"""Which days are compared: far-off dates cost nothing, keep their weekday, and are told."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rings.days.calendar import PAUSE, YEAR, calendar_of
from graph.rings.model import EPOCH


def at(*days: date) -> np.ndarray:
    return np.array([(day - EPOCH).days for day in days], dtype=np.int32)


def test_a_year_of_days_counts_on_from_the_first() -> None:
    days = np.arange(20_000, 20_365, dtype=np.int32)[::-1]
    calendar = calendar_of(days)
    assert (calendar.day == days - 19_999).all()
    assert calendar.days.tolist() == list(range(20_000, 20_365))
    assert (calendar.kept, calendar.strays) == (None, 0)


def test_among_few_records_a_far_off_date_stays_and_costs_three_months() -> None:
    days = at(date(1994, 5, 2), *(date(2024, month, 3) for month in range(1, 13)))
    calendar = calendar_of(days)
    assert calendar.strays == 0
    assert len(calendar.days) <= 1 + PAUSE + 6 + 366
    assert (calendar.days[calendar.day - 1] == days).all()
    assert (np.diff(calendar.day) % 7 == np.diff(days) % 7).all()


def test_among_many_records_a_few_far_off_dates_are_left_out_and_counted() -> None:
    generator = np.random.default_rng(4)
    right = generator.integers(20_000, 20_365, 50_000)
    wrong = np.concatenate([generator.integers(9_000, 19_000, 30), [23_000]])
    days = np.concatenate([right, wrong]).astype(np.int32)
    calendar = calendar_of(days)
    assert calendar.strays == 31
    assert calendar.kept is not None
    assert (calendar.kept == (np.arange(len(days)) < len(right))).all()
    assert (calendar.days[calendar.day - 1] == right).all()
    assert len(calendar.days) <= 365


@settings(deadline=None)
@given(st.lists(st.integers(-30_000, 60_000), min_size=1, max_size=60))
def test_every_kept_date_is_found_again_in_order_and_on_its_weekday(days: list[int]) -> None:
    given_days = np.array(days, dtype=np.int32)
    calendar = calendar_of(given_days)
    kept = given_days if calendar.kept is None else given_days[calendar.kept]
    assert (calendar.days[calendar.day - 1] == kept).all()
    assert (np.diff(calendar.days) > 0).all()
    order = np.argsort(kept, kind="stable")
    gaps, steps = np.diff(kept[order]), np.diff(calendar.day[order])
    assert (gaps % 7 == steps % 7).all()
    near = gaps < PAUSE + 7
    assert (gaps[near] == steps[near]).all()
    assert (steps[~near] >= PAUSE).all()
    assert len(calendar.days) <= 1 + len(set(days)) * (PAUSE + 7)
    assert YEAR > PAUSE
