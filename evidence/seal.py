"""The daily seal: the Merkle root of all chain heads, written under compliance lock.

Whoever rewrites a chain afterwards, with whatever rights over the database, contradicts the seal
of the day. A seal lists its heads, so that anybody can recompute its root, and carries the hash
of the seal before it, so that none can be left out unnoticed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from casework.events import canonical, utc_text
from evidence import merkle
from evidence.parameters import seal_retention
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room

FORMAT = "jicha-seal-1"
FOLDER = "daily/"


@dataclass(frozen=True, order=True)
class Head:
    """The last event of one stream: its number and its hash."""

    stream: str
    seq: int
    hash: str

    def leaf(self) -> bytes:
        """The canonical bytes that enter the tree."""
        return canonical([self.stream, self.seq, self.hash])


@dataclass(frozen=True)
class Seal:
    """What was true of all chains at ``sealed_at``; ``previous`` is the earlier seal's SHA-256."""

    day: date
    sealed_at: datetime
    heads: tuple[Head, ...]
    root: str
    previous: str | None

    def to_json(self) -> bytes:
        """The seal as canonical JSON: the very bytes that are stored and hashed."""
        return canonical(
            {
                "format": FORMAT,
                "day": self.day,
                "sealed_at": utc_text(self.sealed_at),
                "size": len(self.heads),
                "root": self.root,
                "previous": self.previous,
                "heads": [[head.stream, head.seq, head.hash] for head in self.heads],
            }
        )

    @property
    def sha256(self) -> str:
        """The hash by which the next seal names this one."""
        return hashlib.sha256(self.to_json()).hexdigest()


def make_seal(heads: Iterable[Head], day: date, at: datetime, previous: Seal | None) -> Seal:
    """Compute the seal of a day from all chain heads (in any order)."""
    ordered = tuple(sorted(heads))
    return Seal(day, at, ordered, root_of(ordered), previous.sha256 if previous else None)


def write_seal(store: EvidenceStore, heads: Iterable[Head], day: date, at: datetime) -> Seal:
    """Seal the day: store under lock, read back; the seal that covers it.

    A day that is sealed already stays as it is, and one before the latest seal is covered by that
    seal: nothing is ever slipped in between two seals. A seal that was stored by a run which was
    killed before it locked it is locked now.
    """
    sealed = sealed_days(store)
    if sealed:
        _lock_what_was_left(store, sealed[-1], at)
    if sealed and day <= sealed[-1]:
        return read_seal(store, day if day in sealed else sealed[-1])
    seal = make_seal(heads, day, at, read_seal(store, sealed[-1]) if sealed else None)
    ref = store.put(Room.SEALS, seal_key(day), seal.to_json())
    extend(store, ref, seal_retention(at))
    return read_seal(store, day)


def _lock_what_was_left(store: EvidenceStore, day: date, at: datetime) -> None:
    """Lock a day's seal that has none; one that was written over is left as proof of that."""
    written = list(store.versions(Room.SEALS, seal_key(day)))
    if len(written) == 1 and store.locked_until(written[0].ref) is None:
        extend(store, written[0].ref, seal_retention(at))


def read_seal(store: EvidenceStore, day: date) -> Seal:
    """The seal of a day. Raises ObjectMissingError."""
    return parse_seal(b"".join(store.read(ObjectRef(Room.SEALS, seal_key(day)))))


def parse_seal(body: bytes) -> Seal:
    """A seal from its stored bytes. Raises ValueError when they are not one."""
    row = json.loads(body)
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise ValueError("不是每日封印文件 (not a daily seal)")
    return Seal(
        day=date.fromisoformat(row["day"]),
        sealed_at=datetime.fromisoformat(row["sealed_at"]),
        heads=tuple(Head(stream, int(seq), head) for stream, seq, head in row["heads"]),
        root=row["root"],
        previous=row["previous"],
    )


def sealed_days(store: EvidenceStore) -> list[date]:
    """The days that have a seal, oldest first."""
    return sorted(day_of(fact.ref.key) for fact in store.list(Room.SEALS, FOLDER))


def root_of(heads: tuple[Head, ...]) -> str:
    """The Merkle root over the heads, in hex."""
    return merkle.root([head.leaf() for head in heads]).hex()


def seal_key(day: date) -> str:
    """Where the seal of a day lies."""
    return f"{FOLDER}{day:%Y/%m}/{day.isoformat()}.json"


def day_of(key: str) -> date:
    """The day whose seal lies there."""
    return date.fromisoformat(key.rsplit("/", 1)[-1].removesuffix(".json"))
