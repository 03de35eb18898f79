"""Hash again what the vault holds, at a bearable pace, and name what is damaged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evidence.digests import Digests, digest_stream
from evidence.errors import ObjectMissingError, StoreUnreachableError
from evidence.store import EvidenceStore, ObjectRef, Room

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class Expected:
    """One object and the hashes it was stored with (SM3 may be unknown)."""

    ref: ObjectRef
    sha256: str
    sm3: str | None = None
    evidence_id: str | None = None


@dataclass(frozen=True)
class Damage:
    """What is wrong with one object: ``missing``, ``changed``, ``unlocked`` or ``unreadable``."""

    expected: Expected
    what: str
    found: Digests | None = None


@dataclass(frozen=True)
class Recheck:
    """The result of a round: objects and bytes read, and every damage found."""

    checked: int
    size: int
    damages: tuple[Damage, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damages


def vault_contents(store: EvidenceStore) -> Iterator[Expected]:
    """Everything that lies in the vault; its address is the hash that it must have."""
    for fact in store.list(Room.VAULT, "sha256/"):
        yield Expected(fact.ref, fact.ref.key.rsplit("/", 1)[-1])


def recheck(
    store: EvidenceStore,
    items: Iterable[Expected],
    *,
    bytes_per_second: int | None = None,
    progress: Progress | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Recheck:
    """Read and hash each object; paused so that no more than the given bytes a second are read.

    One damaged object does not stop the round. A store that answers nothing at all raises
    StoreUnreachableError at the first object, instead of reporting every object as damaged.
    """
    checked, size, damages = 0, 0, list[Damage]()
    for item in items:
        damage, found = _look(store, item, first=checked == 0)
        if damage is not None:
            damages.append(damage)
        checked, size = checked + 1, size + (found.size if found else 0)
        if bytes_per_second and found:
            pause(found.size / bytes_per_second)
        if progress:
            progress("recheck", checked, None)
    return Recheck(checked, size, tuple(damages))


def _look(
    store: EvidenceStore, item: Expected, *, first: bool
) -> tuple[Damage | None, Digests | None]:
    try:
        found = digest_stream(store.read(item.ref))
        until = store.locked_until(item.ref)
    except ObjectMissingError:
        return Damage(item, "missing"), None
    except StoreUnreachableError:
        if first:
            raise
        return Damage(item, "unreadable"), None
    if found.sha256 != item.sha256 or item.sm3 not in (None, found.sm3):
        return Damage(item, "changed", found), found
    return (None, found) if until else (Damage(item, "unlocked", found), found)
