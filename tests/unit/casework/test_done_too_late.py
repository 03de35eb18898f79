"""What was over before the beat came is said all the same: done too late, void, or extended since."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.timeline import summary_of
from casework.actors import BEAT
from casework.clocks.deadlines import deadlines
from casework.clocks.marks import due_marks, next_mark
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from casework.events import Event
from casework.notices.rows import To, settled_days
from casework.notices.tell import hears, told
from casework.refusal import Refusal

CASE = "case:C1"
ENDS = ("DeadlineOverdue", "DeadlineLapsed")


def beat(bureau: Any) -> list[str]:
    kinds: list[str] = bureau.do(BEAT, MarkDeadlines(stream=CASE))
    return kinds


def said(bureau: Any) -> list[Event]:
    return [event for event in bureau.streams[CASE] if event.type in ENDS]


def late_filing(bureau: Any) -> str:
    """A lead of 2 March, whose 15 working days end on the 23rd, is filed on the 30th."""
    no: str = bureau.opened()
    bureau.staffed(no)
    bureau.wait(28)
    bureau.file(no)
    return no


def test_what_was_done_too_late_is_said_once(bureau: Any) -> None:
    late_filing(bureau)
    mark = next_mark(bureau.streams[CASE], bureau.at)
    assert mark is not None
    assert mark < bureau.at
    assert beat(bureau) == ["DeadlineOverdue"]
    (event,) = said(bureau)
    assert event.data["deadline"] == "clue_check"
    assert str(event.data["due"]).startswith("2026-03-23T15:59:59")
    assert str(event.data["settled_at"]).startswith("2026-03-30")
    assert beat(bureau) == []
    coming = next_mark(bureau.streams[CASE], bureau.at)
    assert coming is not None
    assert coming > bureau.at


def test_a_right_that_ran_out_before_it_became_void_is_said(bureau: Any) -> None:
    """The review of the law is asked for once the party may ask for no hearing any more."""
    no = bureau.noticed(months=6)
    bureau.wait(20)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.SILENT))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    live = {one.id for one in deadlines(bureau.streams[CASE], bureau.at)}
    assert "hearing_request" not in live
    beat(bureau)
    assert {str(e.data["deadline"]) for e in said(bureau)} >= {"hearing_request", "defence"}
    assert beat(bureau) == []


def test_a_right_that_became_void_in_time_is_not_said(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("head", c.TerminateCase(case_no=no, reasons="违法事实不能成立"))
    bureau.wait(60)
    beat(bureau)
    assert "hearing_request" not in {str(e.data["deadline"]) for e in said(bureau)}


def granted(bureau: Any) -> tuple[str, date]:
    """A fine of two parts; the day on which the first is due."""
    no: str = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today, receipt="签收"))
    first = bureau.today + timedelta(days=30)
    parts = (
        c.Instalment(first, Decimal("4000.00")),
        c.Instalment(first + timedelta(days=30), Decimal("4226.00")),
    )
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="困难"))
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="困难"))
    beat(bureau)
    return no, first


@pytest.mark.parametrize(("after", "late"), [(0, []), (3, ["payment"])])
def test_an_instalment_is_late_by_the_day_on_which_it_was_paid(
    bureau: Any, after: int, late: list[str]
) -> None:
    """Its payment moves the day on to the next part before the beat comes."""
    no, first = granted(bureau)
    before = len(said(bureau))
    bureau.wait(35)
    pay = c.RecordPayment(
        case_no=no, kind=c.PaymentKind.FINE, amount=Decimal("4000.00"), voucher="票1",
        paid_on=first + timedelta(days=after),
    )  # fmt: skip
    assert "InstalmentMet" in bureau.do("ins1", pay)
    beat(bureau)
    found = [e.data["deadline"] for e in said(bureau)[before:] if e.type == "DeadlineOverdue"]
    assert [one for one in found if one == "payment"] == late
    assert beat(bureau) == []


def test_what_came_of_a_right_that_was_over_anyway_is_not_begun_again(bureau: Any) -> None:
    """The decision fell after the six months to sue, before the beat: no time runs to go to court with it."""
    no = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today, receipt="签收"))
    bureau.wait(200)
    fell = c.AnnulDecision(
        case_no=no, by="市医保局", document_no="撤1号", annulled_on=bureau.today, reasons="发现错误"
    )
    bureau.do("head", fell)
    beat(bureau)
    assert "suit" in {str(e.data["deadline"]) for e in said(bureau)}
    clocks = {one.id for one in deadlines(bureau.streams[CASE], bureau.at)}
    assert "court_application" not in clocks


@pytest.mark.parametrize(("days", "told_of"), [(0, True), (40, False)])
def test_supervisors_hear_of_it_unless_it_is_long_past(
    bureau: Any, days: int, told_of: bool
) -> None:
    no = late_filing(bureau)
    bureau.wait(days)
    beat(bureau)
    (event,) = [e for e in said(bureau) if e.data["deadline"] == "clue_check"]
    case = bureau.state(f"case:{no}")
    found = told(case, [event])
    assert bool(found) is told_of
    assert settled_days() == 30
    for one in found:
        assert one.zh == "已逾期：线索核查（决定是否立案）（逾期至 2026-03-30）"
        assert one.en == "overdue: clue check (until 2026-03-30)"
        heard = {who for who, a in bureau.people.items() if hears(case, one, a, bureau.at)}
        assert heard == {"ins1", "ins2", "sup"}
        assert To.WAITING not in one.to


def test_the_story_says_when_it_fell_due_and_until_when_it_was_late(bureau: Any) -> None:
    late_filing(bureau)
    beat(bureau)
    (event,) = said(bureau)
    assert summary_of(event, "zh").startswith("2026-03-23 届满 · 逾期至 2026-03-30 · 线索核查")
    assert summary_of(event, "en").startswith("Due on 2026-03-23 · Late until 2026-03-30 · Clue")


def walk(bureau: Any) -> None:
    """From the lead to the decision, as far as the days allow."""
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.SILENT))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=OFFICERS))


OFFICERS = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins3", "皖03"))


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 25), st.booleans()), min_size=40, max_size=40))
def test_a_late_beat_says_what_a_punctual_one_did(
    new_bureau: Any, days: list[tuple[int, bool]]
) -> None:
    """The same acts on the same days: the one comes before each, the other now and then and at the end."""
    found = []
    for punctual in (True, False):
        bureau = waiting(new_bureau, days, punctual=punctual)
        with suppress(Refusal):  # The day may be past on which an act is possible.
            walk(bureau)
        beat(bureau)
        assert not due_marks(bureau.streams[CASE], bureau.at)
        found.append([(e.type, e.data["deadline"], e.data["due"]) for e in said(bureau)])
    assert sorted(found[0]) == sorted(found[1])
    assert len(set(found[1])) == len(found[1])


def waiting(new_bureau: Any, days: list[tuple[int, bool]], *, punctual: bool) -> Any:
    """A bureau that lets days pass before each act; the beat comes then, or only where it says so."""
    gaps = iter(days)

    class Waiting(new_bureau):  # type: ignore[misc]
        def do(self, who: Any, command: Any) -> list[str]:
            if who is not BEAT and self.streams.get(CASE):
                gap, comes = next(gaps, (0, False))
                self.at += timedelta(days=gap)
                if punctual or comes:
                    self.streams[CASE] += self.would(BEAT, MarkDeadlines(stream=CASE))
            kinds: list[str] = super().do(who, command)
            return kinds

    return Waiting()
