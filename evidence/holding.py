"""How long the vault holds an item: short at first, renewed while its file is open, then archived.

A lock can never be taken back, so a file that was sent by mistake is held for weeks, and one that
belongs to a filed case for as long as the case runs and its archive period after that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Path
from casework.commands.evidence import ExtendRetention
from casework.custody.state import EvidenceState
from evidence.errors import ObjectMissingError
from evidence.parameters import filed_retention, parameter
from evidence.retention import hold
from evidence.store import EvidenceStore, ObjectRef, Room


def object_of(item: EvidenceState) -> ObjectRef:
    """Where the bytes of an item lie."""
    return ObjectRef(Room.VAULT, item.object_key, item.version_id or None)


def renew(
    store: EvidenceStore,
    case: CaseState | None,
    item: EvidenceState,
    at: datetime,
    citing: Sequence[CaseState] = (),
) -> ExtendRetention | None:
    """Hold the item longer where its file, or a case that cites it, asks for it; the command that records it.

    The longest of them counts.

    The store comes first: killed before the command, the store holds longer than the chain says,
    and the next round records it. A lost item has no lock to extend; the evidence check tells.
    """
    asked = [(hold_until(one, item.retain_until, at), one) for one in (case, *citing)]
    known = [(day, one) for day, one in asked if day is not None]
    if not known:
        return None
    day, file = max(known, key=lambda one: one[0])
    try:
        hold(store, object_of(item), day)
    except ObjectMissingError:
        return None
    return ExtendRetention(evidence_id=item.evidence_id, retain_until=day, reason=_reason(file))


def hold_until(case: CaseState | None, recorded: date | None, at: datetime) -> date | None:
    """The day to which an item has to be held from now on; None when its lock is long enough.

    ``case`` is the item's case, None for a certificate in a doctor's file (which never closes);
    ``recorded`` the last day of its lock as the custody chain has it. An open file's lock is
    renewed when less than half of its period is left; nothing ever shortens one. A lead that was
    not filed lets the lock run out.
    """
    if case is None:
        return _renewed("retention_open_days", recorded, at)
    filed = case.filed_at is not None or case.path is Path.AGREEMENT
    if case.closed_at is not None:
        end = local_date(filed_retention(case.closed_at))
        return end if filed and (recorded is None or recorded < end) else None
    return _renewed("retention_open_days" if filed else "retention_initial_days", recorded, at)


def renewal_horizon(at: datetime) -> date:
    """Locks that end later than this need no look: their file is archived or just renewed."""
    return local_date(at) + timedelta(days=parameter("retention_open_days", at).value)


def _renewed(name: str, recorded: date | None, at: datetime) -> date | None:
    today, days = local_date(at), parameter(name, at).value
    if recorded is not None and recorded >= today + timedelta(days=days // 2):
        return None
    return today + timedelta(days=days)


def _reason(case: CaseState | None) -> str:
    if case is None:
        return "医师档案所附证明材料，存档期间续期"
    if case.closed_at is not None:
        return f"案件 {case.case_no} 已办结，按归档期限保存"
    filed = case.filed_at is not None or case.path is Path.AGREEMENT
    return f"案件 {case.case_no} {'办理中' if filed else '线索核查中'}，续期"
