"""What goes beside and after a referral: its copy to the procuratorate, the items to the police."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.referral import CopyReferral, HandOverItems, PoliceAnswer
from casework.documents.incoming import came_on
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.referral.answer import SENT
from casework.refusal import refuse


def copied(ask: Ask[CopyReferral, CaseState]) -> list[Draft]:
    """ReferralCopied: the procuratorate has the papers as well (第六条)."""
    c, referral = ask.command, ask.state.referral
    required(recipient=c.recipient, document_no=c.document_no)
    sent = local_date(referral.sent_at) if referral and referral.sent_at else None
    if (sent is not None and c.copied_on < sent) or c.copied_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="抄送日期应不早于移送且不晚于今天",
            what_en="the copy goes out with the referral or later, and not after today",
        )
    data = {"recipient": c.recipient, "document_no": c.document_no, "copied_on": c.copied_on}
    return [draft(ask.state.stream, "ReferralCopied", **data)]


def handed_over(ask: Ask[HandOverItems, CaseState]) -> list[Draft]:
    """ItemsHandedOver to the police that filed the case, or that there was none (第十二条)."""
    c, referral = ask.command, ask.state.referral
    required(items=c.items)
    told = referral.answered_on if referral else None
    if (told is not None and c.handed_on < told) or c.handed_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="移交日期应不早于收到立案通知且不晚于今天",
            what_en="the items go when the police have filed or later, and not after today",
        )
    data = {"items": c.items, "receipt_no": c.receipt_no, "handed_on": c.handed_on}
    # Where there was none nobody signed for it.
    signed = bool(c.receipt_no.strip() or c.document)
    paper = came_on(ask, "items_receipt") if signed else {}
    return [draft(ask.state.stream, "ItemsHandedOver", **data, **paper)]


def _uncopied(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.referral is None or case.referral.sent_at is None:
        raise refuse("STEP_MISSING", step="移送公安机关", step_en="handing over to the police")
    if case.referral.copied_on is not None:
        raise refuse("ALREADY_DONE")


def _filed(case: CaseState, actor: Actor, at: datetime) -> None:
    referral = case.referral
    if referral is None or referral.answer != PoliceAnswer.FILED.value:
        raise refuse("STEP_MISSING", step="公安机关立案", step_en="the filing by the police")
    if referral.items_on is not None:
        raise refuse("ALREADY_DONE")


def _to_copy(case: CaseState) -> bool:
    """Within a day of the handing over, while the papers are with the police."""
    referral = case.referral
    return (
        referral is not None and referral.status in ("sent", "received") and not referral.copied_on
    )


def _to_hand_over(case: CaseState) -> bool:
    return (
        case.referral is not None and case.referral.status == "filed" and not case.referral.items_on
    )


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        CopyReferral, "抄送人民检察院", "copy to the procuratorate", INSPECTOR, case_stream, copied,
        SENT, (is_officer, _uncopied), rank=12, leads=_to_copy,
    ),
    Act(
        HandOverItems, "移交涉案物品", "hand over the items", INSPECTOR,
        with_scan(case_stream, "document"), handed_over,
        SENT, (is_officer, _filed), rank=14, leads=_to_hand_over,
    ),
)  # fmt: skip
