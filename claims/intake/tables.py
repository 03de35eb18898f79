"""From loaded files to checked canonical tables, and from those to Parquet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from claims.batches import TableRecord
from claims.errors import ProfileInvalid
from claims.intake.checks import REPEATED, UNCHANGED, checked
from claims.intake.limits import ImportLimits
from claims.intake.load import Raw
from claims.intake.project import Projection, project
from claims.profile import Profile
from claims.tables import TABLES, Table
from claims.views import name, quoted

Brought = dict[str, tuple[str, ...]]


def build_tables(
    connection: duckdb.DuckDBPyConnection,
    profile: Profile,
    raws: Sequence[Raw],
    at: datetime,
    limits: ImportLimits,
) -> Brought:
    """Create ``typed_<table>`` for each table that the files feed; return the columns of each.

    Raises `ProfileInvalid` when an expression does not fit the file's columns.
    """
    found: dict[str, list[Projection]] = defaultdict(list)
    for raw in raws:
        source = profile.source(raw.staged.file.source)
        for target in source.targets:
            found[target.table].append(project(profile, source, target, raw))
    brought: Brought = {}
    for table in (table for table in TABLES.values() if table.name in found):
        projections = found[table.name]
        columns = tuple(c for c in table.names if any(c in p.fields for p in projections))
        brought[table.name] = columns
        union = " UNION ALL ".join(checked(p, columns, at, limits) for p in projections)
        try:
            connection.execute(f"CREATE OR REPLACE TABLE typed_{table.name} AS {union}")
        except duckdb.BinderException as error:
            raise _misfit(profile, table, error) from None
    return brought


def _misfit(profile: Profile, table: Table, error: duckdb.Error) -> ProfileInvalid:
    why = str(error).splitlines()[0]
    return ProfileInvalid(
        f"导入方案 {profile.name} 的表达式与文件的列不符（{table.name}）：{why}",
        f"an expression of profile {profile.name} does not fit the file ({table.name}): {why}",
    )


def write_table(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    columns: tuple[str, ...],
    batch_id: str,
    folder: Path,
) -> None:
    """Write the accepted rows as Parquet below ``folder/<table>``, by month where it has one."""
    cells = ", ".join(name(column) for column in columns)
    accepted = f"FROM typed_{table.name} WHERE problem IS NULL"
    row = connection.execute(f"SELECT count(*) {accepted}").fetchone()
    if not row or not row[0]:
        return
    target = folder / table.name
    if table.month_of is None:
        target.mkdir()
        where, how = target / "data.parquet", ""
        month = ""
    else:
        where, how = target, ", PARTITION_BY (month), FILENAME_PATTERN 'data_{i}'"
        month = f", coalesce(strftime({name(table.month_of)}, '%Y-%m'), 'none') AS month"
    connection.execute(
        f"COPY (SELECT {cells}, {quoted(batch_id)} AS batch_id{month} {accepted}) "
        f"TO {quoted(str(where))} (FORMAT parquet, COMPRESSION zstd{how})"
    )


def count_table(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    columns: tuple[str, ...],
    broken: Mapping[str, int],
) -> TableRecord:
    """Count a table's rows by fate and sum its amounts; ``broken`` are lines that were no rows."""
    money = [column for column in table.money if column in columns]
    sums = "".join(f", sum({name(c)}) FILTER (problem IS NULL)" for c in money)
    row = connection.execute(
        f"SELECT count(*) FILTER (problem IS DISTINCT FROM '{REPEATED}'), "
        f"count(*) FILTER (problem IS NULL), count(*) FILTER (problem = '{UNCHANGED}'){sums} "
        f"FROM typed_{table.name}"
    ).fetchone()
    assert row is not None
    rows, accepted, unchanged = row[:3]
    lost = broken.get(table.name, 0)
    totals = {c: str(total) for c, total in zip(money, row[3:], strict=True) if total is not None}
    rejected = rows - accepted - unchanged + lost
    return TableRecord(table.name, rows + lost, accepted, rejected, unchanged, columns, totals)
