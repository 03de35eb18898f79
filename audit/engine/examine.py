"""One rule over one workspace: the findings as a table, and what was examined."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
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
from audit.thresholds import Parameter

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
    parameters: Mapping[str, Parameter],
    circumstances: Circumstances,
) -> int:
    """Run a rule; its findings are then in the temporary table `finding`. Returns the population.

    The workspace has to be prepared. Times of claims stay wall time of Asia/Shanghai as the
    interface transmits them; `run_at` is UTC. Errors of the engine pass through.
    """
    values: dict[str, Any] = {name: row.value for name, row in parameters.items()}
    _execute(connection, f"CREATE OR REPLACE TEMP TABLE hit AS {rule.find}", values)
    counted = _execute(connection, rule.population, values).fetchone()
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
            "parameters": _snapshot(parameters),
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


def _snapshot(parameters: Mapping[str, Parameter]) -> str:
    """What the thresholds were, so that a finding can be explained years later."""
    rows = {name: {"value": str(row.value), "basis": row.basis} for name, row in parameters.items()}
    return json.dumps(rows, ensure_ascii=False, sort_keys=True)


def _used(rule: Rule, versions: Mapping[str, KnowledgeVersion]) -> str:
    used = {name: versions[name].version for name in rule.knowledge if name in versions}
    return json.dumps(used, ensure_ascii=False, sort_keys=True)
