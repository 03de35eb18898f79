"""Remarks on quality: what a bureau should know about a batch, though no row is refused for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from claims.batches import Note
from claims.views import name, quoted

# (table, its column, the table in which the partner should be, the partner's column)
PARTNERS: Final = (
    ("staff_info_b", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("mdtrt_d", "psn_no", "psn_info_b", "psn_no"),
    ("mdtrt_d", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("mdtrt_d", "atddr_no", "staff_info_b", "prac_psn_code"),
    ("setl_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("setl_d", "psn_no", "psn_info_b", "psn_no"),
    ("setl_d", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("setl_diag_list_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("fee_list_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("fee_list_d", "setl_id", "setl_d", "setl_id"),
    ("fee_list_d", "bilg_dr_codg", "staff_info_b", "prac_psn_code"),
)


def quality_notes(
    connection: duckdb.DuckDBPyConnection, folder: Path, brought: dict[str, tuple[str, ...]]
) -> tuple[Note, ...]:
    """Rows of the batch in ``folder`` whose partner is in neither the batch nor the store, and
    visits that end before they begin. Expects the views of schema ``stored``."""
    held = {
        table: f"read_parquet({quoted(f'{folder}/{table}/**/*.parquet')}, hive_partitioning = false)"
        for table in brought
        if any((folder / table).rglob("*.parquet"))
    }
    return tuple(note for note in _notes(connection, held, brought) if note.rows)


def _notes(
    connection: duckdb.DuckDBPyConnection,
    held: dict[str, str],
    brought: dict[str, tuple[str, ...]],
) -> Iterator[Note]:
    for table, column, other, key in PARTNERS:
        if table not in held or column not in brought[table]:
            continue
        partners = f"SELECT {name(key)} FROM stored.{other}"
        if other in held:
            partners += f" UNION ALL SELECT {name(key)} FROM {held[other]}"
        missing = _count(
            connection,
            f"{held[table]} t ANTI JOIN ({partners}) p ON t.{name(column)} = p.{name(key)} "
            f"WHERE t.{name(column)} IS NOT NULL",
        )
        text = f"{table}.{column} 在 {other} 中没有对应记录"
        yield Note("without_partner", table, column, missing, text)
    if "mdtrt_d" in held and {"begntime", "endtime"} <= set(brought["mdtrt_d"]):
        reversed_ = _count(connection, f"{held['mdtrt_d']} WHERE endtime < begntime")
        yield Note("ends_before_begin", "mdtrt_d", "endtime", reversed_, "结束时间早于开始时间")


def _count(connection: duckdb.DuckDBPyConnection, source: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {source}").fetchone()
    return int(row[0]) if row else 0
