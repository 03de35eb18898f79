"""The outbox: what did not leave, why, and once more by hand."""

from __future__ import annotations

import strawberry

from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid
from api.names import pick
from api.outbox import types as gql
from api.paging import MAX_PAGE
from api.results import Done, DoneResult
from api.session.pages import may_open
from graph.notices.choices import SETTINGS, open_ways
from graph.notices.outbox import read_outbox, send_again


@strawberry.type
class OutboxQueries:
    """For the system administrator."""

    @strawberry.field
    async def outbox(self, info: Info) -> gql.Outbox | None:
        """What is on its way out; null for everybody else."""
        context = info.context
        if not may_open(context.actor, "outbox"):
            return None
        found = await read_outbox(context.driver, context.viewer)
        opened = open_ways(context.services.settings)
        return gql.Outbox(
            ways=[
                gql.OutboxWay(
                    way=way,
                    open=way in opened,
                    setting=SETTINGS[way],
                    waiting=state.waiting,
                    failed=state.failed,
                    sent=state.sent,
                    last_sent_at=state.last_sent,
                )
                for way, state in found.ways.items()
            ],
            stuck=[
                gql.OutboxMessage(
                    key=one.key,
                    way=one.way,
                    account=one.account,
                    attempts=one.attempts,
                    at=one.at,
                    why=pick(context.language, one.why_zh, one.why_en),
                    next_at=one.next_at,
                )
                for one in found.stuck
            ],
        )


@strawberry.type
class OutboxMutations:
    """Once more, by hand."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def outbox_send(self, info: Info, keys: list[str] | None = None) -> DoneResult:
        """Send again what is stuck, at the next beat; without ``keys`` all of it."""
        context = info.context
        if keys is not None and len(keys) > MAX_PAGE:
            raise Invalid(
                "keys",
                f"一次最多 {MAX_PAGE} 条；全部重发请不带 keys。",
                f"At most {MAX_PAGE} at once; leave keys out to send all again.",
            )
        await send_again(context.driver, context.viewer, keys, context.at)
        return Done()
