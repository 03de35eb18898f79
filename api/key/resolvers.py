"""Issue, revoke and list the keys of other systems."""

from __future__ import annotations

import strawberry

from api.acts import Act
from api.answers import ErrorsAsData
from api.context import Context, Info
from api.inputs import input_of, to_dataclass
from api.key import types as gql
from api.results import KeyResult, KeySuccess
from casework.actors import Role
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.keys import IssueKey, RevokeKey
from casework.events import Event
from graph.keys.store import issue_key, list_keys

KEY_ACTS = (Act("keyRevoke", RevokeKey),)
KeyIssueInput = input_of(IssueKey, "KeyIssueInput")


async def keys_of(context: Context) -> list[gql.ApiKey]:
    """All keys, the latest first."""
    today = local_date(context.at)
    return [
        gql.ApiKey(
            key_id=one.key_id,
            name=one.name,
            until=one.until,
            issued_by=one.issued_by,
            issued_at=one.issued_at,
            revoked_at=one.revoked_at,
            used_at=one.used_at,
            works=one.revoked_at is None and today <= one.until,
            version=one.version,
        )
        for one in reversed(await list_keys(context.driver, context.viewer))
    ]


async def after_act(info: Info, command: Command, events: list[Event]) -> KeySuccess:
    """Answer of a revocation: the keys as they stand."""
    return KeySuccess(keys=await keys_of(info.context))


@strawberry.type
class KeyQueries:
    """The keys, for the security administrator and the auditor."""

    @strawberry.field
    async def api_keys(self, info: Info) -> list[gql.ApiKey]:
        """All keys; empty for whom they are not."""
        if not info.context.actor.holds(Role.SECURITY_ADMIN, Role.AUDITOR):
            return []
        return await keys_of(info.context)


@strawberry.type
class KeyMutations:
    """Issuing hands out a secret."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def key_issue(self, info: Info, input: KeyIssueInput) -> KeyResult:  # type: ignore[valid-type]
        """Issue a key; its secret is shown this once."""
        context = info.context
        command: IssueKey = to_dataclass(IssueKey, input)
        secret = await issue_key(context.driver, command, context.actor, context.at)
        return KeySuccess(keys=await keys_of(context), secret=secret)
