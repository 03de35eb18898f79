"""The list of pairs that wait for a judgement, and those that have one."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.paging import Connection, connect, decode_cursor, figure, page_size
from api.sameness.convert import pair_of
from api.sameness.types import SameKind, SamePair, SameState
from graph.sameness import model
from graph.sameness.read import list_pairs


@strawberry.type
class SamenessQueries:
    """Same person? Same place?"""

    @strawberry.field
    async def same_pairs(
        self,
        info: Info,
        kind: SameKind = SameKind.PATIENT,
        state: SameState | None = SameState.OPEN,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[SamePair]:
        """Pairs by falling weight; ``state: null`` shows all."""
        context = info.context
        place = decode_cursor(after, figure, str)
        pairs, more, total = await list_pairs(
            context.driver,
            context.viewer,
            model.SameKind(kind.value),
            state.value if state else None,
            page_size(first),
            (place[0], place[1]) if place else None,
        )
        return connect([(pair_of(one), (str(one.bits), one.key)) for one in pairs], more, total)
