"""Evidence items and their custody for the desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.evidence import types as gql
from api.names import Language, event_name, pick
from api.timeline import actor_name
from casework.actors import Viewer
from casework.cases.insured import insured_names
from casework.cases.state import CaseState
from casework.commands.evidence import EvidenceKind
from casework.custody.collected import NAMES, from_event, missing, stated
from casework.custody.state import EvidenceState
from casework.events import Event
from casework.masking import mask_in
from graph.custody.read import EvidencePage

DAMAGE: dict[str, tuple[str, str]] = {
    "missing": ("证据库中已缺失，请从备份恢复", "lost from the vault: restore it from the backup"),
    "changed": ("内容已变，与入库时哈希不符，请从备份恢复", "changed: restore it from the backup"),
    "unreadable": ("存储读不出，请检查对象存储", "cannot be read: check the object store"),
    "volume": (
        "归档案卷损坏或缺失，请从备份恢复",
        "a bound volume is damaged or lost: restore it from the backup",
    ),
    "dossier": ("移送卷宗损坏或缺失，请重新封存", "dossier damaged or lost: seal it again"),
    "unlocked": ("锁定期短于登记，请重新锁定", "held shorter than recorded: lock it again"),
}


@dataclass(frozen=True)
class Unsaid:
    """Of a case's items: those that tell who reported it, and the names that stay masked.

    ``all``: the case is not this reader's to see, nor what its items say of their taking.
    """

    all: bool = False
    reporters: Collection[str] = ()
    masked: Collection[str] = ()
    #: The officers of the case, who took what was put on record without the takers' names.
    officers: Mapping[str, str] = field(default_factory=dict)


def unsaid(case: CaseState | None, viewer: Viewer) -> Unsaid:
    """What of a case's items is not told this reader."""
    if case is None:
        return Unsaid(all=True)
    hidden = [one.evidence_id for one in case.evidence if one.reporter]
    return Unsaid(
        reporters=hidden,
        masked=insured_names(case) if viewer.masked else (),
        officers={one.hand.account: one.hand.name for one in case.officers},
    )


def item_of(page: EvidencePage, language: Language, less: Unsaid) -> gql.EvidenceItem:
    """A stored item with its chain, less what is not told this reader."""
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
        collection=_taken(item, item.collection, language, less),
        earlier=[
            one
            for before in item.earlier
            if (one := _taken(item, before, language, less)) is not None
        ],
        custody=[custody_of(event, language) for event in page.custody],
    )


def _taken(
    item: EvidenceState, said: Mapping[str, Any] | None, language: Language, less: Unsaid
) -> gql.EvidenceTaken | None:
    taken = from_event(said)
    if less.all or item.evidence_id in less.reporters or not stated(taken):
        return None
    by_officer = bool(taken.officers)
    names = {**less.officers, **item.takers}
    return gql.EvidenceTaken(
        collected_at=taken.collected_at,
        place=mask_in(taken.place, less.masked),
        method=taken.method,
        process=mask_in(taken.process, less.masked),
        holder=mask_in(taken.holder, less.masked),
        original_medium=taken.original_medium,
        original=taken.original,
        no_original_reason=taken.no_original_reason,
        pages=taken.pages,
        officers=[names.get(one, one) for one in taken.officers],
        witness=mask_in(taken.witness, less.masked),
        no_witness_reason=taken.no_witness_reason,
        missing=[
            pick(language, *NAMES[one])
            for one in missing(EvidenceKind(item.kind), taken, by_officer=by_officer)
        ],
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
