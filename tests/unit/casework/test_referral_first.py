"""Nothing takes a referral's place, and a crime may be seen at any stage (310号 3, 5, 11)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import referral as r
from casework.commands.clocks import StartPeriod
from casework.decide import next_actions

HASH = "a" * 64


def report(no: str) -> r.ReportReferral:
    missing = dict.fromkeys(("report", "expert_opinion", "other"), "尚未形成")
    return r.ReportReferral(
        case_no=no, suspected_crime="诈骗罪", facts="虚构住院",
        amount=Decimal("4113"), recipient="云溪县公安局", missing_parts=missing,
    )  # fmt: skip


def approve(bureau: Any, no: str) -> None:
    bureau.do("head", r.DecideReferral(case_no=no, approve=True, reasons="涉嫌犯罪"))


def send(bureau: Any, no: str) -> list[str]:
    bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no, HASH))
    sent: list[str] = bureau.do(
        "ins1", r.SendReferral(case_no=no, dossier_sha256=HASH, handed_over_by=("ins1", "ins2"))
    )
    return sent


def answered(bureau: Any, no: str, answer: r.PoliceAnswer) -> list[str]:
    bureau.do("ins1", r.RecordReceipt(case_no=no, receipt_no="1", received_at=bureau.at))
    told = r.RecordPoliceAnswer(case_no=no, answer=answer, document_no="2", reasons="x")
    events: list[str] = bureau.do("ins1", told)
    return events


def clue(bureau: Any) -> str:
    no: str = bureau.opened()
    named(bureau, no)
    return no


def named(bureau: Any, no: str) -> None:
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))


def handling(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    named(bureau, no)
    return no


def test_a_case_that_is_to_be_referred_is_neither_fined_nor_ended_nor_converted(
    bureau: Any,
) -> None:
    no = bureau.to_decide()
    bureau.refer(report(no))
    fine = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    end = c.TerminateCase(case_no=no, reasons="x")
    away = c.TransferCase(
        case_no=no, to=c.Authority.HEALTH, recipient="卫健委", document_no="1", reasons="x"
    )
    for _ in ("reported", "approved"):
        assert bureau.refused("head", fine) == "REFERRAL_WAITS"
        assert bureau.refused("head", end) == "REFERRAL_WAITS"
        assert bureau.refused("head", away) == "REFERRAL_WAITS"
        if bureau.state(f"case:{no}").referral.status == "reported":
            approve(bureau, no)
    assert send(bureau, no) == ["ReferralSent"]
    assert bureau.state(f"case:{no}").stage is Stage.REFERRED


def test_the_head_s_decision_to_refer_is_not_undone_by_converting(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.refer(report(no))
    approve(bureau, no)
    back = a.ConvertToHandling(case_no=no, reasons="x")
    assert bureau.refused("head", back) == "REFERRAL_WAITS"
    assert bureau.refused("sup", back) == "REFERRAL_WAITS"


@pytest.mark.parametrize("stage", ["clue", "filed"])
def test_a_crime_seen_early_goes_to_the_police_and_comes_back_there(
    bureau: Any, stage: str
) -> None:
    no = clue(bureau) if stage == "clue" else bureau.filed()
    bureau.refer(report(no))
    decline = c.DeclineCase(case_no=no, reasons="x")
    if stage == "clue":
        assert bureau.refused("head", decline) == "REFERRAL_WAITS"
    approve(bureau, no)
    assert send(bureau, no) == ["ReferralSent"]
    bureau.wait(40)
    clocks = {one.id: one.clock for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["clue_check" if stage == "clue" else "decision"] in (Clock.PAUSED, Clock.MET)
    events = answered(bureau, no, r.PoliceAnswer.NOT_FILED)
    assert events == ["PoliceAnswered", "ReferralReturned"]
    assert bureau.state(f"case:{no}").stage is Stage(stage)


def test_after_a_decision_the_referral_goes_beside_its_execution(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.refer(report(no))
    approve(bureau, no)
    clocks = {one.id for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "referral_send" in clocks
    assert send(bureau, no) == ["ReferralSent"]
    assert bureau.state(f"case:{no}").stage is Stage.EXECUTION
    direct = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=direct, served_on=bureau.today))
    for kind, amount in ((c.PaymentKind.FINE, "8226"), (c.PaymentKind.RECOVERY, "4113")):
        bureau.do(
            "ins1",
            c.RecordPayment(
                case_no=no, kind=kind, amount=Decimal(amount), paid_on=bureau.today, voucher=amount
            ),
        )
    close = bureau.closing(no)
    assert bureau.refused("ins1", close) == "REFERRAL_WAITS"
    offered = {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["sup"], bureau.at)
    }
    assert "ProposeClosing" not in offered
    assert answered(bureau, no, r.PoliceAnswer.FILED) == ["PoliceAnswered"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.referral.status) == (Stage.EXECUTION, "filed")
    bureau.receipts(no)
    bureau.approvals_signed(no)
    assert bureau.close(no) == ["CaseClosed"]


def test_a_handling_waits_for_its_referral_and_goes_on_when_the_police_decline(
    bureau: Any,
) -> None:
    no = handling(bureau)
    bureau.refer(report(no))
    assert bureau.refused("sup", a.ConvertCase(case_no=no, reasons="x")) == "REFERRAL_WAITS"
    approve(bureau, no)
    assert send(bureau, no) == ["ReferralSent"]
    assert bureau.state(f"case:{no}").stage is Stage.HANDLING
    recovery = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="x")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(recovery,), reasons="r"))
    bureau.handling_told(no)
    bureau.wait(14)
    bureau.do("agency", a.StateDefence(case_no=no, how=c.Defence.SILENT))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("chief", decide) == "REFERRAL_WAITS"
    events = answered(bureau, no, r.PoliceAnswer.NOT_FILED)
    assert events == ["PoliceAnswered", "ReferralReturned"]
    assert bureau.do("chief", decide)[0] == "HandlingDecided"


def taken_back(no: str) -> r.ReturnReferral:
    return r.ReturnReferral(
        case_no=no,
        ground=r.ReturnGround.CASE_WITHDRAWN,
        document_no="撤1号",
        reasons="公安机关撤案",
    )


def test_what_the_police_filed_is_not_converted_to_a_penalty_before_it_came_back(
    bureau: Any,
) -> None:
    no = handling(bureau)
    bureau.refer(report(no))
    approve(bureau, no)
    send(bureau, no)
    assert answered(bureau, no, r.PoliceAnswer.FILED) == ["PoliceAnswered"]
    convert = a.ConvertCase(case_no=no, reasons="x")
    assert bureau.refused("sup", convert) == "STEP_MISSING"
    back = taken_back(no)
    # It is the head's, as the referral was, and rests on the paper of whoever let the case go (310号 5, 11).
    assert bureau.refused("sup", back) == "ROLE_REQUIRED"
    bureau.papers_come_in = False
    assert bureau.refused("head", back) == "PAPER_NOT_THERE"
    bureau.papers_come_in = True
    assert bureau.refused("head", replace(back, document_no=" ")) == "FIELD_REQUIRED"
    bureau.do("head", back)
    returned = bureau.streams[f"case:{no}"][-1]
    assert (returned.data["ground"], returned.data["paper"]) == (
        "case_withdrawn", "referral_return",
    )  # fmt: skip
    assert ("referral_return", returned.data["document"]) in bureau.state(f"case:{no}").party_papers
    assert bureau.state(f"case:{no}").stage is Stage.HANDLING
    assert bureau.convert("sup", convert)[0] == "CaseConverted"


def test_a_lead_that_is_to_be_referred_is_not_fined_on_the_spot(bureau: Any) -> None:
    no = clue(bureau)
    bureau.refer(report(no))
    spot = c.DecideOnSpot(
        case_no=no, article_id="tiaoli-38-1", officers=("ins1", "ins2"), told=True,
        defence="无", present="法定代表人王某", place="医院", decision_no="1", reasons="x", multiple=Decimal("1"),
    )  # fmt: skip
    assert bureau.refused("ins1", spot) == "REFERRAL_WAITS"


def over(bureau: Any, how: str) -> str:
    """A case that is over, in each of the ways in which one ends."""
    if how == "closed":
        no: str = bureau.decided()
        bureau.sealed(no)
        bureau.do(
            "ins1",
            c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today),
        )
        for kind, amount in ((c.PaymentKind.FINE, "8226"), (c.PaymentKind.RECOVERY, "4113")):
            bureau.do(
                "ins1",
                c.RecordPayment(
                    case_no=no,
                    kind=kind,
                    amount=Decimal(amount),
                    paid_on=bureau.today,
                    voucher=amount,
                ),
            )
        bureau.receipts(no)
        bureau.approvals_signed(no)
        bureau.close(no)
        return no
    no = clue(bureau) if how == "not_filed" else bureau.investigated()
    if how == "not_filed":
        bureau.declined(no, "证据不足")
    elif how == "terminated":
        bureau.do("head", c.TerminateCase(case_no=no, reasons="x"))
    else:
        bureau.do(
            "head",
            c.TransferCase(
                case_no=no, to=c.Authority.HEALTH, recipient="卫健委", document_no="1", reasons="x"
            ),
        )
    return no


@pytest.mark.parametrize("how", ["closed", "not_filed", "terminated", "transferred"])
@pytest.mark.parametrize("answer", list(r.PoliceAnswer))
def test_a_crime_seen_after_the_end_goes_beside_it_and_the_end_stays(
    bureau: Any, how: str, answer: r.PoliceAnswer
) -> None:
    no = over(bureau, how)
    stage = bureau.state(f"case:{no}").stage
    assert stage is Stage(how)
    assert bureau.refused("sup", report(no)) == "ROLE_REQUIRED"
    bureau.refer(report(no))
    assert bureau.state(f"case:{no}").referred_late
    # The 主要负责人 alone decides on it.
    decide = r.DecideReferral(case_no=no, approve=True, reasons="涉嫌犯罪")
    assert bureau.refused("sup", decide) == "ROLE_REQUIRED"
    offered = [
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
        if one.primary
    ]
    assert offered == ["DecideReferral"]
    approve(bureau, no)
    clocks = {one.id: one.clock for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["referral_send"] is Clock.RUNNING
    assert send(bureau, no) == ["ReferralSent"]
    events = answered(bureau, no, answer)
    back = ["ReferralReturned"] if answer is r.PoliceAnswer.NOT_FILED else []
    assert events == ["PoliceAnswered", *back]
    assert bureau.state(f"case:{no}").stage is stage
    # An objection has its period on the case that is over; no fine is added to it.
    if answer is r.PoliceAnswer.NOT_FILED:
        asked = {"document_no": "3", "reasons": "x", "asked_on": bureau.today}
        bureau.do("ins1", r.ObjectToRefusal(case_no=no, **asked))
        clocks = {one.id: one.clock for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
        assert clocks["police_review"] is Clock.RUNNING
    period = StartPeriod(case_no=no, period="police_review", starts_on=bureau.today, note="x")
    assert bureau.refused("ins1", period) == "BAD_VALUE"
    fine = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("head", fine) == "ILLEGAL_MOVE"


def test_what_was_over_with_its_referral_offers_nothing_new(bureau: Any) -> None:
    no = over(bureau, "terminated")
    period = StartPeriod(case_no=no, period="police_review", starts_on=bureau.today, note="x")
    assert bureau.refused("ins1", period) == "ILLEGAL_MOVE"
    assert bureau.refused("head", taken_back(no)) == "ALREADY_DONE"


def test_no_case_is_suspended_past_a_referral(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.refer(report(no))
    suspend = c.SuspendCase(case_no=no, reasons="等待")
    assert bureau.refused("head", suspend) == "REFERRAL_WAITS"


def test_a_crime_seen_while_the_case_rests_is_referred_in_time(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待鉴定"))
    bureau.wait(10)
    bureau.refer(report(no))
    clocks = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["referral_decision"].clock is Clock.RUNNING
    approve(bureau, no)
    assert send(bureau, no) == ["ReferralSent"]
    assert bureau.state(f"case:{no}").stage is Stage.REFERRED
    bureau.wait(20)
    answered(bureau, no, r.PoliceAnswer.NOT_FILED)
    # It is back where it was before it rested, and its time runs again: ten and twenty days were not counted.
    assert bureau.state(f"case:{no}").stage is Stage.INVESTIGATION
    decision = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}[
        "decision"
    ]
    assert decision.clock is Clock.RUNNING
    assert local_date(decision.due) == date(2026, 3, 2) + timedelta(days=120)


def test_the_order_knows_no_suspension(bureau: Any) -> None:
    """Of cases that were suspended past a referral the three days are reckoned as the order has them."""
    no = bureau.investigated()
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待"))
    rested = bureau.streams[f"case:{no}"].pop()
    bureau.refer(report(no))
    last = bureau.streams[f"case:{no}"][-1]
    bureau.streams[f"case:{no}"].append(replace(rested, seq=last.seq + 1, at=bureau.at))
    bureau.wait(30)
    clocks = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["referral_decision"].clock is Clock.OVERDUE
    assert "DecideReferral" in {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
    }
