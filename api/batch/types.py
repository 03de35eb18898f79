"""Import batches: what came in, what was refused, and the control totals."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import strawberry

from api.ids import Node
from api.quality.types import QualityPart


@strawberry.type
class BatchFile:
    """A file as it was read."""

    name: str
    sha256: str
    rows: int


@strawberry.type
class BatchTotal:
    """A control total: the sum of an amount column over the accepted rows."""

    column: str
    amount: Decimal


@strawberry.type
class BatchTable:
    """A canonical table's part of a batch."""

    table: str
    rows: int
    accepted: int
    rejected: int
    totals: list[BatchTotal]


@strawberry.type
class Reject:
    """A refused row, kept as it came. ``raw`` is masked unless exported with a purpose."""

    file: str
    line: int
    table: str
    field: str | None
    code: str
    reason: str


@strawberry.type
class BatchNote:
    """A line of the quality report that a summary names, without those on empty cells."""

    said: list[QualityPart]
    rows: int


@strawberry.type
class ImportBatch(Node):
    """One import of one directory."""

    id: strawberry.ID
    batch_id: str
    profile: str
    status: str
    imported_at: datetime | None
    imported_by: str
    seconds: float | None
    files: list[BatchFile]
    tables: list[BatchTable]
    rejects: int
    notes: list[BatchNote]
    months: list[str]
    withdrawn_months: list[str]
    replaces: list[str]
    can_withdraw: bool


@strawberry.type
class IncomingFolder:
    """A folder on the server that waits to be imported."""

    name: str
    files: list[str]
    bytes: int
    modified_at: datetime | None


@strawberry.type
class ImportProfile:
    """A way to read files: a declarative profile; ``own`` when the bureau keeps it itself."""

    name: str
    version: str
    title: str
    own: bool


@strawberry.type
class KeptProfile:
    """A version of a profile that the bureau keeps; ``file`` as it was sent. The last one is in force."""

    name: str
    version: str
    title: str
    file: str
    sha256: str
    kept_by: str
    kept_at: datetime
    in_force: bool
