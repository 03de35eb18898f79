"""Export of rejected rows: the same header as the source, ready to be corrected and imported."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from claims.batches import FileRecord
from claims.store import ClaimStore, Reject

REASON_FILE = "reasons.txt"
STAMP_FILE = "export.txt"


def export_rejects(
    home: Path, batch_id: str, out: Path, stamp: Mapping[str, str] | None = None
) -> list[Path]:
    """Write a batch's rejected rows to ``out``: one CSV per source file, under the source's name.

    Each CSV is UTF-8 with a byte-order mark (spreadsheets need it) and has the source's header;
    ``reasons.txt`` beside it says line, field and reason of each row, tab-separated; ``stamp`` (who, when, what for) goes to
    ``export.txt``, because the rows themselves must stay importable. Returns the CSV files, none when nothing was rejected. Raises `BatchUnknown`.
    """
    store = ClaimStore(home)
    batch = store.batch(batch_id)
    rejects = store.rejects(batch_id)
    if not rejects:
        return []
    out.mkdir(parents=True, exist_ok=True)
    by_file: dict[str, list[Reject]] = defaultdict(list)
    for reject in rejects:
        by_file[reject.file].append(reject)
    written = [_rows(file, by_file[file.name], out) for file in batch.files if file.name in by_file]
    _reasons(rejects, out / REASON_FILE)
    if stamp:
        told = "".join(f"{name}\t{value}\n" for name, value in stamp.items())
        (out / STAMP_FILE).write_text(told, encoding="utf-8-sig")
    return written


def _rows(file: FileRecord, rejects: list[Reject], out: Path) -> Path:
    """A source row that failed in several tables is written once."""
    path = out / f"{file.name.split('.')[0]}.csv"
    rows = {reject.line: reject.raw for reject in rejects}
    with path.open("w", encoding="utf-8-sig", newline="") as writer:
        csv.writer(writer, lineterminator="\n").writerow(file.header)
        writer.writelines(f"{raw}\n" for raw in rows.values())
    return path


def _reasons(rejects: list[Reject], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as writer:
        writer.write("文件\t行号\t表\t字段\t原因代码\t原因\n")
        for r in rejects:
            writer.write(f"{r.file}\t{r.line}\t{r.table}\t{r.field}\t{r.code}\t{r.reason}\n")
