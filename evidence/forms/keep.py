"""The bureau's own templates in the vault: locked, named by their hash, never overwritten."""

from __future__ import annotations

from datetime import datetime

from evidence.digests import digest_stream
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.forms.fill import shipped
from evidence.parameters import filed_retention
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room


def template_key(form_id: str, sha256: str) -> str:
    """Where that version of a form's template lies."""
    return f"templates/{form_id}/{sha256}.docx"


def keep_template(
    store: EvidenceStore, form_id: str, content: bytes, at: datetime
) -> tuple[str, int]:
    """Store a tried template under lock and read it back; its SHA-256 and size.

    The same template again makes no copy. Raises StoredCopyDamagedError.
    """
    digests = digest_stream([content])
    ref = ObjectRef(Room.VAULT, template_key(form_id, digests.sha256))
    try:
        found = store.stat(ref).ref
    except ObjectMissingError:
        found = store.put(Room.VAULT, ref.key, content)
    until = store.locked_until(found)
    if until is None or until < filed_retention(at):
        extend(store, found, filed_retention(at))
    if digest_stream(store.read(found)).sha256 != digests.sha256:
        raise StoredCopyDamagedError(name=ref.key)
    return digests.sha256, len(content)


def template_of(store: EvidenceStore, form_id: str, sha256: str) -> bytes:
    """A template by its hash; the shipped one without. Raises ObjectMissingError."""
    if not sha256:
        return shipped(form_id)
    found = store.stat(ObjectRef(Room.VAULT, template_key(form_id, sha256))).ref
    content = b"".join(store.read(found))
    if digest_stream([content]).sha256 != sha256:
        raise StoredCopyDamagedError(name=found.key)
    return content
