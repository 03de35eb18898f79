"""A city of many counties: an imported county several times over, other people at other places.

Each copy has its own persons, institutions, doctors, visits, phones and addresses, so that rings and
lawful groups are as many times what they were, and nothing links the copies. Fee lines stay behind: they
are not read by the channels that compare days.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import duckdb

from claims.store import ClaimStore
from claims.tables import TABLES
from claims.views import StoredPart, all_views, quoted

#: The columns of each table that differ from copy to copy.
OWN = {
    "mdtrt_d": ("mdtrt_id", "psn_no", "fixmedins_code", "atddr_no"),
    "setl_d": ("setl_id", "mdtrt_id", "psn_no", "fixmedins_code", "init_setl_id"),
    "psn_info_b": ("psn_no", "tel", "live_addr", "emp_name"),
    "medins_info_b": ("fixmedins_code",),
}


class Copies(ClaimStore):
    """The store of a city made by `copied`, in a folder of one Parquet file for each table and copy."""

    def present(self) -> frozenset[str]:
        """The tables that were copied."""
        return frozenset(OWN)

    def state(self) -> str:
        """The folder is written once and never changed."""
        return str(self.root)

    def connect(self, only: Collection[str] | None = None) -> duckdb.DuckDBPyConnection:
        """A connection with the canonical views; the tables that were left behind are empty."""
        parts = {
            table: [StoredPart("city", TABLES[table].names, sorted(self.root.glob(f"{table}-*")))]
            for table in OWN
        }
        spill = self.home / "tmp" / "duckdb"
        spill.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(config={"temp_directory": str(spill)})
        for view in all_views(parts, only):
            connection.execute(view)
        return connection


def copied(
    store: ClaimStore, folder: Path, copies: int, progress: Callable[[str, int, int | None], None]
) -> Copies:
    """Write the city, a copy at a time: memory does not grow with their number."""
    city = Copies(folder)
    city.root.mkdir(parents=True)
    with store.connect() as connection:
        connection.execute("SET threads = 2")
        for number in range(copies):
            progress("copies", number, copies)
            for table, own in OWN.items():
                names = ", ".join(f"{name} || '-{number}' AS {name}" for name in own)
                columns = ", ".join(TABLES[table].names)
                file = quoted(str(city.root / f"{table}-{number:03}.parquet"))
                connection.execute(
                    f"COPY (SELECT {columns} FROM (SELECT * REPLACE ({names}) FROM {table})) "
                    f"TO {file} (FORMAT parquet)"
                )
    progress("copies", copies, copies)
    return city


def key_of(key: dict[str, Any], copies: int) -> dict[str, Any]:
    """The answer key of the city: each ring once in every copy."""
    return {
        **key,
        "rings": [
            {**ring, "patients": [f"{psn_no}-{number}" for psn_no in ring["patients"]]}
            for number in range(copies)
            for ring in key["rings"]
        ],
    }
