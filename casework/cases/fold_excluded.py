"""Fold of what is ruled out of the evidence, and what was established by it."""

from collections.abc import Callable, Mapping
from typing import Any

from casework.cases.excluded import doubt_from, excluded_from
from casework.cases.state import CaseState
from casework.copying import replace
from casework.events import Event

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def _item(s: CaseState, d: Mapping[str, Any], **fields: Any) -> CaseState:
    changed = (
        replace(one, **fields) if one.evidence_id == d["evidence_id"] else one for one in s.evidence
    )
    return replace(s, evidence=tuple(changed))


def _excluded(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """What became of an order to correct, shown by nothing else, is open again; so is what waits for review."""
    s = _item(s, d, doubt=None, excluded=excluded_from(e, d))
    left = {one.evidence_id for one in s.evidence if one.excluded is None}
    orders = tuple(
        one
        if not one.evidence_ids or left.intersection(one.evidence_ids)
        else replace(one, result=None, found_on=None, evidence_ids=())
        for one in s.corrections
    )
    s = replace(s, corrections=orders)
    if not d.get("anew"):
        return s
    waiting = (replace(p, outcome=p.outcome or "superseded") for p in s.proposals)
    return replace(s, proposals=tuple(waiting))


EXCLUSION_FOLDS: dict[str, Step] = {
    "ExclusionProposed": lambda s, e, d: _item(s, d, doubt=doubt_from(d)),
    "ReinstatementProposed": lambda s, e, d: _item(s, d, doubt=doubt_from(d)),
    "EvidenceExcluded": _excluded,
    "EvidenceReinstated": lambda s, e, d: _item(s, d, doubt=None, excluded=None),
    "ExclusionRefused": lambda s, e, d: _item(s, d, doubt=None),
    "HomeExcluded": lambda s, e, d: _item(s, d, home_excluded=excluded_from(e, d)),
    "HomeReinstated": lambda s, e, d: _item(s, d, home_excluded=None),
}
