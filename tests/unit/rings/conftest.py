"""Counties straight from their files: what detection sees, without an import."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pytest

from claims.county.generate import generate
from claims.county.rings import Habits
from claims.store import ClaimStore
from claims.tables import TABLES, Table
from claims.views import VISIT_DOCTOR


class FileStore(ClaimStore):
    """The canonical tables of a directory of generated CSV files; `only` leaves tables out."""

    def __init__(self, home: Path, only: frozenset[str] = frozenset(TABLES)) -> None:
        super().__init__(home)
        self._only = only

    def present(self) -> frozenset[str]:
        return self._only

    @cached_property
    def _tables(self) -> duckdb.DuckDBPyConnection:
        """The files are read once; whoever connects has names of his own beside them."""
        connection = duckdb.connect()
        for table in TABLES.values():
            connection.execute(self._create(table))
        connection.execute(VISIT_DOCTOR)
        return connection

    def connect(self) -> duckdb.DuckDBPyConnection:
        return self._tables.cursor()

    def _create(self, table: Table) -> str:
        path = self.home / f"{table.name}.csv"
        if not path.is_file():
            nothing = ", ".join(f"NULL::{c.sql_type} AS {c.name}" for c in table.columns)
            return f"CREATE TABLE {table.name} AS SELECT {nothing}, 'B1' AS batch_id WHERE false"
        with path.open(encoding="utf-8") as file:
            header = [name.strip('"') for name in file.readline().strip().split(",")]
        kept = table.required if len(self._only) < len(TABLES) else table.names
        cells = ", ".join(
            f"CAST({c.name} AS {c.sql_type}) AS {c.name}"
            if c.name in header and c.name in kept
            else f"NULL::{c.sql_type} AS {c.name}"
            for c in table.columns
        )
        where = "" if table.name in self._only else " WHERE false"
        return (
            f"CREATE TABLE {table.name} AS SELECT {cells}, 'B1' AS batch_id "
            f"FROM read_csv('{path}', all_varchar = true){where}"
        )


@dataclass(frozen=True)
class CountyOnFile:
    store: FileStore
    key: dict[str, Any]


@pytest.fixture(scope="session")
def make_county(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., CountyOnFile]:
    """Generate a county and open it."""

    def make(
        persons: int, seed: int, *, fraud: bool = True, habits: Habits | None = None
    ) -> CountyOnFile:
        folder = tmp_path_factory.mktemp(f"county-{seed}")
        key = folder / "key.json"
        generate(folder, persons, seed, key, with_fraud=fraud, habits=habits)
        return CountyOnFile(FileStore(folder), json.loads(key.read_text(encoding="utf-8")))

    return make


@pytest.fixture(scope="session")
def county(make_county: Callable[..., CountyOnFile]) -> CountyOnFile:
    return make_county(5000, 3)
