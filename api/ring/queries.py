"""Rings: the list, the dossier of one, and its picture."""

from __future__ import annotations

import re
from typing import Literal

import strawberry

from api.context import Info
from api.finding.judgements import judgements_of
from api.finding.types import Judgement
from api.ids import key_of, to_global
from api.map.convert import picture
from api.map.types import Subgraph
from api.paging import Connection, connect, decode_cursor, figure, page_size
from api.ring import types as gql
from casework.commands.judgement import MarkKind
from casework.refusal import Kind, Refusal
from graph.explore.subgraph import subgraph
from graph.rings.read import Place, RingDossier, RingQuery, RingSummary, list_rings, ring_dossier

RING_ID = re.compile(r"R[0-9A-F]{10}")


def ring_of(
    ring: RingSummary, judged: Judgement | None = None, cases: tuple[str, ...] = ()
) -> gql.Ring:
    """A row of the list."""
    return gql.Ring(
        id=to_global("Ring", ring.ring_id),
        ring_id=ring.ring_id,
        route=ring.route,
        route_reason=ring.route_reason or None,
        channel=ring.channel,
        score=ring.score,
        expected_by_chance=ring.expected_by_chance,
        seen=ring.seen,
        member_count=ring.member_count,
        day_count=ring.day_count,
        first_day=ring.first_day,
        last_day=ring.last_day,
        amount=ring.amount,
        institutions=[party_of(place) for place in ring.institutions],
        doctors=[party_of(place) for place in ring.doctors],
        judgement=judged,
        case_nos=list(cases),
    )


def party_of(place: Place) -> gql.RingParty:
    """An institution or doctor of a ring."""
    return gql.RingParty(code=place.code, name=place.name, visits=place.visits)


def dossier_of(
    found: RingDossier, language: Literal["zh", "en"], ring: gql.Ring
) -> gql.RingDossier:
    """The ring's page."""
    return gql.RingDossier(
        ring=ring,
        members=[
            gql.RingMember(
                psn_no=face.member.psn_no,
                name=face.name or None,
                gend=face.gend or None,
                age=face.age,
                attended=face.member.attended,
                amount=face.member.amount,
                shared=list(face.member.shared),
            )
            for face in found.faces
        ],
        days=[
            gql.RingDay(
                day=day.day,
                fixmedins_code=day.fixmedins_code,
                attended=day.attended,
                expected=day.expected,
            )
            for day in found.days
        ],
        grid=[list(row) for row in found.grid],
        reasons=[
            gql.RingReason(
                code=reason.code,
                text=reason.zh if language == "zh" else reason.en,
                value=reason.value,
                supports=reason.supports,
            )
            for reason in found.reasons
        ],
    )


def ring_key(id: str) -> str:
    """A ring's own id, or its global one: links from cases and findings know only the first."""
    return id if RING_ID.fullmatch(id) else key_of(id, "Ring")


async def load_dossier(info: Info, ring_id: str) -> gql.RingDossier | None:
    """A ring's page; None when missing or not for this reader."""
    context = info.context
    try:
        found = await ring_dossier(context.driver, context.viewer, ring_id)
    except Refusal as refusal:
        if refusal.kind is Kind.NOT_FOUND:
            return None
        raise
    marks = await judgements_of(info, MarkKind.RING, [ring_id])
    ring = ring_of(found.summary, *marks.get(ring_id, (None, ())))
    return dossier_of(found, context.language, ring)


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
                fixmedins_code=wanted.fixmedins_code,
                psn_no=wanted.psn_no,
                min_score=wanted.min_score,
            ),
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        marks = await judgements_of(info, MarkKind.RING, [ring.ring_id for ring in page.rings])
        rows = [
            (ring_of(ring, *marks.get(ring.ring_id, (None, ()))), (repr(ring.score), ring.ring_id))
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
