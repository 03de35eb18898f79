"""Taking findings out of the system: scope and masking of the viewer, who and when in the file."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from audit.errors import ExportFormatUnknown
from audit.export.columns import Stamp, cells
from audit.export.formats import Row, write_csv, write_json, write_xlsx
from audit.export.personal import personal_of
from audit.findings.finding import NO_FILTER, Finding, FindingFilter
from audit.findings.store import MAX_PAGE, FindingStore
from casework.actors import Viewer
from claims.whole import whole

Writer = Callable[[Path, Iterable[Row], Stamp], int]
WRITERS: Final[dict[str, Writer]] = {".csv": write_csv, ".xlsx": write_xlsx, ".json": write_json}


@dataclass(frozen=True)
class ExportReport:
    """What left the system; the caller records it as an event."""

    path: Path
    rows: int
    masked: bool
    purpose: str
    sha256: str


def export_findings(
    home: Path,
    viewer: Viewer,
    target: Path,
    *,
    at: datetime,
    wanted: FindingFilter = NO_FILTER,
) -> ExportReport:
    """Write the findings that the viewer may see to `target` (.csv, .xlsx or .json), all or nothing.

    Keys stay; names, ID numbers and telephones are masked unless the viewer states a purpose.
    Raises `ExportFormatUnknown` and `OSError`.
    """
    suffix = target.suffix.lower()
    if suffix not in WRITERS:
        raise ExportFormatUnknown(target.suffix or target.name)
    stamp = Stamp(viewer, at)
    with whole(target) as draft:
        rows = WRITERS[suffix](draft, _rows(FindingStore(home), stamp, wanted), stamp)
        digest = _sha256(draft)
    return ExportReport(target, rows, viewer.masked, (viewer.purpose or "").strip(), digest)


def _rows(store: FindingStore, stamp: Stamp, wanted: FindingFilter) -> Iterator[Row]:
    """The rows of an export, read in pieces and enriched with personal data."""
    with store.claims.connect() as claims:
        for piece in store.pieces(stamp.viewer, wanted, MAX_PAGE):
            people = personal_of(claims, {f.psn_no for f in piece if f.psn_no}, stamp.viewer)
            yield from (cells(f, _of(people, f), stamp) for f in piece)


def _of(people: dict[str, dict[str, str]], finding: Finding) -> dict[str, str]:
    return people.get(finding.psn_no or "", {})


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
