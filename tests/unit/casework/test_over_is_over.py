"""What is over neither rests nor grows: the 90 days, and things that are sealed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from casework.clocks.calendars import local_date
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
    bureau.ask_later(no)
    bureau.wait(100)
    due = clock(bureau, "decision").due
    ground = k.PauseGround.APPRAISAL
    bureau.do(
        "ins1", k.PauseClock(case_no=no, ground=ground, reason="鉴定", **bureau.commissioned(no))
    )
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
    bureau.do(
        "ins1", k.PauseClock(case_no=no, ground=ground, reason="鉴定", **bureau.commissioned(no))
    )
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


def test_the_clock_rests_by_a_paper_and_until_a_day(bureau: Any) -> None:
    no = bureau.investigated()
    shown = bureau.commissioned(no, days=20)
    good = k.PauseClock(case_no=no, ground=k.PauseGround.APPRAISAL, reason="鉴定", **shown)
    for wrong, code in (
        ({"evidence_id": ""}, "FIELD_REQUIRED"),
        ({"evidence_id": "E99"}, "NOT_FOUND"),
        ({"until": bureau.today - timedelta(days=1)}, "DATE_ORDER"),
    ):
        assert bureau.refused("ins1", replace(good, **wrong)) == code, wrong
    bureau.do("ins1", good)
    ends = clock(bureau, "pause_end", "appraisal")
    assert ends.due is not None
    assert local_date(ends.due) == shown["until"]
    bureau.wait(21)
    # The 90 days rest, and yet somebody is told: nothing rests for ever by one word.
    assert clock(bureau, "decision").clock is Clock.PAUSED
    assert clock(bureau, "pause_end", "appraisal").clock is Clock.OVERDUE
    bureau.do("ins1", k.ResumeClock(case_no=no, ground=good.ground, result="已出具"))
    assert clock(bureau, "pause_end", "appraisal").ended_at is not None
    assert clock(bureau, "decision").clock is Clock.RUNNING


def test_a_pause_of_before_the_day_was_asked_for_folds_as_before(bureau: Any) -> None:
    no = bureau.investigated()
    ground = k.PauseGround.APPRAISAL
    bureau.do(
        "ins1", k.PauseClock(case_no=no, ground=ground, reason="x", **bureau.commissioned(no))
    )
    chain = bureau.streams["case:C1"]
    chain[-1] = replace(chain[-1], data={"ground": "appraisal", "reason": "x"})
    bureau.wait(200)
    assert clock(bureau, "decision").clock is Clock.PAUSED
    assert not [d for d in deadlines(chain, bureau.at) if d.id == "pause_end"]
    bureau.do("ins1", k.ResumeClock(case_no=no, ground=ground, result="已出具"))
    assert clock(bureau, "decision").clock is Clock.RUNNING
