"""A review that said nothing of the decision leaves its time to sue, fifteen days at the least."""

from datetime import date

import pytest

from casework.clocks.calendars import local_date
from casework.clocks.periods import foreseen, last_day
from casework.law.remedy import suit_goes_on

SERVED = date(2026, 3, 2)


@pytest.mark.parametrize("row", ["suit", "restoration_suit"])
@pytest.mark.parametrize(
    ("received", "until"),
    [
        # Within the six months they go on, and at their end fifteen days are left.
        (date(2026, 4, 1), date(2026, 9, 2)),
        (date(2026, 8, 17), date(2026, 9, 2)),
        (date(2026, 8, 31), date(2026, 9, 15)),
        (date(2026, 10, 12), date(2026, 10, 27)),
    ],
)
def test_the_time_of_the_decision_or_fifteen_days(row: str, received: date, until: date) -> None:
    assert suit_goes_on(row, SERVED, received, last_day) == until
    assert local_date(suit_goes_on(row, SERVED, received, foreseen)) == until
