"""Keep a bound volume in the vault, locked for as long as its case is kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from casework.clocks.calendars import local_date
from casework.volumes.retention import Retention
from casework.volumes.state import Binding
from evidence.digests import digest_stream
from evidence.dossier.layout import base_folder
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.parameters import filed_retention, parameter, years_later
from evidence.retention import extend, hold
from evidence.store import EvidenceStore, ObjectRef, Room
from evidence.volume.bind import Made


def volume_key(case_no: str, sha256: str) -> str:
    """Where a volume of a case with that hash lies."""
    return f"volumes/{base_folder(case_no)}/{sha256}.pdf"


def keep_volume(
    store: EvidenceStore, case_no: str, made: Made, kept: Retention, at: datetime
) -> datetime:
    """Store, lock, read back; until when it is held, never less long than evidence of a filed case.

    What is kept for ever is locked for a term, too, and anew before that ends (`renewal_day`).
    Raises StoredCopyDamagedError.
    """
    key = volume_key(case_no, made.sha256)
    try:
        ref = store.stat(ObjectRef(Room.VAULT, key)).ref
    except ObjectMissingError:
        ref = store.put(Room.VAULT, key, made.pdf)
    years = kept.years or parameter("retention_permanent_years", at).value
    wanted = max(filed_retention(at), years_later(at, years))
    until = store.locked_until(ref)
    if until is None or until < wanted:
        until = extend(store, ref, wanted)
    if digest_stream(store.read(ref)).sha256 != made.sha256:
        raise StoredCopyDamagedError(name=key)
    return until


def renewal_day(bound: Binding, at: datetime) -> date | None:
    """To which day a permanent binding is to be locked now; None while its lock is long enough."""
    if not bound.permanent or bound.retain_until is None or bound.retain_until > horizon(at):
        return None
    return local_date(years_later(at, parameter("retention_permanent_years", at).value))


def horizon(at: datetime) -> date:
    """Locks of what is kept for ever that end up to this day are renewed."""
    return local_date(at) + timedelta(days=parameter("retention_permanent_renew_days", at).value)


def hold_longer(store: EvidenceStore, case_no: str, bound: Binding, day: date) -> None:
    """Lock both volumes at least to the end of a day. Raises ObjectMissingError for a lost one."""
    for one in bound.volumes:
        hold(store, ObjectRef(Room.VAULT, volume_key(case_no, one.sha256)), day)
