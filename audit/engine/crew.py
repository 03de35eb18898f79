"""Several rules at a time: one query alone seldom keeps all processors busy."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

import duckdb

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[duckdb.DuckDBPyConnection, Item], Result]

# Every query in flight holds its own hash tables, so more hands would cost memory on a city.
MOST_HANDS = 2


def side_by_side(
    connection: duckdb.DuckDBPyConnection,
    work: Work[Item, Result],
    items: Sequence[Item],
    done: Callable[[int], None],
) -> list[Result]:
    """`work` on each item, on cursors of `connection`; results in the order of the items.

    A cursor sees the tables and views of the connection and has temporary ones of its own.
    `done` hears in the calling thread how many are finished; what it raises drops the items that
    wait and passes through when those at work have ended, as does what `work` raises.
    """
    hands = min(MOST_HANDS, os.cpu_count() or 1)
    with ThreadPoolExecutor(hands) as pool:
        waiting = [pool.submit(_on_cursor, connection, work, item) for item in items]
        try:
            for finished, future in enumerate(as_completed(waiting), start=1):
                future.result()
                done(finished)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [future.result() for future in waiting]


def together(
    connection: duckdb.DuckDBPyConnection,
    steps: Sequence[Callable[[duckdb.DuckDBPyConnection], None]],
) -> None:
    """`side_by_side` of steps that nobody counts."""
    side_by_side(connection, lambda cursor, step: step(cursor), steps, lambda _done: None)


def _on_cursor(
    connection: duckdb.DuckDBPyConnection, work: Work[Item, Result], item: Item
) -> Result:
    with connection.cursor() as cursor:
        return work(cursor, item)
