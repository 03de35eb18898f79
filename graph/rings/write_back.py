"""Rings written to the map: nodes with members, places, doctors, and everything that explains them."""

import json
from datetime import datetime
from typing import Any

import neo4j
from neo4j import AsyncDriver, AsyncManagedTransaction, Query

from graph.rings.identity import keep_ids
from graph.rings.model import Detection, Ring

EARLIER = """
MATCH (r:Ring)<-[:MEMBER_OF]-(p:Patient)
RETURN r.ring_id AS ring_id, collect(p.psn_no) AS members
"""
WRITE = """
UNWIND $rings AS row
MERGE (r:Ring {ring_id: row.ring_id})
ON CREATE SET r.first_seen_at = $at
SET r += row.properties, r.run_id = $run_id, r.last_seen_at = $at
WITH r, row
CALL (r) { MATCH (r)-[old:AT|WITH_DOCTOR]->() DELETE old }
CALL (r) { MATCH ()-[old:MEMBER_OF]->(r) DELETE old }
CALL (r, row) {
    UNWIND row.members AS m
    MERGE (p:Patient {psn_no: m.psn_no})
    MERGE (p)-[e:MEMBER_OF]->(r)
    SET e.attended = m.attended, e.amount = m.amount
}
CALL (r, row) {
    UNWIND row.institutions AS i
    MERGE (h:Institution {fixmedins_code: i.code})
    MERGE (r)-[e:AT]->(h) SET e.visits = i.visits
}
CALL (r, row) {
    UNWIND row.doctors AS d
    MERGE (x:Doctor {prac_psn_code: d.code})
    MERGE (r)-[e:WITH_DOCTOR]->(x) SET e.visits = d.visits
}
"""
SWEEP = """
MATCH (r:Ring) WHERE r.run_id <> $run_id DETACH DELETE r RETURN count(*) AS gone
"""


async def write_back(
    driver: AsyncDriver, detection: Detection, at: datetime, run_id: str
) -> Detection:
    """Replace the map's rings by those of this run, in one transaction; returns them with kept ids.

    Rings that are not found any more go; judgements on them stay, they are events of people. The
    same detection again changes nothing but the run.
    """
    records = await driver.execute_query(
        Query(EARLIER, timeout=30), routing_=neo4j.RoutingControl.READ
    )
    earlier = {row["ring_id"]: frozenset(row["members"]) for row in records.records}
    rings = keep_ids(detection.rings, earlier)

    async def work(transaction: AsyncManagedTransaction) -> None:
        rows = [_row(ring) for ring in rings]
        await (await transaction.run(WRITE, rings=rows, run_id=run_id, at=at)).consume()
        await (await transaction.run(SWEEP, run_id=run_id)).consume()

    async with driver.session() as session:
        await session.execute_write(work)
    return Detection(
        rings=rings,
        channels=detection.channels,
        seed=detection.seed,
        first_day=detection.first_day,
        last_day=detection.last_day,
        batch_ids=detection.batch_ids,
        facts=detection.facts,
    )


def _row(ring: Ring) -> dict[str, Any]:
    return {
        "ring_id": ring.ring_id,
        "properties": {
            "route": ring.route.value,
            "route_reason": ring.route_reason,
            "channel": ring.channel,
            "score": ring.score,
            "expected_by_chance": ring.expected_by_chance,
            "seen": ring.seen,
            "amount": str(ring.amount),
            "member_count": len(ring.members),
            "day_count": len(ring.days),
            "first_day": ring.days[0].day if ring.days else None,
            "last_day": ring.days[-1].day if ring.days else None,
            "detail": json.dumps(_detail(ring), ensure_ascii=False, separators=(",", ":")),
        },
        "members": [
            {"psn_no": m.psn_no, "attended": m.attended, "amount": str(m.amount)}
            for m in ring.members
        ],
        "institutions": [{"code": s.code, "visits": s.visits} for s in ring.institutions],
        "doctors": [{"code": s.code, "visits": s.visits} for s in ring.doctors],
    }


def _detail(ring: Ring) -> dict[str, Any]:
    """What only the ring's own page shows."""
    return {
        "members": [[m.psn_no, m.attended, str(m.amount), list(m.shared)] for m in ring.members],
        "days": [[d.day.isoformat(), d.fixmedins_code, d.attended, d.expected] for d in ring.days],
        "grid": [list(row) for row in ring.grid],
        "reasons": [[r.code, r.zh, r.en, r.value, r.supports] for r in ring.reasons],
    }
