"""Days on site follow each other: notice, start, paper, reply, signature, today; and when things were taken."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands import inspection as i
from tests.unit.casework.test_aside import hold
from tests.unit.casework.test_inspection import HOW, NO, paper, planned, reply, sign, started

DAY = timedelta(days=1)


def start(day: date) -> i.StartInspection:
    shown = {"certificates_shown": True, "recusal_told": True}
    site = {"place": "病案室", "received_by": "王某"}
    return i.StartInspection(inspection_no=NO, started_on=day, **site, **shown)


def test_nobody_goes_on_site_before_the_notice(bureau: Any) -> None:
    planned(bureau)
    first = bureau.today
    assert bureau.refused("ins1", start(first - DAY)) == "DATE_ORDER"
    bureau.wait(3)
    assert bureau.refused("ins1", start(first - DAY)) == "DATE_ORDER"
    assert bureau.do("ins1", start(first)) == ["InspectionStarted"]


def test_a_notice_that_is_entered_late_lets_in_from_the_day_that_it_names(bureau: Any) -> None:
    early = bureau.today - timedelta(days=4)
    planned(bureau, starts_on=early)
    assert bureau.refused("ins1", start(early - DAY)) == "DATE_ORDER"
    assert bureau.do("ins1", start(early)) == ["InspectionStarted"]


def test_a_reply_follows_its_paper_and_a_signature_both(bureau: Any) -> None:
    started(bureau)
    bureau.wait(2)
    bureau.do("ins1", paper())
    written = bureau.today
    early = replace(reply(), replied_on=written - DAY)
    assert bureau.refused("ins1", early) == "DATE_ORDER"
    gone = sign(
        HOW.REFUSED_TO_SIGN, signed_on=written - DAY, signer="", witness="李某", witness_unit="居委会",
        what_happened="拒签",
    )  # fmt: skip
    assert bureau.refused("ins1", gone) == "DATE_ORDER"
    bureau.wait(2)
    bureau.do("ins1", replace(reply(), replied_on=written + DAY))
    assert bureau.refused("ins1", sign(signed_on=written)) == "DATE_ORDER"
    assert bureau.do("ins1", sign(signed_on=written + DAY)) == ["PaperSigned"]


def clock(bureau: Any, row: str) -> Any:
    return next(one for one in deadlines(bureau.streams["case:C1"], bureau.at) if one.id == row)


def test_what_was_taken_yesterday_is_to_be_approved_a_day_after_that(bureau: Any) -> None:
    bureau.investigated()
    taken = bureau.at - timedelta(hours=20)
    asked = replace(hold(c.HoldKind.SEALING, urgent=True), held_at=taken)
    later = replace(asked, held_at=bureau.at + timedelta(hours=1))
    assert bureau.refused("ins1", later) == "DATE_ORDER"
    assert bureau.refused("ins1", replace(asked, urgent=False)) == "BAD_VALUE"
    bureau.do("ins1", asked)
    assert clock(bureau, "hold_approval").due == taken + timedelta(hours=24)
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    assert bureau.state("case:C1").holds[0].asked_on == (taken + timedelta(hours=8)).date()
    sealed = clock(bureau, "sealing")
    assert (sealed.started_at + timedelta(hours=8)).date() == (taken + timedelta(hours=8)).date()


@pytest.mark.parametrize("hours", [25, 24 * 40])
def test_what_was_taken_too_long_ago_is_approved_no_more(bureau: Any, hours: int) -> None:
    bureau.investigated()
    asked = replace(
        hold(c.HoldKind.SEALING, urgent=True), held_at=bureau.at - timedelta(hours=hours)
    )
    bureau.do("ins1", asked)
    assert clock(bureau, "hold_approval").clock is Clock.OVERDUE
    decide = c.DecideHold(case_no="C1", hold_id="H1", approve=True)
    assert bureau.refused("head", decide) == "PERIOD_OVER"
