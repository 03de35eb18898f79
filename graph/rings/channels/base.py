"""What every channel has in common: rows of (patient, unit, cell, day) become compact arrays."""

from dataclasses import dataclass

import duckdb
import numpy as np

from graph.rings.model import Events


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
    table = connection.execute(
        f"SELECT DISTINCT psn_no, unit, cell_key, day FROM ({channel.sql}) "
        "ORDER BY psn_no, unit, cell_key, day"
    ).fetchnumpy()
    patients, patient = np.unique(_text(table["psn_no"]), return_inverse=True)
    units, unit = np.unique(_text(table["unit"]), return_inverse=True)
    _, first, cell = np.unique(_text(table["cell_key"]), return_index=True, return_inverse=True)
    day = np.asarray(table["day"], dtype=np.int64)
    return Events(
        channel=channel.name,
        patient=patient.astype(np.int64),
        cell=cell.astype(np.int64),
        unit=unit.astype(np.int64)[first],
        day=day[first],
        joint=channel.joint,
        by_weekday=channel.by_weekday,
        patients=tuple(patients.tolist()),
        units=tuple(units.tolist()),
    )


def _text(column: object) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    return np.asarray(column, dtype=np.str_)
