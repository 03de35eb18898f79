"""Who answers the SQL: DuckDB on this machine, or Spark here or on a cluster."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from claims.store import ClaimStore
from claims.tables import TABLES
from graph.rings.reference.events import UNIX_DATE

#: Visits and settlements: all that the pairs need.
NEEDED = ("mdtrt_d", "setl_d")


class SparkMissing(RuntimeError):
    """Spark cannot be started here; `code` and both messages name the cure."""

    code = "spark_missing"
    exit_code = 2

    def __init__(self, zh: str, en: str) -> None:
        self.message_zh, self.message_en = zh, en
        super().__init__(f"{zh} / {en}")


class Engine(Protocol):
    """Names queries, keeps the answers of some, and hands out rows."""

    def name(self, name: str, sql: str) -> None:
        """Make `name` stand for the query, computed where it is used."""

    def keep(self, name: str, sql: str) -> None:
        """Make `name` stand for the query's rows, computed once."""

    def rows(self, sql: str) -> pa.Table:
        """The query's rows."""


class OnDuckDB:
    """The engine of one machine, on a connection to the store's views."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        connection.execute(UNIX_DATE)

    def name(self, name: str, sql: str) -> None:
        """As a temporary view."""
        self._connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {sql}")

    def keep(self, name: str, sql: str) -> None:
        """As a temporary table."""
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")

    def rows(self, sql: str) -> pa.Table:
        """As Arrow."""
        return self._connection.sql(sql).to_arrow_table()


class OnSpark:
    """The engine of a province: a session that somebody else opened."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._kept: dict[str, Any] = {}

    def name(self, name: str, sql: str) -> None:
        """As a view."""
        self._session.sql(sql).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        """As a view of rows that lie with the executors, on disk where memory ends; without the plan
        that led to them, which would grow with every permutation."""
        frame = self._session.sql(sql).localCheckpoint(eager=True)
        frame.createOrReplaceTempView(name)
        if name in self._kept:
            self._kept[name].unpersist()
        self._kept[name] = frame

    def rows(self, sql: str) -> pa.Table:
        """As Arrow."""
        return self._session.sql(sql).toArrow()

    def show(self, store: ClaimStore) -> None:
        """The store's visits and settlements as views; the files must be readable where Spark runs."""
        parts = store.parts(store.batches())
        for name in NEEDED:
            frames = [self._part(name, part) for part in parts.get(name, [])]
            self._view(name, frames, store.stands_for.columns(name))

    def _part(self, table: str, part: Any) -> Any:
        known = {column.name: column.sql_type for column in TABLES[table].columns}
        frame = self._session.read.parquet(*map(str, part.files))
        cells = [
            f"`{c}`" if c in part.columns else f"CAST(NULL AS {_type(known[c])}) AS `{c}`"
            for c in known
            if c in USED
        ]
        return frame.selectExpr(*cells)

    def _view(
        self, name: str, frames: Sequence[Any], stands_for: Mapping[str, Mapping[str, str]]
    ) -> None:
        if not frames:
            cells = ", ".join(
                f"CAST(NULL AS {_type(c.sql_type)}) AS `{c.name}`"
                for c in TABLES[name].columns
                if c.name in USED
            )
            frames = [self._session.sql(f"SELECT {cells} WHERE false")]
        whole = frames[0]
        for frame in frames[1:]:
            whole = whole.unionByName(frame)
        for column, changed in stands_for.items():
            if column not in whole.columns:
                continue
            one = self._session.createDataFrame(
                list(changed.items()), f"{column} string, stands_for string"
            )
            whole = whole.join(one, column, "left").selectExpr(
                *(c for c in whole.columns if c != column),
                f"coalesce(stands_for, {column}) AS {column}",
            )
        whole.createOrReplaceTempView(name)


#: Columns that the meetings' SQL reads.
USED = frozenset(
    [
        "psn_no",
        "fixmedins_code",
        "begntime",
        "endtime",
        "med_type",
        "setl_time",
        "terminal_no",
        "refd_setl_flag",
    ]
)


def _type(sql_type: str) -> str:
    return {"VARCHAR": "STRING"}.get(sql_type, sql_type)


@contextmanager
def spark(master: str) -> Iterator[OnSpark]:
    """A Spark session on `local[2]` or a cluster's address; raises SparkMissing with the cure."""
    try:
        failed = import_module("pyspark.errors").PySparkRuntimeError
        builder = import_module("pyspark.sql").SparkSession.builder
    except ImportError:
        raise SparkMissing(
            "没有安装 Spark：pip install jicha[spark]",
            "Spark is not installed: pip install jicha[spark]",
        ) from None
    try:
        session = (
            builder.master(master)
            .appName("jicha rings")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "Asia/Shanghai")
            .config("spark.sql.shuffle.partitions", "4" if master.startswith("local") else "400")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()
        )
    except failed as error:
        raise SparkMissing(
            f"Spark 无法启动：请安装 Java 17 或 21 并设置 JAVA_HOME（{error}）",
            f"Spark does not start: install Java 17 or 21 and set JAVA_HOME ({error})",
        ) from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield OnSpark(session)
    finally:
        session.stop()
