"""Rings: the list, the dossier of one, and its picture."""

from __future__ import annotations

import re

import strawberry

from api.context import Context, Info
from api.finding.judgements import UNTOUCHED, judgements_of
from api.ids import key_of
from api.map.convert import picture
from api.map.types import Subgraph
from api.paging import Connection, connect, decode_cursor, figure, page_size
from api.ring import types as gql
from api.ring.convert import dossier_of, ring_of
from casework.commands.judgement import MarkKind
from casework.judgements.group import Tally, tally_of
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from claims.store import ClaimStore
from graph.explore.subgraph import subgraph
from graph.rings.judged import member_marks, tallies
from graph.rings.read import RingQuery, list_rings, ring_dossier
from graph.rings.runs import last_run
from graph.rings.unfold import whole_dossier
from graph.sameness.judged import judged_one

RING_ID = re.compile(r"R[0-9A-F]{10}")


def ring_key(id: str) -> str:
    """A ring's own id, or its global one: links from cases and findings know only the first."""
    return id if RING_ID.fullmatch(id) else key_of(id, "Ring")


async def store_for(context: Context) -> ClaimStore:
    """The columnar store, in which numbers that people judged to be one are one."""
    return ClaimStore(context.services.settings.home, await judged_one(context.driver))


async def load_dossier(info: Info, ring_id: str) -> gql.RingDossier | None:
    """A ring's page; None when missing or not for this reader."""
    context = info.context
    try:
        store = await store_for(context)
        found = await whole_dossier(context.driver, context.viewer, store, ring_id)
    except Refusal as refusal:
        if refusal.kind is Kind.NOT_FOUND:
            return None
        raise
    marks = await judgements_of(info, MarkKind.RING, [ring_id])
    people = [face.member.psn_no for face in found.faces]
    said = await member_marks(context.driver, context.viewer, ring_id, people)
    tally = tally_of(mark.verdict for mark in said.values())
    ring = ring_of(found.summary, context.language, marks.get(ring_id, UNTOUCHED), tally)
    run = await last_run(context.driver, context.viewer)
    return dossier_of(found, context.language, ring, said, run)


@strawberry.type
class RingQueries:
    """The rings pages."""

    @strawberry.field
    async def rings(
        self,
        info: Info,
        filter: gql.RingFilter | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.Ring]:
        """Rings by score, best first."""
        context = info.context
        wanted = filter or gql.RingFilter()
        cursor = decode_cursor(after, figure, str)
        page = await list_rings(
            context.driver,
            context.viewer,
            RingQuery(
                route=wanted.route,
                channel=wanted.channel,
                change=wanted.change,
                fixmedins_code=wanted.fixmedins_code,
                psn_no=wanted.psn_no,
                min_score=wanted.min_score,
                confirmed=wanted.confirmed,
            ),
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        ids = [ring.ring_id for ring in page.rings]
        marks = await judgements_of(info, MarkKind.RING, ids)
        named = await tallies(context.driver, context.viewer, ids)
        rows = [
            (
                ring_of(
                    ring,
                    context.language,
                    marks.get(ring.ring_id, UNTOUCHED),
                    named.get(ring.ring_id, Tally()),
                ),
                (repr(ring.score), ring.ring_id),
            )
            for ring in page.rings
        ]
        return connect(rows, page.more, page.total)

    @strawberry.field
    async def ring_dossier(self, info: Info, id: strawberry.ID) -> gql.RingDossier | None:
        """Everything that explains one ring."""
        return await load_dossier(info, ring_key(id))

    @strawberry.field
    async def ring_graph(self, info: Info, id: strawberry.ID) -> Subgraph | None:
        """Members, doctors and institutions of a ring, drawn."""
        context = info.context
        found = await ring_dossier(context.driver, context.viewer, ring_key(id))
        ids = [f"Patient:{face.member.psn_no}" for face in found.faces]
        ids += [f"Institution:{place.code}" for place in found.summary.institutions]
        ids += [f"Doctor:{place.code}" for place in found.summary.doctors[:20]]
        drawn = await subgraph(context.driver, context.viewer, ids)
        return picture(drawn.nodes, drawn.edges, truncated=drawn.truncated, missing=drawn.missing)
