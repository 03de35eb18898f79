"""The object store over S3, through the ``minio`` client: SeaweedFS and MinIO alike.

Learned on both servers: a presigned PUT leaves an object unlocked even in a locked bucket, and a
server-side copy silently drops a requested lock. So retention is always set afterwards and asked
back. Refusals carry different codes on the two servers; only the refusal itself counts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import urllib3
from minio import Minio
from minio.commonconfig import COMPLIANCE, CopySource
from minio.datatypes import Part
from minio.error import MinioException, S3Error
from minio.retention import Retention

from evidence.digests import CHUNK
from evidence.errors import (
    LockMissingError,
    ObjectLockedError,
    ObjectMissingError,
)
from evidence.store import ObjectFact, ObjectRef, PartFact, Room, VersionFact
from evidence.trouble import ODD, told, unreachable

_MISSING = frozenset({"NoSuchKey", "NoSuchVersion", "NoSuchUpload", "NoSuchObject"})
_NO_RETENTION = frozenset({"NoSuchObjectLockConfiguration", "ObjectLockConfigurationNotFoundError"})


@dataclass(frozen=True)
class Buckets:
    """The names of the three rooms on the server."""

    staging: str = "staging"
    vault: str = "vault"
    seals: str = "seals"

    def of(self, room: Room) -> str:
        """The bucket that plays a room."""
        return str(getattr(self, room.value))


@contextmanager
def _mapped(key: str) -> Iterator[None]:
    """Turn the client's many errors into the vault's two."""
    try:
        yield
    except S3Error as error:
        if error.code in _MISSING:
            raise ObjectMissingError(key=key) from error
        raise unreachable(key, error) from error
    except (MinioException, urllib3.exceptions.HTTPError, OSError) as error:
        raise unreachable(key, error) from error


@contextmanager
def _locking(ref: ObjectRef) -> Iterator[None]:
    """Tell the lock's own refusal (AccessDenied, InvalidRequest, ...) from other trouble."""
    with _mapped(ref.key):
        try:
            yield
        except S3Error as error:
            if ref.room is Room.STAGING or error.code in _MISSING:
                raise
            raise ObjectLockedError(key=ref.key) from error


class S3Store:
    """EvidenceStore over one ``Minio`` client (thread-safe as long as the client is).

    ``signer`` signs the addresses that are handed to browsers, for bureaus where they reach the
    store under another name than the server does; by default the same client.
    """

    def __init__(
        self, client: Minio, *, buckets: Buckets | None = None, signer: Minio | None = None
    ) -> None:
        self._client = client
        self._signer = signer or client
        self._buckets = buckets or Buckets()

    def prepare(self) -> None:
        """Make the missing rooms; refuse a vault that cannot lock."""
        for room in Room:
            name, locked = self._buckets.of(room), room is not Room.STAGING
            with _mapped(name):
                if not self._client.bucket_exists(name):
                    self._client.make_bucket(name, object_lock=locked)
            if locked:
                self._require_lock(name)

    def _require_lock(self, bucket: str) -> None:
        try:
            self._client.get_object_lock_config(bucket)
        except S3Error as error:
            if error.code in _NO_RETENTION:
                raise LockMissingError(bucket=bucket) from error
            raise unreachable(bucket, error) from error

    def put(self, room: Room, key: str, body: bytes) -> ObjectRef:
        """Write a small object."""
        with _mapped(key):
            done = self._client.put_object(self._buckets.of(room), key, io.BytesIO(body), len(body))
        return ObjectRef(room, key, done.version_id)

    def put_file(self, room: Room, key: str, path: Path) -> ObjectRef:
        """Write a file of any size, in parts where it is large."""
        with _mapped(key):
            done = self._client.fput_object(self._buckets.of(room), key, str(path))
        return ObjectRef(room, key, done.version_id)

    def stat(self, ref: ObjectRef) -> ObjectFact:
        """Size and time of one object."""
        with _mapped(ref.key):
            found = self._client.stat_object(
                self._buckets.of(ref.room), ref.key, version_id=ref.version_id
            )
        if found.size is None or found.last_modified is None:
            raise told(ODD, f"{ref.key}: stat without size")
        version = ref.version_id or found.version_id
        return ObjectFact(ObjectRef(ref.room, ref.key, version), found.size, found.last_modified)

    def read(self, ref: ObjectRef) -> Iterator[bytes]:
        """The bytes in chunks; the connection goes back to the pool at the end."""
        with _mapped(ref.key):
            response = self._client.get_object(
                self._buckets.of(ref.room), ref.key, version_id=ref.version_id
            )
            try:
                yield from response.stream(CHUNK)
            finally:
                response.close()
                response.release_conn()

    def remove(self, ref: ObjectRef) -> None:
        """Delete one object or version."""
        with _locking(ref):
            self._client.remove_object(
                self._buckets.of(ref.room), ref.key, version_id=ref.version_id
            )

    def list(self, room: Room, prefix: str = "") -> Iterator[ObjectFact]:
        """Newest versions under a prefix, in key order."""
        with _mapped(prefix or room.value):
            for item in self._client.list_objects(
                self._buckets.of(room), prefix=prefix or None, recursive=True
            ):
                if item.object_name and item.size is not None and item.last_modified:
                    ref = ObjectRef(room, item.object_name)
                    yield ObjectFact(ref, item.size, item.last_modified)

    def versions(self, room: Room, prefix: str) -> Iterator[VersionFact]:
        """Every version and delete marker under a prefix, in key order."""
        with _mapped(prefix):
            for item in self._client.list_objects(
                self._buckets.of(room), prefix=prefix, recursive=True, include_version=True
            ):
                if item.object_name and item.last_modified:
                    ref = ObjectRef(room, item.object_name, item.version_id)
                    yield VersionFact(ref, item.last_modified, item.is_delete_marker)

    def presign_put(self, key: str, expires: timedelta) -> str:
        """An address to PUT the bytes of ``key`` in staging."""
        return self._signed("PUT", key, expires, {})

    def presign_get(self, ref: ObjectRef, file_name: str, expires: timedelta) -> str:
        """An address that downloads as an attachment, never opened by the browser itself."""
        disposition = f"attachment; filename*=UTF-8''{quote(file_name, safe='')}"
        with _mapped(ref.key):
            return self._signer.get_presigned_url(
                "GET",
                self._buckets.of(ref.room),
                ref.key,
                expires=expires,
                version_id=ref.version_id,
                response_headers={
                    "response-content-disposition": disposition,
                    "response-content-type": "application/octet-stream",
                },
            )

    def _signed(self, method: str, key: str, expires: timedelta, query: dict[str, str]) -> str:
        with _mapped(key):
            return self._signer.get_presigned_url(
                method,
                self._buckets.staging,
                key,
                expires=expires,
                extra_query_params={**query},
            )

    # The client has no public call for parts that somebody else sends, only for its own uploads;
    # the calls below are its own building blocks, held by the locked version of the package.

    def open_parts(self, key: str) -> str:
        """Begin a multipart upload in staging."""
        with _mapped(key):
            return self._client._create_multipart_upload(self._buckets.staging, key, {})

    def presign_part(self, key: str, multipart_id: str, number: int, expires: timedelta) -> str:
        """An address for one part."""
        query = {"uploadId": multipart_id, "partNumber": str(number)}
        return self._signed("PUT", key, expires, query)

    def parts(self, key: str, multipart_id: str) -> Sequence[PartFact]:
        """The parts that have arrived, by number."""
        found: list[PartFact] = []
        marker: str | None = None
        while True:
            try:
                with _mapped(key):
                    page = self._client._list_parts(
                        self._buckets.staging, key, multipart_id, part_number_marker=marker
                    )
            except ObjectMissingError:
                return []
            found += [PartFact(p.part_number, p.etag, p.size or 0) for p in page.parts]
            if not page.is_truncated or not page.parts:
                return sorted(found, key=lambda part: part.number)
            marker = str(page.next_part_number_marker)

    def close_parts(self, key: str, multipart_id: str, parts: Sequence[PartFact]) -> None:
        """Join the parts into the object."""
        wanted = [Part(part.number, part.etag) for part in parts]
        with _mapped(key):
            self._client._complete_multipart_upload(
                self._buckets.staging, key, multipart_id, wanted
            )

    def abort_parts(self, key: str, multipart_id: str) -> None:
        """Throw the parts away."""
        try:
            with _mapped(key):
                self._client._abort_multipart_upload(self._buckets.staging, key, multipart_id)
        except ObjectMissingError:
            return

    def copy_to_vault(self, staging_key: str, vault_key: str) -> ObjectRef:
        """Copy inside the store (in parts above 5 GiB, which the client arranges)."""
        source = CopySource(self._buckets.staging, staging_key)
        with _mapped(vault_key):
            done = self._client.copy_object(self._buckets.vault, vault_key, source)
        return ObjectRef(Room.VAULT, vault_key, done.version_id)

    def lock(self, ref: ObjectRef, until: datetime) -> None:
        """Set compliance retention on one version."""
        with _locking(ref):
            self._client.set_object_retention(
                self._buckets.of(ref.room),
                ref.key,
                Retention(COMPLIANCE, until),
                version_id=ref.version_id,
            )

    def locked_until(self, ref: ObjectRef) -> datetime | None:
        """Until when compliance retention holds the version."""
        with _mapped(ref.key):
            found = self._retention(ref)
        return found.retain_until_date if found and found.mode == COMPLIANCE else None

    def _retention(self, ref: ObjectRef) -> Retention | None:
        """SeaweedFS answers an unlocked object with an error of its own, MinIO with none."""
        bucket = self._buckets.of(ref.room)
        try:
            return self._client.get_object_retention(bucket, ref.key, version_id=ref.version_id)
        except S3Error as error:
            if error.code in _NO_RETENTION:
                return None
            raise
