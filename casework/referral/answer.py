"""What comes back from the police, and the way back to administrative handling (310号 7–10)."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer, not_officer
from casework.cases.stages import BESIDE, REFERABLE, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.referral import (
    PoliceAnswer,
    RecordPoliceAnswer,
    RecordReceipt,
    ReturnReferral,
)
from casework.documents.incoming import came_on
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.referral.refer import status
from casework.refusal import refuse

#: With the police, or with them beside what goes on here.
SENT = REFERABLE | {Stage.REFERRED}


def receipt(ask: Ask[RecordReceipt, CaseState]) -> list[Draft]:
    """ReferralReceived: the police signed for it."""
    c, referral = ask.command, ask.state.referral
    required(receipt_no=c.receipt_no)
    if (
        referral is None
        or referral.sent_at is None
        or not referral.sent_at <= c.received_at <= ask.at
    ):
        raise refuse(
            "DATE_ORDER",
            what="回执时间应在移送之后且不晚于现在",
            what_en="the receipt comes after the handing over and not after now",
        )
    data = {"receipt_no": c.receipt_no, "received_at": c.received_at}
    paper = came_on(ask, "police_receipt")
    return [draft(ask.state.stream, "ReferralReceived", **data, **paper)]


def police(ask: Ask[RecordPoliceAnswer, CaseState]) -> list[Draft]:
    """PoliceAnswered; a refusal to file brings the case back at once (ReferralReturned).

    Police that refused and file of their own accord have the case again (ReferralResumed). What they say
    to an objection, or upon the procuratorate's word, is recorded there (第九条).
    """
    c, case = ask.command, ask.state
    required(document_no=c.document_no)
    received = c.received_on or local_date(ask.at)
    sent = case.referral.sent_at if case.referral else None
    if received > local_date(ask.at) or (sent is not None and received < local_date(sent)):
        raise refuse(
            "DATE_ORDER",
            what="收到公安机关答复的日期应在移送之后且不晚于今天",
            what_en="the police's answer is received after the handing over and not after today",
        )
    told = {"answer": c.answer, "document_no": c.document_no, "reasons": c.reasons}
    if c.answer is PoliceAnswer.NOT_FILED:
        if not _with_police(case):
            raise refuse("STEP_MISSING", step=UPHELD, step_en=UPHELD_EN)
        required(reasons=c.reasons)
    data = {**told, "received_on": received, **came_on(ask, "police_answer")}
    events = [draft(case.stream, "PoliceAnswered", **data)]
    if c.answer is PoliceAnswer.NOT_FILED:
        events.append(draft(case.stream, "ReferralReturned", reasons=c.reasons))
        return events
    return [*events, *filed(case, c.document_no)]


def filed(case: CaseState, document_no: str) -> list[Draft]:
    """ReferralResumed where the police file what had come back; what goes on beside stays where it is."""
    if case.stage in BESIDE | {Stage.REFERRED}:
        return []
    move(case.stage, Stage.REFERRED, "移送", "refer")
    return [draft(case.stream, "ReferralResumed", document_no=document_no)]


def back(ask: Ask[ReturnReferral, CaseState]) -> list[Draft]:
    """ReferralReturned on the paper of whoever had the case: clocks run again from here.

    No fine takes the place of a referral (第十一条): without such a paper the case stays where it is.
    """
    c = ask.command
    required(document_no=c.document_no, reasons=c.reasons)
    paper = came_on(ask, "referral_return")
    if ask.state.stage is Stage.REFERRED:
        target = ask.state.return_to or Stage.INVESTIGATION
        move(ask.state.stage, target, "恢复行政处理", "return to handling")
    data = {"ground": c.ground, "document_no": c.document_no, "reasons": c.reasons}
    return [draft(ask.state.stream, "ReferralReturned", **data, **paper)]


def _not_long_over(case: CaseState, actor: Actor, at: datetime) -> None:
    """Of a case that is over only what was reported after its end comes back."""
    if not case.is_open and not case.referred_late:
        raise refuse("ALREADY_DONE")


def answerable(case: CaseState, actor: Actor, at: datetime) -> None:
    """The police have the case, or have refused to file it and may be moved by an objection."""
    referral = case.referral
    refused = referral is not None and referral.answer == PoliceAnswer.NOT_FILED.value
    if case.stage is Stage.REFERRED:
        status("sent", "received")(case, actor, at)
    elif not _with_police(case) and not (
        refused and referral is not None and referral.status == "returned"
    ):
        raise refuse("STEP_MISSING", step="移送公安机关", step_en="handing over to the police")


def awaited(case: CaseState) -> bool:
    """Whether the answer is the next thing to come; after a refusal it is the exception."""
    return _with_police(case)


def _with_police(case: CaseState) -> bool:
    """Whether the police have the case and did not answer yet, wherever it stands here."""
    return case.referral is not None and case.referral.status in ("sent", "received")


UPHELD = "提请复议并登记公安复议决定（维持不予立案的，登记在复议决定中）"
UPHELD_EN = "the objection and its answer: a refusal that stands is recorded there"
INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        RecordReceipt, "登记移送回执", "record the receipt", INSPECTOR,
        with_scan(case_stream, "document"), receipt,
        SENT, (is_officer, status("sent")), rank=10,
    ),
    Act(
        RecordPoliceAnswer, "登记公安答复", "record the police answer", INSPECTOR,
        with_scan(case_stream, "document"), police, SENT, (is_officer, answerable), rank=15, leads=awaited,
    ),
    Act(
        ReturnReferral, "恢复行政处理", "return to administrative handling",
        frozenset({Role.HEAD}), with_scan(case_stream, "document"), back, SENT,
        (
            _not_long_over, status("sent", "received", "filed", "not_filed"),
            not_officer("承办与恢复行政处理", "returning the case to handling"),
        ),
        rank=30,
        leads=lambda case: case.stage is Stage.REFERRED,
    ),
)  # fmt: skip
