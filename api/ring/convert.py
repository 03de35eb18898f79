"""Rings of the map as the page reads them."""

from __future__ import annotations

from collections.abc import Mapping

from api.finding.judgements import Marked, judgement_of
from api.finding.types import Judgement
from api.ids import to_global
from api.languages import Language
from api.ring import types as gql
from casework.judgements.group import Tally, standing_of
from casework.judgements.state import MarkState
from graph.rings.model import Shared
from graph.rings.network import Network, network_of
from graph.rings.read import Place, RingDossier, RingSummary
from graph.rings.runs import Run


def ring_of(
    ring: RingSummary,
    language: Language,
    marked: Marked,
    members: Tally,
) -> gql.Ring:
    """A row of the list."""
    verdict = marked.judgement.verdict if marked.judgement else None
    return gql.Ring(
        id=to_global("Ring", ring.ring_id),
        ring_id=ring.ring_id,
        route=ring.route,
        route_reason=(ring.route_reason if language == "zh" else ring.route_reason_en) or None,
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
        judgement=marked.judgement,
        notes=list(marked.notes),
        case_nos=list(marked.cases),
        change=ring.change,
        changed_from=list(ring.changed_from),
        group=gql.RingGroup(
            standing=standing_of(verdict.value if verdict else None, members).value,
            confirmed=members.confirmed,
            rejected=members.rejected,
            unsure=members.unsure,
        ),
    )


def party_of(place: Place) -> gql.RingParty:
    """An institution or doctor of a ring."""
    return gql.RingParty(code=place.code, name=place.name, visits=place.visits)


def dossier_of(
    found: RingDossier,
    language: Language,
    ring: gql.Ring,
    members: Mapping[str, MarkState],
    run: Run | None,
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
                role=face.member.role,
                alone=face.member.alone,
                also=list(face.also),
                judgement=_said(members.get(face.member.psn_no)),
            )
            for face in found.faces
        ],
        days=[
            gql.RingDay(
                day=day.day,
                fixmedins_code=day.fixmedins_code,
                attended=day.attended,
                expected=day.expected,
                until=day.until,
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
        marks=[
            gql.RingMark(
                member=mark.member,
                day=mark.day,
                off=mark.off,
                minute=mark.minute,
                doctor=mark.doctor,
                amount=mark.amount,
                mdtrt_id=mark.mdtrt_id,
            )
            for mark in found.marks
        ],
        shared=[shared_of(tie) for tie in found.shared],
        sensitivity=[
            gql.RingSensitivity(factor=one.factor, stands=one.stands, members=one.members)
            for one in found.sensitivity
        ],
        chance=_chance(found, run),
        network=_network(network_of(len(found.faces), found.marks)),
    )


def _network(found: Network) -> gql.RingNetwork:
    return gql.RingNetwork(
        spots=[gql.RingSpot(x=x, y=y) for x, y in found.spots],
        meetings=[gql.RingMeeting(a=a, b=b, days=days) for a, b, days in found.ties],
        circles=[list(circle) for circle in found.circles],
    )


def shared_of(tie: Shared) -> gql.RingShared:
    """An attribute in common."""
    return gql.RingShared(kind=tie.kind, value=tie.value, members=list(tie.members))


def _said(mark: MarkState | None) -> Judgement | None:
    return judgement_of(mark) if mark else None


def _chance(found: RingDossier, run: Run | None) -> gql.RingChance:
    ring = found.summary
    reports = [one for one in run.channels if one.channel == ring.channel] if run else []
    return gql.RingChance(
        score=ring.score,
        threshold=ring.threshold,
        p_value=ring.p_value,
        q_value=ring.q_value,
        permutations=sum(one.permutations for one in reports),
        null_scores=[score for one in reports for score in one.null_scores],
        ran_at=run.at if run else None,
    )
