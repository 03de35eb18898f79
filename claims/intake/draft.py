"""The draft of an import: finished pieces that outlive a kill, under what they depend on."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from claims.batches import Tally
from claims.intake.commit import sync, write_atomically
from claims.intake.limits import ImportLimits
from claims.intake.pieces import Piece
from claims.intake.reading import Sealed
from claims.profile import Profile

PLAN = "plan.json"
RECORD = "piece.json"
# Somebody who has not come back for an import by then starts it anew.
KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished piece: rows of the file in it, lines that were no rows, and what its tables got."""

    piece: Piece
    folder: Path
    rows: int
    broken: int
    tables: Mapping[str, Tally]


class Draft:
    """The folder of one import. A piece is in it completely (one rename) or not at all."""

    def __init__(self, root: Path, key: str, at: datetime) -> None:
        self.folder = root / "drafts" / key
        self.texts = self.folder / "texts"
        self._unfinished = self.folder / "unfinished"
        self.at = self._begun(at)
        self.encodings: dict[int, str] = {}

    def _begun(self, at: datetime) -> datetime:
        """The time of the first attempt: the checks of all pieces lean on the same one."""
        plan = self.folder / PLAN
        for made in (self.texts, self._unfinished):
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir(parents=True)
        if plan.is_file():
            return datetime.fromisoformat(json.loads(plan.read_text(encoding="utf-8"))["at"])
        (self.folder / "pieces").mkdir(exist_ok=True)
        write_atomically(plan, json.dumps({"at": at.isoformat()}))
        return at

    def done(self) -> list[Done]:
        """The finished pieces by file and place."""
        return [_read(path.parent) for path in sorted(self.folder.glob(f"pieces/f*/{RECORD}"))]

    def last(self, file: int) -> Piece | None:
        """The last finished piece of a file."""
        found = sorted(self.folder.glob(f"pieces/f{file:03d}-*/{RECORD}"))
        return _read(found[-1].parent).piece if found else None

    def workshop(self, piece: Piece) -> Path:
        """An empty folder in which to make a piece."""
        folder = self._unfinished / piece.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def keep(
        self, piece: Piece, made: Path, rows: int, broken: int, tables: Mapping[str, Tally]
    ) -> Done:
        """The piece is finished: on disk first, then one rename."""
        record = {
            "piece": piece.record(),
            "rows": rows,
            "broken": broken,
            "tables": {table: asdict(one) for table, one in tables.items()},
        }
        (made / RECORD).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        for path in made.rglob("*"):
            sync(path)
        final = self.folder / "pieces" / piece.name
        made.rename(final)
        sync(final.parent)
        if not piece.is_parquet:
            for text in self.texts.glob(f"{piece.name}.*"):
                text.unlink()
        return Done(piece, final, rows, broken, tables)

    def reread(self, file: int) -> None:
        """Forget the pieces of a file that was taken for UTF-8: it is GB18030."""
        self.encodings[file] = "gb18030"
        for path in self.folder.glob(f"pieces/f{file:03d}-*"):
            shutil.rmtree(path)

    def discard(self) -> None:
        """Remove all of it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        drafts = self.folder.parent
        if drafts.is_dir() and not any(drafts.iterdir()):
            drafts.rmdir()


def draft_key(
    profile: Profile, files: Sequence[Sealed], limits: ImportLimits, store: Sequence[str]
) -> str:
    """What the pieces depend on: the bytes, the profile, the limits, the store, the engine."""
    parts = [repr(profile), repr(limits), duckdb.__version__, repr(list(store))]
    parts += [f"{f.file.source} {f.name} {f.file.sheet} {f.sha256}" for f in files]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def discard_old(root: Path, at: datetime) -> None:
    """Remove drafts that nobody came back for."""
    for folder in (root / "drafts").glob("*"):
        try:
            plan = json.loads((folder / PLAN).read_text(encoding="utf-8"))
            old = at - datetime.fromisoformat(plan["at"]) > KEPT
        except (OSError, ValueError):
            old = True
        if old:
            shutil.rmtree(folder, ignore_errors=True)


def _read(folder: Path) -> Done:
    record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    piece = record["piece"]
    tables = {table: Tally(**one) for table, one in record["tables"].items()}
    return Done(
        Piece(**{**piece, "path": Path(piece["path"])}),
        folder,
        record["rows"],
        record["broken"],
        tables,
    )
