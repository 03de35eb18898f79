"""The beat says each thing once, in order, however late or often it comes."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.actors import BEAT, Actor, Role
from casework.clocks.deadlines import deadlines
from casework.clocks.marks import due_marks, next_mark
from casework.commands.clocks import MarkDeadlines
from casework.events import Intact, verify_chain
from casework.refusal import Refusal

CASE = MarkDeadlines(stream="case:C1")


def said(bureau: Any) -> list[tuple[str, str]]:
    """What the beat wrote so far: type and deadline."""
    return [
        (e.type, str(e.data["deadline"]))
        for e in bureau.streams["case:C1"]
        if e.type.startswith("Deadline")
    ]


def test_warnings_then_overdue_each_once(bureau: Any) -> None:
    bureau.filed()
    bureau.at = datetime.combine(date(2026, 5, 25), bureau.at.timetz())
    assert bureau.do(BEAT, CASE) == ["DeadlineWarned"]
    assert bureau.do(BEAT, CASE) == []
    bureau.at = datetime.combine(date(2026, 5, 30), bureau.at.timetz())
    assert bureau.do(BEAT, CASE) == ["DeadlineWarned"]
    bureau.at = datetime.combine(date(2026, 6, 1), bureau.at.timetz())
    assert bureau.do(BEAT, CASE) == ["DeadlineOverdue"]
    assert bureau.do(BEAT, CASE) == []
    distances = [
        e.data["distance"] for e in bureau.streams["case:C1"] if e.type == "DeadlineWarned"
    ]
    assert distances == [7, 1]


def test_after_three_days_down_overdue_is_said_once_and_no_stale_warning(bureau: Any) -> None:
    bureau.filed()
    bureau.at = datetime.combine(date(2026, 6, 3), bureau.at.timetz())
    assert bureau.do(BEAT, CASE) == ["DeadlineOverdue"]
    event = bureau.streams["case:C1"][-1]
    assert str(event.data["due"]).startswith("2026-05-31T15:59:59")
    assert "行政处罚法" in str(event.data["basis"])
    assert bureau.do(BEAT, CASE) == []


def test_an_extension_makes_room_for_new_warnings(bureau: Any) -> None:
    bureau.filed()
    bureau.at = datetime.combine(date(2026, 5, 25), bureau.at.timetz())
    bureau.do(BEAT, CASE)
    bureau.decide_later("C1")
    assert bureau.do(BEAT, CASE) == []
    bureau.at = datetime.combine(date(2026, 6, 24), bureau.at.timetz())
    assert bureau.do(BEAT, CASE) == ["DeadlineWarned"]


def test_nobody_but_the_beat_marks(bureau: Any) -> None:
    bureau.filed()
    forged = Actor("clock:beat", "x", frozenset({Role.HEAD}), "clock:beat")
    for who in ("head", "ins1", "sys", forged):
        with pytest.raises(Refusal) as refused:
            bureau.do(who, CASE)
        assert refused.value.code == "NOT_YOURS"


@settings(max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=12), st.booleans())
def test_whenever_it_comes(new_bureau: Any, gaps: list[int], twice: bool) -> None:
    """Every period that is over was said to be, once, in the order of the due moments."""
    bureau = new_bureau()
    bureau.filed()
    for days in gaps:
        bureau.at += timedelta(days=days)
        bureau.do(BEAT, CASE)
        if twice:
            assert bureau.do(BEAT, CASE) == []
    events = bureau.streams["case:C1"]
    assert not due_marks(events, bureau.at - timedelta(minutes=1))
    ends = [e for e in events if e.type in ("DeadlineOverdue", "DeadlineLapsed")]
    over = [d for d in deadlines(events, bureau.at) if d.clock in ("overdue", "lapsed")]
    assert sorted(str(e.data["deadline"]) for e in ends) == sorted(d.id for d in over)
    assert len({(e.data["run"], e.type) for e in ends}) == len(ends)
    coming = next_mark(events, bureau.at)
    assert coming is None or coming >= bureau.at - timedelta(minutes=2)
    assert isinstance(verify_chain(events), Intact)


def test_marks_come_in_the_order_of_their_moments(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.wait(30)
    kinds = bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}"))
    dues = [e.data["due"] for e in bureau.streams[f"case:{no}"][-len(kinds) :]]
    assert dues == sorted(dues)
    assert ("DeadlineLapsed", "hearing_request") in said(bureau)
    assert ("DeadlineLapsed", "defence") in said(bureau)
