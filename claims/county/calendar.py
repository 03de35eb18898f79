"""The year of the county: weekdays, public holidays, seasons, market days.

Holidays and make-up days come from ``chinese_calendar``, which follows the State Council's notices.
"""

from datetime import date, timedelta
from typing import Final

import chinese_calendar
import numpy as np

from claims.county.stream import Floats, Ints, Rng, choose

YEAR: Final = 2025
START: Final = np.datetime64("2025-01-01", "D")
DAYS: Final = 365
DAY: Final = 1440
MARKET_CYCLE: Final = 5
_WEEK: Final = np.array([1.2, 1.1, 1.0, 1.0, 1.05, 0.7, 0.55])


def weekday(day: Ints) -> Ints:
    """Weekday of a day number, Monday is 0 (2025-01-01 was a Wednesday)."""
    return (day + 2) % 7


def _days_of_year() -> list[date]:
    return [date(YEAR, 1, 1) + timedelta(days=day) for day in range(DAYS)]


def _weights() -> Floats:
    """How busy each day is: by weekday, fewer on public holidays, a make-up day is a working day."""
    weights = _WEEK[weekday(np.arange(DAYS))].copy()
    for index, day in enumerate(_days_of_year()):
        on_holiday, name = chinese_calendar.get_holiday_detail(day)
        if name:
            weights[index] = 0.45 if on_holiday else 0.95
    return weights


REST: Final = np.array([not chinese_calendar.is_workday(day) for day in _days_of_year()])
WORKING: Final = np.flatnonzero(~REST).astype(np.int64)
WEIGHTS: Final = _weights()
# Colds peak around the turn of the year, stomach and skin complaints in summer.
WINTER: Final = WEIGHTS * (1 + 0.5 * np.cos(2 * np.pi * (np.arange(DAYS) - 10) / 365))
SUMMER: Final = WEIGHTS * (1 - 0.35 * np.cos(2 * np.pi * (np.arange(DAYS) - 20) / 365))


def month_starts(months: int) -> Ints:
    """First day of each of the first months and the day after the last one: months + 1 days."""
    firsts = np.datetime64(str(YEAR), "M") + np.arange(months + 1)
    return (firsts.astype("datetime64[D]") - START).astype(np.int64)


def days(rng: Rng, n: int, weights: Floats = WEIGHTS, until: int = DAYS) -> Ints:
    """Draw ``n`` days of the year before day ``until``."""
    return choose(rng, n, weights[:until])


def next_market(day: Ints, town: Ints, until: int = DAYS) -> Ints:
    """The market day of the town on or after the given day (every fifth day, towns in turn)."""
    return np.minimum(day + (town - day) % MARKET_CYCLE, until - 1)


def clock(rng: Rng, n: int, first: int = 480, last: int = 1050) -> Ints:
    """Minutes of the day between two bounds, busier in the morning."""
    share = np.where(rng.random(n) < 0.62, rng.beta(2, 4, n) * 0.55, 0.45 + rng.random(n) * 0.55)
    return (first + share * (last - first)).astype(np.int64)


def spread(rng: Rng, n: int, gap: int, pool: Ints = WORKING) -> Ints:
    """At most ``n`` days of the pool, at least ``gap`` days apart, in order."""
    taken: list[int] = []
    for day in rng.permutation(pool):
        if len(taken) == n:
            break
        if all(abs(int(day) - other) >= gap for other in taken):
            taken.append(int(day))
    return np.sort(np.array(taken, dtype=np.int64))
