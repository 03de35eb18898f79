"""Evidence: upload tickets and stored items."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class UploadPart:
    """Bytes ``first`` … ``first + size`` of the file go to ``url``."""

    number: int
    url: str
    first: int
    size: int


@strawberry.type
class UploadTicket:
    """Where the browser puts the bytes: one ``url``, or ``parts`` for a large file."""

    upload_id: str
    url: str | None
    parts: list[UploadPart]
    expires_at: datetime


@strawberry.type
class CustodyEvent:
    """A link of the custody chain."""

    seq: int
    type: str
    title: str
    actor: str
    at: datetime
    purpose: str | None
    hash_before: str | None
    hash_after: str | None


@strawberry.type
class EvidenceItem:
    """A stored item with its integrity, origin and chain."""

    evidence_id: str
    case_no: str | None
    name: str
    kind: str
    media_type: str
    size: int
    sha256: str
    sm3: str
    retained_until: date | None
    received_by: str
    received_at: datetime | None
    checked_at: datetime | None
    intact: bool | None
    damage: str | None
    version: int
    custody: list[CustodyEvent]
