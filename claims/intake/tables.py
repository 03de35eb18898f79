"""From a loaded piece to checked canonical tables, and from those to Parquet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from claims.errors import ProfileInvalid
from claims.intake.checks import checked
from claims.intake.limits import ImportLimits
from claims.intake.load import Loaded
from claims.intake.project import Projection, brought_by, project
from claims.profile import Profile, Source
from claims.tables import TABLES, Table
from claims.views import name, quoted

Brought = dict[str, tuple[str, ...]]
"""Columns of each table that an import brings, in declared order: the same in all its pieces."""


def all_brought(profile: Profile, headers: Mapping[str, tuple[str, ...]]) -> Brought:
    """What the files with these headers (by source) bring together."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, header in headers.items():
        source = profile.source(file)
        for target in source.targets:
            found[target.table] |= brought_by(profile, source, target, header)
    return {
        table.name: tuple(column for column in table.names if column in found[table.name])
        for table in TABLES.values()
        if table.name in found
    }


def fed_by(source: Source) -> tuple[str, ...]:
    """The tables that a source feeds."""
    return tuple(dict.fromkeys(target.table for target in source.targets))


def takes_each_row_once(source: Source) -> bool:
    """Whether a row of the file is one row of one table: then no copy of its cells is needed."""
    return len(source.targets) == 1 and source.targets[0].unpivot is None


def build_tables(
    connection: duckdb.DuckDBPyConnection,
    profile: Profile,
    loaded: Loaded,
    source: Source,
    brought: Brought,
    at: datetime,
    limits: ImportLimits,
) -> None:
    """Create ``typed_<table>`` for each table that the piece feeds.

    Raises `ProfileInvalid` when an expression does not fit the file's columns.
    """
    found: dict[str, list[Projection]] = defaultdict(list)
    for target in source.targets:
        found[target.table].append(project(profile, source, target, loaded))
    for table, projections in found.items():
        union = " UNION ALL ".join(checked(p, brought[table], at, limits) for p in projections)
        try:
            connection.execute(f"CREATE OR REPLACE TABLE typed_{table} AS {union}")
        except duckdb.BinderException as error:
            raise _misfit(profile, table, error) from None


def _misfit(profile: Profile, table: str, error: duckdb.Error) -> ProfileInvalid:
    why = str(error).splitlines()[0]
    return ProfileInvalid(
        f"导入方案 {profile.name} 的表达式与文件的列不符（{table}）：{why}",
        f"an expression of profile {profile.name} does not fit the file ({table}): {why}",
    )


def write_accepted(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    relation: str,
    columns: Sequence[str],
    folder: Path,
    stem: str,
) -> None:
    """Write the rows of ``relation`` without problem below ``folder/<table>``, by month if it has.

    Zstandard at its first level: a quarter faster than its default for a twelfth more bytes.
    """
    cells = ", ".join(name(column) for column in columns)
    for month, condition in _months(connection, table, relation):
        path = _place(folder / table.name, month) / f"{stem}.parquet"
        connection.execute(
            f"COPY (SELECT {cells} FROM {relation} WHERE problem IS NULL{condition}) "
            f"TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"
        )


def _place(folder: Path, month: str | None) -> Path:
    place = folder / f"month={month}" if month else folder
    place.mkdir(parents=True, exist_ok=True)
    return place


def _months(
    connection: duckdb.DuckDBPyConnection, table: Table, relation: str
) -> list[tuple[str | None, str]]:
    """The months of the accepted rows, each with the condition that selects its rows."""
    if table.month_of is None:
        row = connection.execute(
            f"SELECT count(*) FROM {relation} WHERE problem IS NULL"
        ).fetchone()
        return [(None, "")] if row and row[0] else []
    time = name(table.month_of)
    found = connection.execute(
        f"SELECT DISTINCT date_trunc('month', {time})::DATE FROM {relation} "
        "WHERE problem IS NULL ORDER BY 1"
    ).fetchall()
    return [
        (
            f"{month:%Y-%m}",
            f" AND {time} >= DATE '{month}' AND {time} < DATE '{month}' + INTERVAL 1 MONTH",
        )
        if month
        else ("none", f" AND {time} IS NULL")
        for (month,) in found
    ]
