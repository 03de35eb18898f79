"""What every channel has in common: rows of (patient, unit, cell, day) become compact arrays."""

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from graph.rings.model import Events, Ints


@dataclass(frozen=True)
class Channel:
    """A way of appearing together. `sql` yields psn_no, unit, cell_key, day (int), one row for each
    appearance; `needs` names the tables without which there is nothing to look at. `by_weekday` says
    that weekdays are a habit in this channel, so that chance may only exchange persons within one."""

    name: str
    zh: str
    en: str
    sql: str
    joint: int
    needs: frozenset[str]
    by_weekday: bool = True


def read_events(connection: duckdb.DuckDBPyConnection, channel: Channel) -> Events:
    """The channel's appearances, distinct, as integers; deterministic whatever the file order."""
    table = connection.sql(
        f"SELECT DISTINCT psn_no, unit, cell_key, day FROM ({channel.sql}) "
        "ORDER BY psn_no, unit, cell_key, day"
    ).to_arrow_table()
    patient, patients = _codes(table["psn_no"])
    unit, units = _codes(table["unit"])
    cell, _ = _codes(table["cell_key"])
    first = np.unique(cell, return_index=True)[1]
    day = table["day"].to_numpy().astype(np.int64)
    return Events(
        channel=channel.name,
        patient=patient,
        cell=cell,
        unit=unit[first],
        day=day[first],
        joint=channel.joint,
        by_weekday=channel.by_weekday,
        patients=patients,
        units=units,
    )


def _codes(column: pa.ChunkedArray) -> tuple[Ints, tuple[str, ...]]:
    """Texts as numbers in order of appearance, and the texts."""
    encoded = column.combine_chunks().dictionary_encode()
    return encoded.indices.to_numpy().astype(np.int64), tuple(encoded.dictionary.to_pylist())
