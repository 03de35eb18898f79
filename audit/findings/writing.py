"""Writing a rule's findings: what was known before keeps the day on which it was first seen."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

import duckdb

# A finding changed when what it rests on changed; its sentence follows from that.
COMPARED: Final = ("lines", "mdtrt_ids", "amount_involved", "amount_at_risk", "rule_version")


@dataclass(frozen=True)
class Change:
    """The findings of a rule now, and against the run before."""

    findings: int
    new: int
    changed: int
    gone: int
    amount_involved: Decimal | None
    amount_at_risk: Decimal | None


def write(connection: duckdb.DuckDBPyConnection, former: Path | None, target: Path) -> Change:
    """Write the temporary table `finding` to Parquet, carrying `first_seen` over from `former`."""
    _take_former(connection, former)
    joined = "finding f LEFT JOIN former o ON o.finding_id = f.finding_id"
    rows = (
        "SELECT f.*, coalesce(o.first_seen_run, f.run_id) AS first_seen_run, "
        f"coalesce(o.first_seen_at, f.run_at) AS first_seen_at FROM {joined} ORDER BY f.finding_id"
    )
    connection.execute(f"COPY ({rows}) TO {_literal(target)} (FORMAT parquet, COMPRESSION zstd)")
    differs = " OR ".join(f"o.{name} IS DISTINCT FROM f.{name}" for name in COMPARED)
    counted = connection.execute(
        f"""SELECT count(*), count(*) FILTER (o.finding_id IS NULL),
            count(*) FILTER (o.finding_id IS NOT NULL AND ({differs})),
            (SELECT count(*) FROM former ANTI JOIN finding USING (finding_id)),
            sum(f.amount_involved)::DECIMAL(18, 2), sum(f.amount_at_risk)::DECIMAL(18, 2)
        FROM {joined}"""
    ).fetchone()
    return Change(*(counted or (0, 0, 0, 0, None, None)))


def _take_former(connection: duckdb.DuckDBPyConnection, former: Path | None) -> None:
    """The former findings as the temporary table `former`, empty when there are none."""
    if former is not None and former.is_file():
        source = f"SELECT * FROM read_parquet({_literal(former)})"
    else:
        source = "SELECT *, run_id AS first_seen_run, run_at AS first_seen_at FROM finding LIMIT 0"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE former AS {source}")


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
