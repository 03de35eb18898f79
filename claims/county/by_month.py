"""A county cut into deliveries, one folder a month, as a bureau would send them.

A row goes into the month under which the store keeps its table; diagnoses and fund shares follow their
visit or settlement. So a month's folder can be imported after the others, or replace that month. Master
data come with the first month.
"""

from pathlib import Path
from typing import Final

import duckdb

from claims.county.writing import Format
from claims.tables import TABLES
from claims.views import FOLLOWS, quoted

_WRITE: Final = {
    Format.CSV: "FORMAT csv, HEADER",
    Format.GZIP: "FORMAT csv, HEADER, COMPRESSION gzip",
    Format.PARQUET: "FORMAT parquet, COMPRESSION zstd",
}


def cut_by_month(folder: Path, form: Format) -> dict[str, dict[str, int]]:
    """Cut the files of a county in place; rows by month (YYYY-MM) and table. Order is kept."""
    found: dict[str, dict[str, int]] = {}
    scratch = folder / ".months.duckdb"
    masters = []
    with duckdb.connect(str(scratch)) as connection:
        for name, table in TABLES.items():
            source = folder / f"{name}.{form}"
            if not source.exists():
                continue
            if table.month_of is None and name not in FOLLOWS:
                masters.append((name, source))
                continue
            _read(connection, name, source, form)
            leader, key = FOLLOWS.get(name, (name, ""))
            for month, rows in _months(connection, name, leader, key):
                target = folder / month / source.name
                target.parent.mkdir(exist_ok=True)
                connection.execute(
                    f"COPY ({_of_month(name, leader, key)}) TO {quoted(str(target))} "
                    f"({_WRITE[form]})",
                    [month],
                )
                found.setdefault(month, {})[name] = rows
            source.unlink()
        _first(connection, folder, min(found, default="0000-00"), masters, form, found)
    scratch.unlink()
    return dict(sorted(found.items()))


def _read(connection: duckdb.DuckDBPyConnection, name: str, source: Path, form: Format) -> None:
    text = f"{quoted(str(source))}, all_varchar = true"
    rows = quoted(str(source)) if form is Format.PARQUET else f"read_csv({text})"
    month = TABLES[name].month_of
    cell = f"left(CAST({month} AS VARCHAR), 7)" if month else "NULL"
    connection.execute(
        f"CREATE TABLE {name} AS SELECT *, {cell} AS delivery, row_number() OVER () AS place FROM {rows}"
    )


def _months(
    connection: duckdb.DuckDBPyConnection, name: str, leader: str, key: str
) -> list[tuple[str, int]]:
    if not key:
        query = f"SELECT delivery, count(*) FROM {name} GROUP BY ALL ORDER BY 1"
    else:
        query = (
            f"SELECT l.delivery, count(*) FROM {name} f JOIN {leader} l USING ({key}) "
            "GROUP BY ALL ORDER BY 1"
        )
    return connection.execute(query).fetchall()


def _of_month(name: str, leader: str, key: str) -> str:
    rows = f"SELECT * EXCLUDE (delivery, place) FROM {name}"
    if not key:
        return f"{rows} WHERE delivery = ? ORDER BY place"
    return f"{rows} WHERE {key} IN (SELECT {key} FROM {leader} WHERE delivery = ?) ORDER BY place"


def _first(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    month: str,
    masters: list[tuple[str, Path]],
    form: Format,
    found: dict[str, dict[str, int]],
) -> None:
    for name, source in masters:
        rows = quoted(str(source)) if form is Format.PARQUET else f"read_csv({quoted(str(source))}, all_varchar = true)"  # fmt: skip
        row = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
        (folder / month).mkdir(exist_ok=True)
        source.rename(folder / month / source.name)
        found.setdefault(month, {})[name] = int(row[0]) if row else 0
