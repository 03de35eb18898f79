"""Keep a bound volume in the vault, locked for as long as its case is kept."""

from __future__ import annotations

from datetime import datetime

from casework.volumes.retention import Retention
from evidence.digests import digest_stream
from evidence.dossier.layout import base_folder
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.parameters import filed_retention, years_later
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room
from evidence.volume.bind import Made


def volume_key(case_no: str, sha256: str) -> str:
    """Where a volume of a case with that hash lies."""
    return f"volumes/{base_folder(case_no)}/{sha256}.pdf"


def keep_volume(
    store: EvidenceStore, case_no: str, made: Made, kept: Retention, at: datetime
) -> ObjectRef:
    """Store, lock, read back; never for less long than the evidence of a filed case.

    What is kept for ever is locked like that, too, and renewed by the round of retention. Raises
    StoredCopyDamagedError.
    """
    key = volume_key(case_no, made.sha256)
    try:
        ref = store.stat(ObjectRef(Room.VAULT, key)).ref
    except ObjectMissingError:
        ref = store.put(Room.VAULT, key, made.pdf)
    wanted = max(filed_retention(at), years_later(at, kept.years))
    until = store.locked_until(ref)
    if until is None or until < wanted:
        extend(store, ref, wanted)
    if digest_stream(store.read(ref)).sha256 != made.sha256:
        raise StoredCopyDamagedError(name=key)
    return ref
