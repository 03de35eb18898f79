"""Hash again what the vault should hold, at a bearable pace, and name what is damaged or lost.

The walk follows the record (custody chains, sealed dossiers), not the store's own list: what was
lost is in no list of the store.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from evidence.digests import Digests, digest_stream
from evidence.errors import ObjectMissingError, StoreUnreachableError
from evidence.parameters import SHANGHAI
from evidence.store import EvidenceStore, ObjectRef, Room


@dataclass(frozen=True)
class Expected:
    """One object and the hashes it was stored with; ``what`` names the record that says so.

    ``held_to`` is the last day (in Shanghai) of its lock as recorded; None once that has run out:
    an expired lock is no damage.
    """

    ref: ObjectRef
    sha256: str
    sm3: str
    what: str
    held_to: date | None = None


@dataclass(frozen=True)
class Look:
    """What a check found: ``damage`` is ``missing``, ``changed``, ``unlocked``, ``unreadable``
    or None; ``found`` the hashes of what lies there, if it could be read."""

    expected: Expected
    damage: str | None
    found: Digests | None = None


def look(store: EvidenceStore, item: Expected) -> Look:
    """Read and hash one object. Never raises for what is wrong with it."""
    try:
        found = digest_stream(store.read(item.ref))
        until = store.locked_until(item.ref)
    except ObjectMissingError:
        return Look(item, "missing")
    except StoreUnreachableError:
        return Look(item, "unreadable")
    if (found.sha256, found.sm3) != (item.sha256, item.sm3):
        return Look(item, "changed", found)
    return Look(item, "unlocked" if _loose(item, until) else None, found)


def _loose(item: Expected, until: datetime | None) -> bool:
    """Whether the store holds the object less long than the record says."""
    if item.held_to is None:
        return False
    return until is None or until.astimezone(SHANGHAI).date() < item.held_to


class Round:
    """One walk over the record. The same object under two records is read once.

    Paused so that no more than the given bytes a second are read. One damaged object does not
    stop the round; a store that answers nothing at all raises StoreUnreachableError at the first
    object, instead of reporting every object as damaged.
    """

    def __init__(
        self,
        store: EvidenceStore,
        *,
        bytes_per_second: int | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store, self._rate, self._pause = store, bytes_per_second, pause
        self._seen: dict[ObjectRef, Digests] = {}
        self.checked = self.size = 0

    def look(self, item: Expected) -> Look:
        """Check the next object of the record."""
        if self.checked == 0:
            self._store.prepare()
        self.checked += 1
        known = self._seen.get(item.ref)
        if known is not None and (known.sha256, known.sm3) == (item.sha256, item.sm3):
            return Look(item, None, known)
        done = look(self._store, item)
        if done.found:
            self.size += done.found.size
            if self._rate:
                self._pause(done.found.size / self._rate)
        if done.damage is None and done.found:
            self._seen[item.ref] = done.found
        return done


def unrecorded(store: EvidenceStore, known: set[str]) -> list[str]:
    """Keys in the vault that no record names: left by a crash before the record was written."""
    return [fact.ref.key for fact in store.list(Room.VAULT) if fact.ref.key not in known]
