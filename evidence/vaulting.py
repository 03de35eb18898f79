"""From staging into the vault: verify, copy, lock, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from evidence.digests import Digests, Tap
from evidence.errors import (
    EvidenceError,
    HashMismatchError,
    ObjectMissingError,
    SizeMismatchError,
    StoredCopyDamagedError,
    StoreUnreachableError,
)
from evidence.parameters import initial_retention
from evidence.sniff import HEAD, settle_type
from evidence.store import EvidenceStore, ObjectRef, Room
from evidence.trouble import UNLOCKED, told
from evidence.uploads import Stored, Upload

Progress = Callable[[str, int, int | None], None]


def accept(
    store: EvidenceStore,
    upload: Upload,
    data: ObjectRef,
    at: datetime,
    progress: Progress,
    clear: Callable[[], None],
) -> Stored:
    """Verify the staged bytes and keep them; ``clear`` empties staging when they are refused."""
    try:
        digests, media_type = _inspect(store, upload, data, progress)
    except StoreUnreachableError:
        raise
    except EvidenceError:
        clear()
        raise
    ref, duplicate = _keep(store, upload, data, digests, progress)
    until = _hold(store, ref, initial_retention(at))
    _read_back(store, upload, ref, digests, progress)
    return Stored(
        upload_id=upload.upload_id,
        key=ref.key,
        version_id=ref.version_id or "",
        name=upload.intent.name,
        declared_name=upload.declared_name,
        media_type=media_type,
        size=digests.size,
        sha256=digests.sha256,
        sm3=digests.sm3,
        stored_at=at,
        retain_until=until,
        duplicate=duplicate,
        labels=upload.intent.labels,
    )


def vault_key(sha256: str) -> str:
    """Where bytes of that hash lie: the vault is addressed by content."""
    return f"sha256/{sha256[:2]}/{sha256}"


def _inspect(
    store: EvidenceStore, upload: Upload, data: ObjectRef, progress: Progress
) -> tuple[Digests, str]:
    """Hashes and media type of the staged bytes; raises when they are not what was announced."""
    intent = upload.intent
    size = store.stat(data).size
    if size != intent.size:
        raise SizeMismatchError(name=intent.name, declared=intent.size, received=size)
    head, digests = _digest(store, data, "hash", size, progress)
    if digests.size != intent.size:
        raise SizeMismatchError(name=intent.name, declared=intent.size, received=digests.size)
    if intent.sha256 not in (None, digests.sha256):
        raise HashMismatchError(name=intent.name, declared=intent.sha256, received=digests.sha256)
    return digests, settle_type(intent.name, intent.media_type, head)


def _keep(
    store: EvidenceStore, upload: Upload, data: ObjectRef, digests: Digests, progress: Progress
) -> tuple[ObjectRef, bool]:
    """The vault's copy of these bytes, and whether it was there before.

    An earlier copy counts only if it still reads as the same bytes; a damaged one gets a sound
    version on top.
    """
    key = vault_key(digests.sha256)
    try:
        earlier = store.stat(ObjectRef(Room.VAULT, key)).ref
        if _digest(store, earlier, "known", digests.size, progress)[1] == digests:
            return earlier, True
    except ObjectMissingError:
        pass
    progress("copy", 0, digests.size)
    return store.copy_to_vault(data.key, key), False


def _hold(store: EvidenceStore, ref: ObjectRef, wanted: datetime) -> datetime:
    """Lock at least until then, and ask the store what it really holds."""
    current = store.locked_until(ref)
    if current is None or current < wanted:
        store.lock(ref, wanted)
        current = store.locked_until(ref)
    if current is None:
        raise told(UNLOCKED, ref.key)
    return current


def _read_back(
    store: EvidenceStore, upload: Upload, ref: ObjectRef, expected: Digests, progress: Progress
) -> None:
    if _digest(store, ref, "read_back", expected.size, progress)[1] != expected:
        raise StoredCopyDamagedError(name=upload.intent.name)


def _digest(
    store: EvidenceStore, ref: ObjectRef, phase: str, total: int, progress: Progress
) -> tuple[bytes, Digests]:
    """The first bytes and both hashes of an object."""
    tap = Tap(_watched(store.read(ref), phase, total, progress))
    head = b""
    for chunk in tap:
        if len(head) < HEAD:
            head += chunk[: HEAD - len(head)]
    return head, tap.digests


def _watched(
    chunks: Iterator[bytes], phase: str, total: int, progress: Progress
) -> Iterator[bytes]:
    done = 0
    for chunk in chunks:
        done += len(chunk)
        progress(phase, done, total)
        yield chunk
