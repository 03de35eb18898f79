"""Keep a sealed dossier in the vault, under lock, so that the very bytes can be had again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from evidence.digests import digest_stream
from evidence.dossier.export import Dossier
from evidence.dossier.layout import base_folder
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.parameters import filed_retention
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room


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


def _known(store: EvidenceStore, key: str) -> ObjectRef | None:
    try:
        return store.stat(ObjectRef(Room.VAULT, key)).ref
    except ObjectMissingError:
        return None
