"""The list of pairs that wait for a judgement, and those that have one."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.errors import Invalid
from api.paging import Connection, connect, decode_cursor, figure, offset, page_size
from api.sameness.convert import cluster_of as shown
from api.sameness.convert import pair_of
from api.sameness.types import SameCluster, SameKind, SamePair, SameState
from graph.sameness import model
from graph.sameness.read import list_pairs
from graph.sameness.together import cluster_of, list_clusters


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

    @strawberry.field
    async def same_clusters(
        self,
        info: Info,
        kind: SameKind = SameKind.PATIENT,
        contradictory: bool = False,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[SameCluster]:
        """Who people judged one, contradictory clusters first; ``contradictory`` asks for these alone."""
        context = info.context
        place = decode_cursor(after, offset)
        skip = place[0] if place else 0
        found, more, total = await list_clusters(
            context.driver,
            context.viewer,
            model.SameKind(kind.value),
            contradictory=contradictory,
            limit=page_size(first),
            skip=skip,
        )
        rows = [(shown(one), (skip + number,)) for number, one in enumerate(found, 1)]
        return connect(rows, more, total)

    @strawberry.field
    async def same_cluster(self, info: Info, entity: str) -> SameCluster | None:
        """The cluster of a person, doctor or institution by the map's name of it (``Patient:<psn_no>``);
        null where nobody judged it one with another."""
        label, colon, code = entity.partition(":")
        if label not in set(model.SameKind) or not (colon and code):
            raise Invalid(
                "entity",
                "请给出参保人、医师或机构在图谱中的编号。",
                "Name a person, doctor or institution as the map does.",
            )
        context = info.context
        kind = model.SameKind(label)
        found = await cluster_of(context.driver, context.viewer, kind, code)
        return shown(found) if found else None
