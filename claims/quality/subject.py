"""What the checks look at: the rows of one batch beside everything that is stored."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import duckdb

from claims.batches import Batch
from claims.store import ClaimStore
from claims.tables import TABLES
from claims.views import StoredPart, table_view

MEMORY = "2GB"
T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """Schema ``batch`` holds the rows of the batch, schema ``main`` all live rows. ``columns`` are
    those that the batch brought, by table; only tables with accepted rows are named. ``parts`` are the
    files behind the tables, by schema."""

    store: ClaimStore
    batch: Batch
    connection: duckdb.DuckDBPyConnection
    columns: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, Mapping[str, Sequence[StoredPart]]]
    _answers: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def brought(self, table: str, *columns: str) -> bool:
        """Whether the batch has rows of the table with all these columns."""
        return table in self.columns and set(columns) <= set(self.columns[table])

    def once(self, ask: Callable[..., T], *given: str) -> T:
        """What ``ask`` answers of this subject: several checks want to know it."""
        question = (ask, *given)
        if question not in self._answers:
            self._answers[question] = ask(self, *given)
        answer: T = self._answers[question]
        return answer

    def one(self, query: str) -> tuple[Any, ...]:
        """The single row of a query."""
        row = self.connection.execute(query).fetchone()
        assert row is not None
        return tuple(row)


@contextmanager
def open_subject(store: ClaimStore, batch_id: str) -> Iterator[Subject]:
    """Open a batch for its checks; raises `BatchUnknown`. Memory is bounded, the rest spills."""
    batch = store.batch(batch_id)
    with store.connect() as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute("CREATE SCHEMA batch")
        parts = store.parts([] if batch.withdrawn else [batch])
        live = store.parts(store.batches())
        for table in TABLES.values():
            connection.execute(table_view(table, parts.get(table.name, ()), "batch"))
        columns = {r.table: r.columns for r in batch.tables if r.table in parts}
        yield Subject(store, batch, connection, columns, {"batch": parts, "main": live})
