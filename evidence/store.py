"""What the vault asks of an object store; the S3 client is one answer to it.

Three rooms: ``staging`` is unlocked and written by browsers through presigned addresses;
``vault`` and ``seals`` hold objects under compliance lock. Times are aware, sizes are bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Room(StrEnum):
    """The three buckets, by purpose."""

    STAGING = "staging"
    VAULT = "vault"
    SEALS = "seals"


@dataclass(frozen=True)
class ObjectRef:
    """One object; in the locked rooms always one version of it."""

    room: Room
    key: str
    version_id: str | None = None


@dataclass(frozen=True)
class ObjectFact:
    """What the store says about an object without reading it."""

    ref: ObjectRef
    size: int
    modified_at: datetime


@dataclass(frozen=True)
class VersionFact:
    """One version of an object; a ``deleted`` one is a marker that hides those before it."""

    ref: ObjectRef
    written_at: datetime
    deleted: bool


@dataclass(frozen=True)
class PartFact:
    """One part of a multipart upload that has arrived."""

    number: int
    etag: str
    size: int


class EvidenceStore(Protocol):
    """Object-level operations. Each may raise StoreUnreachableError and ObjectMissingError."""

    def prepare(self) -> None:
        """Make the missing rooms. Raises LockMissingError where a locked room has no lock."""

    def put(self, room: Room, key: str, body: bytes) -> ObjectRef:
        """Write a small object."""

    def put_file(self, room: Room, key: str, path: Path) -> ObjectRef:
        """Write a file of any size."""

    def stat(self, ref: ObjectRef) -> ObjectFact:
        """Size and time of one object (the newest version unless the ref names one)."""

    def read(self, ref: ObjectRef) -> Iterator[bytes]:
        """The bytes, in chunks of about 1 MiB."""

    def remove(self, ref: ObjectRef) -> None:
        """Delete one object. Raises ObjectLockedError for a locked version."""

    def list(self, room: Room, prefix: str = "") -> Iterator[ObjectFact]:
        """Newest versions under a prefix, in key order."""

    def versions(self, room: Room, prefix: str) -> Iterator[VersionFact]:
        """Every version and every delete marker under a prefix of a locked room, in key order."""

    def presign_put(self, key: str, expires: timedelta) -> str:
        """An address in staging to which anybody may PUT the bytes of ``key`` until it expires."""

    def presign_get(self, ref: ObjectRef, file_name: str, expires: timedelta) -> str:
        """An address that downloads the object as an attachment of that name."""

    def open_parts(self, key: str) -> str:
        """Begin a multipart upload in staging; its id."""

    def presign_part(self, key: str, multipart_id: str, number: int, expires: timedelta) -> str:
        """An address for one part, numbered from 1."""

    def parts(self, key: str, multipart_id: str) -> Sequence[PartFact]:
        """The parts that have arrived, by number; empty when the upload is closed or unknown."""

    def close_parts(self, key: str, multipart_id: str, parts: Sequence[PartFact]) -> None:
        """Join the parts into the object."""

    def abort_parts(self, key: str, multipart_id: str) -> None:
        """Throw the parts away; nothing happens when there are none."""

    def copy_to_vault(self, staging_key: str, vault_key: str) -> ObjectRef:
        """Copy inside the store; the new, still unlocked version."""

    def lock(self, ref: ObjectRef, until: datetime) -> None:
        """Set compliance retention. Raises ObjectLockedError when that would shorten it."""

    def locked_until(self, ref: ObjectRef) -> datetime | None:
        """Until when compliance retention holds the version; None when nothing does."""
