"""One process may hold services for maintenance: then nobody else starts them.

The marker names its owner, so one that was left by a killed process means nothing.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from filelock import FileLock

from stack.errors import UnderMaintenance
from stack.home import Home, read_json, write_json
from stack.process import identity, same_process


def held_by(home: Home, service: str) -> tuple[int, str] | None:
    """Pid of the live process that holds this service and its reason, if any."""
    record = read_json(home.run / "maintenance.json")
    owner = same_process(record.get("pid"), record.get("started"))
    if owner is None or service not in record.get("services", []):
        return None
    return owner.pid, str(record.get("reason", ""))


def refuse_if_held(home: Home, service: str) -> None:
    """Raise `UnderMaintenance` if another live process holds the service."""
    holder = held_by(home, service)
    if holder is not None and holder[0] != os.getpid():
        raise UnderMaintenance(
            f"{service} 正在维护（{holder[1]}，进程 {holder[0]}），请等它结束后再试",
            f"{service} is under maintenance ({holder[1]}, process {holder[0]}); try again when "
            "it is done",
        )


@contextmanager
def maintenance(home: Home, services: Iterable[str], reason: str) -> Iterator[None]:
    """Hold services: others neither start nor restart them meanwhile. Does not stop them.

    Raises `UnderMaintenance` if another process holds any.
    """
    path = home.run / "maintenance.json"
    with FileLock(home.run / "maintenance.lock"):
        record = read_json(path)
        if same_process(record.get("pid"), record.get("started")) is not None:
            held = record.get("services", [])
            refuse_if_held(home, next(iter(held), ""))
        write_json(path, {**identity(os.getpid()), "services": list(services), "reason": reason})
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
