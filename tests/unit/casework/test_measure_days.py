"""Days on which a measure stops settlement: whole ones, without those on which it rested."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.commands.measures import MeasureType
from casework.hands import Hand
from casework.measures.days import stopped_days
from casework.measures.state import Measured, MeasuresState

BY = Hand("a", "p", "n")


def shanghai(text: str) -> datetime:
    """A moment of Shanghai, in UTC."""
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


def measure(starts: str, ends: str | None) -> Measured:
    return Measured(
        "M1",
        MeasureType.SUSPEND_PERSON,
        "tiaoli-13-person",
        "341623",
        3,
        shanghai(starts),
        shanghai(ends) if ends else None,
        "x",
        BY,
        decided_by=BY,
        decided_at=shanghai(starts),
    )


def days_of(*measures: Measured) -> list[tuple[str, str]]:
    state = MeasuresState("doctor:D1", measures=measures)
    return [(str(one.starts), str(one.until)) for one in stopped_days(state)]


def test_whole_days_only() -> None:
    assert days_of(measure("2026-03-02T09:01", "2026-06-02T00:00")) == [
        ("2026-03-03", "2026-06-01")
    ]
    assert days_of(measure("2026-03-02T00:00", "2026-03-09T15:30")) == [
        ("2026-03-02", "2026-03-08")
    ]
    assert days_of(measure("2026-03-02T09:00", "2026-03-03T12:00")) == []
    assert days_of(measure("2026-03-02T00:00", None)) == [("2026-03-02", "None")]


def test_rests_and_an_earlier_end_are_left_out() -> None:
    one = measure("2026-03-01T00:00", "2026-06-01T00:00")
    rested = replace(one, rests=((shanghai("2026-03-10T10:00"), shanghai("2026-03-20T10:00")),))
    assert days_of(rested) == [("2026-03-01", "2026-03-09"), ("2026-03-21", "2026-05-31")]
    rests = replace(one, rests=((shanghai("2026-03-10T10:00"), None),))
    assert days_of(rests) == [("2026-03-01", "2026-03-09")]
    lifted = replace(one, lifted_at=shanghai("2026-04-01T00:00"))
    assert days_of(lifted) == [("2026-03-01", "2026-03-31")]


def test_what_was_proposed_refused_or_stops_nothing_stops_no_day() -> None:
    one = measure("2026-03-01T00:00", "2026-06-01T00:00")
    assert days_of(replace(one, decided_at=None)) == []
    assert days_of(replace(one, refused=True)) == []
    assert days_of(replace(one, kind=MeasureType.TALK)) == []


@given(st.integers(0, 200_000), st.integers(1, 200_000), st.integers(0, 150))
def test_a_day_is_stopped_where_every_hour_of_it_was(starts: int, length: int, day: int) -> None:
    begin = shanghai("2026-01-01T00:00")
    one = replace(
        measure("2026-01-01T00:00", None),
        starts_at=begin + timedelta(minutes=starts),
        ends_at=begin + timedelta(minutes=starts + length),
    )
    midnight = begin + timedelta(days=day)
    whole = one.holds(midnight) and one.holds(midnight + timedelta(days=1, minutes=-1))
    found = stopped_days(MeasuresState("doctor:D1", measures=(one,)))
    that = date(2026, 1, 1) + timedelta(days=day)
    assert whole == any(s.starts <= that and (s.until is None or that <= s.until) for s in found)
