"""Evidence items and their custody for the desk."""

from __future__ import annotations

from collections.abc import Mapping

from api.evidence import types as gql
from api.names import Language, event_name, pick
from api.timeline import actor_name
from casework.events import Event
from graph.custody.read import EvidencePage

DAMAGE: dict[str, tuple[str, str]] = {
    "missing": ("证据库中已缺失，请从备份恢复", "lost from the vault: restore it from the backup"),
    "changed": ("内容已变，与入库时哈希不符，请从备份恢复", "changed: restore it from the backup"),
    "unreadable": ("存储读不出，请检查对象存储", "cannot be read: check the object store"),
    "dossier": ("移送卷宗损坏或缺失，请重新封存", "dossier damaged or lost: seal it again"),
    "unlocked": ("锁定期短于登记，请重新锁定", "held shorter than recorded: lock it again"),
}


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
        damage=pick(language, *DAMAGE[item.damage]) if item.damage else None,
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
        actor=actor_name(event, language),
        at=event.at,
        purpose=_said(data, language),
        hash_before=_text(data.get("before") or data.get("declared_sha256")),
        hash_after=_text(data.get("after") or data.get("sha256")),
    )


def _said(data: Mapping[str, object], language: Language) -> str | None:
    """What for, why, or what was found."""
    what = data.get("what")
    if isinstance(what, str) and what in DAMAGE:
        return pick(language, *DAMAGE[what])
    return _text(data.get("purpose") or data.get("reason") or data.get("case_no"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
