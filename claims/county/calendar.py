"""The year of the county: weekdays, public holidays, seasons, market days.

Holidays and make-up days of 2025: 国办发明电〔2024〕12号.
"""

from typing import Final

import numpy as np

from claims.county.stream import Bools, Floats, Ints, Rng, choose

YEAR: Final = 2025
START: Final = np.datetime64("2025-01-01", "D")
DAYS: Final = 365
DAY: Final = 1440
MARKET_CYCLE: Final = 5
_HOLIDAYS: Final = (
    ("2025-01-01", "2025-01-01"),
    ("2025-01-28", "2025-02-04"),
    ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"),
    ("2025-05-31", "2025-06-02"),
    ("2025-10-01", "2025-10-08"),
)
_MAKE_UP_DAYS: Final = ("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11")
_WEEK: Final = np.array([1.2, 1.1, 1.0, 1.0, 1.05, 0.7, 0.55])


def day_index(text: str) -> int:
    """Days from the first of January to the given ISO date."""
    return int((np.datetime64(text, "D") - START).astype(int))


def weekday(day: Ints) -> Ints:
    """Weekday of a day number, Monday is 0 (2025-01-01 was a Wednesday)."""
    return (day + 2) % 7


def _rest_days() -> Bools:
    rest = weekday(np.arange(DAYS)) >= 5
    for first, last in _HOLIDAYS:
        rest[day_index(first) : day_index(last) + 1] = True
    for text in _MAKE_UP_DAYS:
        rest[day_index(text)] = False
    return rest


def _weights() -> Floats:
    weights = _WEEK[weekday(np.arange(DAYS))].copy()
    for first, last in _HOLIDAYS:
        weights[day_index(first) : day_index(last) + 1] = 0.45
    for text in _MAKE_UP_DAYS:
        weights[day_index(text)] = 0.95
    return weights


REST: Final = _rest_days()
WORKING: Final = np.flatnonzero(~REST).astype(np.int64)
WEIGHTS: Final = _weights()
# Colds peak around the turn of the year, stomach and skin complaints in summer.
WINTER: Final = WEIGHTS * (1 + 0.5 * np.cos(2 * np.pi * (np.arange(DAYS) - 10) / 365))
SUMMER: Final = WEIGHTS * (1 - 0.35 * np.cos(2 * np.pi * (np.arange(DAYS) - 20) / 365))


def days(rng: Rng, n: int, weights: Floats = WEIGHTS) -> Ints:
    """Draw ``n`` days of the year."""
    return choose(rng, n, weights)


def next_market(day: Ints, town: Ints) -> Ints:
    """The market day of the town on or after the given day (every fifth day, towns in turn)."""
    return np.minimum(day + (town - day) % MARKET_CYCLE, DAYS - 1)


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
