"""From hits to findings: whom and what they concern, in sentences, with what they rest on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from audit.engine.enrich import DOCTORS, SETTLEMENTS, UNNAMED, VISITS, findings_sql
from audit.engine.find import hit_table, set_parameters
from audit.knowledge.store import KnowledgeVersion
from audit.model import Rule
from audit.thresholds import Period


@dataclass(frozen=True)
class Circumstances:
    """What a run knows besides the claims; `at` is aware."""

    run_id: str
    at: datetime
    knowledge: Mapping[str, KnowledgeVersion]


def gather(connection: duckdb.DuckDBPyConnection, rules: Iterable[Rule]) -> None:
    """Read once, for the hits of all `rules`: persons, doctors and settlements of their visits."""
    tables = [hit_table(rule) for rule in rules]
    connection.execute(VISITS.format(hits=_union(tables, "mdtrt_id", " WHERE psn_no IS NOT NULL")))
    unnamed = connection.execute(UNNAMED).fetchone()
    if unnamed and unnamed[0]:
        connection.execute(DOCTORS)
    connection.execute(SETTLEMENTS.format(hits=_union(tables, "unnest(mdtrt_ids) AS mdtrt_id")))


def _union(tables: Sequence[str], cell: str, where: str = "") -> str:
    parts = [f"SELECT {cell} FROM {table}{where}" for table in tables]
    return " UNION ALL ".join(parts) or "SELECT NULL::VARCHAR AS mdtrt_id WHERE false"


def tell(
    connection: duckdb.DuckDBPyConnection,
    rule: Rule,
    periods: Sequence[Period],
    population: int,
    circumstances: Circumstances,
) -> None:
    """Make the temporary table `finding` from the rule's hits, after `gather`.

    Times of claims stay wall time of Asia/Shanghai as the interface transmits them; `run_at` is UTC.
    Errors of the engine pass through.
    """
    set_parameters(connection, periods)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE finding AS {findings_sql(rule, hit_table(rule))}",
        {
            "rule": rule.name_zh,
            "rule_en": rule.name_en,
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


def _used(rule: Rule, versions: Mapping[str, KnowledgeVersion]) -> str:
    used = {name: versions[name].version for name in rule.knowledge if name in versions}
    return json.dumps(used, ensure_ascii=False, sort_keys=True)
