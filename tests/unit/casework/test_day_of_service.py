"""A paper is served from the day on which it was issued and approved, and not before."""

from datetime import date, timedelta
from typing import Any

from casework.commands import agreement as a
from casework.commands import case as c

DIRECT = c.ServiceWay.DIRECT
LESS: Any = {"less_ground": c.LessGround.PARTY_GONE, "less_reasons": "已注销"}


def test_a_notice_of_a_handling_is_not_older_than_its_paper(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    clause = a.Measure(a.MeasureKind.TERMINATE_AGREEMENT, clause="第十二条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(clause,), reasons="违约", **LESS))
    early = bureau.today
    bureau.wait(3)
    bureau.issue(no, "handling_notice", "agency")
    for day in (date(2025, 6, 1), early, bureau.today + timedelta(days=1)):
        told = a.NotifyHandling(case_no=no, way=DIRECT, served_on=day)
        assert bureau.refused("agency", told) == "DATE_ORDER"
    told = a.NotifyHandling(case_no=no, way=DIRECT, served_on=bureau.today)
    assert bureau.do("agency", told) == ["HandlingNotified"]
    assert bureau.refused("agency", a.StateDefence(case_no=no, how=c.Defence.SILENT)) == (
        "PERIOD_RUNNING"
    )


def test_a_penalty_notice_waits_for_its_approval_and_its_issue(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.issue(no, "notice")
    early = bureau.today
    bureau.wait(20)
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    told = c.ServeNotice(case_no=no, way=DIRECT, served_on=early)
    assert bureau.refused("ins1", told) == "DATE_ORDER"
    approved = bureau.today
    bureau.wait(2)
    told = c.ServeNotice(case_no=no, way=DIRECT, served_on=approved)
    assert bureau.do("ins1", told) == ["NoticeServed"]


def test_an_announcement_is_not_posted_before_its_paper_is_issued(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    approved = bureau.today
    bureau.wait(5)
    bureau.issue(no, "notice")
    post = c.PostAnnouncement(
        case_no=no, served=c.Served.NOTICE, posted_on=approved, where="县报", reasons="下落不明"
    )
    assert bureau.refused("ins1", post) == "DATE_ORDER"


def test_a_demand_is_not_served_before_it_exists(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    bureau.wait(60)
    early = bureau.today - timedelta(days=30)
    bureau.issue(no, "pressing")
    press = c.PressPayment(case_no=no, way=DIRECT, served_on=early)
    assert bureau.refused("ins1", press) == "DATE_ORDER"
    assert bureau.do("ins1", c.PressPayment(case_no=no, way=DIRECT, served_on=bureau.today))


def test_a_decision_is_served_once_its_document_is_issued(bureau: Any) -> None:
    no = bureau.decided()
    decided = bureau.today
    bureau.wait(3)
    bureau.sealed(no)
    served = c.ServeDecision(case_no=no, way=DIRECT, served_on=decided)
    assert bureau.refused("ins1", served) == "DATE_ORDER"
