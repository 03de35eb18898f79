"""A copy of all stores at one point in time, with a SHA-256 for every file.

    DIR/manifest.json     what is there, and the heads of all event chains
    DIR/neo4j.dump        Neo4j's own dump format: any Neo4j 5.26 reads it
    DIR/home/...          the columnar store, findings, the object store's volumes with their locks

Secrets, sessions, logs and pids are not part of it: a restored home makes its own.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from stack.errors import BackupDamaged, HomeNotEmpty
from stack.home import write_json
from stack.jars import fetch_jars
from stack.java import admin_tool
from stack.neo4j_server import Neo4jServer, has_store
from stack.settings import Settings

FORMAT = 1
DUMP = "neo4j.dump"
MANIFEST = "manifest.json"
# What a home makes anew: never copied.
LEFT_OUT = frozenset(
    {"run", "logs", "tmp", "secrets", "neo4j", "neo4j.fresh", "valkey", "s3", "restore.partial"}
)
LOCKS = frozenset({"write.lock", "run.lock"})
CHUNK = 1 << 20
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class FileRecord:
    """One file of a backup; the path is relative to the backup's folder."""

    path: str
    size: int
    sha256: str


def write_backup(
    settings: Settings,
    server: Neo4jServer,
    target: Path,
    *,
    heads: Mapping[str, Mapping[str, Any]],
    at: datetime,
    progress: Progress,
) -> dict[str, Any]:
    """Write a backup of the stopped stores into `target`; returns the manifest.

    `target` must not exist or be empty, outside the home (`HomeNotEmpty`). It appears whole or not at all.
    """
    refuse_folder(settings.home, target)
    draft = target.with_name(f"{target.name}.partial")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True, mode=0o700)
    _dump(settings, server, draft)
    sources = list(home_files(settings.home))
    for number, (source, relative) in enumerate(sources, 1):
        copied = draft / "home" / relative
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, copied)
        progress("backup", number, len(sources))
    manifest = {
        "format": FORMAT,
        "created_at": at.isoformat(),
        "bureau": settings.bureau_name,
        "heads": dict(heads),
        "files": [asdict(record) for record in records(draft)],
    }
    write_json(draft / MANIFEST, manifest)
    if target.exists():
        target.rmdir()
    draft.rename(target)
    return manifest


def refuse_folder(home: Path, target: Path) -> None:
    """Raise `HomeNotEmpty` unless a backup of `home` can be put at `target`: for asking before
    anything is stopped."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise HomeNotEmpty(
            f"{target} 不是空目录，请换一个", f"{target} is no empty folder, choose another"
        )
    if home in (target, *target.parents):
        raise HomeNotEmpty(
            f"备份不能放在数据目录 {home} 里面，请换一个目录",
            f"a backup cannot lie inside the data home {home}, choose another folder",
        )


def _dump(settings: Settings, server: Neo4jServer, draft: Path) -> None:
    if not has_store(server.folder):
        return
    words = ["database", "dump", "neo4j", f"--to-path={draft}"]
    jars = fetch_jars(settings, lambda phase, done, total: None)
    admin_tool(jars, server.folder, words, heap=settings.neo4j_heap, log=server.log)


def home_files(home: Path) -> Iterator[tuple[Path, Path]]:
    """The files of a home that belong in a backup, each with its path below the home."""
    tops = [path for path in sorted(home.iterdir()) if path.name not in LEFT_OUT]
    for top in [*tops, home / "s3" / "data"]:
        for path in [top, *sorted(top.rglob("*"))]:
            if path.is_file() and path.name not in LOCKS:
                yield path, path.relative_to(home)


def records(folder: Path) -> Iterator[FileRecord]:
    """Size and SHA-256 of every file below a folder but the manifest."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / MANIFEST:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            yield FileRecord(str(path.relative_to(folder)), path.stat().st_size, digest)


def read_manifest(source: Path) -> dict[str, Any]:
    """The manifest of a backup whose every file was checked. Raises `BackupDamaged`."""
    if not (source / MANIFEST).is_file():
        raise BackupDamaged(
            f"{source} 不是备份目录：没有 {MANIFEST}；请给出 jicha backup 写成的目录",
            f"{source} is no backup: there is no {MANIFEST}; name a folder that jicha backup wrote",
        )
    try:
        manifest: dict[str, Any] = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
        expected = {item["path"]: FileRecord(**item) for item in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(f"{MANIFEST}: {error}") from None
    if manifest.get("format") != FORMAT:
        raise _damaged(f"{MANIFEST}: format {manifest.get('format')}")
    found = {record.path: record for record in records(source)}
    for path in sorted(expected.keys() | found.keys()):
        if expected.get(path) != found.get(path):
            raise _damaged(path)
    return manifest


def _damaged(what: str) -> BackupDamaged:
    return BackupDamaged(
        f"备份已损坏或不完整：{what}；请换用另一份备份",
        f"the backup is damaged or incomplete: {what}; use another one",
    )
