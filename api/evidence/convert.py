"""Evidence items and their custody for the desk."""

from __future__ import annotations

from api.evidence import types as gql
from api.names import Language, event_name
from casework.events import Event
from graph.custody.read import EvidencePage


def item_of(page: EvidencePage, language: Language) -> gql.EvidenceItem:
    """A stored item with its chain."""
    item = page.item
    return gql.EvidenceItem(
        evidence_id=item.evidence_id,
        case_no=item.case_no,
        name=item.name,
        kind=item.kind,
        media_type=item.media_type,
        size=item.size,
        sha256=item.sha256,
        sm3=item.sm3,
        retained_until=item.retain_until,
        received_by=item.received_by,
        received_at=item.received_at,
        checked_at=item.checked_at,
        intact=item.intact,
        version=item.version,
        custody=[custody_of(event, language) for event in page.custody],
    )


def custody_of(event: Event, language: Language) -> gql.CustodyEvent:
    """A link of the chain of custody."""
    data = event.data
    return gql.CustodyEvent(
        seq=event.seq,
        type=event.type,
        title=event_name(event.type, language),
        actor=event.actor,
        at=event.at,
        purpose=_text(data.get("purpose") or data.get("reason") or data.get("case_no")),
        hash_after=_text(data.get("sha256")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
