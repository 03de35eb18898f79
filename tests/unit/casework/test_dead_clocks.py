"""Where a case has ended, no clock is left that stands overdue and that no act can end."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

import pytest

from casework.cases.stages import TERMINAL, Stage
from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.clocks.rows import Row, deadline_rows
from casework.commands import case as c
from casework.commands.referral import ReportReferral
from casework.events import seal
from casework.refusal import Refusal
from casework.registry import ACTS

DIRECT = c.ServiceWay.DIRECT
#: Which events bring a case to where it ends, or stays as far as the bureau is concerned.
ENDS: Final = {
    Stage.CLOSED: ("CaseClosed", "HandlingClosed"),
    Stage.TERMINATED: ("CaseTerminated",),
    Stage.NOT_FILED: ("CaseDeclined",),
    Stage.TRANSFERRED: ("CaseTransferred",),
    Stage.REFERRED: ("ReferralSent",),
}
#: Which act ends a period, by the event that the row names.
BY: Final = {
    "AssistanceAnswered": "RecordAssistance",
    "CorrectionRecorded": "RecordCorrection",
    "CourtApplied": "ApplyToCourt",
    "DecisionPublished": "PublishDecision",
    "FinePaidInFull": "RecordPayment",
    "HoldApproved": "DecideHold",
    "HoldEnded": "DecideHoldEnd",
    "ItemsHandedOver": "HandOverItems",
    "PeriodEnded": "EndPeriod",
    "PoliceAnswered": "RecordPoliceAnswer",
    "PoliceReviewAnswered": "RecordPoliceReview",
    "PublicationWithdrawn": "WithdrawPublication",
    "RecoveryInFull": "RecordPayment",
    "ReferralCopied": "CopyReferral",
    "ReferralReceived": "RecordReceipt",
    "SpotReported": "ReportSpot",
}
#: Where a period cannot run: what begins or ends it lies between it and that end of a case.
UNREACHED: Final = {
    "clue_check": {Stage.TERMINATED},
    "decision": {Stage.NOT_FILED},
    **{key: {Stage.NOT_FILED} for key in ("hearing_service", "hearing_day", "legal_review", "decision_anew", "pause_end")},
    # A decision is between them and a closing; before it nothing of it runs.
    **{key: set(ENDS) for key in ("service", "payment", "recovery_payment", "court_application", "court_application_after_suit", "handling_service", "no_handling_service", "handling_rectification", "handling_recheck", "performance_service", "handling_court_application", "handling_court_after_suit")},
    **{key: {Stage.NOT_FILED, Stage.CLOSED, Stage.REFERRED} for key in ("referral_decision", "referral_send")},
    **dict.fromkeys(("referral_receipt", "referral_answer"), set(ENDS) - {Stage.REFERRED}),
    "spot_report": set(ENDS) - {Stage.CLOSED},
    # What was served may be published after the closing, too.
    "publication": set(ENDS),
}  # fmt: skip


def case_rows() -> list[Row]:
    """The rows of a case that somebody has to keep: not of scores, restoration, inspections; no party's right."""
    others = ("score_", "objection_", "restoration_", "inspection_")
    return [row for row in deadline_rows() if not row.lapses and not row.id.startswith(others)]


@pytest.mark.parametrize("stage", ENDS)
@pytest.mark.parametrize("row", case_rows(), ids=lambda row: row.id)
def test_every_clock_of_the_table_ends_rests_or_can_be_ended(row: Row, stage: Stage) -> None:
    if stage in UNREACHED.get(row.id, ()):
        return
    stops = row.end | row.void | {kind for pause in row.pauses for kind in pause.begins}
    acts = {act.name: act for act in ACTS.values()}
    cures = [acts[BY[kind]] for kind in row.end if kind in BY]
    curable = any(act.stages is None or stage in act.stages for act in cures)
    assert curable or stops.intersection(ENDS[stage]), f"{row.id} runs on at {stage.value}"


def test_the_ends_are_all_ends() -> None:
    assert set(ENDS) >= TERMINAL
    assert set(UNREACHED) <= {row.id for row in case_rows()}


def clocks(bureau: Any, no: str, days: int = 60) -> dict[str, Deadline]:
    """The clocks as they stand some time later, when what is left running is overdue."""
    moment = bureau.at + timedelta(days=days)
    return {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], moment)}


def in_review(bureau: Any) -> str:
    no: str = bureau.noticed()
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    assert clocks(bureau, no)["legal_review"].clock is Clock.OVERDUE
    return no


def asked(bureau: Any, no: str) -> str:
    ask = c.RequestAssistance(case_no=no, recipient="邻县医保局", text="请协助", document_no="1")
    bureau.do("ins1", ask)
    return no


def test_a_terminated_case_waits_for_no_review_and_no_answer(bureau: Any) -> None:
    no = asked(bureau, in_review(bureau))
    bureau.do("head", c.TerminateCase(case_no=no, reasons="当事人死亡"))
    assert not [one for one in clocks(bureau, no).values() if one.clock is Clock.OVERDUE]
    late = c.RecordAssistance(case_no=no, request_id="X1", result="已核实")
    assert bureau.do("ins1", late) == ["AssistanceAnswered"]


def test_a_suspended_review_rests_and_goes_on(bureau: Any) -> None:
    no = in_review(bureau)
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待鉴定"))
    assert clocks(bureau, no)["legal_review"].clock is Clock.PAUSED
    bureau.wait(30)
    bureau.do("head", c.ContinueCase(case_no=no, reasons="鉴定已出"))
    assert clocks(bureau, no, 1)["legal_review"].clock is Clock.RUNNING


def test_an_answer_after_the_decision_is_recorded(bureau: Any) -> None:
    no = asked(bureau, bureau.to_decide())
    bureau.decide(no)
    late = c.RecordAssistance(case_no=no, request_id="X1", result="已核实")
    assert bureau.do("ins1", late) == ["AssistanceAnswered"]


def test_a_decision_annulled_before_its_service_is_served_on_nobody(bureau: Any) -> None:
    no = bureau.decided()
    assert clocks(bureau, no)["service"].clock is Clock.OVERDUE
    annul = c.AnnulDecision(
        case_no=no, by="市医保局", document_no="1", annulled_on=bureau.today, reasons="程序违法"
    )
    bureau.do("head", annul)
    assert "service" not in clocks(bureau, no)


def test_an_urgent_hold_is_decided_on_after_a_termination_of_old(bureau: Any) -> None:
    """Nobody ends a case any more with things in the house; chains that did so fold as they did."""
    no = bureau.investigated()
    hold = c.RequestHold(
        case_no=no, kind=c.HoldKind.SEALING, items="账册", place="财务科", reason="可能灭失",
        urgent=True,
    )  # fmt: skip
    over = c.TerminateCase(case_no=no, reasons="当事人死亡")
    (ended,) = bureau.would("head", over)
    bureau.do("ins1", hold)
    assert bureau.refused("head", over) == "STEP_MISSING"
    chain = bureau.streams[ended.stream]
    chain.append(replace(ended, seq=chain[-1].seq + 1))
    refuse = c.DecideHold(case_no=no, hold_id="H1", approve=False, reasons="已终止")
    assert bureau.do("head", refuse) == ["HoldRefused"]
    assert clocks(bureau, no)["hold_approval"].clock is Clock.MET


def test_a_referral_that_was_reported_is_not_decided_on_after_a_termination_of_old(
    bureau: Any,
) -> None:
    """Nobody terminates past a referral any more; chains that did so fold as they did."""
    no = bureau.investigated()
    report = ReportReferral(
        case_no=no, suspected_crime="诈骗罪", facts="x", amount=Decimal(4113),
        recipient="县公安局",
    )  # fmt: skip
    bureau.refer(report)
    chain = bureau.streams[f"case:{no}"]
    data = {"reasons": "当事人死亡"}
    chain.append(
        seal(
            f"case:{no}",
            chain[-1].seq + 1,
            "CaseTerminated",
            data,
            "head",
            bureau.at,
            chain[-1].hash,
        )
    )
    assert "referral_decision" not in clocks(bureau, no)


def test_a_decision_on_the_spot_is_reported_before_the_case_closes(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-3", multiple=Decimal(1),
        base_loss=Decimal(1000), present="法定代表人王某", place="门诊", decision_no="当罚1号", told=True, defence="无异议",
        reasons="事实清楚",
    )  # fmt: skip
    bureau.do("ins1", spot)
    with pytest.raises(Refusal) as refused:
        bureau.close(no)
    assert "当场处罚备案" in refused.value.message_zh
    bureau.issue(no, "spot_report")
    bureau.do("ins1", c.ReportSpot(case_no=no, remarks="已备案"))
    assert clocks(bureau, no)["spot_report"].clock is Clock.MET


def test_an_order_that_was_served_is_answered_before_the_case_closes(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today, receipt=""))
    until = bureau.today + timedelta(days=5)
    order = c.OrderCorrection(case_no=no, what="健全制度", until=until, basis="条例第三十九条")
    bureau.do("ins1", order)
    bureau.issue(no, "correction")
    way = c.Served.CORRECTION
    bureau.do("ins1", c.ServePaper(case_no=no, served=way, way=DIRECT, served_on=bureau.today))
    with pytest.raises(Refusal) as refused:
        bureau.close(no)
    assert "改正" in refused.value.message_zh
