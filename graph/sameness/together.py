"""Reading clusters: all of a kind for the review queue, or the one that an entity belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import neo4j

from casework.actors import Viewer
from graph.sameness.clusters import Cluster, Tie, clusters_of
from graph.sameness.model import SameKind
from graph.sameness.read import allow, shown_records

JUDGED: Final = """
MATCH (l:Likeness {kind: $kind}) WHERE l.verdict IN ['confirmed', 'rejected']
RETURN l.key AS key, l.a AS a, l.b AS b, l.verdict AS verdict, coalesce(l.reason, '') AS reason,
    coalesce(l.by, '') AS by, coalesce(l.at, '') AS at, coalesce(l.version, 0) AS version
"""


@dataclass(frozen=True)
class Together:
    """A cluster with the record of each member; persons masked without a purpose."""

    kind: SameKind
    cluster: Cluster
    records: Mapping[str, Mapping[str, str]]


async def list_clusters(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    kind: SameKind,
    *,
    contradictory: bool,
    limit: int,
    skip: int = 0,
) -> tuple[list[Together], bool, int]:
    """A page of the clusters of a kind, whether more follow, and how many there are in all.

    Contradictory ones come first; `contradictory` leaves out all others. Refusal: NOT_FOUND outside the
    bureau.
    """
    allow(viewer)
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        found = await _all(session, kind)
        if contradictory:
            found = tuple(one for one in found if one.contradictions)
        page = found[skip : skip + limit]
        shown = await _with_records(session, viewer, kind, page)
    return shown, len(found) > skip + limit, len(found)


async def cluster_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, kind: SameKind, code: str
) -> Together | None:
    """The cluster that a person, a doctor or an institution belongs to; None where nobody judged them
    one with another. Refusal: NOT_FOUND outside the bureau."""
    allow(viewer)
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        ours = [one for one in await _all(session, kind) if code in one.members]
        shown = await _with_records(session, viewer, kind, ours)
    return shown[0] if shown else None


async def _all(session: neo4j.AsyncSession, kind: SameKind) -> tuple[Cluster, ...]:
    rows = await session.run(neo4j.Query(JUDGED, timeout=10), kind=kind.value)
    return clusters_of([Tie(**row.data()) async for row in rows])


async def _with_records(
    session: neo4j.AsyncSession, viewer: Viewer, kind: SameKind, found: Sequence[Cluster]
) -> list[Together]:
    codes = sorted({code for one in found for code in one.members})
    records = await shown_records(session, viewer, kind, codes)
    return [
        Together(kind, one, {code: records.get(code, {}) for code in one.members}) for one in found
    ]
