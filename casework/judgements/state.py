"""State and fold of the judgements on a finding, a ring, its member or a pair of records."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.commands.judgement import RingSeen
from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class MarkState:
    """What people said about a finding or ring, and the cases it went to."""

    stream: str
    version: int = 0
    verdict: str | None = None
    reason: str = ""
    judged_by: Hand | None = None
    judged_at: datetime | None = None
    notes: tuple[tuple[datetime, str, str], ...] = ()
    cases: tuple[str, ...] = ()
    seen: RingSeen | None = None

    @property
    def label(self) -> str:
        """How refusals name it."""
        return self.stream

    @property
    def label_en(self) -> str:
        """The same in English."""
        return self.stream

    stage = "open"
    stage_zh = "待研判"
    stage_en = "open"


def fold_mark(stream: str, events: Iterable[Event]) -> MarkState:
    """Fold the judgements of one finding or ring."""
    state = MarkState(stream)
    for event in events:
        state = replace(_step(state, event), version=event.seq)
    return state


def _step(s: MarkState, e: Event) -> MarkState:
    d: dict[str, Any] = dict(e.data)
    match e.type:
        case "Judged":
            return replace(
                s,
                verdict=d["verdict"],
                reason=d["reason"],
                judged_by=hand_from(d),
                judged_at=e.at,
                seen=RingSeen(**d["seen"]) if "seen" in d else None,
            )
        case "TakenBack":
            return replace(s, verdict=None, reason="", judged_by=None, judged_at=None, seen=None)
        case "Noted":
            return replace(s, notes=(*s.notes, (e.at, hand_from(d).name, d["text"])))
        case "SentToCase":
            return replace(s, cases=(*s.cases, d["case_no"]))
    return s
