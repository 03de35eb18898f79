"""Send a message about a case, and take one's own back."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.insured import insured_names
from casework.cases.state import CaseState
from casework.commands.case import PartyKind
from casework.commands.messages import SendMessage, WithdrawMessage
from casework.events import Draft
from casework.masking import mask_in
from casework.messages.state import Message, MessagesState, stream_of
from casework.refusal import refuse

LONGEST: Final = 4000
#: How much of it a notice shows.
PREVIEW: Final = 80
TALKERS: Final = BUREAU | {Role.INSURANCE_OFFICE}


def streams(
    command: SendMessage | WithdrawMessage, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The messages, and the case: whoever may not see it may not speak in it."""
    return (stream_of(command.case_no), f"case:{command.case_no}")


def may_read(message: Message, actor: Actor) -> bool:
    """The bureau reads all of them; the party what was written to it or by it."""
    return actor.holds(*BUREAU) or message.with_party


def send(ask: Ask[SendMessage, MessagesState]) -> list[Draft]:
    """MessageSent, to whom it concerns. `preview` is what a notice shows: insured persons masked."""
    c, known, actor = ask.command, ask.state, ask.actor
    case: CaseState = ask.states[f"case:{c.case_no}"]
    text = c.text.strip()
    required(text=text)
    if len(text) > LONGEST:
        raise refuse(
            "BAD_VALUE", field="内容", field_en="text",
            why=f"一条消息最多 {LONGEST} 字，较长的材料请作为证据上传",
            why_en=f"a message takes {LONGEST} characters; upload longer papers as evidence",
        )  # fmt: skip
    answered = _answered(known, c.reply_to, actor)
    inside = actor.holds(*BUREAU)
    to_party = inside and (c.to_party or bool(answered and answered.of_party))
    if to_party:
        _party_there(case)
    return [
        draft(
            known.stream,
            "MessageSent",
            message_id=f"M{len(known.messages) + 1}",
            text=text,
            preview=mask_in(text[:PREVIEW], insured_names(case)),
            title=case.public_title,
            addressees=_addressees(c, case, answered, actor),
            to_party=to_party,
            of_party=not inside,
            party=case.party.key if case.party and (to_party or not inside) else None,
            reply_to=c.reply_to,
        )
    ]


def _answered(known: MessagesState, reply_to: str | None, actor: Actor) -> Message | None:
    if reply_to is None:
        return None
    found = known.find(reply_to)
    if found is None or found.withdrawn_at or not may_read(found, actor):
        raise refuse("NOT_FOUND", what=f"消息 {reply_to[:40]}", what_en=f"message {reply_to[:40]}")
    return found


def party_reads(case: CaseState) -> bool:
    """Whether the party has a page on which to read: an institution that was notified has."""
    party = case.party
    known = party is not None and party.kind is PartyKind.INSTITUTION
    return known and case.notified_at is not None


def _party_there(case: CaseState) -> None:
    if not party_reads(case):
        raise refuse("PARTY_NOT_REACHED")


def _addressees(
    c: SendMessage, case: CaseState, answered: Message | None, actor: Actor
) -> tuple[str, ...]:
    """Whom it is for: as said, else whom it answers, else the officers; never the writer himself.

    The party writes to the officers in charge, or to whom it answers: it picks nobody, and learns
    of no account whether there is one.
    """
    named = c.addressees
    if named and not actor.holds(*BUREAU):
        raise refuse("NOT_FOUND", what=f"账号 {named[0][:40]}", what_en=f"account {named[0][:40]}")
    if not named and answered is not None and not answered.of_party:
        named = (answered.by.account,)
    if not named:
        named = tuple(one.hand.account for one in case.officers)
    return tuple(one for one in dict.fromkeys(named) if one != actor.account)


def withdraw(ask: Ask[WithdrawMessage, MessagesState]) -> list[Draft]:
    """MessageWithdrawn by whoever sent it."""
    wanted = ask.command.message_id
    found = ask.state.find(wanted)
    if found is None or not may_read(found, ask.actor):
        raise refuse("NOT_FOUND", what=f"消息 {wanted[:40]}", what_en=f"message {wanted[:40]}")
    if not found.by.is_actor(ask.actor):
        raise refuse("NOT_YOURS")
    if found.withdrawn_at:
        raise refuse("ALREADY_DONE")
    return [draft(ask.state.stream, "MessageWithdrawn", message_id=wanted)]


ACTS = (
    Act(SendMessage, "发送消息", "send a message", TALKERS, streams, send, creates=None),
    Act(WithdrawMessage, "撤回消息", "take a message back", TALKERS, streams, withdraw),
)
