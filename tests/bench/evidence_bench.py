"""Upload until the bytes are stored, against the bare client; verification apart.

The object store is one of its own, in the home of `context.settings`. Ratios are bare seconds over ours (1.0: as fast as the bare client); medians of the rounds, taken
in turn so that a busy machine disturbs all of them alike.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from minio import Minio

from evidence import intake
from evidence.s3 import Buckets, S3Store
from evidence.sender import send
from evidence.store import ObjectRef, Room
from evidence.uploads import UploadIntent, UploadTicket
from stack.clients import object_client
from stack.ground import servers
from stack.settings import Settings

MIB = 1 << 20
GOALS = {"presigned_put_ratio": 0.4, "parts_ratio": 0.8}


class Context(Protocol):
    """What the frame gives."""

    settings: Settings
    home: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """Start an object store and upload to it."""
    with servers(context.settings, ["s3"], lambda text: print(text, file=sys.stderr)) as found:
        return measure(object_client(found), context.home, rounds=context.rounds)


def measure(client: Minio, folder: Path, mib: int = 256, rounds: int = 3) -> dict[str, Any]:
    """Seconds and ratios for a file of ``mib`` MiB."""
    store = S3Store(client, buckets=Buckets("bench-staging", "bench-vault", "bench-seals"))
    store.prepare()
    path = folder / "upload.bin"
    ways: dict[str, Callable[[], None]] = {
        "bare_client": lambda: _bare(client, path),
        "presigned_put": lambda: _one_put(store, path),
        "parts": lambda: _parts(store, path),
    }
    seconds: dict[str, list[float]] = {name: [] for name in (*ways, "verification")}
    for _ in range(rounds):
        _fresh(path, mib)
        for name, way in ways.items():
            seconds[name].append(_timed(way))
        seconds["verification"].append(_verification(store, path))
    middle = {name: statistics.median(taken) for name, taken in seconds.items()}
    return {
        "mib": mib,
        "rounds": rounds,
        "seconds": {name: round(value, 3) for name, value in middle.items()},
        "mib_per_second": {name: round(mib / value, 1) for name, value in middle.items()},
        "presigned_put_ratio": round(middle["bare_client"] / middle["presigned_put"], 3),
        "parts_ratio": round(middle["bare_client"] / middle["parts"], 3),
        "goals": GOALS,
    }


def _fresh(path: Path, mib: int) -> None:
    """New bytes each round, so that nothing is recognised as a duplicate."""
    with path.open("wb") as file:
        for _ in range(mib):
            file.write(os.urandom(MIB))


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _bare(client: Minio, path: Path) -> None:
    client.fput_object("bench-staging", "bare", str(path))
    client.remove_object("bench-staging", "bare")


def _one_put(store: S3Store, path: Path) -> None:
    url = store.presign_put("one", timedelta(hours=1))
    send(UploadTicket("one", url, (), datetime.now(UTC) + timedelta(hours=1)), path)
    store.remove(ObjectRef(Room.STAGING, "one"))


def _begin(store: S3Store, path: Path) -> UploadTicket:
    intent = UploadIntent(path.name, "application/octet-stream", path.stat().st_size)
    return intake.begin(store, intent, datetime.now(UTC))


def _parts(store: S3Store, path: Path) -> None:
    """Until the joined object lies in staging."""
    ticket = _begin(store, path)
    send(ticket, path)
    upload = intake.find(store, ticket.upload_id)
    intake.join(store, upload)
    intake.abandon(store, ticket.upload_id)


def _verification(store: S3Store, path: Path) -> float:
    """Hash, copy, lock and read back: what the server does before it acknowledges."""
    ticket = _begin(store, path)
    send(ticket, path)
    return _timed(lambda: _finish(store, ticket))


def _finish(store: S3Store, ticket: UploadTicket) -> None:
    intake.finish(store, ticket.upload_id, datetime.now(UTC))
