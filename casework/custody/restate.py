"""Say later how an item was taken, that was accepted without: appended, with the reason, nothing taken back."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.commands.evidence import StateCollection
from casework.custody.collected import from_event, stated, takers
from casework.custody.give import KEEPERS, may_give
from casework.custody.state import EvidenceState
from casework.custody.streams import own_stream
from casework.events import Draft
from casework.refusal import refuse


def state(ask: Ask[StateCollection, EvidenceState]) -> list[Draft]:
    """CollectionStated, while its case takes evidence and by who may give it there.

    Refuses FIELD_REQUIRED where nothing is said, ALREADY_DONE where all of it stands, BAD_VALUE for a
    taking after it came in, and as `takers`.
    """
    c, item = ask.command, ask.state
    required(reason=c.reason)
    may_give(item.case_no, ask)
    if not stated(c.collection):
        raise refuse("FIELD_REQUIRED", field="收集情况", field_en="how it was taken")
    at = c.collection.collected_at
    if at is not None and item.received_at is not None and at > item.received_at:
        raise refuse(
            "BAD_VALUE", field="收集时间", field_en="when", why="晚于证据入库的时间",
            why_en="it came into the vault before that",
        )  # fmt: skip
    known = from_event(item.collection)
    said = {
        name: value for name, value in asdict(c.collection).items() if value not in (None, "", ())
    }
    if replace(known, **said) == known:
        raise refuse("ALREADY_DONE")
    told = {"collection": asdict(c.collection), "takers": takers(ask), "reason": c.reason}
    return [draft(own_stream(c), "CollectionStated", **told)]


def of_statement(
    command: StateCollection, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The item's chain, the accounts of who took it and, once it is known, its case."""
    own = own_stream(command)
    item: EvidenceState | None = states.get(own)
    case = (f"case:{item.case_no}",) if item is not None and item.case_no else ()
    return (own, *case, *(f"account:{login}" for login in command.collection.officers))


ACT = Act(StateCollection, "补记收集情况", "state how it was taken", KEEPERS, of_statement, state)
