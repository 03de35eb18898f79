"""The clock engine against a slow, plain calendar, with the table of statutory periods as cases."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.clocks.calendars import SHANGHAI, Calendar, local_date
from casework.clocks.deadlines import Clock, deadlines, next_of, stand
from casework.clocks.rows import Row, deadline_rows, parse_row, row_on
from casework.clocks.runs import fold_runs
from casework.commands import case as c
from casework.commands import clocks as k
from casework.events import GENESIS, Event, seal
from casework.refusal import Refusal

NOON = time(4, tzinfo=UTC)  # 12:00 in Shanghai


def at(day: date, moment: time = NOON) -> datetime:
    return datetime.combine(day, moment)


def event(seq: int, kind: str, when: datetime, /, **data: Any) -> Event:
    return seal("case:X", seq, kind, data, "a", when, GENESIS)


# domain.md, table H: what starts it, how long, in which calendar, extensions.
H = [
    ("clue_check", 15, "working_days", (15,)),
    ("preservation", 7, "working_days", ()),
    ("sealing", 30, "natural_days", (30,)),
    ("legal_review", 10, "working_days", ()),
    ("hearing_request", 5, "working_days", ()),
    ("decision", 90, "natural_days", (30, 60)),
    ("service", 7, "working_days", ()),
    ("publication_withdrawal", 3, "working_days", ()),
    ("payment", 15, "natural_days", ()),
    ("pressing", 10, "working_days", ()),
    ("review", 60, "natural_days", ()),
    ("suit", 6, "months", ()),
    ("court_application", 3, "months", ()),
    ("court_refusal_review", 15, "natural_days", ()),
    ("referral_decision", 3, "natural_days", ()),
    ("referral_send", 24, "hours", ()),
    ("referral_receipt", 24, "hours", ()),
    ("referral_answer", 3, "natural_days", ()),
    ("referral_objection", 3, "natural_days", ()),
    ("police_review", 3, "natural_days", ()),
    ("supervision_request", 3, "natural_days", ()),
    ("referral_items", 3, "natural_days", ()),
    ("score_objection", 10, "working_days", ()),
    ("reporter_feedback", 5, "working_days", ()),
    ("reward_collection", 2, "months", ()),
    ("flight_rectification", 30, "working_days", ()),
    ("flight_report", 5, "working_days", ()),
    ("manual_reimbursement", 10, "working_days", ()),
    ("spot_check_result", 1, "natural_days", ()),
]
# A long holiday with make-up days, a leap February, the turn of the year, an ordinary week.
STARTS = [date(2026, 2, 13), date(2024, 2, 26), date(2025, 12, 29), date(2026, 6, 10)]


def works(day: date) -> bool:
    return bool(chinese_calendar.is_workday(day))


def plain_due(start: date, units: int, calendar: str, rolls: bool) -> date:
    """One day after the other, as a clerk with a wall calendar would."""
    day = start
    if calendar == "months":
        month = start.month - 1 + units
        year, month = start.year + month // 12, month % 12 + 1
        number = start.day
        while True:
            try:
                day = date(year, month, number)
                break
            except ValueError:
                number -= 1
    else:
        while units > 0:
            day += timedelta(days=1)
            if calendar == "natural_days" or works(day):
                units -= 1
    while rolls and not works(day):
        day += timedelta(days=1)
    return day


def starter(row: Row, day: date) -> Event:
    """An event that starts the row on a day, whatever the row needs to see in it."""
    kind = sorted(row.start)[0]
    data: dict[str, Any] = {"period": row.id, "starts_on": day.isoformat(), "entry_id": "S1"}
    if row.from_field:
        data[row.from_field] = at(day).isoformat() if row.from_field == "due" else day.isoformat()
    if row.only_if:
        field, _, value = row.only_if.partition("=")
        data[field] = value.split("|")[0] or True
    if kind in ("DeadlineLapsed",):
        data |= {"run": "suit/1"}
    return event(1, kind, at(day), **data)


@pytest.mark.parametrize(("row_id", "amount", "calendar", "steps"), H, ids=[h[0] for h in H])
@pytest.mark.parametrize("start", STARTS, ids=str)
def test_statutory_periods(
    row_id: str, amount: int, calendar: str, steps: tuple[int, ...], start: date
) -> None:
    row = next(r for r in deadline_rows() if r.id == row_id)
    assert (row.amount, row.calendar.value) == (amount, calendar)
    assert tuple(s for e in row.extensions for s in e.steps) == steps
    assert row.basis
    (clock,) = [d for d in deadlines([starter(row, start)], at(start)) if d.id == row_id]
    assert clock.due is not None
    if calendar == "hours":
        assert clock.due - clock.started_at == timedelta(hours=amount)
        return
    due = clock.due.astimezone(SHANGHAI)
    assert due.date() == plain_due(start, amount, calendar, row.rolls)
    assert (due.hour, due.minute, due.second) == (23, 59, 59)
    after = stand(clock.run, clock.due + timedelta(seconds=1))  # type: ignore[arg-type]
    assert after.clock is (Clock.LAPSED if row.lapses else Clock.OVERDUE)
    assert stand(clock.run, clock.due).clock is Clock.RUNNING  # type: ignore[arg-type]


class Plain:
    """A slow clock: walks every day, counts what the calendar counts, rests where it rests."""

    def __init__(self, start: date, units: int, working: bool) -> None:
        self.start, self.units, self.working = start, units, working

    def due(self, rests: list[tuple[date, date]]) -> date:
        day, left = self.start, self.units
        while True:
            resting = [r for r in rests if r[0] <= day < r[1]]
            if left <= 0 and not resting:
                return day
            if left <= 0:
                # Rested on its last day: what was left of that day is given on the day it goes on.
                day = max(r[1] for r in resting)
                continue
            day += timedelta(days=1)
            if any(a < day <= b for a, b in rests):
                continue
            if not self.working or works(day):
                left -= 1


@st.composite
def lives(draw: st.DrawFn) -> tuple[date, list[tuple[int, int]], list[int]]:
    start = draw(st.dates(date(2012, 1, 1), date(2024, 6, 1)))
    gaps = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), max_size=3))
    longer = draw(st.sampled_from([[], [30], [30, 60]]))
    return start, gaps, longer


@given(lives(), st.sampled_from([Calendar.NATURAL_DAYS, Calendar.WORKING_DAYS]))
def test_against_the_plain_calendar(
    life: tuple[date, list[tuple[int, int]], list[int]], calendar: Calendar
) -> None:
    start, gaps, longer = life
    row = replace(row_on("decision", date(2022, 1, 1)), calendar=calendar, valid_from=date.min)
    events = [event(1, "CaseFiled", at(start))]
    for days in longer:
        events.append(event(len(events) + 1, "DecisionExtended", at(start), days=days))
    day, rests = start, []
    for before, length in gaps:
        began = day + timedelta(days=before)
        day = began + timedelta(days=length)
        rests.append((began, day))
        for kind, when in (("ClockPaused", began), ("ClockResumed", day)):
            events.append(event(len(events) + 1, kind, at(when), ground="appraisal"))
    units = 90 + sum(longer)
    plain = Plain(start, units, calendar is Calendar.WORKING_DAYS)
    # A rest after the end changes nothing: the period was over.
    while rests and rests[-1][0] > plain.due(rests[:-1]):
        rests.pop()
    (clock,) = deadlines(events, at(day), [row])
    assert clock.due is not None
    assert local_date(clock.due) == plain.due(rests)


@given(st.permutations(["testing", "appraisal", "expert_review"]), st.data())
def test_grounds_that_overlap_rest_it_once(order: list[str], data: st.DataObject) -> None:
    """It rests from the first ground's begin to the last ground's end, however they interleave."""
    start = date(2025, 3, 3)
    begins = [data.draw(st.integers(1, 5)) for _ in order]
    ends = data.draw(st.permutations([20, 21, 22]))
    moments = [(b, "ClockPaused", g) for b, g in zip(begins, order, strict=True)]
    moments += [(e, "ClockResumed", g) for e, g in zip(ends, order, strict=True)]
    events = [event(1, "CaseFiled", at(start))]
    for offset, kind, ground in sorted(moments):
        when = at(start + timedelta(days=offset))
        events.append(event(len(events) + 1, kind, when, ground=ground))
    (clock,) = [d for d in deadlines(events, at(start)) if d.id == "decision"]
    assert clock.due is not None
    assert local_date(clock.due) == start + timedelta(days=90 + 22 - min(begins))


def test_midnight_in_shanghai_decides_the_day() -> None:
    row = row_on("payment", date(2026, 3, 1))
    late = datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC)
    for moment, day in (
        (late, date(2026, 3, 16)),
        (late + timedelta(seconds=1), date(2026, 3, 17)),
    ):
        plain = replace(row, from_field=None, only_if=None)
        (clock,) = deadlines([event(1, "DecisionServed", moment)], moment, [plain])
        assert clock.due is not None
        assert local_date(clock.due) == day


def test_a_year_without_holidays_is_refused_by_name() -> None:
    first = next(y for y in range(2026, 2100) if not _known(y))
    row = row_on("legal_review", date(2026, 1, 1))
    (clock,) = deadlines([event(1, "LegalReviewSubmitted", at(date(first, 3, 2)))], at(date(first, 3, 2)), [row])  # fmt: skip
    assert (clock.clock, clock.due) == (Clock.UNKNOWN, None)
    assert f"{first} 年的节假日安排尚未收录" in clock.problem
    assert f"holidays of {first}" in clock.problem_en


def _known(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 4))
    except NotImplementedError:
        return False
    return True


NEW_LAW = {
    "id": "decision",
    "zh": "作出处理决定",
    "en": "decision",
    "start": ["CaseFiled"],
    "amount": 60,
    "calendar": "natural_days",
    "end": ["CaseDecided"],
    "basis": "《中华人民共和国医疗保障法》（主席令第80号）",
    "mark": "S",
    "valid_from": date(2027, 1, 1),
}


def test_a_new_law_is_a_dated_row() -> None:
    """医疗保障法, in force 2027-01-01: cases filed before run on under the former law."""
    change = date(2027, 1, 1)
    former = replace(row_on("decision", date(2026, 1, 1)), valid_to=change)
    table = [former, parse_row(NEW_LAW)]
    for filed, days, basis in (
        (date(2026, 12, 31), 90, "行政处罚法"),
        (change, 60, "医疗保障法"),
    ):
        events = [event(1, "CaseFiled", at(filed))]
        (clock,) = deadlines(events, at(date(2027, 6, 1)), table)
        assert clock.due is not None
        assert local_date(clock.due) == filed + timedelta(days=days)
        assert basis in clock.basis
        assert clock.clock is Clock.OVERDUE
    # An event recorded later about an earlier day is judged by the law of that earlier day.
    dated = [replace(row, from_field="served_on") for row in table]
    late = event(1, "CaseFiled", at(change), served_on="2026-12-30")
    assert deadlines([late], at(change), dated)[0].units == 90


def test_court_enforcement_follows_the_lapsed_suit_unless_paid() -> None:
    served = event(1, "DecisionServed", at(date(2025, 1, 10)), served_on="2025-01-10", payable=True)
    due = next(d for d in deadlines([served], served.at) if d.id == "suit").due
    assert due is not None
    assert local_date(due) == date(2025, 7, 10)
    lapsed = event(
        2, "DeadlineLapsed", due + timedelta(days=2), deadline="suit", due=due, run="suit/1"
    )
    clocks = deadlines([served, lapsed], lapsed.at)
    court = next(d for d in clocks if d.id == "court_application")
    assert (court.started_at, local_date(court.due)) == (due, date(2025, 10, 10))  # type: ignore[arg-type]
    paid = event(2, "FinePaidInFull", at(date(2025, 1, 20)))
    clocks = deadlines([served, paid, lapsed], lapsed.at)
    assert "court_application" not in {d.id for d in clocks}


def test_every_row_names_its_law_and_no_two_overlap() -> None:
    rows = deadline_rows()
    for row in rows:
        assert row.basis, row.id
        assert row.mark in {"V", "S", "M"}, row.id
        assert row.start, row.id
        assert all(e.basis and e.by for e in row.extensions), row.id
    for one in rows:
        for other in rows:
            if one is not other and one.id == other.id:
                assert not (one.in_force(other.valid_from) and other.in_force(other.valid_from))


def test_pause_extend_and_period_acts(bureau: Any) -> None:
    no = bureau.filed()
    rest = k.PauseClock(
        case_no=no, ground=k.PauseGround.APPRAISAL, reason="委托鉴定", **bureau.commissioned(no)
    )
    bureau.do("ins1", rest)
    with pytest.raises(Refusal) as twice:
        bureau.do("ins1", rest)
    assert twice.value.code == "ALREADY_DONE"
    bureau.wait(40)
    done = k.ResumeClock(case_no=no, ground=k.PauseGround.APPRAISAL, result="鉴定意见已出")
    bureau.do("ins1", done)
    by_id = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert local_date(by_id["decision"].due) == date(2026, 3, 2) + timedelta(days=130)
    bureau.ask_later(no)
    bureau.wait(200)
    with pytest.raises(Refusal) as over:
        bureau.do("head", c.ExtendDecision(case_no=no, days=30, reason="晚了"))
    assert over.value.code == "PERIOD_OVER"


def test_a_clock_that_rests_is_nobodys_next_deadline(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do(
        "ins1",
        k.PauseClock(
            case_no=no, ground=k.PauseGround.APPRAISAL, reason="委托鉴定", **bureau.commissioned(no)
        ),
    )
    bureau.wait(200)
    clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    resting = [d for d in clocks if d.clock is Clock.PAUSED]
    assert [d.id for d in resting] == ["decision"]
    assert next_of(resting) is None
    bureau.do("ins1", k.ResumeClock(case_no=no, ground=k.PauseGround.APPRAISAL, result="已出"))
    again = [d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == "decision"]
    assert next_of(again) == again[0].due


def test_a_period_from_outside(bureau: Any) -> None:
    no = bureau.opened()
    start = k.StartPeriod(case_no=no, period="flight_rectification", starts_on=bureau.today)
    for bad, code in (
        (replace(start, period="decision"), "BAD_VALUE"),
        (replace(start, period="nothing"), "NOT_FOUND"),
        (replace(start, starts_on=bureau.today + timedelta(days=1)), "DATE_ORDER"),
    ):
        with pytest.raises(Refusal) as refused:
            bureau.do("ins1", bad)
        assert refused.value.code == code
    bureau.do("ins1", start)
    other = replace(start, period="reporter_feedback")
    bureau.do("ins1", other)
    bureau.do("ins1", k.EndPeriod(case_no=no, period="reporter_feedback", result="已反馈"))
    by_id = {d.id: d.clock for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert by_id["flight_rectification"] is Clock.RUNNING
    assert by_id["reporter_feedback"] is Clock.MET


def test_a_named_reporter_is_told_within_five_days_of_the_filing(bureau: Any) -> None:
    def feedback(no: str) -> list[Any]:
        clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
        return [one for one in clocks if one.id == "reporter_feedback"]

    assert feedback(bureau.filed()) == []
    named = bureau.filed(real_name=True, case_no="C2")
    (told,) = feedback(named)
    assert told.clock is Clock.RUNNING
    assert local_date(told.due) == local_date(bureau.at) + timedelta(days=7)
    with pytest.raises(Refusal) as twice:
        bureau.do(
            "ins1",
            k.StartPeriod(case_no=named, period="reporter_feedback", starts_on=bureau.today),
        )
    assert twice.value.code == "ALREADY_DONE"
    bureau.do("ins1", k.EndPeriod(case_no=named, period="reporter_feedback", result="已电话反馈"))
    assert [one.clock for one in feedback(named)] == [Clock.MET]
    declined = bureau.opened("C3", real_name=True)
    bureau.declined(declined, "证据不足")
    assert [one.clock for one in feedback(declined)] == [Clock.RUNNING]


def test_who_gave_his_name_came_by_tip_or_letter(bureau: Any) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.opened(real_name=True, source=c.Source.FINDING)
    assert refused.value.code == "BAD_VALUE"


def test_runs_have_names_of_their_own() -> None:
    day = date(2026, 3, 2)
    events = [
        event(1, "LegalReviewSubmitted", at(day)),
        event(2, "LegalityReviewed", at(day)),
        event(3, "LegalReviewSubmitted", at(day)),
    ]
    assert [run.id for run in fold_runs(events)] == ["legal_review/1", "legal_review/3"]
