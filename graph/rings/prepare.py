"""After an import: keep what the next detection will ask for, so that it need not wait for it."""

from collections.abc import Callable
from contextlib import suppress

import duckdb

from claims.store import ClaimStore

#: Fewer visits are read in a moment when they are needed.
MANY_VISITS = 200_000


def prepare(store: ClaimStore, progress: Callable[[str, int, int | None], None]) -> None:
    """Keep what detection asks of a large store's state. An import is complete without it: what cannot
    be kept now, or is asked with other judgements on who is one, the detection reads itself."""
    if _visits(store) < MANY_VISITS:
        return
    # Late: they bring numerics, for which the import of a small store should not wait.
    from graph.rings.channels import CHANNELS
    from graph.rings.days.read import Reading
    from graph.rings.kept import beside

    progress("rings:keep", 0, None)
    with suppress(OSError, duckdb.Error), beside(store) as (connection, folder):
        reading, present = Reading(folder), store.present()
        for channel in CHANNELS:
            if channel.ahead is not None and channel.needs <= present:
                channel.ahead(connection, reading)


def _visits(store: ClaimStore) -> int:
    tables = [table for batch in store.batches() for table in batch.tables]
    return sum(table.accepted for table in tables if table.table == "mdtrt_d")
