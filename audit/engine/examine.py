"""One rule over one workspace: the findings as a table, and what was examined."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from audit.engine.enrich import (
    COUNT_DOCTORS,
    COUNTED_DOCTORS,
    NAMED,
    SETTLEMENTS,
    UNNAMED,
    VISITS,
    findings_sql,
)
from audit.knowledge.store import KnowledgeVersion
from audit.model import Rule
from audit.thresholds import DAY, Period

_NAME = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True)
class Circumstances:
    """What a run knows besides the claims; `at` is aware."""

    run_id: str
    at: datetime
    knowledge: Mapping[str, KnowledgeVersion]


def missing_needs(rule: Rule, present: Mapping[str, Collection[str]]) -> str | None:
    """Why a rule cannot speak about these claims: the first absent table or column, in Chinese.

    `present` holds the columns of every table that has rows.
    """
    for table, columns in rule.needs.items():
        if table not in present:
            return f"缺少数据表 {table}，本规则未运行"
        lacking = [column for column in columns if column not in present[table]]
        if lacking:
            return f"数据表 {table} 缺少字段 {'、'.join(lacking)}，本规则未运行"
    return None


def examine(
    connection: duckdb.DuckDBPyConnection,
    rule: Rule,
    periods: Sequence[Period],
    circumstances: Circumstances,
) -> int:
    """Run a rule; its findings are then in the temporary table `finding`. Returns the population.

    The rule joins `param` by the day of the conduct: one row for each period, bounds inclusive.
    The workspace has to be prepared. Times of claims stay wall time of Asia/Shanghai as the
    interface transmits them; `run_at` is UTC. Errors of the engine pass through.
    """
    connection.execute(param_sql(periods))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE hit AS {_judged(rule, periods)}")
    counted = connection.execute(rule.population).fetchone()
    population = int(counted[0]) if counted else 0
    _name_doctors(connection)
    _execute(connection, NAMED, {"rule": rule.name_zh, "rule_en": rule.name_en})
    connection.execute(SETTLEMENTS)
    _execute(
        connection,
        f"CREATE OR REPLACE TEMP TABLE finding AS {findings_sql(rule)}",
        {
            "rule_id": rule.id,
            "rule_version": rule.version,
            "result": rule.result.value,
            "severity": rule.severity.value,
            "stage": rule.stage.value,
            "population": population,
            "knowledge": _used(rule, circumstances.knowledge),
            "run_id": circumstances.run_id,
            "run_at": circumstances.at.astimezone(UTC).replace(tzinfo=None),
        },
    )
    return population


def _name_doctors(connection: duckdb.DuckDBPyConnection) -> None:
    """Person and doctor of each hit visit as `hit_visit`."""
    connection.execute(VISITS)
    unnamed = connection.execute(UNNAMED).fetchone()
    if unnamed and unnamed[0]:
        connection.execute(COUNT_DOCTORS)
        connection.execute(COUNTED_DOCTORS)


def _execute(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]
) -> duckdb.DuckDBPyConnection:
    """Execute with those of `values` that the text names; the engine refuses any others."""
    named = set(_NAME.findall(sql))
    return connection.execute(sql, {k: v for k, v in values.items() if k in named})


def param_sql(periods: Sequence[Period]) -> str:
    """The periods as the table `param`: begins, ends, one column for each parameter, snapshot.

    The snapshot says what the thresholds were, so that a finding can be explained years later.
    """
    names = sorted({name for period in periods for name in period.rows})
    ends = [period.begins - DAY for period in periods[1:]] + [date.max]
    rows = []
    for period, end in zip(periods, ends, strict=True):
        values = [str(period.rows[name].value) if period.rows else "NULL" for name in names]
        text = json.dumps(_snapshot(period), ensure_ascii=False, sort_keys=True)
        quoted = "'" + text.replace("'", "''") + "'"
        rows.append(f"(DATE '{period.begins}', DATE '{end}', {', '.join([*values, quoted])})")
    columns = ", ".join(["begins", "ends", *names, "snapshot"])
    return f"CREATE OR REPLACE TEMP TABLE param AS FROM (VALUES {', '.join(rows)}) t({columns})"


def _snapshot(period: Period) -> dict[str, dict[str, str]]:
    rows = period.rows
    return {name: {"value": str(row.value), "basis": row.basis} for name, row in rows.items()}


def _judged(rule: Rule, periods: Sequence[Period]) -> str:
    """The rule's query; one without parameters needs no day by which they are chosen."""
    if any(period.rows for period in periods):
        return rule.find
    return f"SELECT *, first_time::DATE AS judged_on FROM ({rule.find})"


def _used(rule: Rule, versions: Mapping[str, KnowledgeVersion]) -> str:
    used = {name: versions[name].version for name in rule.knowledge if name in versions}
    return json.dumps(used, ensure_ascii=False, sort_keys=True)
