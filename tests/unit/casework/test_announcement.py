"""Service by announcement: thirty days by the clock engine, and what follows from that day."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.clocks.deadlines import deadlines
from casework.clocks.marks import next_mark
from casework.commands import case as c
from casework.commands.documents import VoidForm
from casework.refusal import Refusal

BY_NOTICE = c.ServiceWay.ANNOUNCEMENT


def post(bureau: Any, no: str, served: c.Served, **more: Any) -> c.PostAnnouncement:
    given = {"posted_on": bureau.today, "where": "本局网站、公告栏", "reasons": "下落不明"}
    return c.PostAnnouncement(case_no=no, served=served, **{**given, **more})


def serve(bureau: Any, no: str) -> c.ServeDecision:
    return c.ServeDecision(case_no=no, way=BY_NOTICE, served_on=bureau.today)


def effective(bureau: Any) -> str:
    no = bureau.decided()
    bureau.sealed(no)
    return no


def test_a_decision_is_served_on_the_day_on_which_thirty_days_end(bureau: Any) -> None:
    no = effective(bureau)
    assert bureau.refused("ins1", serve(bureau, no)) == "STEP_MISSING"
    posted = bureau.today
    assert bureau.do("ins1", post(bureau, no, c.Served.DECISION)) == ["AnnouncementPosted"]
    assert bureau.refused("ins1", post(bureau, no, c.Served.DECISION)) == "ALREADY_DONE"
    bureau.wait(29)
    assert bureau.refused("ins1", serve(bureau, no)) == "PERIOD_RUNNING"
    # Whenever it is recorded: the day is that of the law, and so are the days that follow from it.
    bureau.wait(12)
    bureau.do("ins1", serve(bureau, no))
    case = bureau.state(f"case:{no}")
    assert case.served_on == posted + timedelta(days=30)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    due = clocks["payment"].due
    assert due is not None
    assert (due + timedelta(hours=8)).date() >= case.served_on + timedelta(days=15)
    assert (due + timedelta(hours=8)).date() < bureau.today + timedelta(days=15)


def test_the_time_to_serve_rests_and_nothing_is_overdue(bureau: Any) -> None:
    no = effective(bureau)
    bureau.do("ins1", post(bureau, no, c.Served.DECISION))
    bureau.wait(25)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["service"].clock.value == "paused"
    assert clocks["announcement"].due is not None
    assert "九十五条" in clocks["announcement"].basis


def test_the_time_to_decide_rests_while_the_notice_is_announced(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))

    def due() -> Any:
        runs = deadlines(bureau.streams[f"case:{no}"], bureau.at)
        return next(d for d in runs if d.id == "decision").due

    before = due()
    assert bureau.refused("ins1", post(bureau, no, c.Served.NOTICE)) == "NOT_ISSUED"
    bureau.issue(no, "notice")
    bureau.do("ins1", post(bureau, no, c.Served.NOTICE))
    bureau.wait(31)
    notice = c.ServeNotice(case_no=no, way=BY_NOTICE, served_on=bureau.today)
    assert bureau.do("ins1", notice) == ["NoticeServed"]
    assert due() - before >= timedelta(days=30)


def test_only_a_paper_that_waits_is_announced_by_who_is_in_charge(bureau: Any) -> None:
    no = bureau.decided()
    decision = post(bureau, no, c.Served.DECISION)
    assert bureau.refused("ins1", decision) == "NOT_EFFECTIVE"
    bureau.sealed(no)
    assert bureau.refused("ins3", decision) == "NOT_AN_OFFICER"
    assert bureau.refused("sup", decision) == "ROLE_REQUIRED"
    early = post(bureau, no, c.Served.DECISION, posted_on=bureau.today - timedelta(days=40))
    assert bureau.refused("ins1", early) == "DATE_ORDER"
    late = post(bureau, no, c.Served.DECISION, posted_on=bureau.today + timedelta(days=1))
    assert bureau.refused("ins1", late) == "DATE_ORDER"
    for served in (c.Served.NOTICE, c.Served.PRESSING, c.Served.HANDLING):
        assert bureau.refused("ins1", post(bureau, no, served)) == "STEP_MISSING"


def spot(loss: str | None) -> c.DecideOnSpot:
    return c.DecideOnSpot(
        case_no="C1", officers=("ins1", "ins2"), article_id="tiaoli-38-3",
        base_loss=None if loss is None else Decimal(loss), multiple=Decimal(1), present="法定代表人王某", place="门诊",
        decision_no="当罚1号", told=True, defence="无异议", reasons="事实清楚",
    )  # fmt: skip


def test_on_the_spot_the_lines_say_the_loss(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    # What is suspected is no loss: nobody is fined for lines that were not judged.
    assert bureau.refused("ins1", spot("4113.00")) == "STEP_MISSING"
    fixed = replace(spot(None), multiple=None, fixed_amount=Decimal(1000))
    assert bureau.refused("ins1", fixed) == "STEP_MISSING"
    bureau.do("ins1", c.ListLines(case_no=no))
    assert bureau.refused("ins1", spot(None)) == "STEP_MISSING"
    bureau.lost(no, "1200.00")
    assert bureau.refused("ins1", spot("1000.00")) == "LOSS_NOT_CONFIRMED"
    bureau.do("ins1", spot(None))
    decision = bureau.state(f"case:{no}").decision
    assert (decision.recovery, decision.fine) == (Decimal("1200.00"), Decimal("1200.00"))


def test_nothing_is_mitigated_on_the_spot(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1200.00")
    before = len(bureau.streams[f"case:{no}"])
    for multiple in ("0", "0.5", "0.99"):
        with pytest.raises(Refusal, match="普通程序") as refused:
            bureau.do("ins1", replace(spot(None), multiple=Decimal(multiple)))
        assert refused.value.code == "MITIGATED_ON_SPOT"
        assert "ordinary way" in refused.value.message_en
    fixed = replace(spot(None), article_id="tiaoli-39-1", multiple=None)
    for amount in ("0", "9999.99"):
        low = replace(fixed, fixed_amount=Decimal(amount))
        assert bureau.refused("ins1", low) == "MITIGATED_ON_SPOT"
    # Above the band is no mitigation, nor is a figure that is none.
    assert bureau.refused("ins1", replace(spot(None), multiple=Decimal(3))) == "OUTSIDE_BAND"
    assert bureau.refused("ins1", replace(spot(None), multiple=Decimal("NaN"))) == "OUTSIDE_BAND"
    assert len(bureau.streams[f"case:{no}"]) == before
    assert "CaseDecidedOnSpot" in bureau.do("ins1", spot(None))


def test_a_void_paper_ends_its_announcement(bureau: Any) -> None:
    """The notice is voided and issued anew: what stood in public serves nothing, the time runs on."""
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    wrong = bureau.issue(no, "notice")
    bureau.do("ins1", post(bureau, no, c.Served.NOTICE))
    bureau.wait(10)
    gone = VoidForm(case_no=no, issue_id=wrong, reason="金额有误")
    assert bureau.do("ins1", gone) == ["FormVoided", "AnnouncementEnded"]
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "announcement" not in clocks
    assert clocks["decision"].clock.value == "running"
    bureau.issue(no, "notice")
    bureau.wait(31)
    notice = c.ServeNotice(case_no=no, way=BY_NOTICE, served_on=bureau.today)
    assert bureau.refused("ins1", notice) == "STEP_MISSING"
    assert bureau.do("ins1", post(bureau, no, c.Served.NOTICE)) == ["AnnouncementPosted"]


def test_another_void_paper_ends_no_announcement(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    papers = [bureau.issue(no, form) for form in ("notice", "scene", "notice")]
    bureau.do("ins1", post(bureau, no, c.Served.NOTICE))
    for paper in papers[:2]:
        gone = VoidForm(case_no=no, issue_id=paper, reason="重复")
        assert bureau.do("ins1", gone) == ["FormVoided"]


def decision_clock(bureau: Any, no: str) -> Any:
    return next(d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == "decision")


def test_an_order_that_is_announced_rests_the_decision_until_it_is_served(bureau: Any) -> None:
    no = bureau.investigated()
    until = bureau.today + timedelta(days=60)
    bureau.do("ins1", c.OrderCorrection(case_no=no, what="建立制度", until=until, basis="条例39"))
    bureau.issue(no, "correction")
    before = decision_clock(bureau, no).due
    bureau.do("ins1", post(bureau, no, c.Served.CORRECTION))
    assert decision_clock(bureau, no).clock.value == "paused"
    bureau.wait(31)
    serve = c.ServePaper(case_no=no, served=c.Served.CORRECTION, way=BY_NOTICE)
    bureau.do("ins1", serve)
    running = decision_clock(bureau, no)
    assert running.clock.value == "running"
    assert timedelta(days=30) <= running.due - before <= timedelta(days=32)
    bureau.wait(200)
    assert decision_clock(bureau, no).clock.value == "overdue"


def test_the_service_of_one_paper_ends_no_rest_of_another(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    until = bureau.today + timedelta(days=60)
    bureau.do("ins1", c.OrderCorrection(case_no=no, what="建立制度", until=until, basis="条例39"))
    bureau.issue(no, "correction")
    bureau.do("ins1", post(bureau, no, c.Served.CORRECTION))
    bureau.issue(no, "notice")
    bureau.do("ins1", post(bureau, no, c.Served.NOTICE))
    served = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("ins1", served)
    # The notice was handed over, the order still stands in public.
    assert decision_clock(bureau, no).clock.value == "paused"


def test_an_order_in_public_does_not_rest_the_service_of_the_decision(bureau: Any) -> None:
    no = effective(bureau)
    until = bureau.today + timedelta(days=60)
    bureau.do("ins1", c.OrderCorrection(case_no=no, what="建立制度", until=until, basis="条例39"))
    bureau.issue(no, "correction")
    bureau.do("ins1", post(bureau, no, c.Served.CORRECTION))
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["service"].clock.value == "running"


def test_the_time_to_decide_goes_on_by_itself_when_the_announcement_is_over(bureau: Any) -> None:
    """Nobody records the service: the thirty days are over all the same, and the clock runs."""
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "notice")

    def decision() -> Any:
        runs = deadlines(bureau.streams[f"case:{no}"], bureau.at)
        return next(d for d in runs if d.id == "decision")

    before = decision().due
    bureau.do("ins1", post(bureau, no, c.Served.NOTICE))
    # The due day is known while it rests, and so is when the beat has to speak again.
    assert decision().clock.value == "paused"
    assert decision().due - before == timedelta(days=30)
    assert next_mark(bureau.streams[f"case:{no}"], bureau.at) is not None
    bureau.wait(29)
    assert decision().clock.value == "paused"
    bureau.wait(2)
    assert decision().clock.value == "running"
    bureau.wait(200)
    assert (decision().clock.value, decision().due - before) == ("overdue", timedelta(days=30))
    # Serving it at last gives none of the time back.
    bureau.do("ins1", c.ServeNotice(case_no=no, way=BY_NOTICE, served_on=bureau.today))
    assert decision().due - before == timedelta(days=30)


def test_a_service_by_announcement_that_nobody_records_is_overdue(bureau: Any) -> None:
    no = effective(bureau)
    bureau.do("ins1", post(bureau, no, c.Served.DECISION))
    bureau.wait(60)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["service"].clock.value == "overdue"
    bureau.do("ins1", serve(bureau, no))
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    # The thirtieth day was in time; only the record of it was late.
    assert clocks["service"].clock.value == "met"
