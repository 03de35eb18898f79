"""State and fold of a key. Its secret is kept elsewhere, as a hash."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class KeyState:
    """Which system holds it, until when, and whether it was revoked."""

    key_id: str
    version: int = 0
    name: str = ""
    until: date | None = None
    by: Hand | None = None
    issued_at: datetime | None = None
    revoked_at: datetime | None = None
    stage = "key"
    stage_zh = "接口密钥"
    stage_en = "key"

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"接口密钥 {self.key_id}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"key {self.key_id}"

    def works(self, at: datetime) -> bool:
        """Whether it opens anything at a moment."""
        return self.revoked_at is None and self.until is not None and local_date(at) <= self.until


def fold_key(key_id: str, events: Iterable[Event]) -> KeyState:
    """Fold a key's events."""
    state = KeyState(key_id)
    for event in events:
        d = event.data
        match event.type:
            case "KeyIssued":
                until = date.fromisoformat(str(d["until"]))
                by = hand_from(d)
                state = replace(state, name=str(d["name"]), until=until, by=by, issued_at=event.at)
            case "KeyRevoked":
                state = replace(state, revoked_at=event.at)
        state = replace(state, version=event.seq)
    return state
