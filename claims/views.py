"""The SQL of the views through which every room reads the columnar store."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.batches import Batch, TableRecord
from claims.tables import TABLES, Table


def busiest_doctor(visits: str) -> str:
    """SELECT of (mdtrt_id, prac_psn_code): who ordered most lines of each visit that `visits` selects.

    Ties go to the lower code; a visit without an ordering doctor has no row.
    """
    return f"""
SELECT mdtrt_id, min_by(bilg_dr_codg, {{'rank': -lines, 'code': bilg_dr_codg}}) AS prac_psn_code
FROM (
    SELECT mdtrt_id, bilg_dr_codg, count(*) AS lines FROM fee_list_d
    WHERE bilg_dr_codg IS NOT NULL AND mdtrt_id IN ({visits})
    GROUP BY mdtrt_id, bilg_dr_codg
) GROUP BY mdtrt_id"""


# The doctor of a visit: atddr_no, else whoever ordered most of its lines, else none.
VISIT_DOCTOR = f"""
CREATE VIEW visit_doctor AS
SELECT m.mdtrt_id, coalesce(m.atddr_no, b.prac_psn_code) AS prac_psn_code
FROM mdtrt_d m
LEFT JOIN ({busiest_doctor("SELECT mdtrt_id FROM mdtrt_d WHERE atddr_no IS NULL")}) b
    ON b.mdtrt_id = m.mdtrt_id
WHERE coalesce(m.atddr_no, b.prac_psn_code) IS NOT NULL
"""


def quoted(text: str) -> str:
    """A string as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def name(identifier: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + identifier.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class StoredPart:
    """What one batch holds of a table: its columns and its Parquet files, all of one schema.

    Of a table without months the rows are left out whose ``key`` stands in the ``gone`` files: the
    visits or settlements of months that were withdrawn or replaced.
    """

    batch_id: str
    columns: Collection[str]
    files: Sequence[Path]
    key: str = ""
    gone: Sequence[Path] = ()


# Tables without a month of their own go with their visit or settlement.
FOLLOWS: Final = {
    "setl_diag_list_d": ("mdtrt_d", "mdtrt_id"),
    "setl_detail_d": ("setl_d", "setl_id"),
}


def stored_part(
    folder: Path, batch: Batch, record: TableRecord, without: Collection[str]
) -> StoredPart:
    """A batch's files of a table but for some months (YYYY-MM)."""
    files = sorted((folder / record.table).rglob("*.parquet"))
    kept = [path for path in files if path.parent.name.removeprefix("month=") not in without]
    leader, key = FOLLOWS.get(record.table, ("", ""))
    months = without if leader else ()
    gone = [path for month in months for path in folder.glob(f"{leader}/month={month}/*.parquet")]
    return StoredPart(batch.batch_id, record.columns, kept, key, gone)


def table_view(table: Table, parts: Sequence[StoredPart], schema: str = "") -> str:
    """CREATE VIEW of one canonical table over its Parquet files, in a schema or the current one.

    All canonical columns are there, NULL where no file brought them, and ``batch_id``. In a master
    table that several batches filled, the newest row of each key counts.
    """
    view = f"CREATE VIEW {schema}.{table.name}" if schema else f"CREATE VIEW {table.name}"
    if not parts:
        empty = ", ".join(f"NULL::{c.sql_type} AS {name(c.name)}" for c in table.columns)
        return f"{view} AS SELECT {empty}, NULL::VARCHAR AS batch_id WHERE false"
    union = " UNION ALL ".join(_part(table, part) for part in parts)
    if not table.master or len(parts) == 1:
        return f"{view} AS {union}"
    key = ", ".join(name(column) for column in table.key)
    return (
        f"{view} AS SELECT * FROM ({union}) "
        f"QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY batch_id DESC) = 1"
    )


def _part(table: Table, part: StoredPart) -> str:
    cells = ", ".join(
        name(c.name) if c.name in part.columns else f"NULL::{c.sql_type} AS {name(c.name)}"
        for c in table.columns
    )
    gone = ""
    if part.gone:
        gone = f" WHERE {part.key} NOT IN (SELECT {part.key} FROM {_read(part.gone)})"
    return f"SELECT {cells}, {quoted(part.batch_id)} AS batch_id FROM {_read(part.files)}{gone}"


def _read(paths: Sequence[Path]) -> str:
    listed = ", ".join(quoted(str(path)) for path in paths)
    return f"read_parquet([{listed}], hive_partitioning = false)"


def all_views(
    parts: Mapping[str, Sequence[StoredPart]], only: Collection[str] | None = None
) -> list[str]:
    """The views of all canonical tables, by table, or of these alone without ``visit_doctor``."""
    tables = [table for table in TABLES.values() if only is None or table.name in only]
    views = [table_view(table, parts.get(table.name, ())) for table in tables]
    return [*views, VISIT_DOCTOR] if only is None else views
