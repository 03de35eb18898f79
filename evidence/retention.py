"""Locks only grow: extend how long an object is held, never shorten it."""

from __future__ import annotations

from datetime import datetime

from evidence.errors import RetentionShortenedError
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
