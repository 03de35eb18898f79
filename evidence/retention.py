"""Locks only grow: extend how long an object is held, never shorten it."""

from __future__ import annotations

from datetime import date, datetime, time

from evidence.errors import RetentionShortenedError
from evidence.parameters import SHANGHAI
from evidence.store import EvidenceStore, ObjectRef


def extend(store: EvidenceStore, ref: ObjectRef, until: datetime) -> datetime:
    """Hold the version at least until then; until when the store really holds it.

    The same time again changes nothing. Raises RetentionShortenedError for an earlier one.
    """
    wanted, current = until.replace(microsecond=0), store.locked_until(ref)
    if current is not None and wanted < current:
        raise RetentionShortenedError(
            key=ref.key, current=current.isoformat(), wanted=wanted.isoformat()
        )
    if current is None or wanted > current:
        store.lock(ref, wanted)
    return store.locked_until(ref) or wanted


def last_moment(day: date) -> datetime:
    """The last second of a day in Shanghai: a lock that names a day holds to its end."""
    return datetime.combine(day, time(23, 59, 59), SHANGHAI)


def hold(store: EvidenceStore, ref: ObjectRef, day: date) -> datetime:
    """Hold the version at least to the end of that day; a longer lock stays. Until when it holds."""
    wanted, current = last_moment(day), store.locked_until(ref)
    return current if current is not None and current >= wanted else extend(store, ref, wanted)
