"""Verify the daily seals: each with itself, its lock, its neighbours, and the chains of today.

A seal is read in the version that was written first: under compliance lock nobody can take that
one away, whatever was written over it later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from casework.events import Event
from evidence.errors import ObjectMissingError
from evidence.parameters import SHANGHAI
from evidence.seal import FOLDER, Head, Seal, day_of, parse_seal, root_of
from evidence.store import EvidenceStore, Room, VersionFact

# A command carries the time at which it was asked, a long job the time at which it began; an event
# may enter its chain that much later than it says, and no more.
LATENESS = timedelta(days=1)
# The beat seals a day in the first half hour of the next; servers may be off for a night.
DUE = timedelta(hours=36)


@dataclass(frozen=True)
class SealFault:
    """One contradiction: ``root``, ``previous``, ``bytes``, ``unlocked``, ``overwritten``,
    ``rewritten``, ``gone``, ``left_out`` or ``backdated``; ``detail`` names the stream and event, or the seal."""

    day: date
    what: str
    detail: str


@dataclass
class SealBook:
    """All seals, and what has been found wrong so far.

    ``gaps`` are days without a seal between two seals that are linked to each other: nothing was
    removed there, the beat was off. ``unsealed`` counts the chains with events that no seal covers
    although one was due, ``unsealed_since`` the oldest of these.
    """

    days: list[date] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    faults: list[SealFault] = field(default_factory=list)
    gaps: list[date] = field(default_factory=list)
    unsealed: int = 0
    unsealed_since: datetime | None = None
    _heads: dict[str, list[tuple[int, Head]]] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing contradicts the seals."""
        return not self.faults

    def add(self, seal: Seal) -> None:
        """Take up the next seal; a head that did not move since the seal before takes no room."""
        number = len(self.days)
        self.days.append(seal.day)
        self.times.append(seal.sealed_at)
        named = set()
        for head in seal.heads:
            named.add(head.stream)
            known = self._heads.setdefault(head.stream, [])
            if not known or known[-1][1] != head:
                known.append((number, head))
        for stream in sorted(self._heads.keys() - named):
            self.fault(seal.day, "left_out", stream)

    def fault(self, day: date, what: str, detail: str) -> None:
        """Note a contradiction."""
        self.faults.append(SealFault(day, what, detail))

    def compare(self, stream: str, events: Sequence[Event], at: datetime) -> None:
        """Compare a chain as it stands now with every seal that names it or should.

        Each sealed head is the event of that number; and no event that a seal does not cover says
        that it is older than the seal.
        """
        known = self._heads.pop(stream, [])
        for number, head in known:
            if head.seq > len(events) or events[head.seq - 1].hash != head.hash:
                self.fault(self.days[number], "rewritten", f"{stream}#{head.seq}")
        for last, covered in self._covered(known):
            floor = self.times[last] - LATENESS
            for event in events[covered:]:
                if event.at < floor:
                    self.fault(self.days[last], "backdated", f"{stream}#{event.seq}")
                    break
        self._due(events[known[-1][1].seq if known else 0 :], at)

    def _covered(self, known: Sequence[tuple[int, Head]]) -> Iterator[tuple[int, int]]:
        """(last seal, events covered) for each stretch of seals with the same head."""
        starts = [number for number, _ in known]
        covered = [0, *(head.seq for _, head in known)]
        for seq, end in zip(covered, [*starts, len(self.days)], strict=True):
            if end:
                yield end - 1, seq

    def _due(self, uncovered: Sequence[Event], at: datetime) -> None:
        overdue = [event.at for event in uncovered if event.at < at - DUE]
        if overdue:
            self.unsealed += 1
            oldest = min(overdue)
            self.unsealed_since = min(oldest, self.unsealed_since or oldest)

    def close(self) -> None:
        """After the last chain: what the seals name and nobody showed is gone."""
        for stream, known in sorted(self._heads.items()):
            number, head = known[-1]
            self.fault(self.days[number], "gone", f"{stream}#{head.seq}")
        self._heads.clear()


def open_book(store: EvidenceStore) -> SealBook:
    """Read every seal and check it with itself, its lock and the one before."""
    book, previous = SealBook(), None
    versions = sorted(store.versions(Room.SEALS, FOLDER), key=lambda fact: fact.ref.key)
    for key, written in groupby(versions, key=lambda fact: fact.ref.key):
        # A store lists the newest version first and tells times in seconds.
        oldest_first = list(written)[::-1]
        facts = sorted(oldest_first, key=lambda fact: (fact.written_at, fact.deleted))
        seal = _read(store, book, day_of(key), facts)
        if seal is None:
            continue
        if root_of(seal.heads) != seal.root:
            book.fault(seal.day, "root", seal.root)
        if seal.previous != (previous.sha256 if previous else None):
            book.fault(seal.day, "previous", seal.previous or "-")
        elif previous is not None:
            book.gaps += _between(previous.day, seal.day)
        book.add(seal)
        previous = seal
    return book


def _read(
    store: EvidenceStore, book: SealBook, day: date, facts: Sequence[VersionFact]
) -> Seal | None:
    """The seal as first written; None when that is not one."""
    first = facts[0]
    if len(facts) > 1:
        latest = facts[-1].written_at.astimezone(SHANGHAI).isoformat(timespec="seconds")
        book.fault(day, "overwritten", f"{first.ref.key} ×{len(facts)}, {latest}")
    if first.deleted:
        book.fault(day, "gone", first.ref.key)
        return None
    if store.locked_until(first.ref) is None:
        book.fault(day, "unlocked", first.ref.key)
    try:
        body = b"".join(store.read(first.ref))
        seal = parse_seal(body)
    except ObjectMissingError:
        book.fault(day, "gone", first.ref.key)
        return None
    except (ValueError, KeyError, TypeError) as error:
        book.fault(day, "bytes", str(error))
        return None
    if body != seal.to_json() or seal.day != day:
        book.fault(day, "bytes", first.ref.key)
    return seal


def _between(first: date, second: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (second - first).days)]
