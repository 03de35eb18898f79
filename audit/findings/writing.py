"""Writing findings: what was known before keeps the day on which it was first seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

import duckdb

from claims.views import quoted

# A finding changed when what it rests on changed; its sentence follows from that.
COMPARED: Final = ("lines", "mdtrt_ids", "amount_involved", "amount_at_risk", "rule_version")


@dataclass(frozen=True)
class Change:
    """The findings of a rule now, and against the run before; amounts in yuan."""

    findings: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    amount_involved: Decimal = Decimal("0.00")
    amount_at_risk: Decimal = Decimal("0.00")


def compare(connection: duckdb.DuckDBPyConnection, former: Mapping[str, Path]) -> dict[str, Change]:
    """Compare the table `finding` with the files of the run before, by rule.

    Makes the table `compared`: the findings with the run that first saw them. Rules without
    findings, now or then, have no entry.
    """
    _take_former(connection, [path for path in former.values() if path.is_file()])
    differs = " OR ".join(f"o.{name} IS DISTINCT FROM f.{name}" for name in COMPARED)
    connection.execute(
        "CREATE OR REPLACE TABLE compared AS "
        "SELECT f.*, coalesce(o.first_seen_run, f.run_id) AS first_seen_run, "
        "coalesce(o.first_seen_at, f.run_at) AS first_seen_at, o.finding_id IS NULL AS is_new, "
        f"o.finding_id IS NOT NULL AND ({differs}) AS is_changed FROM finding f "
        "LEFT JOIN former o ON o.rule_id = f.rule_id AND o.finding_id = f.finding_id"
    )
    rows = connection.execute(
        """SELECT rule_id, coalesce(n.now, 0), coalesce(n.new, 0), coalesce(n.changed, 0),
            coalesce(o.before, 0) - coalesce(n.now - n.new, 0),
            coalesce(n.involved, 0.00), coalesce(n.at_risk, 0.00)
        FROM (
            SELECT rule_id, count(*) AS now, count(*) FILTER (is_new) AS new,
                count(*) FILTER (is_changed) AS changed,
                sum(amount_involved)::DECIMAL(18, 2) AS involved,
                sum(amount_at_risk)::DECIMAL(18, 2) AS at_risk
            FROM compared GROUP BY rule_id
        ) n FULL JOIN (SELECT rule_id, count(*) AS before FROM former GROUP BY rule_id) o
            USING (rule_id)"""
    ).fetchall()
    return {row[0]: Change(*row[1:]) for row in rows}


def write(connection: duckdb.DuckDBPyConnection, rule_id: str, target: Path) -> None:
    """Write the findings of a rule to Parquet, after `compare`."""
    rows = (
        "SELECT * EXCLUDE (is_new, is_changed) FROM compared "
        f"WHERE rule_id = {quoted(rule_id)} ORDER BY finding_id"
    )
    connection.execute(f"COPY ({rows}) TO {quoted(str(target))} (FORMAT parquet, COMPRESSION zstd)")


def _take_former(connection: duckdb.DuckDBPyConnection, files: list[Path]) -> None:
    """The former findings as the table `former`, empty when there are none."""
    columns = ", ".join(("rule_id", "finding_id", *COMPARED))
    source = (
        f"SELECT {columns}, run_id AS first_seen_run, run_at AS first_seen_at FROM finding LIMIT 0"
    )
    if files:
        listed = ", ".join(quoted(str(path)) for path in files)
        source = (
            f"SELECT {columns}, first_seen_run, first_seen_at "
            f"FROM read_parquet([{listed}], union_by_name = true)"
        )
    connection.execute(f"CREATE OR REPLACE TABLE former AS {source}")
