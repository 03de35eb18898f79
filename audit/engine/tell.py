"""From hits to findings: whom and what they concern, in sentences, with what they rest on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import duckdb

from audit.engine.crew import together
from audit.engine.enrich import DOCTORS, FINDINGS, SETTLEMENTS, UNNAMED, VISITS
from audit.engine.find import hit_table
from audit.engine.workspace import let_go_of_lines
from audit.knowledge.store import KnowledgeVersion
from audit.model import Rule


@dataclass(frozen=True)
class Circumstances:
    """What a run knows besides the claims; `at` is aware."""

    run_id: str
    at: datetime
    knowledge: Mapping[str, KnowledgeVersion]


@dataclass(frozen=True)
class Hits:
    """A rule whose hits were found, and how much was examined for them."""

    rule: Rule
    population: int


RULED: Final = (
    "rule_id", "rule_version", "result", "severity", "stage", "knowledge", "population",
)  # fmt: skip


def tell(
    connection: duckdb.DuckDBPyConnection, hits: Sequence[Hits], circumstances: Circumstances
) -> None:
    """Make the table `finding` from the hits of all rules, which have to have some.

    What they are told with is read once for all. Times of claims stay wall time of Asia/Shanghai as
    the interface transmits them; `run_at` is UTC. Errors of the engine pass through.
    """
    union = " UNION ALL ".join(f"SELECT * FROM {hit_table(one.rule)}" for one in hits)
    connection.execute(f"CREATE OR REPLACE TABLE hit AS {union}")
    rows = [_ruled(one, circumstances) for one in hits]
    cells = [list(column) for column in zip(*rows, strict=True)]
    names = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in RULED)
    connection.execute(
        "CREATE OR REPLACE TABLE ruled AS "
        f"SELECT * REPLACE (population::BIGINT AS population) FROM (SELECT {names})",
        cells,
    )
    together(connection, (_visits, _settlements, let_go_of_lines))
    run_at = circumstances.at.astimezone(UTC).replace(tzinfo=None)
    connection.execute(FINDINGS, {"run_id": circumstances.run_id, "run_at": run_at})


def _visits(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(VISITS)
    unnamed = connection.execute(UNNAMED).fetchone()
    if unnamed and unnamed[0]:
        connection.execute(DOCTORS)


def _settlements(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(SETTLEMENTS)


def _ruled(hits: Hits, circumstances: Circumstances) -> tuple[str, ...]:
    """The cells of `RULED`."""
    rule, versions = hits.rule, circumstances.knowledge
    used = {name: versions[name].version for name in rule.knowledge if name in versions}
    knowledge = json.dumps(used, ensure_ascii=False, sort_keys=True)
    values = (rule.result.value, rule.severity.value, rule.stage.value)
    return (rule.id, rule.version, *values, knowledge, str(hits.population))
