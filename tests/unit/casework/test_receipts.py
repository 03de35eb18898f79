"""Receipts of service, situations of closing, jurisdiction in dispute, ties of officers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from api.timeline_words import SAID
from casework.actors import Role
from casework.acts import Ask
from casework.cases.execute import serve as serve_decision
from casework.cases.recuse import answer_of
from casework.cases.serving import told
from casework.cases.state import CaseState
from casework.clocks.deadlines import deadlines
from casework.commands import case as c
from casework.commands.accounts import DeclareTies
from casework.decide import next_actions
from casework.law.service import Way, closings, ways
from casework.refusal import Refusal
from tests.unit.casework.conftest import actor


def test_the_seven_ways_and_the_four_situations_are_rows() -> None:
    assert {row.id for row in ways()} == {way.value for way in c.ServiceWay}
    assert {row.id for row in closings()} == {ground.value for ground in c.ClosingGround}
    assert all(row.basis and row.mark in "VSM" for row in (*ways(), *closings()))


def test_a_receipt_is_evidence_of_this_case_and_electronic_service_needs_the_consent(
    bureau: Any,
) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    receipt = c.AttachReceipt(case_no=no, served=c.Served.NOTICE, document="回证")
    assert bureau.refused("ins1", receipt) == "STEP_MISSING"
    way = c.ServiceWay.ELECTRONIC
    bureau.issue(no, "notice")
    serve = c.ServeNotice(case_no=no, way=way, served_on=bureau.today, particulars="fax 0551-1")
    assert bureau.refused("ins1", serve) == "FIELD_REQUIRED"
    consented = replace(serve, consent="同意书")
    assert bureau.refused("ins1", consented) == "NOT_FOUND"
    for paper in ("回证", "同意书"):
        bureau.evidence(paper)
        bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="送达"))
    bureau.do("ins1", consented)
    # The consent came with the service: its receipt needs no second one.
    assert bureau.do("ins1", receipt) == ["ReceiptAttached"]
    (service,) = bureau.state(f"case:{no}").services
    assert (service.receipt, service.consent) == ("回证", "同意书")
    assert service.particulars == "fax 0551-1"


@pytest.mark.parametrize("row", [row for row in ways() if row.asks], ids=lambda row: row.id)
def test_a_service_tells_what_its_way_asks_for(bureau: Any, row: Way) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "notice")
    bureau.evidence("E9")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E9", proves="同意"))
    consent = "E9" if row.consent else None
    serve = c.ServeNotice(
        case_no=no, way=c.ServiceWay(row.id), served_on=bureau.today, consent=consent
    )
    assert bureau.refused("ins1", serve) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(serve, particulars="EMS 1"))
    (service,) = bureau.state(f"case:{no}").services
    assert service.particulars == "EMS 1"


def test_a_service_has_its_day_but_for_an_announcement(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "notice")
    serve = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT)
    assert bureau.refused("ins1", serve) == "FIELD_REQUIRED"
    announced = replace(serve, way=c.ServiceWay.ANNOUNCEMENT)
    assert bureau.refused("ins1", announced) == "STEP_MISSING"


def test_jurisdiction_is_negotiated_seven_working_days_and_then_designated(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="均已受理"))
    (clock,) = [
        d
        for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)
        if d.id == "jurisdiction_negotiation"
    ]
    assert clock.due is not None
    assert clock.due.date().isoformat() == "2026-03-11"
    file = c.FileCase(
        case_no=no,
        preliminary_proof=True,
        penalty_possible=True,
        own_jurisdiction=True,
        within_limitation=True,
        reasons="x",
    )
    assert bureau.refused("sup", file) == "STEP_MISSING"
    designated = c.RecordDesignation(case_no=no, ours=False, document_no="市医保〔2026〕1号")
    assert bureau.refused("sup", designated) == "STEP_MISSING"
    bureau.do("sup", c.ReportJurisdiction(case_no=no, recipient="市医保局", document_no="请示1号"))
    bureau.do("sup", designated)
    assert bureau.refused("sup", file) == "NOT_OURS"
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="新情况"))
    bureau.do(
        "sup", c.SettleJurisdiction(case_no=no, ours=True, document_no="纪要", reasons="协商一致")
    )
    assert bureau.file(no) == ["CaseFiled"]


TIE = c.Tie("ins1", c.RecusalGround.FORMER_WORKPLACE, "本人申报曾在当事人单位任职")


def filed_with_a_tie(bureau: Any) -> str:
    no: str = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    assign = c.AssignOfficers(case_no=no, officers=officers, ties=(TIE, TIE))
    assert bureau.do("sup", assign) == ["OfficersAssigned", "RecusalRequested"]
    # Its other officer proposes the filing.
    bureau.submitted(no, who="ins2")
    bureau.do("head", bureau.filing(no))
    return no


def test_a_tie_is_decided_before_the_investigation(bureau: Any) -> None:
    no = filed_with_a_tie(bureau)
    start = c.StartInvestigation(case_no=no, certificates_shown=True, recusal_settled=True)
    assert bureau.refused("ins1", start) == "STEP_MISSING"
    stay = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=False, reasons="十年前实习一月")
    assert bureau.refused("ins2", stay) == "NOT_YOURS"
    bureau.do("ins1", stay)
    assert bureau.refused("ins1", start) == "STEP_MISSING"
    bureau.do("head", c.DecideRecusal(case_no=no, recusal_id="B1", approve=False, reasons="不影响"))
    # What was decided is not asked again.
    assert bureau.do("ins1", c.CheckTies(case_no=no, ties=(TIE,))) == ["TiesChecked"]
    assert bureau.started(no) == ["InvestigationStarted"]


def test_who_acts_by_his_role_is_asked_before_the_case_is_decided(bureau: Any) -> None:
    no = filed_with_a_tie(bureau)
    ties = tuple(replace(TIE, officer=one) for one in ("legal", "head", "agency", "office"))
    acting = ("legal", "head", "agency", "sup")
    found = bureau.would("ins1", c.CheckTies(case_no=no, ties=ties, acting=acting))
    asked = {
        one.data["officer"]["account"]: (one.data["by_role"], one.data.get("of_head", False))
        for one in found
        if one.type == "RecusalRequested"
    }
    # Who does not act is not asked about; of a head the leaders decide.
    assert asked == {"legal": (True, False), "head": (True, True), "agency": (True, False)}
    assert found[0].data["officers"] == 6


def test_ties_are_checked_in_a_handling_too(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    tie = replace(TIE, officer="agency")
    check = c.CheckTies(case_no=no, ties=(tie,), acting=("agency", "sup"))
    assert bureau.do("agency2", check) == ["TiesChecked", "RecusalRequested"]
    assert "CheckTies" in {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["sup"], bureau.at)
    }
    out = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=True, reasons="应当回避")
    assert bureau.do("agency", out) == ["RecusalAnswered"]


def test_an_officer_who_wishes_to_withdraw_is_let_go_by_the_head_and_two_are_needed_again(
    bureau: Any,
) -> None:
    no = filed_with_a_tie(bureau)
    go = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=True, reasons="应当回避")
    assert bureau.do("ins1", go) == ["RecusalAnswered"]
    # Who wishes to withdraw does not take himself off: he is an officer until the head has decided.
    case = bureau.state(f"case:{no}")
    assert [o.hand.account for o in case.officers] == ["ins1", "ins2"]
    assert answer_of(case.recusals[0]).zh == "本人申请回避：应当回避"
    assert SAID["RecusalAnswered"](bureau.streams[f"case:{no}"][-1].data, "zh")
    yes = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    assert bureau.refused("ins1", yes) == "ROLE_REQUIRED"
    bureau.do("head", yes)
    assert [o.hand.account for o in bureau.state(f"case:{no}").officers] == ["ins2"]
    start = c.StartInvestigation(case_no=no, certificates_shown=True, recusal_settled=True)
    assert bureau.refused("ins2", start) == "TWO_OFFICERS"
    again = c.AssignOfficers(
        case_no=no, officers=(c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    )
    assert bureau.refused("sup", again) == "ACCOUNT_UNFIT"


def test_ties_are_declared_by_their_owner(bureau: Any) -> None:
    declared = DeclareTies(login="ins1", insured_no="P1", former_workplaces=("H1",))
    assert bureau.refused("ins2", declared) == "NOT_YOURS"
    assert bureau.do("ins1", declared) == ["TiesDeclared"]
    state = bureau.state("account:ins1")
    assert (state.psn_no, state.former_workplaces) == ("P1", ("H1",))


@pytest.mark.parametrize("way", list(c.ServiceWay), ids=lambda way: way.value)
def test_two_officers_hand_a_paper_over_and_one_may_mail_it(bureau: Any, way: c.ServiceWay) -> None:
    no = bureau.investigated()
    order = c.OrderCorrection(
        case_no=no,
        what="停止挂床",
        until=bureau.today + timedelta(days=90),
        basis="处罚法第二十八条",
    )
    bureau.do("ins1", order)
    bureau.issue(no, "correction")
    asked = c.RequestRecusal(
        case_no=no, officer="ins2", ground=c.RecusalGround.KIN, reason="系配偶"
    )
    bureau.do("ins1", asked)
    bureau.do("head", c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实"))
    bureau.evidence("E9")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E9", proves="同意"))
    if way is c.ServiceWay.ANNOUNCEMENT:
        posted = c.PostAnnouncement(
            case_no=no, served=c.Served.CORRECTION, posted_on=bureau.today, where="县医保局网站",
            reasons="无法送达",
        )  # fmt: skip
        bureau.do("ins1", posted)
        bureau.wait(40)
    serve = c.ServePaper(
        case_no=no, served=c.Served.CORRECTION, way=way, particulars="见证人王某",
        served_on=None if way is c.ServiceWay.ANNOUNCEMENT else bureau.today,
        consent="E9" if way is c.ServiceWay.ELECTRONIC else None,
    )  # fmt: skip
    in_person = {c.ServiceWay.DIRECT, c.ServiceWay.LEFT}
    if way not in in_person:
        assert bureau.do("ins1", serve) == ["CorrectionServed"]
        return
    assert bureau.refused("ins1", serve) == "TWO_OFFICERS"
    again = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins3", "3"))
    bureau.people["ins3"] = actor("ins3", Role.INSPECTOR)
    bureau.seed(bureau.people["ins3"])
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=again))
    assert bureau.do("ins1", serve) == ["CorrectionServed"]


@pytest.mark.parametrize("count", [1, 2])
def test_the_decision_is_handed_over_by_two(bureau: Any, count: int) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    case = bureau.state(f"case:{no}")
    left = replace(case, officers=case.officers[:count])
    serve = c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    ask = Ask(serve, left, bureau.people["ins1"], bureau.at, {})
    if count == 2:
        assert [kind for _, kind, _ in serve_decision(ask)] == ["DecisionServed"]
        return
    with pytest.raises(Refusal) as refused:
        serve_decision(ask)
    assert refused.value.code == "TWO_OFFICERS"
    mailed = replace(ask, command=replace(serve, way=c.ServiceWay.MAIL, particulars="EMS 1"))
    assert [kind for _, kind, _ in serve_decision(mailed)] == ["DecisionServed"]


def test_an_agency_serves_under_its_agreement_by_whoever_it_sends(bureau: Any) -> None:
    case = replace(CaseState("C1"), path=c.Path.AGREEMENT)
    serve = c.ServeDecision(case_no="C1", way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert told(case, serve, bureau.people["agency"], bureau.at) == {"way": c.ServiceWay.DIRECT}
