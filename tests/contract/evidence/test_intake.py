"""Upload until stored: the same expectations of every object store."""

import hashlib
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import urllib3

from evidence import intake
from evidence.digests import digest_bytes
from evidence.errors import (
    EvidenceError,
    ExecutableRefusedError,
    HashMismatchError,
    ObjectLockedError,
    ObjectMissingError,
    RetentionShortenedError,
    SizeMismatchError,
    TypeMismatchError,
    UnknownUploadError,
    UploadIncompleteError,
)
from evidence.retention import extend
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.store import ObjectRef, Room
from evidence.uploads import UploadIntent
from evidence.vaulting import vault_key

AT = datetime.now(UTC)
Upload = Callable[..., intake.Stored]


def pdf(size: int = 5000) -> bytes:
    return b"%PDF-1.7\n" + os.urandom(size - 9)


@pytest.fixture
def upload(store: S3Store, tmp_path: Path) -> Upload:
    def run(body: bytes, name: str = "病历.pdf", kind: str = "application/pdf", **more: object):
        path = tmp_path / "source"
        path.write_bytes(body)
        intent = UploadIntent(name, kind, **{"size": len(body), **more})  # type: ignore[arg-type]
        ticket = intake.begin(store, intent, AT)
        send(ticket, path)
        return intake.finish(store, ticket.upload_id, AT)

    return run


def keys(store: S3Store, room: Room) -> set[str]:
    return {fact.ref.key for fact in store.list(room)}


@pytest.mark.parametrize("size", [5000, 40 << 20], ids=["one-put", "in-parts"])
def test_bytes_are_hashed_locked_and_read_back(store: S3Store, upload: Upload, size: int) -> None:
    body = pdf(size)
    stored = upload(body, "..\\..\\坏\u202e名.pdf", labels={"case_no": "DEMO-1"})
    truth = digest_bytes(body)
    assert (stored.sha256, stored.sm3, stored.size) == (truth.sha256, truth.sm3, size)
    assert stored.name == "坏名.pdf"
    assert stored.labels == {"case_no": "DEMO-1"}
    ref = ObjectRef(Room.VAULT, stored.key, stored.version_id)
    assert b"".join(store.read(ref)) == body
    assert store.locked_until(ref) == stored.retain_until
    assert stored.retain_until > AT
    assert f"uploads/{stored.upload_id}/data" not in keys(store, Room.STAGING)


def test_asking_twice_gives_the_same_answer(store: S3Store, upload: Upload) -> None:
    stored = upload(pdf())
    assert intake.finish(store, stored.upload_id, AT + timedelta(hours=1)) == stored


def test_the_same_bytes_are_recognised(store: S3Store, upload: Upload) -> None:
    body = pdf()
    first, second = upload(body), upload(body, "another name.pdf")
    assert (first.duplicate, second.duplicate) == (False, True)
    assert (first.key, first.version_id) == (second.key, second.version_id)


@pytest.mark.parametrize(
    ("error", "change"),
    [
        (HashMismatchError, {"sha256": "0" * 64}),
        (SizeMismatchError, {"size": 4999}),
        (TypeMismatchError, {"kind": "image/jpeg"}),
        (ExecutableRefusedError, {"name": "病历.exe"}),
    ],
)
def test_false_announcements_leave_nothing(
    store: S3Store, upload: Upload, error: type[EvidenceError], change: dict[str, object]
) -> None:
    before = keys(store, Room.VAULT), keys(store, Room.STAGING)
    with pytest.raises(error):
        upload(pdf(), **change)
    assert (keys(store, Room.VAULT), keys(store, Room.STAGING)) == before


def test_the_right_hash_is_accepted(upload: Upload) -> None:
    body = pdf()
    assert upload(body, sha256=hashlib.sha256(body).hexdigest()).size == len(body)


def test_an_unfinished_upload_waits_and_goes_on(store: S3Store, tmp_path: Path) -> None:
    body = pdf(40 << 20)
    (tmp_path / "big").write_bytes(body)
    ticket = intake.begin(store, UploadIntent("大.pdf", "application/pdf", len(body)), AT)
    second = ticket.parts[1]
    piece = body[second.first : second.first + second.size]
    assert urllib3.request("PUT", second.url, body=piece).status == 200
    with pytest.raises(UploadIncompleteError, match="1/3"):
        intake.finish(store, ticket.upload_id, AT)
    rest = intake.resume(store, ticket.upload_id, AT)
    assert [part.number for part in rest.parts] == [1, 3]
    send(rest, tmp_path / "big")
    assert intake.finish(store, ticket.upload_id, AT).sha256 == hashlib.sha256(body).hexdigest()


def test_nothing_sent_is_incomplete_not_refused(store: S3Store) -> None:
    ticket = intake.begin(store, UploadIntent("a.pdf", "application/pdf", 10), AT)
    with pytest.raises(UploadIncompleteError):
        intake.finish(store, ticket.upload_id, AT)
    assert intake.find(store, ticket.upload_id).intent.name == "a.pdf"


@pytest.mark.parametrize("upload_id", ["", "../x", "0" * 32, "uploads/", "0" * 33])
def test_unknown_uploads(store: S3Store, upload_id: str) -> None:
    with pytest.raises(UnknownUploadError):
        intake.finish(store, upload_id, AT)


def test_abandoned_uploads_are_swept_after_their_time(store: S3Store, tmp_path: Path) -> None:
    old = intake.begin(store, UploadIntent("a.pdf", "application/pdf", 40 << 20), AT)
    urllib3.request("PUT", old.parts[0].url, body=b"x" * (16 << 20))
    assert intake.sweep(store, AT) == ()
    assert old.upload_id in intake.sweep(store, AT + timedelta(hours=73))
    assert keys(store, Room.STAGING) == set()
    with pytest.raises(UnknownUploadError):
        intake.resume(store, old.upload_id, AT)


def test_an_upload_can_be_thrown_away(store: S3Store) -> None:
    ticket = intake.begin(store, UploadIntent("a.pdf", "application/pdf", 40 << 20), AT)
    intake.abandon(store, ticket.upload_id)
    assert not any(ticket.upload_id in key for key in keys(store, Room.STAGING))


def test_a_locked_version_cannot_be_deleted_or_shortened(store: S3Store, upload: Upload) -> None:
    stored = upload(pdf())
    ref = ObjectRef(Room.VAULT, stored.key, stored.version_id)
    with pytest.raises(ObjectLockedError):
        store.remove(ref)
    with pytest.raises(ObjectLockedError):
        store.lock(ref, AT + timedelta(days=1))
    with pytest.raises(RetentionShortenedError):
        extend(store, ref, AT + timedelta(days=1))
    longer = (stored.retain_until + timedelta(days=400)).replace(microsecond=0)
    assert extend(store, ref, longer) == longer
    assert extend(store, ref, longer) == longer
    assert b"".join(store.read(ref))[:5] == b"%PDF-"


def test_a_killed_finish_is_taken_up_again(store: S3Store, tmp_path: Path) -> None:
    """Killed between copy and lock, the vault holds an unlocked copy: the next call locks it."""
    body = pdf()
    (tmp_path / "a").write_bytes(body)
    ticket = intake.begin(store, UploadIntent("a.pdf", "application/pdf", len(body)), AT)
    send(ticket, tmp_path / "a")
    key = vault_key(hashlib.sha256(body).hexdigest())
    copied = store.copy_to_vault(f"uploads/{ticket.upload_id}/data", key)
    assert store.locked_until(copied) is None
    stored = intake.finish(store, ticket.upload_id, AT)
    assert stored.version_id == copied.version_id
    assert store.locked_until(copied) == stored.retain_until


def test_bytes_left_by_a_kill_after_the_acknowledgement_are_cleared(
    store: S3Store, upload: Upload
) -> None:
    """Killed between acknowledging and clearing, staging still holds the bytes: asking clears them."""
    body = pdf()
    stored = upload(body)
    left = f"uploads/{stored.upload_id}/data"
    store.put(Room.STAGING, left, body)
    assert intake.finish(store, stored.upload_id, AT) == stored
    assert left not in keys(store, Room.STAGING)


def test_a_cancelled_finish_changes_nothing(store: S3Store, tmp_path: Path) -> None:
    body = pdf()
    (tmp_path / "a").write_bytes(body)
    ticket = intake.begin(store, UploadIntent("a.pdf", "application/pdf", len(body)), AT)
    send(ticket, tmp_path / "a")

    def cancel(phase: str, done: int, total: int | None) -> None:
        raise InterruptedError(phase)

    before = keys(store, Room.VAULT)
    with pytest.raises(InterruptedError):
        intake.finish(store, ticket.upload_id, AT, cancel)
    assert keys(store, Room.VAULT) == before
    assert intake.finish(store, ticket.upload_id, AT).size == len(body)


def test_download_is_an_attachment_under_its_own_name(store: S3Store, upload: Upload) -> None:
    body = b"<html><script>alert(1)</script></html>"
    stored = upload(body, "网页.html", "text/html")
    ref = ObjectRef(Room.VAULT, stored.key, stored.version_id)
    answer = urllib3.request("GET", store.presign_get(ref, stored.name, timedelta(minutes=5)))
    assert answer.data == body
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_what_is_not_there_is_missing(store: S3Store) -> None:
    with pytest.raises(ObjectMissingError):
        store.stat(ObjectRef(Room.VAULT, "sha256/00/none"))
    with pytest.raises(ObjectMissingError):
        b"".join(store.read(ObjectRef(Room.VAULT, "sha256/00/none")))
