"""Which files of the columnar store a load covered, and which came or went since.

The map follows from the store's files: a batch, a month that was withdrawn or replaced is a set of
files that came or went. Only rows in them, and what hangs on these rows, can have changed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from claims.batches import read_batch
from claims.errors import BatchUnknown
from claims.store import ClaimStore
from claims.views import StoredPart

#: Tables from which the map is made.
USED: Final = ("setl_d", "mdtrt_d", "fee_list_d", "psn_info_b", "medins_info_b", "staff_info_b")
#: Beyond this share of all bytes the whole county is staged: it is simpler and as fast.
MOST: Final = 0.5
Covered: TypeAlias = dict[str, list[str]]
"""Files by table, each as `<batch>/<table>/…`."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Files that came or went, by table, as the store reads them."""

    parts: Mapping[str, list[StoredPart]]


def covered(store: ClaimStore) -> Covered:
    """The files behind the views of this moment."""
    parts = store.parts(store.batches())
    return {
        table: sorted(
            f"{part.batch_id}/{path.relative_to(store.folder(part.batch_id)).as_posix()}"
            for part in parts.get(table, ())
            for path in part.files
        )
        for table in USED
    }


def changed(store: ClaimStore, before: Covered, now: Covered) -> Changed | None:
    """What came or went; none if it is most of the store, or no longer on disk."""
    different = {
        table: sorted(set(before.get(table, ())) ^ set(now.get(table, ()))) for table in USED
    }
    try:
        touched = sum(_size(store, files) for files in different.values())
        if touched > MOST * sum(_size(store, files) for files in now.values()):
            return None
        return Changed({table: _parts(store, table, files) for table, files in different.items()})
    except (OSError, BatchUnknown, KeyError):
        return None


def keep_covered(folder: Path, files: Covered) -> None:
    """Write what a load covered beside its ledger."""
    (folder / "parts.json").write_text(json.dumps(files), encoding="utf-8")


def read_covered(folder: Path) -> Covered | None:
    """What the ledger's load covered; none if that is not on record."""
    try:
        found: Covered = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def _size(store: ClaimStore, files: list[str]) -> int:
    return sum((store.root / "batches" / name).stat().st_size for name in files)


def _parts(store: ClaimStore, table: str, files: list[str]) -> list[StoredPart]:
    by_batch: dict[str, list[Path]] = {}
    for name in files:
        by_batch.setdefault(name.partition("/")[0], []).append(store.root / "batches" / name)
    found = []
    for batch_id, paths in by_batch.items():
        records = {one.table: one for one in read_batch(store.folder(batch_id)).tables}
        found.append(StoredPart(batch_id, records[table].columns, paths))
    return found
