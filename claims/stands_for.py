"""One person, doctor or institution under several numbers: views that show them under one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import duckdb

#: The columns of the views that name whom people may judge to be one, by what they name.
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "persons": {"mdtrt_d": "psn_no", "setl_d": "psn_no"},
    "doctors": {"mdtrt_d": "atddr_no", "fee_list_d": "bilg_dr_codg"},
    "institutions": {"mdtrt_d": "fixmedins_code", "setl_d": "fixmedins_code"},
}


@dataclass(frozen=True, slots=True)
class StandsFor:
    """Number → the number that stands for it, as people judged; who is one alone is missing."""

    persons: Mapping[str, str] = field(default_factory=dict)
    doctors: Mapping[str, str] = field(default_factory=dict)
    institutions: Mapping[str, str] = field(default_factory=dict)

    def columns(self, view: str) -> dict[str, dict[str, str]]:
        """The columns of a view in which some number stands for another, with those numbers."""
        found = {}
        for kind, where in COLUMNS.items():
            given: Mapping[str, str] = getattr(self, kind)
            changed = {number: to for number, to in given.items() if number != to}
            if view in where and changed:
                found[where[view]] = changed
        return found


NOBODY: Final = StandsFor()


def as_one(connection: duckdb.DuckDBPyConnection, stands_for: StandsFor) -> None:
    """Let this connection's views show numbers as the ones that stand for them.

    Nothing is stored: who is one with whom is people's judgement, and an undone judgement is undone
    at the next reading.
    """
    for view in sorted({view for where in COLUMNS.values() for view in where}):
        columns = stands_for.columns(view)
        if columns and _there(connection, view):
            _replace(connection, view, columns)


def _there(connection: duckdb.DuckDBPyConnection, view: str) -> bool:
    """Whether the connection has the view: some ask for few tables."""
    found = connection.execute(
        "SELECT count(*) FROM duckdb_views() WHERE view_name = ?", [view]
    ).fetchone()
    return bool(found and found[0])


def _replace(
    connection: duckdb.DuckDBPyConnection, view: str, columns: Mapping[str, Mapping[str, str]]
) -> None:
    cells, joins = [], []
    for column, changed in columns.items():
        table = f"same_{view}_{column}"
        connection.execute(f"CREATE TABLE {table} (number VARCHAR, stands_for VARCHAR)")
        connection.execute(
            f"INSERT INTO {table} SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
            [list(changed), list(changed.values())],
        )
        cells.append(f"coalesce({table}.stands_for, v.{column}) AS {column}")
        joins.append(f"LEFT JOIN {table} ON {table}.number = v.{column}")
    connection.execute(f"ALTER VIEW {view} RENAME TO {view}_as_recorded")
    connection.execute(
        f"CREATE VIEW {view} AS SELECT v.* REPLACE ({', '.join(cells)}) "
        f"FROM {view}_as_recorded v {' '.join(joins)}"
    )
