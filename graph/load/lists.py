"""Rows as lists of cells: the short form of what there is most of, settlements and sums."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import duckdb

from graph.schema import PATIENT, NodeKind, PairKind

Cells = tuple[Any, ...]
#: The end that nearly every row has for itself, and therefore names by key.
OWN_END: Final = PATIENT.key


def columns_of(kind: NodeKind | PairKind) -> list[str]:
    """The order of a row's cells: the other ends, then the stored properties."""
    return [*ends_of(kind), *(prop.name for prop in kind.stored)]


def ends_of(kind: NodeKind | PairKind) -> list[str]:
    """The columns that hold the keys of the other ends."""
    if isinstance(kind, PairKind):
        return [kind.source_column, kind.target_column]
    return [link.column for link in kind.links]


def lists(
    connection: duckdb.DuckDBPyConnection, kind: NodeKind | PairKind, which: str, batch: int
) -> Iterator[list[Cells]]:
    """The `new_*` rows of a kind as cells: a patient's together, so that two writers seldom wait for
    one node."""
    query = f"SELECT {_cells(kind)} FROM new_{kind.table} WHERE {which} ORDER BY psn_no"
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(batch):
        yield rows


def by_position(kind: NodeKind | PairKind, rows: Sequence[Cells]) -> dict[str, Any]:
    """Parameters of a batch: for each column of shared ends its distinct keys, and the `rows` with
    positions in these lists in their place."""
    ends = ends_of(kind)
    places: list[dict[str, int] | None] = [None if name == OWN_END else {} for name in ends]
    short = [
        [
            *(
                key if place is None or key is None else place.setdefault(key, len(place))
                for place, key in zip(places, row, strict=False)
            ),
            *row[len(ends) :],
        ]
        for row in rows
    ]
    shared = {
        name: list(place) for name, place in zip(ends, places, strict=True) if place is not None
    }
    return {"rows": short, **shared}


def _cells(kind: NodeKind | PairKind) -> str:
    # Times travel as text: turning them into Bolt's own structures costs Python more than all else.
    times = {prop.name for prop in kind.stored if prop.type == "localdatetime"}
    return ", ".join(
        f"strftime({name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f')" if name in times else name
        for name in columns_of(kind)
    )
