"""Counties of given margins, opened in DuckDB."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb
import pytest

from claims.county.generate import generate
from claims.county.margins import Margins
from claims.county.rings import Habits

SIZED = Margins(12_000, fee_lines=362_000, settlements=40_000, rings=12)


@dataclass(frozen=True)
class Sized:
    """The key of a county, the rows that the generator reported, and its tables."""

    key: dict[str, Any]
    rows: dict[str, int]
    tables: duckdb.DuckDBPyConnection

    def all(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query; all cells are text."""
        return self.tables.execute(sql).fetchall()

    def one(self, sql: str) -> Any:
        """The single value of a query."""
        return self.all(sql)[0][0]


@pytest.fixture(scope="session")
def make_sized(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Sized]:
    """Generate a county of these margins and open it."""

    def make(margins: Margins, seed: int, habits: Habits | None = None) -> Sized:
        folder = tmp_path_factory.mktemp("sized")
        key = folder / "key.json"
        rows = generate(folder, margins.persons, seed, key, margins=margins, habits=habits)
        tables = duckdb.connect(config={"threads": 1})
        for path in sorted(folder.glob("*.csv")):
            source = f"read_csv('{path}', all_varchar = true)"
            tables.execute(f"CREATE TABLE {path.stem} AS FROM {source}")
        return Sized(json.loads(key.read_text(encoding="utf-8")), rows, tables)

    return make


@pytest.fixture(scope="session")
def sized(make_sized: Callable[..., Sized]) -> Sized:
    """12,000 persons, 40,000 settlements, 362,000 lines, twelve rings of all channels."""
    return make_sized(SIZED, 8)
