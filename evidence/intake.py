"""Bytes on their way into the vault: announce, send, finish; and sweep what was abandoned.

The sender PUTs to an unlocked staging bucket. ``finish`` then does what the sender cannot be
trusted with: it re-reads and hashes the bytes, looks at size and type, copies them to the vault,
locks the copy, reads it back, and only then acknowledges and clears staging. Everything it needs
lies beside the bytes, so a server killed at any point goes on where another begins; asking twice
gives the same answer.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from evidence.errors import ObjectMissingError, UnknownUploadError, UploadIncompleteError
from evidence.parameters import parameter
from evidence.store import EvidenceStore, ObjectRef, Room
from evidence.uploads import Part, Stored, Upload, UploadIntent, UploadTicket
from evidence.vaulting import accept

Progress = Callable[[str, int, int | None], None]
"""(phase, bytes done, total bytes); it may raise to cancel."""

_UPLOAD_ID = re.compile(r"[0-9a-f]{32}")
_PREFIX = "uploads/"
_MAX_PARTS = 10_000


def begin(store: EvidenceStore, intent: UploadIntent, at: datetime) -> UploadTicket:
    """Announce a file and get the addresses to send it to.

    Files above one part go in parts. Raises EmptyFileError, FileTooLargeError, BadDigestError.
    """
    safe = intent.checked(at)
    part = max(parameter("part_bytes", at).value, -(-safe.size // _MAX_PARTS))
    upload_id = uuid.uuid4().hex
    multipart = store.open_parts(_key(upload_id, "data")) if safe.size > part else None
    upload = Upload(upload_id, safe, intent.name, at, multipart, part)
    store.put(Room.STAGING, _key(upload_id, "upload.json"), upload.to_json())
    return _ticket(store, upload, at, frozenset())


def resume(store: EvidenceStore, upload_id: str, at: datetime) -> UploadTicket:
    """Fresh addresses for what has not arrived. Raises UnknownUploadError."""
    upload = find(store, upload_id)
    arrived: frozenset[int] = frozenset()
    if upload.multipart_id:
        parts = store.parts(_key(upload_id, "data"), upload.multipart_id)
        sizes = {part.number: part.size for part in parts}
        arrived = frozenset(n for n, _, size in upload.plan() if sizes.get(n) == size)
    return _ticket(store, upload, at, arrived)


def find(store: EvidenceStore, upload_id: str) -> Upload:
    """The upload as announced (its labels say whose it is). Raises UnknownUploadError."""
    if not _UPLOAD_ID.fullmatch(upload_id):
        raise UnknownUploadError(upload_id=upload_id[:64])
    try:
        return Upload.from_json(_small(store, _key(upload_id, "upload.json")))
    except ObjectMissingError as error:
        raise UnknownUploadError(upload_id=upload_id) from error


def is_stored(store: EvidenceStore, upload_id: str) -> bool:
    """Whether ``finish`` has acknowledged the upload."""
    try:
        store.stat(ObjectRef(Room.STAGING, _key(upload_id, "stored.json")))
    except ObjectMissingError:
        return False
    return True


def finish(
    store: EvidenceStore, upload_id: str, at: datetime, progress: Progress | None = None
) -> Stored:
    """Take the bytes into the vault and acknowledge them.

    Idempotent: a second call returns the first answer. A refusal (size, hash, type, executable)
    clears staging and leaves nothing in the vault; UploadIncompleteError and
    StoreUnreachableError leave everything as it is, so that the sender may go on.
    """
    upload = find(store, upload_id)
    with suppress(ObjectMissingError):
        stored = Stored.from_json(_small(store, _key(upload_id, "stored.json")))
        # A crash between the acknowledgement and the clearing leaves the bytes behind.
        _drop(store, _key(upload_id, "data"))
        return stored
    join(store, upload)
    data = ObjectRef(Room.STAGING, _key(upload_id, "data"))
    stored = accept(store, upload, data, at, progress or _silent, lambda: _clear(store, upload))
    store.put(Room.STAGING, _key(upload_id, "stored.json"), stored.to_json())
    _drop(store, _key(upload_id, "data"))
    return stored


def deposit(store: EvidenceStore, intent: UploadIntent, body: bytes, at: datetime) -> Stored:
    """Take a small document that the house itself made into the vault, by the same way as any other."""
    ticket = begin(store, intent, at)
    store.put(Room.STAGING, _key(ticket.upload_id, "data"), body)
    return finish(store, ticket.upload_id, at)


def abandon(store: EvidenceStore, upload_id: str) -> None:
    """Throw an unfinished upload away. Raises UnknownUploadError."""
    _clear(store, find(store, upload_id))


def sweep(store: EvidenceStore, at: datetime) -> tuple[str, ...]:
    """Remove what lies in staging longer than ``staging_hours``; the upload ids removed."""
    horizon = at - timedelta(hours=parameter("staging_hours", at).value)
    found = list(store.list(Room.STAGING, _PREFIX))
    newest: dict[str, datetime] = {}
    for fact in found:
        upload_id = fact.ref.key.split("/")[1]
        newest[upload_id] = max(newest.get(upload_id, fact.modified_at), fact.modified_at)
    old = tuple(sorted(name for name, last in newest.items() if last < horizon))
    for upload_id in old:
        with suppress(UnknownUploadError):
            _clear(store, find(store, upload_id))
    for fact in found:
        if fact.ref.key.split("/")[1] in old:
            _drop(store, fact.ref.key)
    return old


def _ticket(
    store: EvidenceStore, upload: Upload, at: datetime, arrived: frozenset[int]
) -> UploadTicket:
    expires = timedelta(hours=parameter("upload_hours", at).value)
    key, multipart = _key(upload.upload_id, "data"), upload.multipart_id
    if multipart is None:
        url = store.presign_put(key, expires)
        return UploadTicket(upload.upload_id, url, (), at + expires)
    parts = tuple(
        Part(number, store.presign_part(key, multipart, number, expires), first, size)
        for number, first, size in upload.plan()
        if number not in arrived
    )
    return UploadTicket(upload.upload_id, None, parts, at + expires)


def join(store: EvidenceStore, upload: Upload) -> None:
    """Close a multipart upload whose parts are all there; a joined one is left alone.

    ``finish`` begins with it. Raises UploadIncompleteError.
    """
    key, name = _key(upload.upload_id, "data"), upload.intent.name
    with suppress(ObjectMissingError):
        store.stat(ObjectRef(Room.STAGING, key))
        return
    if upload.multipart_id is None:
        raise UploadIncompleteError(name=name, missing=f"0/{upload.intent.size}")
    parts = store.parts(key, upload.multipart_id)
    here = {part.number for part in parts}
    missing = [number for number, _, _ in upload.plan() if number not in here]
    if missing:
        total = len(upload.plan())
        raise UploadIncompleteError(name=name, missing=f"{total - len(missing)}/{total}")
    store.close_parts(key, upload.multipart_id, parts)


def _clear(store: EvidenceStore, upload: Upload) -> None:
    """Remove every trace of an upload from staging, its record last."""
    if upload.multipart_id:
        store.abort_parts(_key(upload.upload_id, "data"), upload.multipart_id)
    for name in ("data", "stored.json", "upload.json"):
        _drop(store, _key(upload.upload_id, name))


def _drop(store: EvidenceStore, key: str) -> None:
    with suppress(ObjectMissingError):
        store.remove(ObjectRef(Room.STAGING, key))


def _small(store: EvidenceStore, key: str) -> bytes:
    return b"".join(store.read(ObjectRef(Room.STAGING, key)))


def _key(upload_id: str, name: str) -> str:
    return f"{_PREFIX}{upload_id}/{name}"


def _silent(phase: str, done: int, total: int | None) -> None:
    """Nobody watches."""
