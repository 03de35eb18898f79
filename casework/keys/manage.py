"""Issue and revoke keys (the security administrator), and record what they were used for."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.keys import IssueKey, KeyCommand, RecordKeyUse, RevokeKey
from casework.events import Draft
from casework.keys.state import KeyState
from casework.refusal import refuse

NAME = re.compile(r"[a-z][a-z0-9-]{1,31}")


def stream_of(command: KeyCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The key's stream."""
    return (f"key:{command.key_id}",)


def issue(ask: Ask[IssueKey, KeyState]) -> list[Draft]:
    """KeyIssued: the secret is shown once and never enters an event."""
    c = ask.command
    required(name=c.name, reason=c.reason)
    if not NAME.fullmatch(c.key_id):
        raise refuse(
            "BAD_VALUE", field="密钥名称", field_en="key id",
            why="2–32 位小写字母、数字、横线，以字母开头",
            why_en="2–32 lower-case letters, digits or hyphens, a letter first",
        )  # fmt: skip
    if c.until < local_date(ask.at):
        raise refuse(
            "BAD_VALUE",
            field="有效期至",
            field_en="until",
            why="不能早于今天",
            why_en="before today",
        )
    data = {"key_id": c.key_id, "name": c.name, "until": c.until, "reason": c.reason}
    return [draft(f"key:{c.key_id}", "KeyIssued", **data)]


def revoke(ask: Ask[RevokeKey, KeyState]) -> list[Draft]:
    """KeyRevoked."""
    required(reason=ask.command.reason)
    if ask.state.revoked_at is not None:
        raise refuse("ALREADY_DONE")
    return [draft(f"key:{ask.command.key_id}", "KeyRevoked", reason=ask.command.reason)]


def use(ask: Ask[RecordKeyUse, Any]) -> list[Draft]:
    """KeyUsed, in the key's own stream of looks."""
    c = ask.command
    return [draft(f"access:{ask.actor.account}", "KeyUsed", what=c.what, rows=c.rows)]


def _looks(command: RecordKeyUse, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return (f"access:{actor.account}",)


def _the_key(state: Any, actor: Actor, at: datetime) -> None:
    if not actor.account.startswith("key:"):
        raise refuse("NOT_YOURS")


SECURITY = frozenset({Role.SECURITY_ADMIN})
ACTS = (
    Act(IssueKey, "发放接口密钥", "issue a key", SECURITY, stream_of, issue, creates=True),
    Act(RevokeKey, "吊销接口密钥", "revoke a key", SECURITY, stream_of, revoke),
    Act(
        RecordKeyUse, "接口读取", "read by key", frozenset(), _looks, use, guards=(_the_key,),
        creates=None, offered=False,
    ),
)  # fmt: skip
