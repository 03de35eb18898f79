"""Evidence items and their custody, for people of the bureau and for who handed them in."""

from dataclasses import dataclass
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.custody.state import EvidenceState, fold_evidence
from casework.events import Event
from casework.points.fold import fold_points
from graph.events.load import load
from graph.points.page import file_visible

IDS: Final = """
MATCH (e:Evidence)
WHERE ($case_no IS NULL OR e.case_no = $case_no)
  AND ($sha256 IS NULL OR e.sha256 = $sha256)
  AND ($everything OR e.received_by = $account)
  AND e.evidence_id > $after
RETURN e.evidence_id AS id ORDER BY id LIMIT $limit
"""


@dataclass(frozen=True)
class EvidencePage:
    """One item and its chain."""

    item: EvidenceState
    custody: tuple[Event, ...]


async def evidence_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, evidence_id: str
) -> EvidencePage | None:
    """Return an item with its custody, or None when missing or hidden."""
    stream = f"evidence:{evidence_id}"
    events = (await load(driver, stream))[stream]
    item = fold_evidence(evidence_id, events)
    mine = item.received_by == viewer.actor.account
    if not item.version or not (mine or viewer.actor.holds(*BUREAU)):
        return None
    return EvidencePage(item, tuple(events))


async def certificate_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, evidence_id: str
) -> EvidencePage | None:
    """Return the paper behind an entry of a doctor's study ledger, or None.

    Everyone who may see the file may see its papers: who reviews a restoration judges them.
    """
    file, item = f"points:{prac_psn_code}", f"evidence:{evidence_id}"
    events = await load(driver, file, item)
    state = fold_points(prac_psn_code, events[file])
    if not state.version or not file_visible(state, viewer):
        return None
    if evidence_id not in {entry.certificate for entry in state.learning}:
        return None
    found = fold_evidence(evidence_id, events[item])
    return EvidencePage(found, tuple(events[item])) if found.version else None


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
            fold_evidence(key, chains[f"evidence:{key}"]), tuple(chains[f"evidence:{key}"])
        )
        for key in ids
    )
