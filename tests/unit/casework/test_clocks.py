"""Deadlines against a slow, plain calendar, across New Year, long holidays and midnight."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.clocks.calendars import (
    SHANGHAI,
    Calendar,
    add,
    add_working_days,
    day_end,
    local_date,
    resume,
)
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands import referral as r
from casework.refusal import Refusal

# hypothesis adds the zone to naive bounds itself.
FIRST = datetime(2012, 1, 1, tzinfo=UTC).replace(tzinfo=None)
LAST = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
days = st.dates(date(2012, 1, 1), date(2026, 6, 1))


def plainly(start: date, amount: int) -> date:
    found = []
    day = start
    while len(found) < amount:
        day = day + timedelta(days=1)
        if chinese_calendar.is_workday(day):
            found.append(day)
    return found[-1] if found else start


@given(days, st.integers(0, 60))
def test_working_days(start: date, amount: int) -> None:
    assert add_working_days(start, amount) == plainly(start, amount)


@given(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.integers(0, 200),
)
def test_natural_days_end_at_midnight_of_shanghai(at: datetime, amount: int) -> None:
    due = add(at, amount, Calendar.NATURAL_DAYS).astimezone(SHANGHAI)
    assert (due.hour, due.minute, due.second) == (23, 59, 59)
    assert due.date() == local_date(at) + timedelta(days=amount)


@given(
    days,
    st.integers(1, 30),
    st.integers(0, 20),
    st.integers(0, 40),
    st.sampled_from([Calendar.NATURAL_DAYS, Calendar.WORKING_DAYS]),
)
def test_a_pause_moves_the_end_by_what_was_left(
    start: date, amount: int, before: int, rest: int, calendar: Calendar
) -> None:
    at = day_end(start)
    due = add(at, amount, calendar)
    paused = at + timedelta(days=before)
    moved = resume(due, paused, paused + timedelta(days=rest), calendar)
    assert moved >= due
    assert resume(due, paused, paused, calendar) == due


def test_spring_festival_and_make_up_days() -> None:
    assert add_working_days(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert add_working_days(date(2025, 9, 26), 1) == date(2025, 9, 28)
    assert add_working_days(date(2025, 9, 30), 1) == date(2025, 10, 9)


def test_a_year_without_data_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        add_working_days(date(2040, 1, 1), 3)
    assert refused.value.code == "CALENDAR_UNKNOWN"


def by_id(bureau: Any, no: str) -> dict[str, Any]:
    return {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}


def test_clue_check_then_ninety_days(bureau: Any) -> None:
    no = bureau.opened()
    clue = by_id(bureau, no)["clue_check"]
    assert local_date(clue.due) == plainly(date(2026, 3, 2), 15)
    bureau.more_time(no, "复杂")
    assert local_date(by_id(bureau, no)["clue_check"].due) == plainly(date(2026, 3, 2), 30)
    with pytest.raises(Refusal):
        bureau.more_time(no, "再延")


def test_decision_clock_runs_extends_and_ends(bureau: Any) -> None:
    no = bureau.filed()
    start = date(2026, 3, 2)
    assert local_date(by_id(bureau, no)["decision"].due) == start + timedelta(days=90)
    bureau.decide_later(no)
    bureau.ask_later(no, 60)
    with pytest.raises(Refusal):
        bureau.do("head", c.ExtendDecision(case_no=no, days=60, reason="再延"))
    bureau.do(
        "head",
        c.DiscussCase(
            case_no=no,
            subject=c.DiscussionSubject.EXTENSION,
            members=("head", "vice", "sup"),
            held_on=bureau.today,
            record="案情复杂，同意",
            agreed=True,
        ),
    )
    bureau.do("head", c.ExtendDecision(case_no=no, days=60, reason="再延"))
    clock = by_id(bureau, no)["decision"]
    assert local_date(clock.due) == start + timedelta(days=180)
    bureau.wait(181)
    assert by_id(bureau, no)["decision"].clock is Clock.OVERDUE


def referred(bureau: Any) -> str:
    no = bureau.investigated()
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=bureau.evidence("E1"), proves="x"))
    report = r.ReportReferral(
        case_no=no,
        suspected_crime="诈骗罪",
        facts="虚构住院",
        amount="41130.00",
        amount_reasons="另有外县损失",
        recipient="云溪县公安局",
        missing_parts={r.PackagePart.EXPERT_OPINION: "无需鉴定"},
    )
    bureau.refer(report)
    return no


def test_referral_pauses_the_decision_and_comes_back(bureau: Any) -> None:
    no = referred(bureau)
    clocks = by_id(bureau, no)
    assert local_date(clocks["referral_decision"].due) == date(2026, 3, 5)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", bureau.dossier(no))
    assert "移送决定" in refused.value.message_zh
    with pytest.raises(Refusal):
        bureau.do("sup", r.DecideReferral(case_no=no, approve=True, reasons="同意"))
    bureau.do("head", r.DecideReferral(case_no=no, approve=True, reasons="同意"))
    assert by_id(bureau, no)["referral_send"].units == 24
    bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no))
    send = r.SendReferral(case_no=no, dossier_sha256="e" * 64, handed_over_by=("ins1", "ins2"))
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", send)
    assert refused.value.code == "DOSSIER_MISMATCH"
    before = by_id(bureau, no)["decision"].due
    bureau.do(
        "ins1", r.SendReferral(case_no=no, dossier_sha256="c" * 64, handed_over_by=("ins1", "ins2"))
    )
    assert by_id(bureau, no)["decision"].clock is Clock.PAUSED
    bureau.do("ins1", r.RecordReceipt(case_no=no, receipt_no="1", received_at=bureau.at))
    bureau.wait(20)
    answer = r.RecordPoliceAnswer(
        case_no=no, answer=r.PoliceAnswer.NOT_FILED, document_no="2", reasons="数额不足"
    )
    assert bureau.do("ins1", answer) == ["PoliceAnswered", "ReferralReturned"]
    after = by_id(bureau, no)
    assert bureau.state(f"case:{no}").stage.value == "investigation"
    assert after["decision"].due - before == timedelta(days=20)
    assert after["referral_answer"].clock is Clock.LATE


def test_unknown_calendar_makes_a_deadline_unknown_not_wrong(bureau: Any) -> None:
    bureau.at = datetime(2026, 12, 28, tzinfo=UTC)
    no = bureau.opened()
    clue = by_id(bureau, no)["clue_check"]
    if clue.due is None:
        assert (clue.clock, clue.problem) != (Clock.RUNNING, "")
    else:
        assert local_date(clue.due) > date(2027, 1, 1)
