"""A claim store made of a few rows, for rules and findings under test."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb

from audit.engine.find import find_hits
from audit.engine.tell import Circumstances, Hits, tell
from audit.engine.workspace import prepare
from audit.knowledge.reading import Parsed
from audit.knowledge.store import KnowledgeStore, KnowledgeVersion, load_tables
from audit.model import Row, Rule, World
from audit.thresholds import Period, periods_of
from casework.actors import Actor, Role, Viewer
from claims.intake.run import run_import
from claims.tables import TABLES
from claims.views import VISIT_DOCTOR

AT = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


@cache
def shipped_knowledge() -> tuple[dict[str, KnowledgeVersion], dict[str, list[Parsed]]]:
    """The shipped versions and their rows, read once."""
    store = KnowledgeStore(Path("/nonexistent"))
    versions = store.in_force()
    return versions, {name: store.rows(version) for name, version in versions.items()}


def claims_connection(tables: World) -> duckdb.DuckDBPyConnection:
    """A DuckDB with the canonical tables and `visit_doctor`, filled with `tables`."""
    connection = duckdb.connect()
    for table in TABLES.values():
        columns = ", ".join(f'"{c.name}" {c.sql_type}' for c in table.columns)
        connection.execute(f"CREATE TABLE {table.name} ({columns}, batch_id VARCHAR)")
        for row in tables.get(table.name, ()):
            names = ", ".join(row)
            marks = ", ".join("?" for _ in row)
            connection.execute(
                f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(row.values())
            )
    connection.execute(VISIT_DOCTOR)
    return connection


def run_rule(
    rule: Rule, tables: World, periods: Sequence[Period] | None = None
) -> list[dict[str, object]]:
    """The findings of one rule over a small world, as dictionaries."""
    connection = claims_connection(tables)
    versions, rows = shipped_knowledge()
    load_tables(connection, rows)
    prepare(connection, [rule])
    chosen = periods or periods_of(rule.id)
    population = find_hits(connection, rule, chosen)
    tell(connection, [Hits(rule, population)], Circumstances("run-1", AT, versions))
    result = connection.execute("SELECT * FROM finding ORDER BY finding_id")
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def import_world(home: Path, tables: World, folder: Path) -> None:
    """Take a small world in through the real intake, one CSV file per table."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES.values():
        rows = tables.get(table.name, ())
        if not rows:
            continue
        names = sorted({*table.required, *(name for row in rows for name in row)})
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, restval="")
            writer.writeheader()
            writer.writerows(rows)
    report = run_import(home, folder, "national", "tester", AT, lambda *_: None)
    assert not report.batch.rejects


def settlement(setl_id: str, visit: Row, fee: str, fund: str, **more: str) -> Row:
    """The settlement of a visit."""
    return {
        "setl_id": setl_id,
        "mdtrt_id": visit["mdtrt_id"],
        "psn_no": visit["psn_no"],
        "fixmedins_code": visit["fixmedins_code"],
        "med_type": visit["med_type"],
        "setl_time": visit["endtime"],
        "medfee_sumamt": fee,
        "fund_pay_sumamt": fund,
        **more,
    }


def viewer(*roles: Role, purpose: str | None = None, **binding: str) -> Viewer:
    """Eyes of a person who holds `roles`."""
    return Viewer(Actor("u1", "王检查", frozenset(roles), "person-1", **binding), purpose)


INSPECTOR = viewer(Role.INSPECTOR)
