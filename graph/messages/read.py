"""The messages of a case for one viewer, and how far people have read them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Actor, Viewer
from casework.cases.fold import fold_case
from casework.cases.insured import insured_names
from casework.events import utc_text
from casework.masking import mask_in
from casework.messages.state import Message, MessagesState, fold_messages, stream_of
from casework.messages.talk import may_read, party_reads
from casework.refusal import refuse
from graph.cases.read import case_visible, visible
from graph.events.load import load
from graph.reviews.looks import LOOK

LOOKS: Final[LiteralString] = """
MATCH (l:Look) WHERE l.key IN $keys RETURN l.account AS account, l.seq AS seq
"""
NAMES: Final[LiteralString] = """
MATCH (a:Account) WHERE a.account IN $accounts RETURN a.account AS account, a.name AS name
"""
SEEN: Final[LiteralString] = (
    LOOK
    + """
WITH l
MATCH (n:Notice {account: $me, kind: 'message', subject: $case_no})
WHERE n.read_at IS NULL
SET n.read_at = $now
"""
)


@dataclass(frozen=True)
class Said:
    """A message as the viewer reads it. `to`: names by account; `read_by`: those of them who did.

    `answers` is the message that it answers. `unread`: by the viewer, whose own ones are never.
    `mine`: he may take it back.
    """

    message: Message
    answers: Message | None
    to: Mapping[str, str]
    read_by: frozenset[str]
    unread: bool
    mine: bool


@dataclass(frozen=True)
class Talk:
    """A page of messages, the newest first. `unread` counts all of them, `version` is for the look.

    `party_reads`: a message may go to the party."""

    said: tuple[Said, ...]
    has_more: bool
    unread: int
    version: int
    party_reads: bool


async def case_messages(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    case_no: str,
    *,
    first: int = 30,
    before: int | None = None,
) -> Talk | None:
    """Return the messages sent before an event number; None when the case is not his to see.

    What was taken back is kept without its words.
    """
    chains = await load(driver, f"case:{case_no}", stream_of(case_no))
    case = fold_case(case_no, chains[f"case:{case_no}"])
    if not case.version or not visible(case, viewer):
        return None
    talk, actor = fold_messages(case_no, chains[stream_of(case_no)]), viewer.actor
    read = [one for one in talk.messages if may_read(one, actor)]
    looks = await _looks(driver, talk, actor.account)
    mine = looks.get(actor.account, 0)
    page = [one for one in reversed(read) if before is None or one.seq < before]
    shown, names = page[:first], await _names(driver, page[:first])
    hidden = insured_names(case) if viewer.masked else ()
    said = [
        Said(
            message=_told(one, hidden),
            answers=_answered(talk, one, actor, hidden),
            to={account: names.get(account, account) for account in one.addressees},
            read_by=frozenset(a for a in one.addressees if looks.get(a, 0) >= one.seq),
            unread=_unread(one, actor.account, mine),
            mine=one.by.is_actor(actor) and one.withdrawn_at is None,
        )
        for one in shown
    ]
    unread = sum(1 for one in read if _unread(one, actor.account, mine))
    return Talk(tuple(said), len(page) > first, unread, talk.version, party_reads(case))


async def note_read(
    driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str, version: int, at: datetime
) -> None:
    """The viewer has read the messages up to a version; his notices of them are read with that.

    Refuses NOT_FOUND for a case that is not his to see.
    """
    if not await case_visible(driver, viewer, case_no):
        raise refuse("NOT_FOUND", what=f"案件 {case_no[:40]}", what_en=f"case {case_no[:40]}")
    stream, me = stream_of(case_no), viewer.actor.account
    talk = fold_messages(case_no, (await load(driver, stream))[stream])
    await driver.execute_query(
        SEEN,
        key=f"{me}|{stream}",
        me=me,
        stream=stream,
        case_no=case_no,
        seq=max(0, min(version, talk.version)),
        now=utc_text(at),
    )


def _unread(one: Message, account: str, seen: int) -> bool:
    return one.seq > seen and one.by.account != account and one.withdrawn_at is None


def _answered(
    talk: MessagesState, one: Message, actor: Actor, hidden: Sequence[str]
) -> Message | None:
    found = talk.find(one.reply_to)
    return _told(found, hidden) if found and may_read(found, actor) else None


def _told(one: Message, hidden: Sequence[str]) -> Message:
    return replace(one, text="" if one.withdrawn_at else str(mask_in(one.text, hidden)))


async def _looks(driver: neo4j.AsyncDriver, talk: MessagesState, me: str) -> dict[str, int]:
    people = {me, *(account for one in talk.messages for account in one.addressees)}
    rows, _, _ = await driver.execute_query(
        LOOKS,
        keys=[f"{account}|{talk.stream}" for account in sorted(people)],
        routing_=neo4j.RoutingControl.READ,
    )
    return {row["account"]: row["seq"] for row in rows}


async def _names(driver: neo4j.AsyncDriver, messages: Iterable[Message]) -> dict[str, str]:
    accounts = sorted({account for one in messages for account in one.addressees})
    if not accounts:
        return {}
    rows, _, _ = await driver.execute_query(
        NAMES, accounts=accounts, routing_=neo4j.RoutingControl.READ
    )
    return {row["account"]: row["name"] for row in rows}
