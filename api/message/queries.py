"""The messages of a case, and how far somebody has read them."""

from __future__ import annotations

import strawberry

from api.acts import Act
from api.answers import ErrorsAsData
from api.context import Context, Info
from api.errors import Missing
from api.message import types as gql
from api.paging import connect, decode_cursor, offset, page_size
from api.results import Done, DoneResult, MessageSuccess
from casework.actors import BUREAU
from casework.commands.base import Command
from casework.commands.messages import SendMessage, WithdrawMessage
from casework.events import Event
from casework.messages.state import Message
from graph.messages.read import Said, Talk, case_messages, note_read

MESSAGE_ACTS = (
    Act("caseMessageSend", SendMessage),
    Act("caseMessageWithdraw", WithdrawMessage),
)


def message_of(one: Said, *, inside: bool) -> gql.CaseMessage:
    """A message; whom it went to in the bureau, and who read it, is the bureau's own."""
    message = one.message
    readers = [
        gql.MessageReader(account=account, name=name, has_read=account in one.read_by)
        for account, name in one.to.items()
    ]
    return gql.CaseMessage(
        message_id=message.message_id,
        seq=message.seq,
        text=message.text,
        by_name=message.by.name,
        at=message.at,
        to=readers if inside else [],
        to_party=message.to_party,
        of_party=message.of_party,
        answers=_answered(one.answers),
        withdrawn=message.withdrawn_at is not None,
        unread=one.unread,
        mine=one.mine,
    )


def _answered(one: Message | None) -> gql.AnsweredMessage | None:
    if one is None:
        return None
    return gql.AnsweredMessage(message_id=one.message_id, by_name=one.by.name, text=one.text)


def talk_of(talk: Talk, context: Context) -> gql.CaseTalk:
    """A page of them, and what is unread."""
    inside = context.actor.holds(*BUREAU)
    rows = [(message_of(one, inside=inside), (one.message.seq,)) for one in talk.said]
    return gql.CaseTalk(
        messages=connect(rows, talk.has_more),
        unread=talk.unread,
        version=talk.version,
        party_reads=talk.party_reads,
    )


async def after_act(info: Info, command: Command, events: list[Event]) -> MessageSuccess:
    """Answer of both acts: the newest messages."""
    context, case_no = info.context, str(getattr(command, "case_no", ""))
    talk = await case_messages(context.driver, context.viewer, case_no)
    if talk is None:
        raise Missing("案件")
    return MessageSuccess(talk=talk_of(talk, context))


@strawberry.type
class MessageQueries:
    """What was said about a case."""

    @strawberry.field
    async def case_talk(
        self, info: Info, case_no: str, first: int = 30, after: str | None = None
    ) -> gql.CaseTalk | None:
        """The messages of a case; null when it is missing or not for this reader."""
        context = info.context
        cursor = decode_cursor(after, offset)
        talk = await case_messages(
            context.driver,
            context.viewer,
            case_no,
            first=page_size(first),
            before=cursor[0] if cursor else None,
        )
        return talk_of(talk, context) if talk else None


@strawberry.type
class MessageMutations:
    """Reading is noted, so that the writer knows who did."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def case_messages_seen(self, info: Info, case_no: str, version: int) -> DoneResult:
        """This person has read the messages of a case up to a version."""
        context = info.context
        await note_read(context.driver, context.viewer, case_no, version, context.at)
        await context.services.valkey.publish("jicha:changes", f"messages:{case_no}")
        return Done()
