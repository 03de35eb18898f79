"""Who uses an embedded server now: so that the last one turns off the light, and no one earlier."""

import os
from itertools import count
from pathlib import Path

from stack.home import Home, read_json, write_json
from stack.process import identity, same_process

_numbers = count()


def register(home: Home, server: str) -> Path:
    """Note that this process uses the server; returns the note to hand to `leave`."""
    folder = home.run / "users" / server
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    note = folder / f"{os.getpid()}-{next(_numbers)}.json"
    write_json(note, identity(os.getpid()))
    return note


def leave(note: Path) -> bool:
    """Take the note back; True if no live process uses the server any more.

    Notes of processes that were killed are thrown away, so a crash does no harm.
    """
    note.unlink(missing_ok=True)
    return not _live(note.parent)


def live_users(home: Home, server: str) -> set[int]:
    """Pids of the live processes that use the server."""
    return {int(path.name.split("-")[0]) for path in _live(home.run / "users" / server)}


def in_use(home: Home, server: str) -> bool:
    """Whether a live process uses the server."""
    return bool(_live(home.run / "users" / server))


def _live(folder: Path) -> list[Path]:
    live = []
    for path in folder.glob("[0-9]*.json"):
        record = read_json(path)
        if same_process(record.get("pid"), record.get("started")) is None:
            path.unlink(missing_ok=True)
        else:
            live.append(path)
    return live
