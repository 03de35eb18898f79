"""Fold of what was served, its receipts, and jurisdiction in dispute."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from casework.cases.fold_papers import on_paper
from casework.cases.parts import Announcement, Correction, Dispute, Service
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import CourtRuling
from casework.copying import replace
from casework.documents.fold import keep_former
from casework.events import Event
from casework.hands import hand_from

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]
SERVED: Final = {
    "NoticeServed": "notice",
    "DecisionServed": "decision",
    "FinePressed": "pressing",
    "HandlingNotified": "handling_notice",
    "HandlingServed": "handling",
    "HearingNotified": "hearing",
    "CorrectionServed": "correction",
    "PerformanceServed": "performance",
    "HoldServed": "hold",
    "HoldEndServed": "hold_end",
    "InstalmentsAnswerServed": "instalments",
}


def serviced(s: CaseState, e: Event) -> CaseState:
    """Keep a service; a receipt that came with it is its receipt."""
    d = e.data
    paper = d.get("document") if e.type == "HandlingServed" else None
    one = Service(
        SERVED[e.type], str(d["way"]), date.fromisoformat(str(d["served_on"])),
        str(paper) if paper else None, issue_id=str(d.get("issue_id", "")),
        number=str(d.get("number", "")), particulars=str(d.get("particulars", "")),
        consent=str(d["consent"]) if d.get("consent") else None,
        by=hand_from(d) if "by" in d else None, about=str(d.get("about", "")),
    )  # fmt: skip
    told = tuple(
        replace(a, done=True) if a.served == one.served and one.way == "announcement" else a
        for a in s.announcements
    )
    return replace(s, services=(*s.services, one), announcements=told)


#: Where the case keeps the day of what was served; those of a hearing and of an order stand with them.
DAYS: Final = {
    "notice": "notice_on",
    "handling_notice": "notice_on",
    "decision": "served_on",
    "handling": "served_on",
    "pressing": "pressed_on",
    "performance": "performance_on",
}


def day_kept(s: CaseState, served: str) -> date | None:
    """The day on which a paper of that kind counts as served now; None where it does not."""
    if served == "hearing":
        return s.hearing.served_on if s.hearing else None
    if served == "correction":
        order = _order_served(s)
        return order.served_on if order else None
    if served in DAYS:
        day: date | None = getattr(s, DAYS[served])
        return day
    # Of a hold or an answer the service itself says it: nothing runs from it.
    return next((one.on for one in reversed(s.services) if one.served == served), None)


def _order_served(s: CaseState) -> Correction | None:
    """The order to correct that was served last."""
    return next((one for one in reversed(s.corrections) if one.served_on is not None), None)


def _on(s: CaseState, served: str, on: date) -> dict[str, Any]:
    """The fields of the case that keep another day of service; what was found of an order before it was
    served is found anew."""
    if served == "hearing":
        return {"hearing": replace(s.hearing, served_on=on)} if s.hearing else {}
    if served == "correction":
        order = _order_served(s)
        if order is None:
            return {}
        now = replace(order, served_on=on)
        if order.found_on is not None and order.found_on < on:
            now = replace(now, result=None, found_on=None, evidence_ids=())
        return {"corrections": tuple(now if one is order else one for one in s.corrections)}
    return {DAYS[served]: on} if served in DAYS else {}


def _corrected(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The latest service of its kind counts on another day, or in another way, by its receipt."""
    services, on = list(s.services), date.fromisoformat(str(d["served_on"]))
    n = max(n for n, one in enumerate(services) if one.served == d["served"])
    services[n] = replace(
        services[n], on=on, way=d["way"], particulars=str(d.get("particulars", "")),
        receipt=d["document"], consent=d.get("consent") or services[n].consent, by=hand_from(d),
    )  # fmt: skip
    days = _on(s, str(d["served"]), on)
    put_off = s.put_off_days - int(d.get("put_off_less", 0))
    if s.rectification is not None and d.get("rectify_by"):
        due = date.fromisoformat(str(d["rectify_by"]))
        days["rectification"] = replace(s.rectification, due=due)
    told = replace(s, services=tuple(services), put_off_days=put_off, **days)
    return keep_former(told, d, d["document"])


def _posted(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    by = hand_from(d) if "by" in d else None
    one = Announcement(d["served"], date.fromisoformat(d["posted_on"]), d["where"], by=by)
    return replace(s, announcements=(*s.announcements, one))


def _posting_corrected(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The latest announcement of its kind stood since another day, or elsewhere."""
    known = list(s.announcements)
    n = max(n for n, one in enumerate(known) if one.served == d["served"])
    on = date.fromisoformat(d["posted_on"])
    known[n] = replace(known[n], on=on, where=d["where"], by=hand_from(d))
    return replace(s, announcements=tuple(known))


def _ended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The announced paper was voided: what stood in public serves nothing any more."""
    told = tuple(replace(a, done=True) if a.served == d["served"] else a for a in s.announcements)
    return replace(s, announcements=told)


def _receipt(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The named service has its paper; an older event names none and means the latest of its kind."""
    services = list(s.services)
    of_kind = [n for n, one in enumerate(services) if one.served == d["served"]]
    if not of_kind:
        return s
    n = d.get("service", of_kind[-1])
    services[n] = replace(
        services[n], receipt=d["document"], consent=d["consent"] or services[n].consent
    )
    return keep_former(replace(s, services=tuple(services)), d, d["document"])


def _ruled(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """What the court does not take up or enforce is not with it; one may apply anew."""
    if d["ruling"] == CourtRuling.ENFORCED.value:
        return replace(s, court_ruled=True)
    ruled_on = date.fromisoformat(str(d["ruled_on"]))
    back = replace(s, court_applied_on=None, court_ruled=True)
    if d["ruling"] == CourtRuling.TAKEN_BACK.value:
        return replace(back, court_withdrawn_on=ruled_on)
    return replace(back, court_refused_on=ruled_on)


def _dispute(**fields: Any) -> Step:
    def fold(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        if s.dispute is None:
            return s
        told = {"ours": d["ours"]} if "ours" in d else {}
        return replace(
            s, dispute=replace(s.dispute, document_no=d["document_no"], **told, **fields)
        )

    return fold


SERVICE_FOLDS: dict[str, Step] = {
    "ReceiptAttached": _receipt,
    "ServiceCorrected": _corrected,
    "AnnouncementPosted": _posted,
    "AnnouncementCorrected": _posting_corrected,
    "AnnouncementEnded": _ended,
    "JurisdictionDisputed": lambda s, e, d: replace(s, dispute=Dispute(d["other"])),
    "JurisdictionSettled": on_paper(_dispute()),
    "JurisdictionReported": _dispute(reported=True),
    "JurisdictionDesignated": on_paper(_dispute()),
    "CourtApplied": lambda s, e, d: replace(
        s,
        court_applied_on=local_date(e.at),
        court_ruled=False,
        court_refused_on=None,
        court_withdrawn_on=None,
    ),
    "CourtRuled": on_paper(_ruled),
}
