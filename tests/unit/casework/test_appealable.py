"""A judgment that may be appealed is not in force: what it leaves stopped and unreckoned until it is."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from api.case.steps import steps_of
from casework.clocks.calendars import day_start
from casework.clocks.deadlines import deadlines
from casework.commands import case as c
from casework.law.surcharge import surcharge
from casework.measures.state import Measured, Standing

STREAM = "measures:department:H34162300001/骨科"
OUT = c.RemedyOutcome
FIRST, RULING, FINAL = (
    c.Instance.APPEALABLE_JUDGMENT,
    c.Instance.APPEALABLE_RULING,
    c.Instance.IN_FORCE,
)


def fined(bureau: Any) -> str:
    """Six months for a department and a fine, by a decision that was served."""
    no: str = bureau.noticed(months=6)
    bureau.do("ins1", bureau.waived(no))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, members=("head", "vice", "sup"), subject=c.DiscussionSubject.DECISION,
        held_on=bureau.today, record="同意", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号"))
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def sues(bureau: Any, no: str, *, stops: bool, number: str = "行初1号") -> list[str]:
    suit = c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.SUIT, body="县人民法院", filed_on=bureau.today,
        document_no=number, stops_execution=stops,
    )  # fmt: skip
    done: list[str] = bureau.do("legal", suit)
    return done


def judged(
    bureau: Any,
    no: str,
    instance: c.Instance,
    remedy: str = "F1",
    outcome: c.RemedyOutcome = OUT.DISMISSED,
) -> list[str]:
    done: list[str] = bureau.do(
        "legal",
        c.CloseRemedy(
            case_no=no, remedy_id=remedy, outcome=outcome, decided_on=bureau.today,
            document_no="判1号", reasons="x", instance=instance,
        ),
    )  # fmt: skip
    return done


def one(bureau: Any) -> Measured:
    found: Measured
    (found,) = bureau.state(STREAM).measures
    return found


def added(bureau: Any, no: str) -> Decimal:
    """The surcharge as it stands today, in yuan."""
    return surcharge(bureau.state(f"case:{no}"), bureau.today)


def payment(bureau: Any, no: str) -> date:
    runs = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    due = next(run.due for run in runs if run.id == "payment")
    assert due is not None
    return (due + timedelta(hours=8)).date()


def test_a_suspension_that_a_court_stopped_rests_while_its_judgment_may_be_appealed(
    bureau: Any,
) -> None:
    no = fined(bureau)
    ends = one(bureau).ends_at
    sues(bureau, no, stops=True)
    bureau.wait(30)
    judged(bureau, no, FIRST)
    assert one(bureau).standing(bureau.at) is Standing.RESTING
    bureau.wait(10)
    assert one(bureau).standing(bureau.at) is Standing.RESTING
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "EXECUTION_STOPPED"
    in_force = bureau.state(f"case:{no}").remedies[0].in_force_on
    assert in_force is not None
    bureau.wait((in_force - bureau.today).days)
    assert one(bureau).standing(bureau.at) is Standing.IN_FORCE
    assert ends is not None
    starts = one(bureau).starts_at
    assert starts is not None
    assert one(bureau).ends_at == ends + (day_start(in_force) - starts)


def test_it_rests_on_through_the_appeal_until_the_second_judgment(bureau: Any) -> None:
    no = fined(bureau)
    ends = one(bureau).ends_at
    sues(bureau, no, stops=True)
    bureau.wait(30)
    judged(bureau, no, FIRST)
    bureau.wait(10)
    # The court of appeal orders nothing anew: what was stopped stays so.
    assert "MeasureRested" in sues(bureau, no, stops=False, number="行终1号")
    bureau.wait(60)
    assert one(bureau).standing(bureau.at) is Standing.RESTING
    judged(bureau, no, FINAL, "F2")
    assert one(bureau).standing(bureau.at) is Standing.IN_FORCE
    assert ends is not None
    # It rested once, from the suit to the end of the appeal.
    starts = one(bureau).starts_at
    assert starts is not None
    assert one(bureau).ends_at == ends + (day_start(bureau.today) - starts)
    first, second = bureau.state(f"case:{no}").remedies
    assert [(s.until - s.since).days for r in (first, second) for s in r.stops if s.until] == [
        40,
        60,
    ]


@pytest.mark.parametrize("soon", [2, 10])
def test_a_period_rests_once_however_soon_the_appeal_is_over(bureau: Any, soon: int) -> None:
    no = fined(bureau)
    due = payment(bureau, no)
    sues(bureau, no, stops=True)
    bureau.wait(30)
    judged(bureau, no, FIRST)
    bureau.wait(soon)
    sues(bureau, no, stops=False, number="行终1号")
    bureau.wait(2)
    judged(bureau, no, FINAL, "F2", OUT.WITHDRAWN)
    days = timedelta(days=32 + soon)
    assert payment(bureau, no) == due + days
    assert one(bureau).rested.days == days.days - 1


def test_nothing_is_added_to_the_fine_while_the_judgment_may_be_appealed_nor_on_appeal(
    bureau: Any,
) -> None:
    no = fined(bureau)
    bureau.wait(20)
    sues(bureau, no, stops=False)
    had = added(bureau, no)
    assert had > 0
    bureau.wait(30)
    judged(bureau, no, FIRST)
    bureau.wait(14)
    assert added(bureau, no) == had
    sues(bureau, no, stops=False, number="行终1号")
    bureau.wait(40)
    assert added(bureau, no) == had
    judged(bureau, no, FINAL, "F2")
    bureau.wait(2)
    assert added(bureau, no) > had


def test_without_an_appeal_it_goes_on_once_the_time_for_that_is_over(bureau: Any) -> None:
    no = fined(bureau)
    bureau.wait(20)
    sues(bureau, no, stops=False)
    had = added(bureau, no)
    bureau.wait(30)
    judged(bureau, no, RULING, outcome=OUT.INADMISSIBLE)
    bureau.wait(9)
    assert added(bureau, no) == had
    bureau.wait(10)
    assert added(bureau, no) > had


def test_a_suit_after_the_time_to_appeal_carries_nothing_on(bureau: Any) -> None:
    no = fined(bureau)
    sues(bureau, no, stops=True)
    bureau.wait(5)
    judged(bureau, no, FIRST)
    bureau.wait(60)
    assert "MeasureRested" not in sues(bureau, no, stops=False, number="再1号")
    assert one(bureau).standing(bureau.at) is Standing.IN_FORCE


def test_what_was_told_before_that_was_reckoned_still_ends_on_its_own_day(bureau: Any) -> None:
    no = fined(bureau)
    bureau.wait(20)
    sues(bureau, no, stops=False)
    bureau.wait(5)
    judged(bureau, no, FIRST)
    stream = f"case:{no}"
    bureau.streams[stream] = [
        replace(e, data={k: v for k, v in e.data.items() if k != "in_force_on"})
        for e in bureau.streams[stream]
    ]
    case = bureau.state(stream)
    assert case.remedies[0].in_force_on is None
    had = added(bureau, no)
    assert surcharge(case, bureau.today + timedelta(days=2)) > had


def test_the_clock_says_that_the_stop_lasts_until_the_time_to_appeal_is_over(bureau: Any) -> None:
    no = fined(bureau)
    due = payment(bureau, no)
    sues(bureau, no, stops=True)
    bureau.wait(3)
    judged(bureau, no, FIRST)
    in_force = bureau.state(f"case:{no}").remedies[0].in_force_on
    served = bureau.state(f"case:{no}").served_on
    assert payment(bureau, no) == due + (in_force - served)


def resumable(bureau: Any, no: str) -> list[str]:
    """Which remedies the page offers to whoever records such an order."""
    rows = steps_of(bureau.state(f"case:{no}"), bureau.today, "zh")
    return [row.key for row in rows if row.kind == "remedy" and row.is_open]


def test_an_order_to_go_on_ends_the_stop_before_the_judgment_is_in_force(bureau: Any) -> None:
    no = fined(bureau)
    due, ends = payment(bureau, no), one(bureau).ends_at
    sues(bureau, no, stops=True)
    bureau.wait(30)
    judged(bureau, no, FIRST)
    bureau.wait(4)
    order = c.ResumeExecution(
        case_no=no, remedy_id="F1", decided_on=bureau.today, document_no="恢1号", reasons="x"
    )
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "EXECUTION_STOPPED"
    assert resumable(bureau, no) == ["F1"]
    assert bureau.do("legal", order)[:2] == ["ExecutionResumed", "MeasureResumed"]
    assert resumable(bureau, no) == []
    (remedy,) = bureau.state(f"case:{no}").remedies
    assert (remedy.stops[-1].until, remedy.carries_stop) == (bureau.today, False)
    assert bureau.refused("ins1", press) != "EXECUTION_STOPPED"
    assert payment(bureau, no) == due + timedelta(days=34)
    now = one(bureau)
    assert now.standing(bureau.at) is Standing.IN_FORCE
    assert ends is not None
    assert now.starts_at is not None
    assert now.ends_at == ends + (day_start(bureau.today) - now.starts_at)
    assert bureau.refused("legal", order) == "STEP_MISSING"
    # What goes on is not carried into the appeal.
    assert "MeasureRested" not in sues(bureau, no, stops=False, number="行终1号")
