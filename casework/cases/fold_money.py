"""Fold of what follows a decision: payments, instalments, remedies, publication, the spot."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from casework.cases.fold_papers import on_paper
from casework.cases.parts import (
    AskedInstalments,
    Fall,
    InstalmentsAnswer,
    Paid,
    Part,
    Remedy,
    Service,
    Stop,
)
from casework.cases.stages import Stage
from casework.cases.state import CaseState, Decision
from casework.clocks.calendars import local_date
from casework.commands.case import PaymentKind, WriteOffGround
from casework.copying import replace
from casework.documents.fold import allot_decision
from casework.events import Event
from casework.hands import hand_from

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def _paid(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    amount = Decimal(d["amount"])
    day, voucher = date.fromisoformat(d["paid_on"]), str(d.get("voucher", ""))
    paid = Paid(d["kind"], amount, day, e.seq, voucher, hand_from(d) if "by" in d else None)
    s = replace(s, payments=(*s.payments, paid))
    if d["kind"] == PaymentKind.FINE.value:
        return replace(s, fines_paid=s.fines_paid + amount)
    if d["kind"] == PaymentKind.SURCHARGE.value:
        return replace(s, surcharges_paid=s.surcharges_paid + amount)
    if d["kind"] == PaymentKind.DAMAGES.value:
        return replace(s, damages_paid=s.damages_paid + amount)
    return replace(s, recovered=s.recovered + amount)


def _reversed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """As if that money had not come in; what is owed back of its kind was of it first."""
    s = replace(s, payments=tuple(one for one in s.payments if one.seq != d["payment"]))
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.SURCHARGE.value:
        s = replace(s, surcharges_back=s.surcharges_back - min(amount, s.surcharges_back))
        s = replace(s, surcharges_paid=s.surcharges_paid - amount)
    elif d["kind"] == PaymentKind.DAMAGES.value:
        s = replace(s, damages_back=s.damages_back - min(amount, s.damages_back))
        s = replace(s, damages_paid=s.damages_paid - amount)
    elif d["kind"] == PaymentKind.FINE.value:
        s = replace(s, fines_paid=s.fines_paid - amount)
    else:
        s = replace(s, recovered=s.recovered - amount)
    return replace(s, stage=Stage(d["stage"]), closed_at=None) if d.get("stage") else s


def _written_off(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    amount, on = Decimal(d["amount"]), {**s.written_off_on, d["kind"]: local_date(e.at)}
    s = replace(s, written_off_on=on)
    if d["kind"] == PaymentKind.FINE.value:
        return _fine_off(s, e, amount, d.get("since"))
    if d["kind"] == PaymentKind.SURCHARGE.value:
        return replace(s, surcharges_written_off=s.surcharges_written_off + amount)
    if d["kind"] == PaymentKind.DAMAGES.value:
        return replace(s, damages_written_off=s.damages_written_off + amount)
    before = d.get("ground") == WriteOffGround.RETURNED_BEFORE.value
    return replace(
        s,
        recovery_written_off=s.recovery_written_off + amount,
        returned_before=s.returned_before + (amount if before else 0),
    )


def _fine_off(s: CaseState, e: Event, amount: Decimal, since: str | None = None) -> CaseState:
    day = date.fromisoformat(since) if since else local_date(e.at)
    off = Paid(PaymentKind.FINE.value, amount, day)
    return replace(
        s,
        fines_written_off=s.fines_written_off + amount,
        fine_write_offs=(*s.fine_write_offs, off),
    )


def _owed_again(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.FINE.value:
        return _fine_off(s, e, -amount)
    if d["kind"] == PaymentKind.SURCHARGE.value:
        return replace(s, surcharges_written_off=s.surcharges_written_off - amount)
    if d["kind"] == PaymentKind.DAMAGES.value:
        return replace(s, damages_written_off=s.damages_written_off - amount)
    return replace(s, recovery_written_off=s.recovery_written_off - amount)


def _paid_back(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.FINE.value:
        return replace(s, fines_paid=s.fines_paid - amount)
    if d["kind"] == PaymentKind.SURCHARGE.value:
        paid, back = s.surcharges_paid - amount, s.surcharges_back - amount
        return replace(s, surcharges_paid=paid, surcharges_back=back)
    if d["kind"] == PaymentKind.DAMAGES.value:
        paid, back = s.damages_paid - amount, s.damages_back - amount
        return replace(s, damages_paid=paid, damages_back=back)
    return replace(s, recovered=s.recovered - amount)


def _instalments(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    parts = (Part(date.fromisoformat(p["due"]), Decimal(p["amount"])) for p in d["instalments"])
    put_off = s.put_off_days + int(d.get("more_days", 0))
    # Grants of before it was kept let go of what had accrued: they stay as they were.
    kept = ((local_date(e.at), s.instalments),) if "accrued" in d else ()
    return replace(
        s,
        instalments=tuple(parts),
        earlier_plans=(*s.earlier_plans, *kept),
        instalments_asked=None,
        instalments_answer=_answer(e, d, granted=True),
        put_off_days=put_off,
    )


def _answer(e: Event, d: Mapping[str, Any], *, granted: bool) -> InstalmentsAnswer:
    return InstalmentsAnswer(granted, d["reasons"], e.at, e.seq, bool(d.get("to_serve")))


def _asked(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    asked = AskedInstalments(date.fromisoformat(d["requested_on"]), d["reasons"])
    return replace(s, instalments_asked=asked)


def _remedy(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    filed, number = date.fromisoformat(d["filed_on"]), d["document_no"]
    stops = (Stop(filed, number),) if d["stops_execution"] else ()
    remedy = Remedy(
        d["remedy_id"],
        d["kind"],
        d["body"],
        filed,
        number,
        stops,
        performance=bool(d.get("performance")),
    )
    appealed = d.get("appeals")
    before = (_handed_on(r, filed) if r.remedy_id == appealed else r for r in s.remedies)
    return replace(s, remedies=(*before, remedy))


def _handed_on(remedy: Remedy, day: date) -> Remedy:
    """What the court stopped goes on with the appeal, and is no more of the suit before it."""
    if not remedy.carries_stop:
        return remedy
    last = remedy.stops[-1]
    return replace(remedy, stops=(*remedy.stops[:-1], replace(last, until=max(day, last.since))))


def _of_remedy(change: Callable[[Remedy, date, Mapping[str, Any]], Remedy]) -> Step:
    """Change the remedy that an event names, on the day that the body decided."""

    def fold(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        day = date.fromisoformat(d["decided_on"])
        changed = (change(r, day, d) if r.remedy_id == d["remedy_id"] else r for r in s.remedies)
        return replace(s, remedies=tuple(changed))

    return fold


def _stop(remedy: Remedy, day: date, d: Mapping[str, Any]) -> Remedy:
    return replace(remedy, stops=(*remedy.stops, Stop(day, d["document_no"])))


def _go_on(remedy: Remedy, day: date, d: Mapping[str, Any]) -> Remedy:
    stops = (
        replace(one, until=max(day, one.since)) if one.until is None else one
        for one in remedy.stops
    )
    return replace(remedy, stops=tuple(stops))


def _resumed(remedy: Remedy, day: date, d: Mapping[str, Any]) -> Remedy:
    """Also before the day on which its judgment is in force."""
    ended = _go_on(remedy, day, d)
    *earlier, last = ended.stops or (None,)
    if last is None or last.until is None or last.until <= day:
        return ended
    return replace(ended, stops=(*earlier, replace(last, until=max(day, last.since))))


def _remedied(remedy: Remedy, day: date, d: Mapping[str, Any]) -> Remedy:
    received = date.fromisoformat(d["received_on"]) if d.get("received_on") else day
    in_force = date.fromisoformat(d["in_force_on"]) if d.get("in_force_on") else None
    ended = _go_on(remedy, in_force or day, d)
    return replace(
        ended,
        outcome=d["outcome"],
        decided_on=day,
        received_on=received,
        instance=d.get("instance") or "",
        in_force_on=in_force,
    )


def changed(s: CaseState, d: Mapping[str, Any]) -> CaseState:
    """The case after a review or court lowered the fine, the recovery, the damages or the suspension."""
    if s.decision is None:
        return s
    # Events that changed the fine alone name neither of the others.
    recovery = Decimal(d["recovery"]) if d.get("recovery") is not None else s.decision.recovery
    months = d["months"] if d.get("months") is not None else s.decision.months
    damages = Decimal(d["damages"]) if d.get("damages") is not None else s.decision.damages
    short = s.decision.not_demanded + Decimal(d.get("not_demanded") or 0)
    decision = replace(
        s.decision, fine=Decimal(d["fine"]), recovery=recovery, months=months, damages=damages,
        not_demanded=short,
    )  # fmt: skip
    kept = max(min(s.recovery_written_off, recovery - s.recovered), Decimal("0.00"))
    # Instalments of the former fine no longer add up: what is open is due in the lawful time.
    off = max(min(s.fines_written_off, decision.fine - s.fines_paid), Decimal("0.00"))
    if d.get("damages") is not None:
        s = _damaged_less(s, damages)
    return replace(
        s,
        decision=decision,
        changed=True,
        publication=None,
        published_former=s.published,
        instalments=(),
        earlier_plans=(),
        instalments_asked=None,
        put_off_days=s.put_off_days + int(d.get("more_days", 0)),
        fines_written_off=off,
        recovery_written_off=kept,
        surcharges_back=s.surcharges_back + Decimal(d.get("surcharge_back") or 0),
    )


def _damaged_less(s: CaseState, damages: Decimal) -> CaseState:
    """Lower damages of a handling: less is written off, and what was paid above them is owed back."""
    above = max(s.damages_kept - damages, Decimal("0.00"))
    off = max(min(s.damages_written_off, damages - s.damages_kept), Decimal("0.00"))
    return replace(s, damages_back=s.damages_back + above, damages_written_off=off)


def _annulled(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """Nothing is owed any more, so nothing of it is written off, and all that was paid is owed back."""
    nothing = Decimal("0.00")
    fall = Fall(
        d.get("by_body", ""),
        date.fromisoformat(str(d["annulled_on"])),
        d["document_no"],
        d["reasons"],
    )
    return replace(
        s,
        annulled=True,
        publication=None,
        published_former=s.published,
        fall=fall,
        recovery_written_off=nothing,
        returned_before=nothing,
        fines_written_off=nothing,
        fine_write_offs=(),
        surcharges_written_off=nothing,
        damages_written_off=nothing,
        surcharges_back=s.surcharges_paid,
        damages_back=s.damages_paid,
    )


def _on_spot(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    decision = Decision(
        ruling=d["ruling"],
        decision_no=d["decision_no"],
        by=hand_from(d),
        at=e.at,
        fine=Decimal(d["fine"]),
        recovery=Decimal(d["recovery"]),
        citation=d["citation"],
        reasons=d["reasons"],
        article_id=d["article_id"],
        worksheet_id=d.get("worksheet_id", ""),
    )
    served = date.fromisoformat(d["served_on"])
    handed = Service("decision", "direct", served, by=hand_from(d))
    return replace(
        allot_decision(s, d),
        decision=decision,
        spot_seq=e.seq if d.get("papered") else 0,
        services=(*s.services, handed) if d.get("papered") else s.services,
        own_area=d.get("own_area", ""),
        stage=Stage.EXECUTION,
        on_spot=True,
        publishable=d.get("publishable", False),
        served_on=served,
        defence="stated",
        notified_at=e.at,
    )


MONEY_FOLDS: dict[str, Step] = {
    "PaymentRecorded": _paid,
    "PaymentReversed": _reversed,
    "RecoveryWrittenOff": _written_off,
    "WriteOffReversed": _owed_again,
    "MoneyPaidBack": _paid_back,
    "InstalmentsRequested": on_paper(_asked),
    "InstalmentsGranted": _instalments,
    "InstalmentOpenAgain": lambda s, e, d: replace(s, put_off_days=s.put_off_days + d["more_days"]),
    "InstalmentMet": lambda s, e, d: replace(s, put_off_days=s.put_off_days + d["more_days"]),
    "InstalmentsRefused": lambda s, e, d: replace(
        s, instalments_asked=None, instalments_answer=_answer(e, d, granted=False)
    ),
    "FinePressed": lambda s, e, d: replace(s, pressed_on=date.fromisoformat(d["served_on"])),
    "RemedyRecorded": on_paper(_remedy),
    "RemedyClosed": on_paper(_of_remedy(_remedied)),
    "ExecutionStopped": on_paper(_of_remedy(_stop)),
    "ExecutionResumed": on_paper(_of_remedy(_resumed)),
    "DecisionChanged": lambda s, e, d: changed(s, d),
    "DecisionAnnulled": on_paper(_annulled),
    "DecisionPublished": lambda s, e, d: replace(
        s,
        published=True,
        published_former=False,
        published_on=date.fromisoformat(d["published_on"]),
    ),
    "PublicationWithdrawn": lambda s, e, d: replace(
        s, published=False, published_former=False, publication=None
    ),
    "CaseDecidedOnSpot": _on_spot,
    "SpotReported": lambda s, e, d: replace(s, spot_reported=True),
}
