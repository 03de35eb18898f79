"""What comes back from the police, and the way back to administrative handling (310号 7–10)."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.referral import (
    PoliceAnswer,
    RecordPoliceAnswer,
    RecordReceipt,
    ReturnReferral,
)
from casework.events import Draft
from casework.referral.refer import status
from casework.refusal import refuse

REFERRED = frozenset({Stage.REFERRED})


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
    return [draft(ask.state.stream, "ReferralReceived", **data)]


def police(ask: Ask[RecordPoliceAnswer, CaseState]) -> list[Draft]:
    """PoliceAnswered; a refusal to file brings the case back at once."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no)
    data = {"answer": c.answer, "document_no": c.document_no, "reasons": c.reasons}
    events = [draft(case.stream, "PoliceAnswered", **data)]
    if c.answer is PoliceAnswer.NOT_FILED:
        required(reasons=c.reasons)
        events.append(draft(case.stream, "ReferralReturned", reasons=c.reasons))
    return events


def back(ask: Ask[ReturnReferral, CaseState]) -> list[Draft]:
    """ReferralReturned: clocks run again from here."""
    required(reasons=ask.command.reasons)
    target = ask.state.return_to or Stage.INVESTIGATION
    move(ask.state.stage, target, "恢复行政处理", "return to handling")
    return [draft(ask.state.stream, "ReferralReturned", reasons=ask.command.reasons)]


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        RecordReceipt, "登记移送回执", "record the receipt", INSPECTOR, case_stream, receipt,
        REFERRED, (is_officer, status("sent")), rank=10,
    ),
    Act(
        RecordPoliceAnswer, "登记公安答复", "record the police answer", INSPECTOR, case_stream,
        police, REFERRED, (is_officer, status("sent", "received")), rank=15,
    ),
    Act(
        ReturnReferral, "恢复行政处理", "return to administrative handling",
        frozenset({Role.SUPERVISOR, Role.HEAD}), case_stream, back, REFERRED,
        (status("sent", "received", "filed", "not_filed"),), rank=30,
    ),
)  # fmt: skip
