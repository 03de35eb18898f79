"""An inspection has deadlines of its own: a spot check's result, what follows an unannounced one, its days."""

from datetime import date, timedelta
from typing import Any

import pytest

from casework.actors import BEAT
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.commands import inspection as i
from casework.commands.clocks import MarkDeadlines
from casework.inspection.state import InspectionState
from tests.unit.casework.test_inspection import NO, notice, planned, refused

STREAM = f"inspection:{NO}"
KIND, STEP = i.InspectionKind, i.UnannouncedStep


def begun(bureau: Any, kind: i.InspectionKind, days: int = 0) -> None:
    last = bureau.today + timedelta(days=days)
    planned(bureau, kind=kind, starts_on=bureau.today, ends_on=last)
    shown = {"certificates_shown": True, "recusal_told": True}
    day = {"started_on": bureau.today, "place": "病案室", "received_by": "王某"}
    bureau.do("ins1", i.StartInspection(inspection_no=NO, **day, **shown))


def ended(bureau: Any) -> None:
    bureau.evidence("E0")
    bureau.do("ins1", notice("E0"))
    bureau.do("ins1", i.CloseInspection(inspection_no=NO, situation="未发现问题"))


def clocks(bureau: Any, days: int = 0) -> dict[str, Deadline]:
    at = bureau.at + timedelta(days=days)
    return {one.id: one for one in deadlines(bureau.streams[STREAM], at)}


def follow(step: i.UnannouncedStep, on: date, **more: Any) -> i.FollowUnannounced:
    given = {"step": step, "done_on": on, "document_no": "皖医保飞〔2026〕1号", **more}
    return i.FollowUnannounced(inspection_no=NO, **given)


@pytest.mark.parametrize("days", [0, 3])
def test_a_spot_check_is_entered_the_day_after_its_last_day(bureau: Any, days: int) -> None:
    begun(bureau, KIND.SPOT_CHECK, days)
    result = clocks(bureau)["spot_check_result"]
    assert result.due is not None
    assert local_date(result.due) == bureau.today + timedelta(days=days + 1)
    assert clocks(bureau, days + 2)["spot_check_result"].clock is Clock.OVERDUE
    ended(bureau)
    assert clocks(bureau)["spot_check_result"].clock is Clock.MET


@pytest.mark.parametrize("kind", [KIND.ROUTINE, KIND.UNANNOUNCED])
def test_no_other_inspection_has_the_period_of_a_spot_check(
    bureau: Any, kind: i.InspectionKind
) -> None:
    begun(bureau, kind)
    assert set(clocks(bureau)) == {"inspection_days"}


def test_the_days_of_the_notice_run_out_once(bureau: Any) -> None:
    begun(bureau, KIND.ROUTINE, 2)
    assert clocks(bureau)["inspection_days"].clock is Clock.RUNNING
    beats = [
        (now, STREAM) for now in (bureau.at + timedelta(days=5), bureau.at + timedelta(days=9))
    ]
    said = []
    for at, stream in beats:
        bureau.at = at
        said += bureau.do(BEAT, MarkDeadlines(stream=stream))
    assert said == ["DeadlineOverdue"]
    ended(bureau)
    assert clocks(bureau)["inspection_days"].clock is Clock.LATE


def test_an_inspection_that_is_called_off_has_no_clock(bureau: Any) -> None:
    begun(bureau, KIND.SPOT_CHECK)
    bureau.do("sup", i.CancelInspection(inspection_no=NO, reason="机构停业", document_no="撤1"))
    assert clocks(bureau) == {}


def test_an_unannounced_inspection_is_followed_up_in_order(bureau: Any) -> None:
    begun(bureau, KIND.UNANNOUNCED)
    day = bureau.today
    assert refused(bureau, follow(STEP.PLAN_REPORTED, day)) == "STEP_MISSING"
    assert refused(bureau, follow(STEP.HANDED_OVER, day + timedelta(days=1))) == "DATE_ORDER"
    assert refused(bureau, follow(STEP.HANDED_OVER, day, document_no="")) == "FIELD_REQUIRED"
    assert refused(bureau, follow(STEP.HANDED_OVER, day), "ins3") == "NOT_AN_OFFICER"
    bureau.do("ins1", follow(STEP.HANDED_OVER, day))
    plan = clocks(bureau)["flight_rectification"]
    assert (plan.clock, plan.units, plan.calendar) == (Clock.RUNNING, 30, "working_days")
    assert refused(bureau, follow(STEP.HANDED_OVER, day)) == "ALREADY_DONE"
    earlier = follow(STEP.PLAN_REPORTED, day - timedelta(days=1))
    assert refused(bureau, earlier) == "DATE_ORDER"
    # It goes on when the inspection itself is over.
    ended(bureau)
    bureau.do("ins2", follow(STEP.PLAN_REPORTED, day))
    assert clocks(bureau)["flight_rectification"].clock is Clock.MET
    assert "flight_report" not in clocks(bureau)
    bureau.do("ins1", follow(STEP.RECTIFIED, day))
    assert clocks(bureau, 30)["flight_report"].clock is Clock.OVERDUE
    bureau.do("ins1", follow(STEP.REPORTED, day, note="全部整改"))
    assert clocks(bureau, 30)["flight_report"].clock is Clock.MET
    state: InspectionState = bureau.state(STREAM)
    assert [one.step for one in state.followed] == list(STEP)
    assert state.next_step is None
    assert refused(bureau, follow(STEP.REPORTED, day)) == "ALREADY_DONE"


def test_only_an_unannounced_one_is_followed_up(bureau: Any) -> None:
    begun(bureau, KIND.ROUTINE)
    assert refused(bureau, follow(STEP.HANDED_OVER, bureau.today)) == "BAD_VALUE"
