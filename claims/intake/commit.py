"""Writing to the store: one writer, and a batch that is there completely or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from claims.batches import MANIFEST, WITHDRAWN
from claims.errors import StoreBusy


@contextmanager
def sole_writer(root: Path) -> Iterator[None]:
    """Hold the store's write lock; the operating system frees it when the process dies.

    Raises `StoreBusy` when another process writes. Drafts of killed imports stay: the next run
    goes on from them.
    """
    root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(root / "write.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreBusy(
            "另一个进程正在写入数据仓库；请等它完成后重试",
            "another process is writing to the claim store; try again when it is done",
        ) from None
    try:
        _purge_withdrawn(root)
        yield
    finally:
        lock.release()


def _purge_withdrawn(root: Path) -> None:
    """Free the rows of batches taken back earlier: readers of that moment are gone by now."""
    for marker in (root / "batches").glob(f"*/{WITHDRAWN}"):
        for path in marker.parent.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)


def publish(draft: Path, final: Path) -> None:
    """Make a finished draft folder a batch: everything on disk first, then one rename."""
    assert (draft / MANIFEST).is_file()
    for folder, _, names in os.walk(draft):
        for name in names:
            sync(Path(folder) / name)
        sync(Path(folder))
    final.parent.mkdir(parents=True, exist_ok=True)
    draft.rename(final)
    sync(final.parent)


def write_atomically(path: Path, text: str) -> None:
    """Write a small file so that it is old or new, never half."""
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    sync(draft)
    draft.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
