"""State of a case's messages: a fold over their events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class Message:
    """One message. `addressees` are accounts of the bureau; `to_party`: the party reads it as well.

    `of_party`: written by the party. `seq` is the event that sent it.
    """

    message_id: str
    seq: int
    by: Hand
    at: datetime
    text: str
    addressees: tuple[str, ...]
    to_party: bool
    of_party: bool
    reply_to: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def with_party(self) -> bool:
        """Whether the party may read it."""
        return self.to_party or self.of_party


@dataclass(frozen=True)
class MessagesState:
    """Everything said about one case, the oldest first. `party` is the institution it was said to."""

    case_no: str
    version: int = 0
    messages: tuple[Message, ...] = ()
    party: str | None = None

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"案件 {self.case_no} 的消息"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"messages of case {self.case_no}"

    @property
    def stream(self) -> str:
        """The stream's id."""
        return stream_of(self.case_no)

    def find(self, message_id: str | None) -> Message | None:
        """A message by its id."""
        return next((one for one in self.messages if one.message_id == message_id), None)


def stream_of(case_no: str) -> str:
    """The stream of a case's messages."""
    return f"messages:{case_no}"


def fold_messages(case_no: str, events: Iterable[Event]) -> MessagesState:
    """Return the messages of a case after `events`."""
    state = MessagesState(case_no)
    for event in events:
        match event.type:
            case "MessageSent":
                state = _sent(state, event)
            case "MessageWithdrawn":
                state = _withdrawn(state, event)
        state = replace(state, version=event.seq)
    return state


def _sent(state: MessagesState, event: Event) -> MessagesState:
    data: Mapping[str, Any] = event.data
    message = Message(
        message_id=data["message_id"],
        seq=event.seq,
        by=hand_from(data),
        at=event.at,
        text=data["text"],
        addressees=tuple(data["addressees"]),
        to_party=data["to_party"],
        of_party=data["of_party"],
        reply_to=data["reply_to"],
    )
    return replace(state, messages=(*state.messages, message), party=data["party"] or state.party)


def _withdrawn(state: MessagesState, event: Event) -> MessagesState:
    return replace(
        state,
        messages=tuple(
            replace(one, withdrawn_at=event.at)
            if one.message_id == event.data["message_id"]
            else one
            for one in state.messages
        ),
    )
