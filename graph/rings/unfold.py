"""The page of a group that routing put aside, made from the store when somebody opens it."""

import asyncio
from dataclasses import replace

from neo4j import AsyncDriver

from casework.actors import Viewer
from claims.store import ClaimStore
from graph.rings import visits as joint
from graph.rings.kept import beside
from graph.rings.model import EPOCH, Group
from graph.rings.read import RingDossier, ring_dossier, veiled
from graph.rings.spread import sensitivity, spread


async def whole_dossier(
    driver: AsyncDriver, viewer: Viewer, store: ClaimStore, ring_id: str
) -> RingDossier:
    """Everything about one ring, whether detection made it or it has to be made now. Refusal NOT_FOUND
    when missing or not for this reader."""
    found = await ring_dossier(driver, viewer, ring_id)
    if not found.brief:
        return found
    full = await asyncio.to_thread(unfolded, store, found)
    return replace(full, shared=veiled(full.shared, viewer))


def unfolded(store: ClaimStore, dossier: RingDossier) -> RingDossier:
    """A brief dossier with marks, grid, roles, what members share and sensitivity: what the store says
    now of the days and people that detection found. Visits withdrawn meanwhile are not there."""
    group = _group(dossier)
    with beside(store) as (connection, _):
        joint.register(connection, [group])
        told = spread(
            group.members,
            [unit for unit, _ in group.events],
            joint.joint_visits(connection, [0])[0],
            group.evidence,
            joint.people(connection, [0]),
            joint.visited(connection, [0]),
        )
    faces = [
        replace(face, member=member)
        for face, member in zip(dossier.faces, told.members, strict=True)
    ]
    return replace(
        dossier,
        faces=tuple(faces),
        grid=told.grid,
        marks=told.marks,
        shared=told.shared,
        sensitivity=sensitivity(group.score, group.threshold, group.evidence),
        brief=False,
    )


def _group(dossier: RingDossier) -> Group:
    """The group as its channel gave it, as far as its visits depend on it."""
    summary = dossier.summary
    until = tuple((day.until - EPOCH).days for day in dossier.days if day.until is not None)
    return Group(
        channel=summary.channel,
        members=tuple(face.member.psn_no for face in dossier.faces),
        events=tuple((day.fixmedins_code, (day.day - EPOCH).days) for day in dossier.days),
        score=summary.score,
        seen=summary.seen,
        expected_days=tuple(day.expected for day in dossier.days),
        evidence=tuple(face.member.evidence for face in dossier.faces),
        p_value=summary.p_value,
        q_value=summary.q_value,
        threshold=summary.threshold,
        attend=0.0,
        exact=0.0,
        timely=0.0,
        beat=0.0,
        until=until,
        doctors=tuple(place.code for place in summary.doctors) if until else (),
    )
