"""A period ends on the day that its event names: what was done in time is in time, whenever it is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actors import BEAT
from casework.clocks.calendars import day_end, day_start, local_date
from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.clocks.marks import due_marks
from casework.clocks.rows import deadline_rows, row_on
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import EndPeriod, MarkDeadlines, StartPeriod
from casework.events import GENESIS, Event, seal
from graph.projections.deadlines import deadline_rows_of
from tests.unit.casework.test_agreement_path import KIND, decided, money, serve
from tests.unit.casework.test_service_corrected import correction, receipt


def clock(bureau: Any, no: str, row: str) -> Deadline:
    found = [d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == row]
    return found[-1]


def missed(bureau: Any, no: str) -> set[str]:
    """What the year counts as missed of the case."""
    clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return {d["row"] for d in deadline_rows_of(no, clocks, is_open=True) if d["missed"]}


def marked(bureau: Any, no: str) -> set[str]:
    """The beat says what is due; returns the rows that it called overdue."""
    stream = f"case:{no}"
    marks = due_marks(bureau.streams[stream], bureau.at)
    if marks:
        bureau.do(BEAT, MarkDeadlines(stream=stream))
    return {one.run.row.id for one in marks if one.type == "DeadlineOverdue"}


def late_told(bureau: Any) -> tuple[str, date]:
    """A decision of today, and a moment long after its service was due."""
    no = bureau.decided()
    bureau.sealed(no)
    day = bureau.today
    bureau.wait(30)
    return no, day


def serve_decision(bureau: Any, no: str, day: date) -> None:
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=day, receipt="当事人签收"))


def test_a_decision_served_in_time_and_told_later_is_in_time(bureau: Any) -> None:
    no, day = late_told(bureau)
    assert "service" in marked(bureau, no)
    assert "service" in missed(bureau, no)
    serve_decision(bureau, no, day)
    told = clock(bureau, no, "service")
    assert (told.clock, local_date(told.ended_at)) == (Clock.MET, day)
    assert "service" not in missed(bureau, no)
    # That the beat called it overdue stays in the log.
    assert any(
        e.type == "DeadlineOverdue" and e.data["deadline"] == "service"
        for e in bureau.streams[f"case:{no}"]
    )


def test_one_served_too_late_stays_late(bureau: Any) -> None:
    no, _ = late_told(bureau)
    serve_decision(bureau, no, bureau.today)
    assert clock(bureau, no, "service").clock is Clock.LATE
    assert "service" in missed(bureau, no)


@pytest.mark.parametrize(("last", "stands"), [(10, Clock.MET), (20, Clock.LATE)])
def test_a_fine_is_in_time_by_the_day_of_its_last_payment(
    bureau: Any, last: int, stands: Clock
) -> None:
    """In whatever order the payments are told."""
    no = bureau.decided()
    bureau.sealed(no)
    day = bureau.today
    serve_decision(bureau, no, day)
    bureau.wait(30)
    fine = c.PaymentKind.FINE
    for amount, after in (("8000.00", last), ("226.00", 5)):
        pay = c.RecordPayment(
            case_no=no, kind=fine, amount=Decimal(amount), paid_on=day + timedelta(days=after),
            voucher=f"票{after}",
        )  # fmt: skip
        bureau.do("ins1", pay)
    assert clock(bureau, no, "payment").clock is stands


def test_fund_money_of_a_handling_is_in_time_by_its_voucher(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    serve(bureau, no)
    day = bureau.today
    bureau.wait(40)
    assert clock(bureau, no, "recovery_payment").clock is Clock.OVERDUE
    deduct = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.RECOVERY, how=a.Deduction.PAID, amount=Decimal("4113.00"),
        paid_on=day + timedelta(days=10), voucher="票1",
    )  # fmt: skip
    bureau.do("agency", deduct)
    assert clock(bureau, no, "recovery_payment").clock is Clock.MET


def test_a_handling_served_in_time_and_told_later_is_in_time(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    bureau.handling_sealed(no)
    day = bureau.today
    bureau.wait(30)
    direct = c.ServiceWay.DIRECT
    bureau.do("agency", a.ServeHandling(case_no=no, way=direct, served_on=day))
    assert clock(bureau, no, "handling_service").clock is Clock.MET


def test_a_service_that_is_corrected_moves_the_days_to_put_things_right(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"), rectify="停止多收费", rectify_days=10)
    bureau.handling_sealed(no)
    bureau.wait(20)
    wrong, right = bureau.today - timedelta(days=18), bureau.today - timedelta(days=3)
    direct = c.ServiceWay.DIRECT
    bureau.do("agency", a.ServeHandling(case_no=no, way=direct, served_on=wrong))
    assert clock(bureau, no, "handling_rectification").clock is Clock.OVERDUE
    assert clock(bureau, no, "handling_service").clock is Clock.MET
    paper = receipt(bureau, no)
    bureau.do("sup", correction(no, right, paper, c.Served.HANDLING))
    due = right + timedelta(days=10)
    assert bureau.state(f"case:{no}").rectification.due == due
    plan = clock(bureau, no, "handling_rectification")
    assert (plan.clock, local_date(plan.due)) == (Clock.RUNNING, due)
    # By the right day it was served too late.
    assert clock(bureau, no, "handling_service").clock is Clock.LATE


def test_a_hearing_asked_for_in_time_did_not_lapse(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    day = bureau.today
    case = bureau.state(f"case:{no}")
    assert case.hearing_right
    bureau.wait(20)
    assert clock(bureau, no, "hearing_request").clock is Clock.LAPSED
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=day + timedelta(days=1)))
    assert clock(bureau, no, "hearing_request").clock is Clock.MET


def test_a_period_is_ended_on_the_day_that_a_person_names(bureau: Any) -> None:
    no = bureau.filed()
    day = bureau.today
    bureau.do("ins1", StartPeriod(case_no=no, period="spot_check_result", starts_on=day))
    bureau.wait(30)
    assert clock(bureau, no, "spot_check_result").clock is Clock.OVERDUE
    end = EndPeriod(case_no=no, period="spot_check_result", result="已公示")
    for wrong in (day - timedelta(days=1), bureau.today + timedelta(days=1)):
        assert bureau.refused("ins1", replace(end, ended_on=wrong)) == "DATE_ORDER"
    bureau.do("ins1", replace(end, ended_on=day))
    assert clock(bureau, no, "spot_check_result").clock is Clock.MET
    assert bureau.refused("ins1", end) == "STEP_MISSING"


def test_one_that_names_no_day_ends_when_it_is_told(bureau: Any) -> None:
    no = bureau.filed()
    start = StartPeriod(case_no=no, period="spot_check_result", starts_on=bureau.today)
    bureau.do("ins1", start)
    bureau.wait(30)
    bureau.do("ins1", EndPeriod(case_no=no, period="spot_check_result", result="x"))
    assert clock(bureau, no, "spot_check_result").clock is Clock.LATE


def test_a_run_is_ended_though_its_row_is_law_no_more(bureau: Any) -> None:
    row = row_on("jurisdiction", date(2026, 11, 25))
    assert row.valid_to == date(2026, 12, 1)
    no = bureau.filed()
    bureau.at = datetime(2026, 11, 25, 2, tzinfo=UTC)
    bureau.do("ins1", StartPeriod(case_no=no, period=row.id, starts_on=bureau.today))
    bureau.at = datetime(2026, 12, 2, 2, tzinfo=UTC)
    end = EndPeriod(case_no=no, period=row.id, result="协商一致")
    assert bureau.refused("ins1", replace(end, period="none")) == "NOT_FOUND"
    assert bureau.do("ins1", end) == ["PeriodEnded"]
    assert clock(bureau, no, row.id).clock is Clock.MET
    assert bureau.refused("ins1", end) == "STEP_MISSING"


def event(seq: int, kind: str, at: datetime, **data: Any) -> Event:
    return seal("case:C1", seq, kind, data, "u", at, GENESIS)


@given(done=st.integers(0, 40), told=st.integers(0, 40))
def test_in_time_is_judged_by_the_day_alone(done: int, told: int) -> None:
    """Whenever it is told, a service counts by its own day, which never lies after that."""
    done = min(done, told)
    first = date(2026, 3, 2)
    row = [r for r in deadline_rows() if r.id == "recovery_payment"]
    start = {"served_on": first.isoformat(), "recoverable": True}
    end = {"paid_on": (first + timedelta(days=done)).isoformat()}
    at = day_start(first + timedelta(days=told)) + timedelta(hours=9)
    chain = [
        event(1, "HandlingServed", day_start(first), **start), event(2, "RecoveryInFull", at, **end),
    ]  # fmt: skip
    (one,) = deadlines(chain, at, row)
    assert one.due == day_end(first + timedelta(days=15))
    assert one.clock is (Clock.MET if done <= 15 else Clock.LATE)


def test_a_statement_that_came_in_time_and_was_entered_late_is_in_time(bureau: Any) -> None:
    no = bureau.noticed()
    told = bureau.today
    bureau.wait(20)
    stated = c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻")
    for day in (told - timedelta(days=1), bureau.today + timedelta(days=1)):
        assert bureau.refused("ins1", replace(stated, received_on=day)) == "DATE_ORDER"
    bureau.do("ins1", replace(stated, received_on=told + timedelta(days=1)))
    assert clock(bureau, no, "defence").clock is Clock.MET
