"""How kernels are compiled: once for each version of these files, kept in the user's cache."""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
import numba.core.config


def cache_folder() -> Path:
    """Where machine code is kept: `$XDG_CACHE_HOME/jicha/kernels/<digest>`, else a temporary folder.

    The digest covers every file of this package, because the compiler itself only notices a change
    of the file that a kernel stands in, not of the kernels that it calls.
    """
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "jicha" / "kernels" / digest.hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="jicha-kernels-"))


if not os.environ.get("NUMBA_CACHE_DIR"):
    setattr(numba.core.config, "CACHE_DIR", str(cache_folder()))  # noqa: B010


#: Kept for the next process; without the interpreter's lock, so that channels run side by side.
OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy"}
UNCOUNTED: dict[str, Any] = {**OPTIONS, "_nrt": False, "forceinline": True}


def one_writer(dispatcher: Any) -> Any:
    """The function, whose machine code is kept by one process at a time.

    The compiler numbers its files by an index that it does not lock: two processes that keep two
    signatures of a function at once would name one file for both, and the next process would run
    code for one type on arrays of another.
    """
    save = dispatcher._cache.save_overload

    def saved(signature: Any, result: Any) -> None:
        folder = Path(getattr(numba.core.config, "CACHE_DIR", "") or tempfile.gettempdir())
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "kernels.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            save(signature, result)

    dispatcher._cache.save_overload = saved
    return dispatcher


def compiled(function: Callable[..., Any]) -> Any:
    """Compile on first use."""
    return one_writer(numba.njit(**OPTIONS)(function))


def inner(function: Callable[..., Any]) -> Any:
    """Compile a function for the loops of others, one that neither makes nor returns an array.

    It does not count references: of walks and scratch, handed over by the million, counting alone
    took more than half of the search. And it always becomes a part of who calls it: a call passes every
    array of both by value, which took a third of what was left.
    """
    return one_writer(numba.njit(**UNCOUNTED)(function))
