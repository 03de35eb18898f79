"""Marks of findings, rings and their members; nodes of their own, so that a rerun of detection keeps them."""

from typing import Any, Final, LiteralString

import neo4j

from casework.events import utc_text
from casework.judgements.state import MarkState
from graph.sameness.model import SameKind, pair_of

WRITE_FINDING: Final = "MERGE (m:FindingMark {finding_id: $key}) SET m += $fields"
# The judgement is an edge between the two records, so that the map shows it and groups follow from it.
WRITE_SAME: Final[dict[SameKind, LiteralString]] = {
    SameKind.PATIENT: "MATCH (a:Patient {psn_no: $a}), (b:Patient {psn_no: $b}) ",
    SameKind.DOCTOR: "MATCH (a:Doctor {prac_psn_code: $a}), (b:Doctor {prac_psn_code: $b}) ",
    SameKind.INSTITUTION: "MATCH (a:Institution {fixmedins_code: $a}), "
    "(b:Institution {fixmedins_code: $b}) ",
}
WRITE_LIKENESS: Final = "MERGE (l:Likeness {key: $key}) SET l += $fields"
JUDGED: Final = "MERGE (a)-[r:JUDGED_SAME]->(b) SET r += $fields"
UNJUDGED: Final = "MATCH (a)-[r:JUDGED_SAME]->(b) DELETE r"
WRITE_RING: Final = "MERGE (m:RingMark {ring_id: $key}) SET m += $fields"
WRITE_MEMBER: Final = "MERGE (m:MemberMark {key: $key}) SET m += $fields"
MARKS: Final[dict[str, LiteralString]] = {
    "finding": WRITE_FINDING,
    "ring": WRITE_RING,
    "member": WRITE_MEMBER,
}


async def project_mark(tx: neo4j.AsyncManagedTransaction, state: MarkState) -> None:
    """Write the mark of a finding, ring or member, or the judged edge of a pair."""
    kind, _, key = state.stream.partition(":")
    if kind == "same":
        await _project_pair(tx, state, key)
        return
    fields: dict[str, Any] = {
        "version": state.version,
        "verdict": state.verdict,
        "reason": state.reason,
        "judged_by": state.judged_by.name if state.judged_by else None,
        "judged_at": utc_text(state.judged_at) if state.judged_at else None,
        "cases": list(state.cases),
        "notes": len(state.notes),
    }
    if state.seen is not None:
        fields |= {
            "channel": state.seen.channel,
            "route": state.seen.route,
            "q_value": float(state.seen.q_value),
        }
    if kind == "member":
        ring_id, _, psn_no = key.partition("/")
        fields |= {"ring_id": ring_id, "psn_no": psn_no}
    await (await tx.run(MARKS[kind], key=key, fields=fields)).consume()


async def _project_pair(tx: neo4j.AsyncManagedTransaction, state: MarkState, key: str) -> None:
    pair = pair_of(key)
    if pair is None:
        return
    kind, a, b = pair
    fields: dict[str, Any] = {
        "verdict": state.verdict,
        "reason": state.reason,
        "by": state.judged_by.name if state.judged_by else None,
        "at": utc_text(state.judged_at) if state.judged_at else None,
    }
    pair_fields = {"kind": kind.value, "a": a, "b": b, "version": state.version, **fields}
    await (await tx.run(WRITE_LIKENESS, key=key, fields=pair_fields)).consume()
    query = WRITE_SAME[kind] + (JUDGED if state.verdict else UNJUDGED)
    await (await tx.run(query, a=a, b=b, fields=fields)).consume()
