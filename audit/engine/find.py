"""One rule over one workspace: its hits as a table, and how much was examined."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import duckdb

from audit.engine.sentences import slots, template_sql
from audit.model import Rule
from audit.thresholds import Period
from claims.views import quoted

#: The slots of sentences that are filled for all rules together, once the names are read.
NAMES: Final = ("who", "who_en", "fixmedins_name", "item")


def missing_needs(rule: Rule, present: Mapping[str, Collection[str]]) -> str | None:
    """Why a rule cannot speak about these claims: the first absent table or column, `中文 / English`.

    `present` holds the columns of every table that has rows.
    """
    for table, columns in rule.needs.items():
        if table not in present:
            return f"缺少数据表 {table}，本规则未运行 / no table {table}: the rule did not run"
        lacking = [column for column in columns if column not in present[table]]
        if lacking:
            zh = f"数据表 {table} 缺少字段 {'、'.join(lacking)}，本规则未运行"
            return f"{zh} / table {table} lacks {', '.join(lacking)}: the rule did not run"
    return None


def hit_table(rule: Rule) -> str:
    """The table that `find_hits` makes for a rule; all have the same columns."""
    return f"hit_{rule.id}"


def find_hits(connection: duckdb.DuckDBPyConnection, rule: Rule, periods: Sequence[Period]) -> int:
    """Make the table of the rule's hits; returns the population, what was examined.

    A hit has its identity, its sentences but for the `NAMES` in them, and the thresholds of the
    day of the conduct. The rule asks `param_<name>(day)` for what was in force on the day of the conduct.
    The workspace has to be prepared; errors of the engine pass through.
    """
    set_parameters(connection, periods)
    connection.execute(f"CREATE OR REPLACE TABLE {hit_table(rule)} AS {_hits(rule, periods)}")
    counted = connection.execute(rule.population).fetchone()
    return int(counted[0]) if counted else 0


def set_parameters(connection: duckdb.DuckDBPyConnection, periods: Sequence[Period]) -> None:
    """Make a macro `param_<name>(day)` of each parameter, and `param_snapshot(day)` of them all.

    The snapshot says what the thresholds were, so that a finding can be explained years later.
    Macros and not a table: a rule would have to join it to every line by a range of days.
    """
    names = sorted({name for period in periods for name in period.rows})
    for name in names:
        values = [str(period.rows[name].value) if period.rows else "NULL" for period in periods]
        connection.execute(_macro(name, periods, values))
    texts = [json.dumps(_snapshot(p), ensure_ascii=False, sort_keys=True) for p in periods]
    connection.execute(_macro("snapshot", periods, [quoted(text) for text in texts]))


def _macro(name: str, periods: Sequence[Period], values: Sequence[str]) -> str:
    newest_first = reversed(list(zip(periods, values, strict=True)))
    whens = " ".join(f"WHEN day >= DATE '{p.begins}' THEN {value}" for p, value in newest_first)
    return f"CREATE OR REPLACE TEMP MACRO param_{name}(day) AS CASE {whens} END"


def _snapshot(period: Period) -> dict[str, dict[str, str]]:
    rows = period.rows
    return {name: {"value": str(row.value), "basis": row.basis} for name, row in rows.items()}


def _hits(rule: Rule, periods: Sequence[Period]) -> str:
    identity = ", ".join(f"'{name}': {name}::VARCHAR" for name in rule.identity)
    names_item = "item" in slots(rule.sentence_zh)
    code, known = ("hilist_code", "item") if names_item else ("NULL", "NULL")
    return f"""
SELECT substr(sha256('{rule.id}' || chr(31) || identity), 1, 32) AS finding_id, *
FROM (
    SELECT '{rule.id}' AS rule_id, to_json({{{identity}}})::VARCHAR AS identity,
        psn_no, fixmedins_code, mdtrt_id, mdtrt_ids, lines, {code}::VARCHAR AS hilist_code,
        {known}::VARCHAR AS item,
        amount_involved::DECIMAL(16, 2) AS amount_involved,
        amount_at_risk::DECIMAL(16, 2) AS amount_at_risk, first_time, last_time,
        {template_sql(rule.sentence_zh, NAMES)} AS sentence_zh,
        {template_sql(rule.sentence_en, NAMES)} AS sentence_en,
        coalesce(param_snapshot(judged_on), '{{}}') AS parameters
    FROM (
        SELECT *, zh_day(first_time) AS day, en_day(first_time) AS day_en,
            zh_day(last_time) AS last_day, en_day(last_time) AS last_day_en,
            zh_minute(first_time) AS minute, en_minute(first_time) AS minute_en,
            {quoted(rule.name_zh)} AS rule, {quoted(rule.name_en)} AS rule_en
        FROM ({_judged(rule, periods)})
    )
)"""


def _judged(rule: Rule, periods: Sequence[Period]) -> str:
    """The rule's query; one without parameters needs no day by which they are chosen."""
    if any(period.rows for period in periods):
        return rule.find
    return f"SELECT *, first_time::DATE AS judged_on FROM ({rule.find})"
