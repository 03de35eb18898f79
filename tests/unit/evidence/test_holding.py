"""Locks start short, grow while the file is open, and never shrink."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Path
from evidence.holding import hold_until

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
TODAY = local_date(AT)
LEAD = CaseState("C1", version=1)
FILED = replace(LEAD, stage=Stage.FILED, filed_at=AT - timedelta(days=1))
HANDLED = replace(LEAD, stage=Stage.HANDLING, path=Path.AGREEMENT)
CLOSED = replace(FILED, stage=Stage.CLOSED, closed_at=AT - timedelta(days=400))
DECLINED = replace(LEAD, stage=Stage.NOT_FILED, closed_at=AT)


@pytest.mark.parametrize(
    ("case", "left", "wanted"),
    [
        (LEAD, 30, None),
        (LEAD, 15, None),
        (LEAD, 14, TODAY + timedelta(days=30)),
        (DECLINED, 3, None),
        (FILED, 30, TODAY + timedelta(days=365)),
        (FILED, 182, None),
        (FILED, 181, TODAY + timedelta(days=365)),
        (HANDLED, 30, TODAY + timedelta(days=365)),
        (CLOSED, 30, date(2055, 1, 26)),
        (CLOSED, 20_000, None),
        (None, 30, TODAY + timedelta(days=365)),
        (None, 300, None),
    ],
)
def test_each_kind_of_file_holds_its_evidence(
    case: CaseState | None, left: int, wanted: date | None
) -> None:
    assert hold_until(case, TODAY + timedelta(days=left), AT) == wanted


@given(
    case=st.sampled_from([LEAD, FILED, HANDLED, CLOSED, DECLINED, None]),
    recorded=st.dates(date(2026, 1, 1), date(2090, 1, 1)),
    days=st.integers(0, 12_000),
)
def test_no_file_ever_shortens_a_lock(case: CaseState | None, recorded: date, days: int) -> None:
    until = hold_until(case, recorded, AT + timedelta(days=days))
    assert until is None or until > recorded


@given(gaps=st.lists(st.integers(1, 14), min_size=20, max_size=200), filed=st.booleans())
def test_an_open_file_is_never_without_a_lock(gaps: list[int], filed: bool) -> None:
    """However the beat comes, at least once in a fortnight: the lock never runs out."""
    case, at, recorded = FILED if filed else LEAD, AT, TODAY + timedelta(days=30)
    for gap in gaps:
        at += timedelta(days=gap)
        assert local_date(at) < recorded
        recorded = hold_until(case, recorded, at) or recorded
