"""What is over neither rests nor grows: the 90 days, and things that are sealed."""

from typing import Any

from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.clocks.marks import due_marks
from casework.clocks.why import why
from casework.commands import case as c
from casework.commands import clocks as k
from casework.commands.case import HoldKind


def clock(bureau: Any, name: str, key: str = "") -> Deadline:
    stream = bureau.streams["case:C1"]
    return [d for d in deadlines(stream, bureau.at) if d.id == name and d.key == key][-1]


def test_a_pause_after_the_last_day_revives_nothing(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.wait(100)
    due = clock(bureau, "decision").due
    ground = k.PauseGround.APPRAISAL
    bureau.do("ins1", k.PauseClock(case_no=no, ground=ground, reason="鉴定"))
    assert clock(bureau, "decision").clock is Clock.OVERDUE
    more = c.ExtendDecision(case_no=no, days=30, reason="复杂")
    assert bureau.refused("head", more) == "PERIOD_OVER"
    said = [
        m for m in due_marks(bureau.streams["case:C1"], bureau.at) if m.run.row.id == "decision"
    ]
    assert [m.type for m in said] == ["DeadlineOverdue"]
    bureau.wait(20)
    bureau.do("ins1", k.ResumeClock(case_no=no, ground=ground, result="已出具"))
    late = clock(bureau, "decision")
    assert (late.clock, late.due) == (Clock.OVERDUE, due)
    assert bureau.refused("head", more) == "PERIOD_OVER"
    assert all("rests" not in step.en for step in why(late))


def test_a_pause_in_time_rests_it_as_before(bureau: Any) -> None:
    no = bureau.investigated()
    ground = k.PauseGround.APPRAISAL
    bureau.do("ins1", k.PauseClock(case_no=no, ground=ground, reason="鉴定"))
    bureau.wait(200)
    assert clock(bureau, "decision").clock is Clock.PAUSED
    bureau.do("ins1", k.ResumeClock(case_no=no, ground=ground, result="已出具"))
    assert clock(bureau, "decision").clock is Clock.RUNNING


def test_a_sealing_that_is_over_is_not_prolonged(bureau: Any) -> None:
    no = bureau.investigated()
    for number in ("H1", "H2"):
        hold = c.RequestHold(
            case_no=no, kind=HoldKind.SEALING, items="处方", place="药房", reason="易丢失"
        )
        bureau.do("ins1", hold)
        bureau.do("head", c.DecideHold(case_no=no, hold_id=number, approve=True))
        if number == "H1":
            bureau.wait(25)
    bureau.wait(10)
    more = c.ExtendHold(case_no=no, hold_id="H1", reason="未查清")
    assert bureau.refused("head", more) == "PERIOD_OVER"
    # The other one has its own time.
    more = c.ExtendHold(case_no=no, hold_id="H2", reason="未查清")
    assert bureau.do("head", more) == ["HoldExtended"]
