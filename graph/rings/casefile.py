"""Rings for the file of a case."""

from collections.abc import Iterable

from neo4j import AsyncDriver

from casework.actors import Viewer
from casework.casefile import FileRing
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.rings.read import RingDossier, ring_dossier


async def file_rings(driver: AsyncDriver, viewer: Viewer, ids: Iterable[str]) -> list[FileRing]:
    """Rings that the last detection still holds; a vanished one stays named in the chain."""
    found = []
    for ring_id in ids:
        try:
            found.append(_ring(await ring_dossier(driver, viewer, ring_id)))
        except Refusal as refusal:
            if refusal.kind is not Kind.NOT_FOUND:
                raise
    return found


def _ring(dossier: RingDossier) -> FileRing:
    return FileRing(
        ring_id=dossier.summary.ring_id,
        score=dossier.summary.score,
        members=tuple(face.member.psn_no for face in dossier.faces),
        days=tuple(sorted({joint.day for joint in dossier.days})),
        reasons=tuple(
            reason.zh if reason.supports else f"反证：{reason.zh}" for reason in dossier.reasons
        ),
    )
