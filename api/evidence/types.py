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
class EvidenceTaken:
    """How an item was taken: when, where, how, of whom, by whom, and who stood by.

    ``officers`` are names; ``missing`` says what its kind asks for and nobody stated.
    """

    collected_at: datetime | None
    place: str
    method: str
    process: str
    holder: str
    original_medium: str
    original: bool | None
    no_original_reason: str
    pages: int | None
    officers: list[str]
    witness: str
    no_witness_reason: str
    missing: list[str]


@strawberry.type
class EvidenceAsked:
    """Of one kind of evidence: which fields of ``CollectionInput`` the form asks for, in its order."""

    kind: str
    fields: list[str]


@strawberry.type
class EvidenceItem:
    """A stored item with its integrity, origin and chain.

    ``collection`` is null where nothing was stated, and for what tells who reported a case; ``earlier`` is
    what was said before it was said anew, the oldest first.
    """

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
    collection: EvidenceTaken | None
    earlier: list[EvidenceTaken]
    custody: list[CustodyEvent]
