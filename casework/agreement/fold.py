"""Fold of the agreement handling's events."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from casework.cases.stages import Stage
from casework.cases.state import CaseState, Decision, Handling
from casework.commands.agreement import Measure, MeasureKind
from casework.commands.case import Path
from casework.events import Event
from casework.hands import hand_from


def _proposed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    measures = tuple(
        Measure(MeasureKind(m["kind"]), Decimal(m["amount"]), m["months"], m["target"], m["clause"])
        for m in d["measures"]
    )
    by = hand_from(d)
    hands = (*s.handling_hands, by)
    return replace(s, handling=Handling(by, measures, d["reasons"]), handling_hands=hands)


def _notified(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    served = date.fromisoformat(d["served_on"])
    return replace(s, stage=Stage.HANDLING_NOTICE, notified_at=e.at, notice_on=served, defence=None)


def _defended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.HANDLING_DECISION, defence=d["how"])


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
    )
    if d["ruling"] == "no_penalty":
        return replace(s, decision=decision, stage=Stage.CLOSED, closed_at=e.at)
    return replace(s, decision=decision, stage=Stage.HANDLING_EXECUTION)


def _returned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.HANDLING, handling=None, defence=None, notice_on=None)


def _converted(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The penalty procedure starts afresh; findings, evidence and returned money stay."""
    return replace(
        s,
        stage=Stage.CLUE,
        path=Path.ADMINISTRATIVE,
        handling=None,
        decision=None,
        defence=None,
        notice_on=None,
        served_on=None,
        recovery_written_off=Decimal("0.00"),
    )


def _closed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.CLOSED, closed_at=e.at)


HANDLING_FOLDS: dict[str, Callable[[CaseState, Event, Mapping[str, Any]], CaseState]] = {
    "HandlingProposed": _proposed,
    "HandlingNotified": _notified,
    "HandlingDefended": _defended,
    "HandlingDecided": _decided,
    "HandlingReturned": _returned,
    "HandlingClosed": _closed,
    "CaseConverted": _converted,
}
