"""A backup put into an empty home: checked first, built aside, moved in at the end."""

import hashlib
import shutil
from pathlib import Path
from typing import Any, Final

from stack.backup import DUMP, LEFT_OUT, MANIFEST, Progress, read_manifest
from stack.errors import HomeNotEmpty
from stack.home import Home, read_json, write_json
from stack.jars import fetch_jars
from stack.java import admin_tool
from stack.neo4j_server import Neo4jServer
from stack.settings import Settings

#: Stands in a draft that lacks nothing.
BUILT: Final = "built.json"


def restore_backup(
    settings: Settings, server: Neo4jServer, source: Path, progress: Progress
) -> dict[str, Any]:
    """Put the backup `source` into this home; returns its manifest. No server may run.

    A kill leaves the home empty but for its scratch folder; one in the middle of moving in leaves the
    rest there, and the same command again moves that, too. Raises `HomeNotEmpty`, `BackupDamaged`.
    """
    home = Home(settings.home)
    draft = home.root / "restore.partial"
    if server.running() or not built_from(source, draft):
        refuse_filled(home, server)
    manifest = read_manifest(source)
    progress("restore", 0, None)
    if not built_from(source, draft):
        _build(settings, server, source, draft)
    _move_in(home, server, draft)
    shutil.rmtree(draft)
    progress("restore", len(manifest["files"]), len(manifest["files"]))
    return manifest


def built_from(source: Path, draft: Path) -> bool:
    """Whether the draft was built to its end from this very backup, and only the moving is left."""
    told = read_json(draft / BUILT)
    return bool(told) and told == {"manifest": _fingerprint(source)}


def _fingerprint(source: Path) -> str:
    return hashlib.sha256((source / MANIFEST).read_bytes()).hexdigest()


def _build(settings: Settings, server: Neo4jServer, source: Path, draft: Path) -> None:
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    if (source / DUMP).exists():
        _load_dump(settings, server, source, draft / "neo4j")
    if (source / "home").exists():
        shutil.copytree(source / "home", draft / "home")
    write_json(draft / BUILT, {"manifest": _fingerprint(source)})


def refuse_filled(home: Home, server: Neo4jServer) -> None:
    """Raise `HomeNotEmpty` if the home has data or a running server."""
    stores = (server.folder / "data", home.root / "s3" / "data")
    tops = [path for path in home.root.iterdir() if path.name not in LEFT_OUT]
    filled = [path for path in (*stores, *tops) if path.is_file() or _has_files(path)]
    if filled or server.running():
        what = filled[0] if filled else "Neo4j"
        raise HomeNotEmpty(
            f"只能恢复到空的数据目录，这里已有 {what}：请用 JICHA_HOME 指向一个新目录",
            f"a backup is restored into an empty home only, there is {what}: let JICHA_HOME name "
            "a new folder",
        )


def _has_files(folder: Path) -> bool:
    return any(path.is_file() for path in folder.rglob("*"))


def _load_dump(settings: Settings, server: Neo4jServer, source: Path, folder: Path) -> None:
    folder.mkdir()
    jars = fetch_jars(settings, lambda phase, done, total: None)
    server.configure(folder, server.ports.get("bolt", 7687))
    server.set_password(folder, jars)
    words = ["database", "load", "neo4j", f"--from-path={source}", "--overwrite-destination=true"]
    admin_tool(jars, folder, words, heap=settings.neo4j_heap, log=server.log)


def _move_in(home: Home, server: Neo4jServer, draft: Path) -> None:
    parts = sorted((draft / "home").iterdir()) if (draft / "home").exists() else []
    for part in parts:
        if part.name == "s3":
            if (part / "data").exists():
                _replace(part / "data", home.root / "s3" / "data")
        else:
            _replace(part, home.root / part.name)
    if (draft / "neo4j" / "data").exists():
        _replace(draft / "neo4j" / "data", server.folder / "data")


def _replace(part: Path, place: Path) -> None:
    """Move into the place of a folder that holds nothing but empty folders."""
    if place.is_dir():
        shutil.rmtree(place)
    part.rename(place)
