"""Keep a sealed dossier in the vault, under lock, so that a browser can fetch the very bytes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from evidence.digests import digest_stream
from evidence.dossier.export import Dossier
from evidence.dossier.layout import base_folder
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.parameters import filed_retention
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room

LINK_LASTS = timedelta(minutes=15)


def dossier_key(case_no: str, sha256: str) -> str:
    """Where the dossier of a case with that hash lies."""
    return f"dossiers/{base_folder(case_no)}/{sha256}.zip"


def keep_dossier(store: EvidenceStore, dossier: Dossier, at: datetime) -> ObjectRef:
    """Store, lock for as long as a filed case is kept, read back. The same dossier again: no copy.

    Raises StoredCopyDamagedError when the stored bytes are not those of the dossier.
    """
    key = dossier_key(dossier.case_no, dossier.sha256)
    ref = _known(store, key) or store.put_file(Room.VAULT, key, Path(dossier.path))
    until = store.locked_until(ref)
    if until is None or until < filed_retention(at):
        extend(store, ref, filed_retention(at))
    if digest_stream(store.read(ref)).sha256 != dossier.sha256:
        raise StoredCopyDamagedError(name=key)
    return ref


def dossier_link(store: EvidenceStore, case_no: str, sha256: str, file_name: str) -> str:
    """A short-lived address to download a kept dossier. Raises ObjectMissingError."""
    ref = store.stat(ObjectRef(Room.VAULT, dossier_key(case_no, sha256))).ref
    return store.presign_get(ref, file_name, LINK_LASTS)


def _known(store: EvidenceStore, key: str) -> ObjectRef | None:
    try:
        return store.stat(ObjectRef(Room.VAULT, key)).ref
    except ObjectMissingError:
        return None
