"""Messages about a case as the desk shows them."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.paging import Connection


@strawberry.type
class MessageReader:
    """Somebody whom a message is for, and whether he has read it."""

    account: str
    name: str
    has_read: bool


@strawberry.type
class AnsweredMessage:
    """The message that another one answers; ``text`` is empty where it was taken back."""

    message_id: str
    by_name: str
    text: str


@strawberry.type
class CaseMessage:
    """One message; its ``text`` is empty once it was taken back.

    ``to`` is for the bureau alone. ``toParty``: the party reads it, too; ``ofParty``: it wrote it.
    ``unread``: by the reader, ``mine``: he may take it back.
    """

    message_id: str
    seq: int
    text: str
    by_name: str
    at: datetime
    to: list[MessageReader]
    to_party: bool
    of_party: bool
    answers: AnsweredMessage | None
    withdrawn: bool
    unread: bool
    mine: bool


@strawberry.type
class CaseTalk:
    """The messages of a case, the newest first; ``version`` is what the reader has then seen.

    ``partyReads``: a message may go to the party.
    """

    messages: Connection[CaseMessage]
    unread: int
    version: int
    party_reads: bool
