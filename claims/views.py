"""The SQL of the views through which every room reads the columnar store."""

from collections.abc import Collection, Sequence
from pathlib import Path

from claims.tables import TABLES, Table

# The doctor of a visit: atddr_no, else whoever ordered most of its lines (ties by code), else none.
VISIT_DOCTOR = """
CREATE VIEW visit_doctor AS
WITH ordered AS (
    SELECT mdtrt_id, bilg_dr_codg, count(*) AS lines
    FROM fee_list_d
    WHERE bilg_dr_codg IS NOT NULL
      AND mdtrt_id IN (SELECT mdtrt_id FROM mdtrt_d WHERE atddr_no IS NULL)
    GROUP BY mdtrt_id, bilg_dr_codg
), busiest AS (
    SELECT mdtrt_id, min_by(bilg_dr_codg, {'rank': -lines, 'code': bilg_dr_codg}) AS code
    FROM ordered GROUP BY mdtrt_id
)
SELECT m.mdtrt_id, coalesce(m.atddr_no, b.code) AS prac_psn_code
FROM mdtrt_d m LEFT JOIN busiest b ON b.mdtrt_id = m.mdtrt_id
WHERE coalesce(m.atddr_no, b.code) IS NOT NULL
"""


def quoted(text: str) -> str:
    """A string as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def name(identifier: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + identifier.replace('"', '""') + '"'


def table_view(table: Table, stored: Collection[str], files: Sequence[Path], batches: int) -> str:
    """CREATE VIEW of one canonical table over its Parquet files.

    All canonical columns are there, NULL where no file brought them, and ``batch_id``. In a master
    table that several batches filled, the newest row of each key counts.
    """
    cells = ", ".join(
        name(column.name)
        if column.name in stored and files
        else f"NULL::{column.sql_type} AS {name(column.name)}"
        for column in table.columns
    )
    if not files:
        return f"CREATE VIEW {table.name} AS SELECT {cells}, NULL::VARCHAR AS batch_id WHERE false"
    listed = ", ".join(quoted(str(path)) for path in files)
    newest = ""
    if table.master and batches > 1:
        key = ", ".join(name(column) for column in table.key)
        newest = f" QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY batch_id DESC) = 1"
    return (
        f"CREATE VIEW {table.name} AS SELECT {cells}, batch_id FROM read_parquet([{listed}], "
        f"union_by_name = true, hive_partitioning = false){newest}"
    )


def all_views(stored: dict[str, set[str]], files: dict[str, list[tuple[str, Path]]]) -> list[str]:
    """The views of all canonical tables; ``files`` holds (batch_id, path) by table."""
    views = []
    for table in TABLES.values():
        found = files.get(table.name, [])
        batches = len({batch_id for batch_id, _ in found})
        paths = [path for _, path in found]
        views.append(table_view(table, stored.get(table.name, set()), paths, batches))
    return [*views, VISIT_DOCTOR]
