"""Which days are compared: a date far off the others costs no room, and no date is lost unsaid.

Days are compared in a matrix of days × days for each place, so what a channel costs grows with the
square of its time. One wrong date (1994 for 2024) must not make eleven thousand days of one year.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

#: Of the appearances as many on either side, more than a year from all the others, are wrong dates.
STRAY, YEAR = 0.001, 366
#: A stretch without any appearance is as good as this one: longer than a rhythm reaches (three months
#: with its slack), whole weeks, so that every day keeps its weekday.
PAUSE = 98


class Calendar(NamedTuple):
    """Positions from 1 of the days that are compared: `days[i - 1]` is position i, from 1970-01-01;
    `kept` says which appearances are on them (None: all), `strays` how many are not."""

    day: NDArray[np.int32]
    days: NDArray[np.int32]
    kept: NDArray[np.bool_] | None
    strays: int


def calendar_of(day: NDArray[np.int32]) -> Calendar:
    """The calendar of appearances on these days from 1970-01-01; there must be one at least."""
    first = int(day.min())
    crowd = np.bincount(day - first)
    low, high = _span(crowd)
    kept = None
    strays = len(day) - int(crowd[low : high + 1].sum())
    if strays:
        kept = (day >= first + low) & (day <= first + high)
        day = day[kept]
        crowd, first = crowd[low : high + 1], first + low
        lead = int(np.flatnonzero(crowd)[0])
        crowd, first = crowd[lead:], first + lead
    active = np.flatnonzero(crowd)
    gaps = np.diff(active)
    long = gaps >= PAUSE + 7
    if not long.any():
        # Nothing to leave out: days count on from the first.
        days = np.arange(first, first + int(active[-1]) + 1, dtype=np.int32)
        return Calendar(day - first + 1, days, kept, strays)
    steps = np.where(long, PAUSE + gaps % 7, gaps)
    at = np.concatenate(([0], np.cumsum(steps))).astype(np.int32)
    position = np.zeros(int(active[-1]) + 1, dtype=np.int32)
    position[active] = at + 1
    return Calendar(position[day - first], _dates(active + first, at), kept, strays)


def _span(crowd: NDArray[np.int64]) -> tuple[int, int]:
    """First and last day that are not far off: a year around all but a few of the appearances."""
    total = crowd.cumsum()
    most = STRAY * int(total[-1])
    low = int(np.searchsorted(total, most, side="right")) - YEAR
    high = int(np.searchsorted(total, int(total[-1]) - most, side="left")) + YEAR
    return max(0, low), min(len(crowd) - 1, high)


def _dates(active: Any, at: Any) -> NDArray[np.int32]:
    """The date of every position; within a shortened pause those of the nearer end go on."""
    every = np.arange(int(at[-1]) + 1)
    before = np.searchsorted(at, every, side="right") - 1
    after = np.minimum(before + 1, len(at) - 1)
    since, until = every - at[before], at[after] - every
    on = (since <= until) | (before == after)
    dates = np.where(on, active[before] + since, active[after] - until)
    return np.asarray(dates, dtype=np.int32)
