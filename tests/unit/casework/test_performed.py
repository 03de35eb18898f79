"""A handling goes to court on a written decision to perform, served, and within its last day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.actors import BEAT
from casework.clocks.calendars import add_months, local_date
from casework.clocks.deadlines import deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from casework.decide import next_actions
from casework.refusal import Refusal
from casework.waits import waits_for
from tests.unit.casework.test_handling_remedies import handled

DIRECT = c.ServiceWay.DIRECT


def asks(no: str) -> c.ApplyToCourt:
    return c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="申1号")


def performs(no: str, **given: Any) -> a.DecideToPerform:
    values = {"decision_no": "云医保履〔2026〕1号", "reasons": "经催告仍未履行"} | given
    return a.DecideToPerform(case_no=no, **values)


def serves(bureau: Any, no: str, **given: Any) -> c.ServePaper:
    values = {"served": c.Served.PERFORMANCE, "way": DIRECT, "served_on": bureau.today} | given
    return c.ServePaper(case_no=no, **values)


def pressed(bureau: Any) -> str:
    """A served handling whose money is overdue, and that was pressed for it in vain."""
    no: str = handled(bureau)
    bureau.wait(30)
    bureau.issue(no, "pressing", "agency")
    bureau.do("agency", c.PressPayment(case_no=no, way=DIRECT, served_on=bureau.today))
    return no


def told(bureau: Any) -> str:
    """The same, once it was told in writing to perform."""
    no = pressed(bureau)
    bureau.wait(30)
    bureau.do("chief", performs(no))
    bureau.performance_served(no)
    return no


def test_the_court_is_asked_once_the_institution_was_told_to_perform_and_cannot_sue(
    bureau: Any,
) -> None:
    no = pressed(bureau)
    with pytest.raises(Refusal, match="要求履行协议的书面决定") as refused:
        bureau.do("chief", asks(no))
    assert refused.value.code == "STEP_MISSING"
    assert bureau.refused("chief", performs(no)) == "PERIOD_RUNNING"
    bureau.wait(20)
    for who in ("agency", "sup", "head"):
        assert bureau.refused(who, performs(no)) == "ROLE_REQUIRED"
    assert bureau.refused(bureau.promoted("agency"), performs(no)) == "FOUR_EYES"
    assert bureau.refused("chief", performs(no, days=0)) == "BAD_VALUE"
    assert bureau.refused("chief", performs(no, decision_no=" ")) == "FIELD_REQUIRED"
    assert bureau.do("chief", performs(no)) == ["PerformanceDecided"]
    assert bureau.refused("chief", performs(no)) == "ALREADY_DONE"
    assert bureau.refused("agency", serves(bureau, no)) == "NOT_ISSUED"
    bureau.signed(no, "performance_decision")
    # What the head of the agency signed of the handling is not the approval of this.
    with pytest.raises(Refusal, match="要求履行协议的《协议处理审批表》") as unsigned:
        bureau.do("agency", serves(bureau, no))
    assert unsigned.value.code == "NOT_EFFECTIVE"
    bureau.signed(no, "handling_approval")
    assert bureau.refused("ins1", serves(bureau, no)) == "NOT_AN_OFFICER"
    assert bureau.do("agency", serves(bureau, no)) == ["PerformanceServed"]
    assert bureau.refused("agency", serves(bureau, no)) == "STEP_MISSING"
    case = bureau.state(f"case:{no}")
    assert (case.performance.days, case.performance_on) == (15, bureau.today)
    assert case.performance.recovery == case.decision.recovery
    assert bureau.refused("chief", asks(no)) == "PERIOD_RUNNING"
    clocks = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert {"performance_review", "performance_suit"} <= clocks.keys()
    assert local_date(clocks["performance_suit"].due) >= add_months(bureau.today, 6)
    bureau.at = clocks["performance_suit"].due + timedelta(days=1)
    # It is the agency's matter: its own head asks, and the bureau's does not.
    assert bureau.refused("head", asks(no)) == "ROLE_REQUIRED"
    assert bureau.do("chief", asks(no)) == ["CourtApplied"]


def test_the_court_has_a_last_day(bureau: Any) -> None:
    # The holidays of 2027 are not published yet: all of it lies in 2026.
    bureau.at = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
    no = told(bureau)
    stream = f"case:{no}"
    suit = {x.id: x for x in deadlines(bureau.streams[stream], bureau.at)}["performance_suit"]
    bureau.at = suit.due + timedelta(days=2)
    bureau.do(BEAT, MarkDeadlines(stream=stream))
    clocks = {x.id: x for x in deadlines(bureau.streams[stream], bureau.at)}
    last = clocks["handling_court_application"]
    assert local_date(last.due) >= add_months(local_date(suit.due), 3)
    bureau.at = last.due - timedelta(minutes=1)
    assert [e.type for e in bureau.would("chief", asks(no))] == ["CourtApplied"]
    bureau.at = last.due + timedelta(days=1)
    assert bureau.refused("chief", asks(no)) == "PERIOD_OVER"
    # What the court can no longer collect is for the head to write off.
    assert "WriteOff" in {
        x.name for x in next_actions(bureau.state(stream), bureau.people["head"], bureau.at)
    }


def test_the_decision_is_the_agencys_heads_next_step(bureau: Any) -> None:
    no = pressed(bureau)
    bureau.wait(20)
    case = bureau.state(f"case:{no}")
    (first, *_) = next_actions(case, bureau.people["chief"], bureau.at)
    assert (first.name, first.primary) == ("DecideToPerform", True)
    assert {"agency_head"} <= {str(role) for role in waits_for(case, bureau.at).roles}


def remedy(no: str, day: date, **given: Any) -> c.RecordRemedy:
    values = {
        "kind": c.RemedyKind.REVIEW, "body": "市政府", "filed_on": day, "document_no": "复1",
        "performance": True,
    }  # fmt: skip
    return c.RecordRemedy(case_no=no, **(values | given))


def closes(bureau: Any, no: str, outcome: c.RemedyOutcome, **more: Any) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=outcome, decided_on=bureau.today, document_no="复2",
        reasons="r", **more,
    )  # fmt: skip


def test_a_review_against_it_leaves_the_handling_alone(bureau: Any) -> None:
    no = pressed(bureau)
    assert bureau.refused("legal", remedy(no, bureau.today)) == "STEP_MISSING"
    bureau.wait(20)
    bureau.do("chief", performs(no))
    bureau.performance_served(no)
    assert bureau.do("legal", remedy(no, bureau.today)) == ["RemedyRecorded"]
    assert bureau.refused("chief", asks(no)) == "STEP_MISSING"
    bureau.wait(30)
    assert bureau.refused("legal", closes(bureau, no, c.RemedyOutcome.CHANGED)) == "BAD_VALUE"
    fell = closes(bureau, no, c.RemedyOutcome.ANNULLED)
    assert bureau.do("legal", fell) == ["RemedyClosed", "PerformanceAnnulled"]
    case = bureau.state(f"case:{no}")
    assert (case.performance, case.performance_on, case.annulled) == (None, None, False)
    # Another may be made in its place.
    assert bureau.do("chief", performs(no, decision_no="云医保履〔2026〕2号")) == [
        "PerformanceDecided"
    ]


def test_one_that_is_upheld_leaves_fifteen_days_to_sue(bureau: Any) -> None:
    no = told(bureau)
    bureau.do("legal", remedy(no, bureau.today))
    bureau.wait(30)
    bureau.do("legal", closes(bureau, no, c.RemedyOutcome.UPHELD))
    suit = {x.id: x for x in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    left = local_date(suit["performance_suit"].due) - bureau.today
    assert timedelta(days=15) <= left < timedelta(days=25)
    bureau.wait(30)
    assert bureau.do("chief", asks(no)) == ["CourtApplied"]


def test_a_handling_that_went_to_court_before_that_was_asked_stays_there(bureau: Any) -> None:
    no = told(bureau)
    bureau.at += timedelta(days=200)
    bureau.do("chief", asks(no))
    stream = f"case:{no}"
    kept = [e for e in bureau.streams[stream] if not e.type.startswith("Performance")]
    bureau.streams[stream] = [replace(e, seq=n) for n, e in enumerate(kept, 1)]
    case = bureau.state(stream)
    assert case.court_applied
    assert case.performance is None
