"""One person under several numbers: views that show them under one."""

from collections.abc import Mapping
from typing import Final

import duckdb

#: The views that name the person of a visit or a settlement.
VIEWS: Final = ("mdtrt_d", "setl_d")


def as_one(connection: duckdb.DuckDBPyConnection, stands_for: Mapping[str, str]) -> None:
    """Let this connection's views show a person's numbers as the one that `stands_for` gives them.

    Nothing is stored: who is one with whom is people's judgement, and an undone judgement is undone
    at the next reading.
    """
    changed = {psn_no: to for psn_no, to in stands_for.items() if psn_no != to}
    if not changed:
        return
    connection.execute("CREATE TABLE same_person (psn_no VARCHAR, stands_for VARCHAR)")
    connection.execute(
        "INSERT INTO same_person SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
        [list(changed), list(changed.values())],
    )
    for view in VIEWS:
        connection.execute(f"ALTER VIEW {view} RENAME TO {view}_as_recorded")
        connection.execute(
            f"CREATE VIEW {view} AS SELECT v.* REPLACE (coalesce(s.stands_for, v.psn_no) AS psn_no) "
            f"FROM {view}_as_recorded v LEFT JOIN same_person s ON s.psn_no = v.psn_no"
        )
