"""The groups that hold now, and their use by ring detection."""

from collections.abc import Mapping
from typing import Final

import duckdb
import neo4j

from graph.sameness.groups import Groups, derive
from graph.sameness.model import SameKind

JUDGED: Final = """
MATCH (l:Likeness {kind: $kind}) WHERE l.verdict IN ['confirmed', 'rejected']
RETURN l.a AS a, l.b AS b, l.verdict AS verdict
"""


async def groups(driver: neo4j.AsyncDriver, kind: SameKind) -> Groups:
    """The groups of a kind, derived from the judgements as they stand."""
    rows, _, _ = await driver.execute_query(
        neo4j.Query(JUDGED, timeout=30), kind=kind.value, routing_=neo4j.RoutingControl.READ
    )
    by_verdict: dict[str, list[tuple[str, str]]] = {"confirmed": [], "rejected": []}
    for row in rows:
        by_verdict.setdefault(row["verdict"], []).append((row["a"], row["b"]))
    return derive(by_verdict["confirmed"], by_verdict["rejected"])


def as_one(connection: duckdb.DuckDBPyConnection, head: Mapping[str, str]) -> None:
    """Let the views `mdtrt_d` and `setl_d` of this connection show one person under one number.

    `head` maps a person's numbers to the one that stands for all. Nothing is stored: an undone
    judgement is undone at the next reading.
    """
    changed = {psn_no: to for psn_no, to in head.items() if psn_no != to}
    if not changed:
        return
    connection.execute("CREATE TEMP TABLE same_person (psn_no VARCHAR, stands_for VARCHAR)")
    connection.execute(
        "INSERT INTO same_person SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
        [list(changed), list(changed.values())],
    )
    for view in ("mdtrt_d", "setl_d"):
        connection.execute(f"ALTER VIEW {view} RENAME TO {view}_as_recorded")
        connection.execute(
            f"CREATE TEMP VIEW {view} AS SELECT v.* REPLACE (coalesce(s.stands_for, v.psn_no) AS psn_no) "
            f"FROM {view}_as_recorded v LEFT JOIN same_person s ON s.psn_no = v.psn_no"
        )
