"""Named tuples of arrays and numbers in a folder of files, and tables in a file each: written once,
mapped into memory when read.

What is mapped costs no reading until a kernel walks over it, is shared by all who map it, and can be
taken back by the system at any time. Who writes to it writes to a copy of his own.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import numpy as np
import pyarrow as pa
from pyarrow import feather

from claims.intake.commit import sync

A = TypeVar("A")
B = TypeVar("B")
#: Smaller files are read at once: a mapping of nothing is refused, and one of little is not worth it.
LITTLE = 1 << 16


def save(folder: Path, *tuples: Any) -> None:
    """Write the tuples; they appear complete or, where the disk takes no more, not at all."""
    draft = folder.with_name(f"{uuid4().hex}.draft")
    try:
        draft.mkdir()
        for number, one in enumerate(tuples):
            for name, value in one._asdict().items():
                np.save(draft / f"{number}.{name}.npy", value)
        for path in draft.iterdir():
            sync(path)
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)


def load(folder: Path, first: Callable[..., A], second: Callable[..., B]) -> tuple[A, B] | None:
    """What was saved there as these two; None where there is nothing, or it is damaged."""
    with suppress(OSError, ValueError, TypeError):
        return first(**_values(folder, 0)), second(**_values(folder, 1))
    return None


def save_table(path: Path, table: pa.Table) -> None:
    """Write the rows; they appear complete or, where the disk takes no more, not at all."""
    draft = path.with_name(f"{uuid4().hex}.draft")
    try:
        feather.write_feather(table, str(draft), compression="uncompressed")
        sync(draft)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)


def load_table(path: Path) -> pa.Table | None:
    """The rows that were saved there; None where there are none, or they are damaged."""
    with suppress(OSError, pa.ArrowException):
        return feather.read_table(str(path), memory_map=True)
    return None


def _values(folder: Path, number: int) -> dict[str, Any]:
    return {
        path.name.split(".")[1]: _value(path) for path in sorted(folder.glob(f"{number}.*.npy"))
    }


def _value(path: Path) -> Any:
    if path.stat().st_size < LITTLE:
        value = np.load(path)
        return value if value.ndim else value.item()
    # Mapped for writing, though nobody writes: kernels are compiled for one kind of array.
    return np.asarray(np.load(path, mmap_mode="c"))
