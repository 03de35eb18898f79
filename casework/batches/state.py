"""A list of applications for restoration. What became of each stands in the doctor's own file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class Member:
    """One application on the list."""

    prac_psn_code: str
    name: str
    application: str


@dataclass(frozen=True)
class BatchState:
    """A list as it was drawn up; it never changes."""

    batch_id: str
    version: int = 0
    title: str = ""
    members: tuple[Member, ...] = ()
    by: Hand | None = None
    at: datetime | None = None

    stage, stage_zh, stage_en = "drawn", "已列名单", "drawn up"

    @property
    def stream(self) -> str:
        """The stream id."""
        return f"batch:{self.batch_id}"

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"恢复名单 {self.batch_id}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"list {self.batch_id}"


def fold_batch(batch_id: str, events: Iterable[Event]) -> BatchState:
    """Fold a list's events."""
    state = BatchState(batch_id)
    for event in events:
        d: dict[str, Any] = dict(event.data)
        if event.type == "BatchDrawn":
            members = tuple(Member(**one) for one in d["members"])
            state = replace(state, title=d["title"], members=members, by=hand_from(d), at=event.at)
        state = replace(state, version=event.seq)
    return state
