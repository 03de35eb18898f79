"""Fold of the agreement handling's events."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.cases.fold_papers import on_paper, with_paper
from casework.cases.parts import Performance, Rectification
from casework.cases.stages import Stage
from casework.cases.state import CaseState, Decision, Handling
from casework.commands.agreement import Measure, MeasureKind
from casework.commands.case import Defence, Path, Served
from casework.copying import replace
from casework.documents.fold import allot_decision
from casework.events import Event
from casework.hands import hand_from
from casework.lines.shortfall import less_of
from casework.money import ZERO


def _measure(m: Mapping[str, Any]) -> Measure:
    """Handlings of before told neither an area nor an end."""
    kind, ends = MeasureKind(m["kind"]), m.get("ends_at")
    return Measure(
        kind, Decimal(m["amount"]), m["months"], m["target"], m["clause"], m.get("area", ""),
        datetime.fromisoformat(ends) if ends else None,
    )  # fmt: skip


def _proposed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    measures = tuple(map(_measure, d["measures"]))
    by = hand_from(d)
    hands = (*s.handling_hands, by)
    handling = Handling(
        by,
        measures,
        d["reasons"],
        tuple(d.get("pharmacy_acts", ())),
        d.get("rectify", ""),
        d.get("rectify_days", 30),
        e.seq,
        dict(d.get("target_names", {})),
        **less_of(d),
        most_months=int(d.get("most_months", 0)),
        pharmacy_tables=dict(d.get("pharmacy_tables", {})),
    )
    return replace(s, handling=handling, handling_hands=hands)


def _notified(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    served = date.fromisoformat(d["served_on"])
    return replace(s, stage=Stage.HANDLING_NOTICE, notified_at=e.at, notice_on=served, defence=None)


def _defended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    stated = Defence.STATED.value
    how = stated if s.defence == stated else d["how"]
    return replace(with_paper(s, "defence", d), stage=Stage.HANDLING_DECISION, defence=how)


def _decided(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    decision = Decision(
        ruling=d["ruling"],
        decision_no=d["decision_no"],
        by=hand_from(d),
        at=e.at,
        fine=Decimal("0.00"),
        recovery=Decimal(d["recovery"]),
        citation=d["citation"],
        reasons=d["reasons"],
        damages=Decimal(d.get("damages", "0.00")),
        not_demanded=Decimal(d.get("not_demanded", "0.00")),
        measures_wait=bool(d.get("measures_wait")),
        seq=e.seq if d.get("papered") else 0,
    )
    s = allot_decision(s, d)
    measured = s.measured_with(d.get("measured", ()))
    # Damages of a decision that fell, and not paid back yet, are paid of the one in its place.
    new = decision.damages - s.damages_kept
    back = s.damages_back - max(min(s.damages_back, new), ZERO)
    s = replace(
        s, decision=decision, measured=measured, annulled=False, damages_back=back, performance=None,
        performance_on=None,
    )  # fmt: skip
    # It is served before it closes; what was decided before that was asked had closed at once.
    if d["ruling"] == "no_penalty" and not d.get("to_serve"):
        return replace(s, stage=Stage.CLOSED, closed_at=e.at)
    todo = d.get("rectify")
    # Decisions of before fixed the day; of others the service does.
    by = d.get("rectify_by")
    rectification = Rectification(todo, date.fromisoformat(by) if by else None) if todo else None
    return replace(s, stage=Stage.HANDLING_EXECUTION, rectification=rectification)


def _returned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.HANDLING, handling=None, defence=None, notice_on=None)


def _converted(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The penalty procedure starts afresh; findings, evidence and returned money stay."""
    # Who went to review or court did so against a handling that is none any more.
    remedies = tuple(replace(one, former=True) for one in s.remedies)
    return replace(_afresh(s, d), stage=Stage.CLUE, path=Path.ADMINISTRATIVE, remedies=remedies)


def _converted_back(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The agency starts afresh; an approved proposal of a penalty is out of date."""
    proposals = tuple(replace(p, outcome=p.outcome or "superseded") for p in s.proposals)
    return replace(_afresh(s, d), stage=Stage.HANDLING, path=Path.AGREEMENT, proposals=proposals)


def _afresh(s: CaseState, d: Mapping[str, Any]) -> CaseState:
    s = replace(
        s,
        handling=None,
        decision=None,
        defence=None,
        notice_on=None,
        served_on=None,
        recovery_written_off=Decimal("0.00"),
        returned_before=Decimal("0.00"),
        damages_written_off=Decimal("0.00"),
        rectification=None,
        annulled=False,
        performance=None,
        performance_on=None,
    )
    # Conversions of before did not say that what follows begins anew as well.
    return _uncounted(s) if d.get("anew") else s


def _uncounted(s: CaseState) -> CaseState:
    """Nothing of the procedure before counts: no demand, application, extension or pause; its report is old."""
    return replace(
        s,
        pressed_on=None,
        court_applied_on=None,
        court_ruled=False,
        court_refused_on=None,
        court_withdrawn_on=None,
        clue_extensions=0,
        decision_extensions=0,
        extension_discussed=False,
        paused=frozenset(),
        report_outdated=s.report is not None,
        # What was announced of a paper of that procedure serves nothing any more.
        announcements=tuple(
            one if one.served == Served.CORRECTION.value else replace(one, done=True)
            for one in s.announcements
        ),
    )


def _reported(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = s.rectification
    if one is None:
        return s
    reports = (*one.reports, d["text"])
    s = with_paper(s, "rectification", d)
    return replace(s, rectification=replace(one, reports=reports, reported=True))


def _rechecked(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = s.rectification
    if one is None:
        return s
    check = (date.fromisoformat(d["held_on"]), d["passed"], d["record"])
    due = date.fromisoformat(d["due"]) if d["due"] else one.due
    again = replace(one, checks=(*one.checks, check), due=due, reported=False)
    return replace(s, rectification=again)


def _served(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    measured = s.measured_with(d.get("measured", ()))
    if s.rectification is not None and d.get("rectify_by"):
        due = date.fromisoformat(d["rectify_by"])
        s = replace(s, rectification=replace(s.rectification, due=due))
    effect = (*s.effect, *(one["evidence_id"] for one in d.get("effect", ())))
    served_on = date.fromisoformat(d["served_on"])
    return replace(s, served_on=served_on, measured=measured, effect=effect)


def _performs(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = Performance(
        d["decision_no"], hand_from(d), e.at, Decimal(d["recovery"]), Decimal(d["damages"]), int(d["days"]),
        e.seq, d.get("reasons", ""), bool(d.get("papered")),
    )  # fmt: skip
    return replace(allot_decision(s, d), performance=one, performance_on=None)


def _performance_served(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    effect = (*s.effect, *(one["evidence_id"] for one in d.get("effect", ())))
    return replace(s, performance_on=date.fromisoformat(d["served_on"]), effect=effect)


def _closed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.CLOSED, closed_at=e.at)


HANDLING_FOLDS: dict[str, Callable[[CaseState, Event, Mapping[str, Any]], CaseState]] = {
    "HandlingProposed": _proposed,
    "HandlingNotified": _notified,
    "HandlingDefended": _defended,
    "HandlingDecided": _decided,
    "HandlingReturned": _returned,
    "HandlingClosed": on_paper(_closed),
    "CaseConverted": _converted,
    "ConvertedToHandling": _converted_back,
    "HandlingServed": _served,
    "PerformanceDecided": _performs,
    "PerformanceServed": _performance_served,
    "PerformanceAnnulled": lambda s, e, d: replace(s, performance=None, performance_on=None),
    "RectificationReported": _reported,
    "RectificationChecked": _rechecked,
}
