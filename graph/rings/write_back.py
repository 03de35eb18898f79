"""Rings written to the map: nodes with members, places, doctors, and everything that explains them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import neo4j
from neo4j import AsyncDriver, AsyncManagedTransaction, Query

from graph.rings.identity import Kind, keep_ids
from graph.rings.model import Detection, Frequent, Ring

# A run answers for its own queues: a detection for all but the province's, a province's run for those
# of its channel.
OWN = """
  ($channel IS NULL AND r.route <> 'province' OR r.route = 'province' AND r.channel = $channel)
"""
EARLIER = f"""
MATCH (r:Ring)<-[:MEMBER_OF]-(p:Patient) WHERE {OWN} AND coalesce(r.change, '') <> 'ended'
RETURN r.ring_id AS ring_id, r.channel AS channel, r.route AS route, collect(p.psn_no) AS members
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
# A ring that is no longer found ends: it stays readable, marked, with what was known of it last. One
# that had ended before the last run goes, unless people judged it or put it into a case: that rests on it.
SWEEP = f"""
MATCH (r:Ring) WHERE {OWN} AND r.run_id <> $run_id AND r.change = 'ended'
  AND NOT EXISTS {{ MATCH (:RingMark {{ring_id: r.ring_id}}) }}
  AND NOT EXISTS {{ MATCH (:MemberMark {{ring_id: r.ring_id}}) }}
DETACH DELETE r
"""
END = f"""
MATCH (r:Ring) WHERE {OWN} AND r.run_id <> $run_id AND coalesce(r.change, '') <> 'ended'
SET r.change = 'ended', r.ended_at = $at
"""
# What the channels looked at and what chance made of it: one record, replaced by every run.
RUN = """
MERGE (d:RingRun {key: 'last'})
SET d.before = CASE WHEN d.run_id = $run_id THEN d.before ELSE d.at END
SET d.run_id = $run_id, d.at = $at, d.seed = $seed, d.first_day = $first_day,
    d.last_day = $last_day, d.channels = $channels, d.oddities = $oddities,
    d.note_zh = $note_zh, d.note_en = $note_en
"""

# Persons with a queue of their own: replaced by every run.
FREQUENT = """
CALL () { MATCH (q:Frequent) DELETE q }
UNWIND $rows AS row
CREATE (q:Frequent) SET q = row
"""


async def write_back(
    driver: AsyncDriver, detection: Detection, at: datetime, run_id: str
) -> Detection:
    """Replace the map's rings by those of this run, in one transaction; returns them with kept ids
    and what became of each since the last run. The same detection again changes nothing but the run.
    Groups of a province's runs stay.
    """
    rings = keep_ids(detection.rings, *await _earlier(driver, None))

    async def work(transaction: AsyncManagedTransaction) -> None:
        await _replace(transaction, rings, at, run_id, None)
        rows = [_frequent(one) for one in detection.frequent]
        await (await transaction.run(FREQUENT, rows=rows)).consume()
        await (await transaction.run(RUN, **_run(detection, at, run_id))).consume()

    async with driver.session() as session:
        await session.execute_write(work)
    return replace(detection, rings=rings)


async def write_province(
    driver: AsyncDriver, channel: str, rings: Sequence[Ring], at: datetime, run_id: str
) -> tuple[Ring, ...]:
    """Replace the groups of a channel's last province run by these, which keep their ids as others do."""
    kept = keep_ids(rings, *await _earlier(driver, channel))
    async with driver.session() as session:
        await session.execute_write(_replace, kept, at, run_id, channel)
    return kept


async def _earlier(
    driver: AsyncDriver, channel: str | None
) -> tuple[dict[str, frozenset[str]], dict[str, Kind]]:
    """The members of the rings that the last run of this kind left, and their channels and queues, by id."""
    records = await driver.execute_query(
        Query(EARLIER, timeout=30), channel=channel, routing_=neo4j.RoutingControl.READ
    )
    rows = records.records
    return (
        {row["ring_id"]: frozenset(row["members"]) for row in rows},
        {row["ring_id"]: (row["channel"], row["route"]) for row in rows},
    )


async def _replace(
    transaction: AsyncManagedTransaction,
    rings: Sequence[Ring],
    at: datetime,
    run_id: str,
    channel: str | None,
) -> None:
    """Write the rings; what the run did not find again ends, what had ended goes where nothing rests on it."""
    rows = [_row(ring) for ring in rings]
    await (await transaction.run(WRITE, rings=rows, run_id=run_id, at=at)).consume()
    await (await transaction.run(SWEEP, run_id=run_id, channel=channel)).consume()
    await (await transaction.run(END, run_id=run_id, at=at, channel=channel)).consume()


def _run(detection: Detection, at: datetime, run_id: str) -> dict[str, Any]:
    return {
        "run_id": run_id,
        "at": at,
        "seed": detection.seed,
        "first_day": detection.first_day,
        "last_day": detection.last_day,
        "channels": json.dumps([asdict(c) for c in detection.channels], ensure_ascii=False),
        "oddities": json.dumps([asdict(o) for o in detection.oddities], ensure_ascii=False),
        "note_zh": detection.note_zh,
        "note_en": detection.note_en,
    }


def _frequent(one: Frequent) -> dict[str, Any]:
    """A queue's row; its key is person and institution."""
    return {**asdict(one), "amount": str(one.amount), "key": f"{one.psn_no}|{one.fixmedins_code}"}


def _row(ring: Ring) -> dict[str, Any]:
    return {
        "ring_id": ring.ring_id,
        "properties": {
            "route": ring.route.value,
            "route_reason": ring.route_reason,
            "route_reason_en": ring.route_reason_en,
            "channel": ring.channel,
            "score": ring.score,
            "expected_by_chance": ring.expected_by_chance,
            "seen": ring.seen,
            "amount": str(ring.amount),
            "p_value": ring.p_value,
            "q_value": ring.q_value,
            "threshold": ring.threshold,
            "fee_ratio": ring.fee_ratio,
            "change": ring.change.value,
            "changed_from": list(ring.changed_from),
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
    """What only the ring's own page shows. A mark is [member, day, off, minute, doctor, amount,
    mdtrt_id]; a day [date, fixmedins_code, attended, expected, until]; both refer by position."""
    return {
        "members": [
            [m.psn_no, m.attended, str(m.amount), list(m.shared), m.role, m.evidence, m.alone]
            for m in ring.members
        ],
        "days": [
            [d.day.isoformat(), d.fixmedins_code, d.attended, d.expected, d.until and str(d.until)]
            for d in ring.days
        ],
        "grid": [list(row) for row in ring.grid],
        "reasons": [[r.code, r.zh, r.en, r.value, r.supports] for r in ring.reasons],
        "marks": [
            [m.member, m.day, m.off, m.minute, m.doctor, str(m.amount), m.mdtrt_id]
            for m in ring.marks
        ],
        "sensitivity": [[s.factor, s.stands, s.members] for s in ring.sensitivity],
        "shared": [[s.kind, s.value, list(s.members)] for s in ring.shared],
        "brief": ring.brief,
        "joined": list(ring.joined),
        "left": list(ring.left),
    }
