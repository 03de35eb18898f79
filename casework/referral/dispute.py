"""What the bureau does about a refusal of the police to file, and what comes of it (310号 第九条)."""

from datetime import date, datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, Guard, draft, required
from casework.cases.guards import is_officer
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.commands.referral import (
    AskSupervision,
    ObjectToRefusal,
    PoliceAnswer,
    RecordPoliceReview,
    RecordSupervision,
)
from casework.documents.incoming import came_on
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.referral.answer import SENT, filed
from casework.referral.state import Referral
from casework.refusal import refuse


def objected(ask: Ask[ObjectToRefusal, CaseState]) -> list[Draft]:
    """RefusalObjected within three days of the refusal's receipt. Refuses PERIOD_OVER after them."""
    c, referral = ask.command, _of(ask.state)
    required(document_no=c.document_no, reasons=c.reasons)
    told = referral.answered_on
    _between(told, c.asked_on, ask.at)
    if told is not None:
        _in_time("referral_objection", told, c.asked_on)
    data = {"document_no": c.document_no, "reasons": c.reasons, "asked_on": c.asked_on}
    return [draft(ask.state.stream, "RefusalObjected", **data)]


def reviewed(ask: Ask[RecordPoliceReview, CaseState]) -> list[Draft]:
    """PoliceReviewAnswered; where the police file now, the case is with them again."""
    asked = _of(ask.state).objected_on
    return _outcome(ask, "PoliceReviewAnswered", asked, "police_review")


def requested(ask: Ask[AskSupervision, CaseState]) -> list[Draft]:
    """SupervisionRequested; after an upheld refusal within three days of that answer's receipt."""
    c, referral = ask.command, _of(ask.state)
    required(recipient=c.recipient, document_no=c.document_no, reasons=c.reasons)
    told = referral.reviewed_on or referral.answered_on
    _between(told, c.asked_on, ask.at)
    if referral.reviewed_on is not None:
        _in_time("supervision_request", referral.reviewed_on, c.asked_on)
    named = {"recipient": c.recipient, "document_no": c.document_no}
    data = {**named, "reasons": c.reasons, "asked_on": c.asked_on}
    return [draft(ask.state.stream, "SupervisionRequested", **data)]


def supervised(ask: Ask[RecordSupervision, CaseState]) -> list[Draft]:
    """SupervisionAnswered; where the police file upon it, the case is with them again."""
    asked = _of(ask.state).supervision_on
    return _outcome(ask, "SupervisionAnswered", asked, "supervision")


def _outcome(
    ask: Ask[RecordPoliceReview, CaseState] | Ask[RecordSupervision, CaseState],
    event: str,
    asked: date | None,
    paper: str,
) -> list[Draft]:
    c, case = ask.command, ask.state
    required(document_no=c.document_no)
    if c.answer is PoliceAnswer.NOT_FILED:
        required(reasons=c.reasons)
    received = c.received_on or local_date(ask.at)
    _between(asked, received, ask.at)
    told = {"answer": c.answer, "document_no": c.document_no, "reasons": c.reasons}
    data = {**told, "received_on": received}
    events = [draft(case.stream, event, **data, **came_on(ask, paper))]
    if c.answer is PoliceAnswer.FILED:
        events += [draft(case.stream, "PoliceAnswered", **data), *filed(case, c.document_no)]
    return events


def _of(case: CaseState) -> Referral:
    """The referral that was refused; the guards have looked."""
    if case.referral is None:
        raise _unrefused()
    return case.referral


def _unrefused() -> Exception:
    return refuse(
        "STEP_MISSING", step="公安机关不予立案", step_en="a refusal of the police to file"
    )


def _between(first: date | None, day: date, at: datetime) -> None:
    """A step lies on the day of what it answers or later, and not after today."""
    if (first is not None and day < first) or day > local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="日期应不早于前一步骤且不晚于今天",
            what_en="the day is that of the step before or later, and not after today",
        )


def _in_time(row_id: str, told: date, day: date) -> None:
    """The bureau's right lapses after its three days: what went out in time and is recorded later counts."""
    last = local_date(period_end(row_id, told))
    if day > last:
        raise refuse(
            "PERIOD_OVER",
            what="对不予立案提出异议的",
            what_en="objecting to the refusal",
            until=last.isoformat(),
            cure="可在行刑衔接联席会议上提出，行政处理照常进行。",
            cure_en="Raise it in the joint meeting; administrative handling goes on.",
        )


def _refused(case: CaseState, actor: Actor, at: datetime) -> None:
    """The police refused to file, and the refusal stands; of a case that is over only a late referral."""
    referral = case.referral
    answer = referral.answer if referral else None
    if answer != PoliceAnswer.NOT_FILED.value or referral is None or referral.status != "returned":
        raise _unrefused()
    if not case.is_open and not case.referred_late:
        raise refuse("ALREADY_DONE")


def _not_yet(field: str) -> Guard:
    """Guard: the referral has no such day yet."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        if getattr(case.referral, field, None) is not None:
            raise refuse("ALREADY_DONE")

    return guard


def _unanswered(asked: str, answer: str, zh: str, en: str) -> Guard:
    """Guard: it was asked for, and what came of it is not recorded yet."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        if getattr(case.referral, asked, None) is None:
            raise refuse("STEP_MISSING", step=zh, step_en=en)
        if getattr(case.referral, answer, None) is not None:
            raise refuse("ALREADY_DONE")

    return guard


_objectable = _not_yet("objected_on")
_review_open = _unanswered(
    "objected_on", "review", "对不予立案提请复议", "the objection to the refusal"
)
_unsupervised = _not_yet("supervision_on")
_supervision_open = _unanswered(
    "supervision_on", "supervision", "建议人民检察院立案监督", "asking the procuratorate"
)


def _never(case: CaseState) -> bool:
    """The bureau's own choice; what stays here goes on beside it."""
    return False


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        ObjectToRefusal, "对不予立案提请复议", "object to the refusal", INSPECTOR, case_stream,
        objected, SENT, (is_officer, _refused, _objectable), rank=66, leads=_never,
    ),
    Act(
        RecordPoliceReview, "登记公安复议决定", "record the answer to the objection", INSPECTOR,
        with_scan(case_stream, "document"), reviewed, SENT, (is_officer, _refused, _review_open), rank=67, leads=_never,
    ),
    Act(
        AskSupervision, "建议人民检察院立案监督", "ask the procuratorate to supervise", INSPECTOR,
        case_stream, requested, SENT, (is_officer, _refused, _unsupervised), rank=68, leads=_never,
    ),
    Act(
        RecordSupervision, "登记立案监督结果", "record what came of the supervision", INSPECTOR,
        with_scan(case_stream, "document"), supervised, SENT, (is_officer, _refused, _supervision_open), rank=69,
        leads=_never,
    ),
)  # fmt: skip
