"""Pairs of a search written to the store; what people judged stays, whatever a later search says."""

import json
from datetime import datetime
from typing import Any, Final

import neo4j

from graph.sameness.model import Likeness, SameKind, Search

BATCH: Final = 5_000
WRITE: Final = """
UNWIND $rows AS row
MERGE (l:Likeness {key: row.key})
ON CREATE SET l.first_seen_at = $at
SET l += row.fields, l.run_id = $run_id
"""
SWEEP: Final = """
MATCH (l:Likeness {kind: $kind})
WHERE (l.run_id IS NULL OR l.run_id <> $run_id) AND l.verdict IS NULL
DETACH DELETE l RETURN count(*) AS gone
"""


async def write_back(
    driver: neo4j.AsyncDriver, kind: SameKind, search: Search, at: datetime, run_id: str
) -> int:
    """Replace the unjudged pairs of a kind by those of this search; returns how many went."""

    async def work(tx: neo4j.AsyncManagedTransaction) -> int:
        for begin in range(0, len(search.found), BATCH):
            rows = [_row(one) for one in search.found[begin : begin + BATCH]]
            await (await tx.run(WRITE, rows=rows, run_id=run_id, at=at)).consume()
        gone = await (await tx.run(SWEEP, kind=kind.value, run_id=run_id)).single(strict=True)
        return int(gone["gone"])

    async with driver.session() as session:
        return await session.execute_write(work)


def _row(one: Likeness) -> dict[str, Any]:
    evidence = [[e.field, e.level, e.bits] for e in one.evidence]
    fields = {"kind": one.kind.value, "a": one.a, "b": one.b, "bits": one.bits}
    return {"key": one.key, "fields": {**fields, "evidence": json.dumps(evidence)}}
