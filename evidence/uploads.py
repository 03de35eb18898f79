"""The values of an upload: what is announced, the ticket that comes back, the stored fact."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from evidence.errors import BadDigestError, EmptyFileError, FileTooLargeError
from evidence.names import sanitise
from evidence.parameters import parameter

_HEX64 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class UploadIntent:
    """What somebody wants to upload.

    ``size`` in bytes; ``sha256`` as 64 lower-case hex digits when the sender has computed it;
    ``labels`` is kept with the upload and handed back (case number, account, purpose), so that
    whoever finishes it can be compared with whoever began it.
    """

    name: str
    media_type: str
    size: int
    sha256: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    def checked(self, at: datetime) -> UploadIntent:
        """The same intent with a safe name. Raises Empty-, TooLarge- or BadDigestError."""
        name, limit = sanitise(self.name), parameter("file_limit_bytes", at).value
        if self.size <= 0:
            raise EmptyFileError(name=name)
        if self.size > limit:
            raise FileTooLargeError(name=name, size=self.size, limit=limit)
        if self.sha256 is not None and not _HEX64.fullmatch(self.sha256):
            raise BadDigestError(value=sanitise(self.sha256))
        return UploadIntent(name, self.media_type, self.size, self.sha256, dict(self.labels))


@dataclass(frozen=True)
class Part:
    """One piece to PUT: bytes ``first`` to ``first + size`` go to ``url``."""

    number: int
    url: str
    first: int
    size: int


@dataclass(frozen=True)
class UploadTicket:
    """Where to PUT the bytes: one address, or one per part (only those still missing)."""

    upload_id: str
    url: str | None
    parts: tuple[Part, ...]
    expires_at: datetime


@dataclass(frozen=True)
class Upload:
    """An upload on its way, as kept beside its bytes in staging."""

    upload_id: str
    intent: UploadIntent
    declared_name: str
    begun_at: datetime
    multipart_id: str | None
    part_bytes: int

    def to_json(self) -> bytes:
        """The record as UTF-8 JSON."""
        return json.dumps(
            {**asdict(self), "begun_at": self.begun_at.isoformat()}, ensure_ascii=False
        ).encode()

    @staticmethod
    def from_json(body: bytes) -> Upload:
        """The record that ``to_json`` wrote."""
        row = json.loads(body)
        return Upload(
            upload_id=row["upload_id"],
            intent=UploadIntent(**row["intent"]),
            declared_name=row["declared_name"],
            begun_at=datetime.fromisoformat(row["begun_at"]),
            multipart_id=row["multipart_id"],
            part_bytes=row["part_bytes"],
        )

    def plan(self) -> tuple[tuple[int, int, int], ...]:
        """(number, first byte, size) of each part."""
        size, step = self.intent.size, self.part_bytes
        return tuple(
            (n + 1, first, min(step, size - first)) for n, first in enumerate(range(0, size, step))
        )


@dataclass(frozen=True)
class Stored:
    """The acknowledged fact: these bytes lie in the vault under lock and were read back.

    The caller turns it into a custody command. ``duplicate`` says that the vault already held the
    same bytes, which were read again and whose lock was, if anything, extended.
    """

    upload_id: str
    key: str
    version_id: str
    name: str
    declared_name: str
    media_type: str
    size: int
    sha256: str
    sm3: str
    stored_at: datetime
    retain_until: datetime
    duplicate: bool
    labels: Mapping[str, str]

    def to_json(self) -> bytes:
        """The fact as UTF-8 JSON."""
        times = {
            "stored_at": self.stored_at.isoformat(),
            "retain_until": self.retain_until.isoformat(),
        }
        return json.dumps({**asdict(self), **times}, ensure_ascii=False).encode()

    @staticmethod
    def from_json(body: bytes) -> Stored:
        """The fact that ``to_json`` wrote."""
        row = json.loads(body)
        for name in ("stored_at", "retain_until"):
            row[name] = datetime.fromisoformat(row[name])
        return Stored(**row)
