"""Edges of judged pairs, drawn for records that reached the map after the judgement."""

from typing import Final, LiteralString

import neo4j

from graph.sameness.model import SameKind

# The same fields as `graph.projections.mark` writes at the judgement itself.
_DRAW: Final[LiteralString] = """
WHERE NOT EXISTS {(a)-[:JUDGED_SAME]->(b)}
CREATE (a)-[:JUDGED_SAME {verdict: l.verdict, reason: l.reason, by: l.by, at: l.at}]->(b)
"""
DRAW: Final[dict[SameKind, LiteralString]] = {
    SameKind.PATIENT: "MATCH (l:Likeness {kind: 'Patient'}) WHERE l.verdict IS NOT NULL "
    "MATCH (a:Patient {psn_no: l.a}) MATCH (b:Patient {psn_no: l.b})" + _DRAW,
    SameKind.DOCTOR: "MATCH (l:Likeness {kind: 'Doctor'}) WHERE l.verdict IS NOT NULL "
    "MATCH (a:Doctor {prac_psn_code: l.a}) MATCH (b:Doctor {prac_psn_code: l.b})" + _DRAW,
    SameKind.INSTITUTION: "MATCH (l:Likeness {kind: 'Institution'}) WHERE l.verdict IS NOT NULL "
    "MATCH (a:Institution {fixmedins_code: l.a}) MATCH (b:Institution {fixmedins_code: l.b})"
    + _DRAW,
}


async def draw_judged(driver: neo4j.AsyncDriver) -> int:
    """Draw what stored judgements lack in the map; returns how many edges. Again draws nothing."""
    drawn = 0
    for query in DRAW.values():
        summary = (await driver.execute_query(query)).summary
        drawn += summary.counters.relationships_created
    return drawn
