"""One rule over one workspace: its hits as a table, and how much was examined."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import duckdb

from audit.model import Rule
from audit.thresholds import DAY, Period


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


def hit_table(rule: Rule) -> str:
    """The temporary table that `find_hits` makes for a rule."""
    return f"hit_{rule.id}"


def find_hits(connection: duckdb.DuckDBPyConnection, rule: Rule, periods: Sequence[Period]) -> int:
    """Make the table of the rule's hits; returns the population, what was examined.

    The rule joins `param` by the day of the conduct: one row for each period, bounds inclusive.
    The workspace has to be prepared; errors of the engine pass through.
    """
    connection.execute(param_sql(periods))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {hit_table(rule)} AS {_judged(rule, periods)}"
    )
    counted = connection.execute(rule.population).fetchone()
    return int(counted[0]) if counted else 0


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
