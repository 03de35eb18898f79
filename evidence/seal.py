"""The daily seal: the Merkle root of all chain heads, written under compliance lock.

Whoever rewrites a chain afterwards, with whatever rights over the database, contradicts the seal
of the day. A seal lists its heads, so that anybody can recompute its root, and carries the hash
of the seal before it, so that none can be left out unnoticed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from casework.events import canonical, utc_text
from evidence import merkle
from evidence.errors import ObjectMissingError
from evidence.parameters import seal_retention
from evidence.retention import extend
from evidence.store import EvidenceStore, ObjectRef, Room

FORMAT = "jicha-seal-1"


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


@dataclass(frozen=True)
class SealFault:
    """One contradiction: ``root``, ``previous``, ``bytes``, ``unlocked`` or ``rewritten``."""

    day: date
    what: str
    detail: str


def make_seal(heads: Iterable[Head], day: date, at: datetime, previous: Seal | None) -> Seal:
    """Compute the seal of a day from all chain heads (in any order)."""
    ordered = tuple(sorted(heads))
    return Seal(day, at, ordered, _root(ordered), previous.sha256 if previous else None)


def write_seal(store: EvidenceStore, heads: Iterable[Head], day: date, at: datetime) -> Seal:
    """Seal the day: store under lock, read back. A day that is sealed already stays as it is."""
    with suppress(ObjectMissingError):
        return read_seal(store, day)
    earlier = [known for known in sealed_days(store) if known < day]
    seal = make_seal(heads, day, at, read_seal(store, earlier[-1]) if earlier else None)
    ref = store.put(Room.SEALS, _key(day), seal.to_json())
    extend(store, ref, seal_retention(at))
    return read_seal(store, day)


def read_seal(store: EvidenceStore, day: date) -> Seal:
    """The seal of a day. Raises ObjectMissingError."""
    return parse_seal(b"".join(store.read(ObjectRef(Room.SEALS, _key(day)))))


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
    names = [fact.ref.key.rsplit("/", 1)[-1] for fact in store.list(Room.SEALS, "daily/")]
    return sorted(date.fromisoformat(name.removesuffix(".json")) for name in names)


def verify_seals(
    store: EvidenceStore, hash_at: Callable[[str, int], str | None]
) -> tuple[SealFault, ...]:
    """Compare every stored seal with itself, its predecessor, its lock, and the chains of today.

    ``hash_at(stream, seq)`` gives the hash that the chain carries now, None when the event is
    gone. No faults: nothing was rewritten since it was sealed.
    """
    faults: list[SealFault] = []
    previous: Seal | None = None
    for day in sealed_days(store):
        ref = store.stat(ObjectRef(Room.SEALS, _key(day))).ref
        if store.locked_until(ref) is None:
            faults.append(SealFault(day, "unlocked", ref.key))
        body = b"".join(store.read(ref))
        try:
            seal = parse_seal(body)
        except (ValueError, KeyError, TypeError) as error:
            faults.append(SealFault(day, "bytes", str(error)))
            continue
        if body != seal.to_json():
            faults.append(SealFault(day, "bytes", "不是规范形式 (not canonical)"))
        faults += verify_seal(seal, previous, hash_at)
        previous = seal
    return tuple(faults)


def verify_seal(
    seal: Seal, previous: Seal | None, hash_at: Callable[[str, int], str | None]
) -> list[SealFault]:
    """Check one seal: root, link to the one before, and each head against the chains."""
    faults: list[SealFault] = []
    if _root(seal.heads) != seal.root:
        faults.append(SealFault(seal.day, "root", seal.root))
    if seal.previous != (previous.sha256 if previous else None):
        faults.append(SealFault(seal.day, "previous", seal.previous or "-"))
    for head in seal.heads:
        if hash_at(head.stream, head.seq) != head.hash:
            faults.append(SealFault(seal.day, "rewritten", f"{head.stream}#{head.seq}"))
    return faults


def _root(heads: tuple[Head, ...]) -> str:
    return merkle.root([head.leaf() for head in heads]).hex()


def _key(day: date) -> str:
    return f"daily/{day:%Y/%m}/{day.isoformat()}.json"
