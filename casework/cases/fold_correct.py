"""Fold of the orders to correct."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from casework.cases.parts import Correction
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.events import Event

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def _ordered(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    until = date.fromisoformat(d["until"])
    one = Correction(d["order_id"], d["what"], until, d["basis"], e.seq, local_date(e.at))
    return replace(s, corrections=(*s.corrections, one))


def _change(s: CaseState, d: Mapping[str, Any], **fields: Any) -> CaseState:
    changed = (replace(o, **fields) if o.order_id == d["order_id"] else o for o in s.corrections)
    return replace(s, corrections=tuple(changed))


CORRECTION_FOLDS: dict[str, Step] = {
    "CorrectionOrdered": _ordered,
    "CorrectionServed": lambda s, e, d: _change(s, d, served_on=date.fromisoformat(d["served_on"])),
    "CorrectionRecorded": lambda s, e, d: _change(
        s,
        d,
        result=d["result"],
        found_on=date.fromisoformat(d["found_on"]),
        evidence_ids=tuple(d["evidence_ids"]),
    ),
}
