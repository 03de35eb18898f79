"""A list of applications for restoration. What became of each stands in the doctor's own file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class Member:
    """One application on the list; `struck`: why it was taken off."""

    prac_psn_code: str
    name: str
    application: str
    struck: str = ""


@dataclass(frozen=True)
class BatchState:
    """A list as it was drawn up, who was taken off since, and why it is `void`, if it is."""

    batch_id: str
    version: int = 0
    title: str = ""
    members: tuple[Member, ...] = ()
    by: Hand | None = None
    at: datetime | None = None
    void: str = ""

    stage, stage_zh, stage_en = "drawn", "已列名单", "drawn up"

    @property
    def standing(self) -> tuple[Member, ...]:
        """Who is on it: nobody once it is void."""
        return () if self.void else tuple(one for one in self.members if not one.struck)

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
        elif event.type == "BatchMemberStruck":
            state = replace(state, members=tuple(_struck(one, d) for one in state.members))
        elif event.type == "BatchVoided":
            state = replace(state, void=d["reasons"])
        state = replace(state, version=event.seq)
    return state


def _struck(one: Member, d: dict[str, Any]) -> Member:
    return replace(one, struck=d["reasons"]) if one.prac_psn_code == d["prac_psn_code"] else one
