"""Commands about the messages of a case."""

from dataclasses import dataclass

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class SendMessage(Command):
    """Say something about a case to colleagues, or to the party that was notified.

    Without `addressees` it goes to whom it answers, else to the officers in charge. `to_party`: the
    party reads it too. A message serves no paper and decides nothing.
    """

    case_no: str
    text: str
    addressees: tuple[str, ...] = ()
    to_party: bool = False
    reply_to: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawMessage(Command):
    """Take back a message of one's own: nobody reads it any more; the chain keeps it."""

    case_no: str
    message_id: str
