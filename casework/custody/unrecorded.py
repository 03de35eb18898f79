"""Objects of the vault that no record names: kept under lock, and known until they are settled.

The bytes are locked before they are on record, so that nothing is lost. Whoever loses the right to
give evidence in between, or a crash, leaves such an object behind. The daily check writes it down,
and again when it is settled: put on record by somebody who may (the same file once more, which the
vault recognises), or removed when its first lock had run out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.actors import BEAT, Actor
from casework.acts import Act, Ask, draft
from casework.commands.evidence import RecordUnrecorded
from casework.events import Draft, Event
from casework.refusal import refuse

STREAM = "vault:unrecorded"
CURE_ZH = "由有权人员再次提交同一文件即可登记；否则锁定期满后可以清除"
CURE_EN = "somebody who may gives the same file again, or it can be removed when its lock has ended"


@dataclass(frozen=True)
class UnrecordedState:
    """The keys that are known and not settled, with the moment at which each was found."""

    version: int = 0
    found: tuple[tuple[str, datetime], ...] = ()
    label = "证据库未登记对象"
    label_en = "unrecorded objects of the vault"
    stage = stage_zh = stage_en = "open"

    @property
    def keys(self) -> frozenset[str]:
        """The keys alone."""
        return frozenset(key for key, _ in self.found)


def fold_unrecorded(events: Iterable[Event]) -> UnrecordedState:
    """Fold the stream."""
    state = UnrecordedState()
    for event in events:
        key = str(event.data.get("object_key", ""))
        if event.type == "UnrecordedObjectFound":
            state = replace(state, found=(*state.found, (key, event.at)))
        elif event.type == "UnrecordedObjectSettled":
            state = replace(state, found=tuple(f for f in state.found if f[0] != key))
        state = replace(state, version=event.seq)
    return state


def answer(ask: Ask[RecordUnrecorded, UnrecordedState]) -> list[Draft]:
    """UnrecordedObjectFound for each that is new, UnrecordedObjectSettled for each that is gone."""
    now, known = frozenset(ask.command.object_keys), ask.state.keys
    if now == known:
        raise refuse("ALREADY_DONE")
    news = [draft(STREAM, "UnrecordedObjectFound", object_key=key) for key in sorted(now - known)]
    ends = [draft(STREAM, "UnrecordedObjectSettled", object_key=key) for key in sorted(known - now)]
    return [*news, *ends]


def _stream(command: RecordUnrecorded, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return (STREAM,)


def _beat_only(state: UnrecordedState, actor: Actor, at: datetime) -> None:
    if actor != BEAT:
        raise refuse("NOT_YOURS")


ACT = Act(
    RecordUnrecorded, "登记证据库未登记对象", "write down unrecorded objects", frozenset(), _stream,
    answer, guards=(_beat_only,), creates=None, offered=False,
)  # fmt: skip
