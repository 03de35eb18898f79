"""Evidence items and their custody, for people of the bureau and for who handed them in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Role, Viewer
from casework.custody.state import EvidenceState, fold_evidence
from casework.custody.unrecorded import STREAM, fold_unrecorded
from casework.events import Event
from casework.points.fold import fold_points
from graph.events.load import load
from graph.points.page import file_visible

IDS: Final = """
MATCH (e:Evidence)
WHERE ($case_no IS NULL OR e.case_no = $case_no
       OR ($everything AND $case_no IN coalesce(e.cited_by, [])))
  AND ($sha256 IS NULL OR e.sha256 = $sha256)
  AND ($everything OR e.received_by = $account)
  AND e.evidence_id > $after
RETURN e.evidence_id AS id ORDER BY id LIMIT $limit
"""

DAMAGED: Final = """
MATCH (e:Evidence) WHERE e.damage IS NOT NULL
  AND ($case_no IS NULL OR e.case_no = $case_no OR $case_no IN coalesce(e.cited_by, []))
OPTIONAL MATCH (c:Case {case_no: e.case_no})
WITH e, c
WHERE $everything OR e.received_by = $account OR $account IN c.officers
RETURN e.evidence_id AS evidence_id, e.name AS name, e.case_no AS case_no, e.damage AS damage,
       e.checked_at AS at
ORDER BY at DESC, evidence_id LIMIT 100
UNION ALL
MATCH (c:Case) WHERE size(c.damaged_dossiers) > 0 AND ($case_no IS NULL OR c.case_no = $case_no)
  AND ($everything OR $account IN c.officers)
RETURN '' AS evidence_id, c.title AS name, c.case_no AS case_no, 'dossier' AS damage,
       c.updated_at AS at
ORDER BY at DESC, case_no LIMIT 100
UNION ALL
MATCH (c:Case) WHERE size(coalesce(c.damaged_volumes, [])) > 0
  AND ($case_no IS NULL OR c.case_no = $case_no) AND ($everything OR $account IN c.officers)
RETURN '' AS evidence_id, c.title AS name, c.case_no AS case_no, 'volume' AS damage,
       c.updated_at AS at
ORDER BY at DESC, case_no LIMIT 100
"""
#: What an item's chain tells of other cases.
CITINGS: Final = frozenset({"CitedByCase", "CitationEnded", "ExcludedInCase", "ReinstatedInCase"})
# Who keeps the evidence of the whole bureau; officers see what concerns their own cases.
WATCHES: Final = (Role.SUPERVISOR, Role.HEAD)


@dataclass(frozen=True)
class Damage:
    """An item on record as damaged or lost; `damage` is its kind, `dossier` for a sealed dossier, `volume` for a bound one.

    `evidence_id` is empty for both, `case_no` None for a certificate.
    """

    evidence_id: str
    name: str
    case_no: str | None
    damage: str
    at: datetime


@dataclass(frozen=True)
class EvidencePage:
    """One item and its chain."""

    item: EvidenceState
    custody: tuple[Event, ...]


async def items_of(
    driver: neo4j.AsyncDriver, evidence_ids: Iterable[str]
) -> dict[str, EvidenceState]:
    """What these items are and how their last check went; the caller has seen what they belong to."""
    wanted = sorted(set(evidence_ids))
    chains = await load(driver, *(f"evidence:{one}" for one in wanted)) if wanted else {}
    return {one: fold_evidence(one, chains[f"evidence:{one}"]) for one in wanted}


async def evidence_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, evidence_id: str
) -> EvidencePage | None:
    """Return an item with its custody, or None when missing or hidden."""
    stream = f"evidence:{evidence_id}"
    events = (await load(driver, stream))[stream]
    item = fold_evidence(evidence_id, events)
    mine = item.received_by == viewer.actor.account
    inside = viewer.actor.holds(*BUREAU)
    if not item.version or not (mine or inside):
        return None
    return EvidencePage(item, tuple(events if inside else _for_giver(events)))


def _for_giver(events: Iterable[Event]) -> Iterable[Event]:
    """Whoever handed an item in does not learn which other case cites it."""
    return (event for event in events if event.type not in CITINGS)


async def certificate_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, evidence_id: str
) -> EvidencePage | None:
    """Return a paper of a doctor's file (study, repair, objection), or None.

    Everyone who may see the file may see its papers: who reviews a restoration judges them. Those that
    an answer about a score keeps from the party, only the bureau.
    """
    file, item = f"points:{prac_psn_code}", f"evidence:{evidence_id}"
    events = await load(driver, file, item)
    state = fold_points(prac_psn_code, events[file])
    if not state.version or not file_visible(state, viewer):
        return None
    if evidence_id not in state.certificates:
        return None
    if evidence_id in state.closed and not viewer.actor.holds(*BUREAU):
        return None
    found = fold_evidence(evidence_id, events[item])
    if not found.version or found.case_no is not None:
        return None
    return EvidencePage(found, tuple(events[item]))


async def list_evidence(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    case_no: str | None = None,
    sha256: str | None = None,
    first: int = 100,
    after: str = "",
) -> tuple[EvidencePage, ...]:
    """Return items by case or hash that the viewer may see, in order of their ids."""
    rows, _, _ = await driver.execute_query(
        IDS,
        case_no=case_no,
        sha256=sha256,
        everything=viewer.actor.holds(*BUREAU),
        account=viewer.actor.account,
        after=after,
        limit=max(1, min(first, 500)),
        routing_=neo4j.RoutingControl.READ,
    )
    ids = [row["id"] for row in rows]
    chains = await load(driver, *(f"evidence:{key}" for key in ids))
    return tuple(
        EvidencePage(
            fold_evidence(key, chains[f"evidence:{key}"]),
            tuple(
                chains[f"evidence:{key}"]
                if viewer.actor.holds(*BUREAU)
                else _for_giver(chains[f"evidence:{key}"])
            ),
        )
        for key in ids
    )


async def damages(
    driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str | None = None
) -> tuple[Damage, ...]:
    """Return what is damaged or lost among what the viewer keeps; of one case, all of it.

    The page of a case, which its reader may see, shows every damage; an inbox the viewer's own.
    """
    actor = viewer.actor
    everything = actor.holds(*BUREAU) if case_no is not None else actor.holds(*WATCHES)
    rows, _, _ = await driver.execute_query(
        DAMAGED,
        case_no=case_no,
        everything=everything,
        account=actor.account,
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple(
        Damage(
            row["evidence_id"],
            row["name"],
            row["case_no"],
            row["damage"],
            datetime.fromisoformat(row["at"]),
        )
        for row in rows
    )


async def objects_without_record(
    driver: neo4j.AsyncDriver, viewer: Viewer
) -> tuple[tuple[str, datetime], ...]:
    """Keys of the vault that the last check found without a record, and since when.

    For those alone who keep the evidence of the whole bureau: nobody else's record names them.
    """
    if not viewer.actor.holds(*WATCHES):
        return ()
    return fold_unrecorded((await load(driver, STREAM))[STREAM]).found
