"""The book of an institution's earlier refunds: what stands in it, and an entry that is withdrawn."""

from __future__ import annotations

import strawberry

from api.acts import Act
from api.context import Info
from api.lines import types as gql
from api.lines.convert import booked_of
from api.results import RefundSuccess
from casework.commands.base import Command
from casework.commands.case import WithdrawRefund
from casework.events import Event
from graph.lines.refund_check import standing_refunds

REFUND_ACTS = (Act("refundWithdraw", WithdrawRefund),)


async def _booked(info: Info, code: str) -> list[gql.BookedRefund]:
    context = info.context
    book = await standing_refunds(context.driver, context.viewer, code)
    return booked_of(book, context.language) if book is not None else []


async def after_refund_act(info: Info, command: Command, events: list[Event]) -> RefundSuccess:
    """Answer of a withdrawal: what still stands."""
    code = events[0].stream.partition(":")[2]
    return RefundSuccess(refunds=await _booked(info, code))


@strawberry.type
class RefundQueries:
    """Of an institution, for the bureau alone."""

    @strawberry.field
    async def earlier_refunds(self, info: Info, fixmedins_code: str) -> list[gql.BookedRefund]:
        """What was entered as returned before of the institution's lines; empty for whom it is not."""
        return await _booked(info, fixmedins_code)
