"""Rows as lists of cells: the short form of what there is most of, settlements and sums."""

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from graph.schema import NodeKind, PairKind

Cells = tuple[Any, ...]


def columns_of(kind: NodeKind | PairKind) -> list[str]:
    """The order of a row's cells: the other ends, then the stored properties."""
    if isinstance(kind, PairKind):
        return [kind.source_column, kind.target_column, *(prop.name for prop in kind.stored)]
    return [*(link.column for link in kind.links), *(prop.name for prop in kind.stored)]


def lists(
    connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind, which: str, batch: int
) -> Iterator[list[Cells]]:
    """The `new_*` rows of a kind as cells: a patient's together, so that two writers seldom wait for
    one node."""
    query = f"SELECT {_cells(kind)} FROM new_{kind.table} WHERE {which} ORDER BY psn_no"
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(batch):
        yield rows


def links_of(kind: NodeKind | PairKind, rows: Sequence[Cells]) -> int:
    """How many relationships these rows make: a sum is one, a node has one for each end it names."""
    if isinstance(kind, PairKind):
        return len(rows)
    ends = len(kind.links)
    return sum(key is not None for row in rows for key in row[:ends])


def _cells(kind: NodeKind | PairKind) -> str:
    # Times travel as text: turning them into Bolt's own structures costs Python more than all else.
    times = {prop.name for prop in kind.stored if prop.type == "localdatetime"}
    return ", ".join(
        f"strftime({name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f')" if name in times else name
        for name in columns_of(kind)
    )
