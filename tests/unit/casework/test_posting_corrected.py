"""Announcements, notices of a hearing and orders to correct: what was entered wrongly of their service."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from tests.unit.casework.test_announcement import effective, post, serve
from tests.unit.casework.test_correction import found, ordered
from tests.unit.casework.test_correction import serve as serve_order
from tests.unit.casework.test_hearing import announced, told
from tests.unit.casework.test_service_corrected import correction, receipt

DECISION, HEARING, ORDER = c.Served.DECISION, c.Served.HEARING, c.Served.CORRECTION


def posting(no: str, on: date, paper: str, **more: Any) -> c.CorrectAnnouncement:
    given = {"served": DECISION, "where": "本局网站、公告栏", "reasons": "日期录错", **more}
    return c.CorrectAnnouncement(case_no=no, posted_on=on, document=paper, **given)


def clocks(bureau: Any, no: str) -> dict[str, Any]:
    return {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}


def test_an_announcement_that_runs_runs_from_its_right_day(bureau: Any) -> None:
    no = effective(bureau)
    first = bureau.today
    bureau.wait(20)
    bureau.do("ins1", post(bureau, no, DECISION, posted_on=first))
    right = first + timedelta(days=12)
    paper = receipt(bureau, no, "公告文本")
    put = posting(no, right, paper)
    for who in ("ins1", "legal", "vice", "office"):
        assert bureau.refused(who, put) == "ROLE_REQUIRED"
    assert bureau.refused("sup", replace(put, reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("sup", replace(put, document="无此件")) == "NOT_FOUND"
    assert bureau.refused("sup", replace(put, posted_on=first)) == "ALREADY_DONE"
    early, late = first - timedelta(days=9), bureau.today + timedelta(days=1)
    assert bureau.refused("sup", replace(put, posted_on=early)) == "DATE_ORDER"
    assert bureau.refused("sup", replace(put, posted_on=late)) == "DATE_ORDER"
    assert bureau.refused("sup", replace(put, served=HEARING)) == "STEP_MISSING"
    assert bureau.do("sup", put) == ["AnnouncementCorrected"]
    bureau.wait(15)
    # Thirty days of the wrong day are over, of the right one not.
    assert bureau.refused("ins1", serve(bureau, no)) == "PERIOD_RUNNING"
    bureau.wait(10)
    bureau.do("ins1", serve(bureau, no))
    assert bureau.state(f"case:{no}").served_on == right + timedelta(days=30)
    said = next(
        one.data for one in bureau.streams[f"case:{no}"] if one.type == "AnnouncementCorrected"
    )
    assert (said["was_on"], said["posted_on"]) == (first.isoformat(), right.isoformat())


def test_what_was_served_by_it_counts_from_the_right_day_once_that_is_over(bureau: Any) -> None:
    no = effective(bureau)
    first = bureau.today
    bureau.wait(40)
    bureau.do("ins1", post(bureau, no, DECISION, posted_on=first))
    bureau.do("ins1", serve(bureau, no))
    right = first + timedelta(days=20)
    paper = receipt(bureau, no, "公告文本")
    assert bureau.refused("sup", posting(no, right, paper)) == "PERIOD_RUNNING"
    assert bureau.state(f"case:{no}").served_on == first + timedelta(days=30)
    bureau.wait(15)
    done = bureau.do("sup", posting(no, right, paper))
    assert done == ["AnnouncementCorrected", "ServiceCorrected"]
    case = bureau.state(f"case:{no}")
    assert case.served_on == right + timedelta(days=30)
    assert case.services[-1].way == c.ServiceWay.ANNOUNCEMENT.value
    due = clocks(bureau, no)["payment"]
    assert due.clock is Clock.RUNNING
    assert (due.due.date() - case.served_on).days == 15


def test_whoever_posted_it_corrects_nothing(bureau: Any) -> None:
    no = effective(bureau)
    first = bureau.today
    bureau.wait(5)
    bureau.do("ins1", post(bureau, no, DECISION, posted_on=first))
    person = bureau.people["ins1"].person
    bureau.people["sup2"] = replace(bureau.people["sup"], account="sup2", person=person)
    put = posting(no, bureau.today, receipt(bureau, no))
    assert bureau.refused("sup2", put) == "FOUR_EYES"


@pytest.fixture
def asked(bureau: Any) -> str:
    """A case whose party asked for a hearing, set for the sixteenth day from now."""
    no: str = bureau.noticed(months=6)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    bureau.chaired(no)
    bureau.do("ins1", announced(bureau, no, days=16))
    bureau.issue(no, "hearing_call")
    return no


def test_the_notice_of_a_hearing_is_corrected_and_the_seven_days_run_from_its_right_day(
    bureau: Any, asked: str
) -> None:
    first = bureau.today
    bureau.wait(2)
    bureau.do("ins1", replace(told(bureau, asked), served_on=first))
    right = first + timedelta(days=2)
    put = correction(asked, right, receipt(bureau, asked), HEARING)
    assert bureau.do("sup", put) == ["ServiceCorrected"]
    case = bureau.state(f"case:{asked}")
    assert (case.hearing.served_on, case.services[-1].on) == (right, right)
    run = clocks(bureau, asked)["hearing_notice"]
    assert run.started_at.date() in {right, right - timedelta(days=1)}


def test_a_notice_that_came_too_late_is_not_put_right_but_told_anew(
    bureau: Any, asked: str
) -> None:
    first = bureau.today
    bureau.wait(12)
    bureau.do("ins1", replace(told(bureau, asked), served_on=first))
    late = correction(asked, bureau.today, receipt(bureau, asked), HEARING)
    assert bureau.refused("sup", late) == "HEARING_TOO_SOON"


def test_an_order_is_corrected_and_what_was_found_before_it_was_served_is_found_anew(
    bureau: Any,
) -> None:
    no = bureau.investigated()
    bureau.evidence("E1")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="复查情况"))
    ordered(bureau, no)
    bureau.issue(no, "correction")
    first = bureau.today
    bureau.do("ins1", serve_order(bureau, no))
    refused = c.CorrectionResult.REFUSED_TO_CORRECT
    bureau.do("ins1", found(bureau, no, refused))
    bureau.wait(3)
    paper = receipt(bureau, no)
    over = correction(no, first + timedelta(days=40), paper, ORDER)
    bureau.at += timedelta(days=45)
    assert bureau.refused("sup", over) == "DATE_ORDER"
    right = first + timedelta(days=2)
    assert bureau.do("sup", correction(no, right, paper, ORDER)) == ["ServiceCorrected"]
    order = bureau.state(f"case:{no}").corrections[-1]
    assert (order.served_on, order.result) == (right, None)
    # What became of it is open again, also for its clock.
    assert clocks(bureau, no)["correction"].clock is Clock.OVERDUE
    bureau.do("ins1", found(bureau, no, refused))
    assert bureau.state(f"case:{no}").corrections[-1].in_vain


def test_a_proposal_that_rests_on_it_is_returned_first(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.evidence("E1")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="复查情况"))
    ordered(bureau, no)
    bureau.issue(no, "correction")
    first = bureau.today
    bureau.do("ins1", serve_order(bureau, no))
    bureau.do("ins1", found(bureau, no, c.CorrectionResult.REFUSED_TO_CORRECT))
    bureau.do("ins1", bureau.proposal(no))
    bureau.wait(3)
    put = correction(no, first + timedelta(days=2), receipt(bureau, no), ORDER)
    assert bureau.refused("sup", put) == "STEP_MISSING"
