"""Searching the imported records for pairs that may be one."""

from collections.abc import Callable
from typing import Any, Final

import duckdb

from claims.store import ClaimStore
from graph.sameness.blocks import pairs, records
from graph.sameness.compare import compare
from graph.sameness.model import Likeness, SameKind, Search
from graph.sameness.weights import Weights, weights

Progress = Callable[[str, int, int | None], None]
BATCH: Final = 20_000
PAIRED: Final = """
SELECT p.a, p.b, x, y FROM pair p
JOIN record x ON x.code = p.a JOIN record y ON y.code = p.b
"""


def find_same(store: ClaimStore, kind: SameKind, progress: Progress | None = None) -> Search:
    """Compare all records of a kind that share a block; pairs from `review_bits` on are found.

    The newest row of each code counts, as everywhere. Deterministic: the same records give the
    same pairs in the same order.
    """
    chosen = weights()
    with store.connect() as connection:
        records(connection, kind)
        crowded, number = pairs(connection, kind, chosen.crowd)
        found = _compared(connection, kind, number, chosen, progress)
    found.sort(key=lambda one: (-one.bits, one.key))
    return Search(tuple(found), number, crowded)


def _compared(
    connection: duckdb.DuckDBPyConnection,
    kind: SameKind,
    number: int,
    chosen: Weights,
    progress: Progress | None,
) -> list[Likeness]:
    counted = connection.execute("SELECT count(*) FROM record").fetchone()
    total = int(counted[0]) if counted else 0
    rows = connection.execute(PAIRED)
    found: list[Likeness] = []
    done = 0
    while batch := rows.fetchmany(BATCH):
        found.extend(one for row in batch if (one := _likeness(kind, row, total, chosen)))
        done += len(batch)
        if progress:
            progress(f"same:{kind.value}", done, number)
    return found


def _likeness(
    kind: SameKind, row: tuple[str, str, Any, Any], total: int, chosen: Weights
) -> Likeness | None:
    evidence = compare(kind, row[2], row[3], total, chosen)
    bits = round(sum(one.bits for one in evidence), 2)
    if bits < chosen.review_bits:
        return None
    return Likeness(kind, row[0], row[1], bits, evidence)
