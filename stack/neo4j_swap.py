"""Exchange of the Neo4j store by renames, healed at the next start after a kill at any point.

A store is the folder `data` of a Neo4j home. The marker `swap` says that a complete new store
waits in `data.new`; without the marker `data.new` is unfinished and thrown away.

    1. `data.new` is complete on disk         → old store in use
    2. marker written                          → new store in use from the next start
    3. `data` → `data.old`, `data.new` → `data`
    4. marker removed, `data.old` deleted
"""

import os
import shutil
from pathlib import Path

MARKER = "swap"


def swap(folder: Path, fresh: Path) -> None:
    """Put the store of the stopped Neo4j home `fresh` in the place of `folder`'s.

    `fresh` must be on the same file system. Either the whole old store or the whole new one is
    there after a crash; the old one until the marker is on disk.
    """
    new = folder / "data.new"
    if new.exists():
        shutil.rmtree(new)
    (fresh / "data").rename(new)
    _sync(folder)
    (folder / MARKER).touch()
    _sync(folder)
    heal(folder)


def heal(folder: Path) -> None:
    """Finish or forget an interrupted exchange. Neo4j must not run."""
    data, new, old = (folder / name for name in ("data", "data.new", "data.old"))
    marker = folder / MARKER
    if marker.exists():
        if new.exists():
            if data.exists():
                if old.exists():
                    shutil.rmtree(old)
                data.rename(old)
            new.rename(data)
            _sync(folder)
        marker.unlink()
        _sync(folder)
    if new.exists():
        shutil.rmtree(new)
    if old.exists() and data.exists():
        shutil.rmtree(old)


def _sync(folder: Path) -> None:
    """Make renames in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
