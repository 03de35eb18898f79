"""Fold of the papers that others wrote: the party, courts, the police, other bureaus."""

from collections.abc import Callable, Mapping
from typing import Any

from casework.cases.state import CaseState
from casework.copying import replace
from casework.events import Event

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def with_paper(s: CaseState, what: str, d: Mapping[str, Any]) -> CaseState:
    """The case with the scan that an event names, where it came on paper."""
    scan = d.get("document")
    return replace(s, party_papers=(*s.party_papers, (what, scan))) if scan else s


def on_paper(step: Step) -> Step:
    """The step, and the paper that its event says it came on; before there was one it names none."""

    def fold(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        told, what = step(s, e, d), d.get("paper")
        return with_paper(told, what, d) if what else told

    return fold
