"""The quality of a batch, its worklist, and previews of what waits to be imported."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import strawberry

from api.account.types import AccountRef


@strawberry.enum
class QualityState(Enum):
    """How a line of the worklist stands."""

    OPEN = "open"
    WORKING = "working"
    MENDED = "mended"
    EXPLAINED = "explained"


@strawberry.enum
class QualityNames(Enum):
    """What a part of a line's sentence names by its code."""

    TABLE = "table"
    COLUMN = "column"


@strawberry.type
class QualityPart:
    """Words of a line's sentence, or the code of a table or column that it names."""

    text: str
    names: QualityNames | None


@strawberry.type
class QualityLine:
    """One line of the report: ``rows`` of ``asked`` rows are concerned; ``said`` is its sentence."""

    line_id: str
    kind: str
    table: str
    column: str | None
    rows: int
    asked: int
    said: list[QualityPart]
    state: QualityState
    owner: AccountRef | None
    note: str | None
    changed_by: str | None
    changed_at: datetime | None


@strawberry.type
class ColumnFill:
    """Completeness of a column; ``sent`` is false where no file of the batch brought it."""

    table: str
    column: str
    title: str
    filled: int
    rows: int
    sent: bool


@strawberry.type
class MonthTrend:
    """Rows of a month: in this batch, in the whole store, and as the months before suggest."""

    table: str
    month: str
    in_batch: int
    rows: int
    usual: float | None


@strawberry.type
class BatchQuality:
    """The report of one batch."""

    batch_id: str
    at: datetime
    asked: int
    lines: list[QualityLine]
    columns: list[ColumnFill]
    months: list[MonthTrend]


@strawberry.type
class QualityEntry:
    """A line of some batch that somebody took in hand or closed."""

    batch_id: str
    id: strawberry.ID
    line: QualityLine


@strawberry.type
class RowPage:
    """Rows as text, persons masked; ``next_offset`` is where more may follow."""

    columns: list[str]
    rows: list[list[str | None]]
    next_offset: int | None


@strawberry.type
class PreviewProblem:
    """Why a row would be rejected: the column by its code, the reason in the reader's language."""

    column: str
    reason: str


@strawberry.type
class PreviewTable:
    """What a file would bring to a table, persons masked; a problem for each row or none."""

    table: str
    columns: list[str]
    rows: list[list[str | None]]
    problems: list[PreviewProblem | None]


@strawberry.type
class PreviewFile:
    """A file under a profile, or why it cannot be read."""

    name: str
    source: str
    encoding: str
    unknown_columns: list[str]
    broken_lines: list[int]
    tables: list[PreviewTable]
    problem: str | None


@strawberry.type
class ImportPreview:
    """A delivery under a profile: its files, and those that no source knows."""

    files: list[PreviewFile]
    ignored: list[str]
    problem: str | None
