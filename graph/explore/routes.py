"""The ways from a node to its neighbours, each with the Cypher that walks it.

`stored` walks one relationship per neighbour; `live` walks all settlements between and is used when
a filter looks at single ones, or where no summed relationship is kept.
"""

from dataclasses import dataclass
from typing import Final, LiteralString


@dataclass(frozen=True, slots=True)
class Route:
    """From `kind` through `relation` to `neighbour`. `key` is the neighbour's key property.

    `reverse`: the relationship points at the start. `claims`: neighbours are single settlements.
    """

    kind: str
    relation: LiteralString
    neighbour: str
    key: LiteralString
    stored: LiteralString | None = None
    live: LiteralString | None = None
    reverse: bool = False
    summed: bool = False
    claims: bool = False


_P: Final = "MATCH (a)-[:HAS_SETTLEMENT]->(s:Settlement)"

ROUTES: Final = (
    Route(
        "Patient",
        "VISITED",
        "Institution",
        "b.fixmedins_code",
        "MATCH (a)-[r:VISITED]->(b:Institution)",
        _P + "-[:AT]->(b:Institution)",
        summed=True,
    ),
    Route(
        "Patient",
        "SEEN_BY",
        "Doctor",
        "b.prac_psn_code",
        "MATCH (a)-[r:SEEN_BY]->(b:Doctor)",
        _P + "-[:TREATED_BY]->(b:Doctor)",
        summed=True,
    ),
    Route(
        "Patient",
        "SAME_AS",
        "Patient",
        "b.psn_no",
        "MATCH (a)-[r:JUDGED_SAME {verdict: 'confirmed'}]-(b:Patient)",
    ),
    Route("Patient", "HAS_PHONE", "Phone", "b.key", "MATCH (a)-[r:HAS_PHONE]->(b:Phone)"),
    Route("Patient", "LIVES_AT", "Address", "b.key", "MATCH (a)-[r:LIVES_AT]->(b:Address)"),
    Route("Patient", "EMPLOYED_BY", "Employer", "b.key", "MATCH (a)-[r:EMPLOYED_BY]->(b:Employer)"),
    Route("Patient", "USED_BED", "Bed", "b.key", live=_P + "-[:IN_BED]->(b:Bed)"),
    Route("Patient", "USED_TERMINAL", "Terminal", "b.key", live=_P + "-[:SWIPED_ON]->(b:Terminal)"),
    Route(
        "Patient",
        "HAS_SETTLEMENT",
        "Settlement",
        "b.setl_id",
        "MATCH (a)-[r:HAS_SETTLEMENT]->(b:Settlement)",
        claims=True,
    ),
    Route(
        "Doctor",
        "SEEN_BY",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:SEEN_BY]-(b:Patient)",
        "MATCH (a)<-[:TREATED_BY]-(s:Settlement)<-[:HAS_SETTLEMENT]-(b:Patient)",
        reverse=True,
        summed=True,
    ),
    Route(
        "Doctor",
        "SAME_AS",
        "Doctor",
        "b.prac_psn_code",
        "MATCH (a)-[r:JUDGED_SAME {verdict: 'confirmed'}]-(b:Doctor)",
    ),
    Route(
        "Doctor",
        "WORKS_AT",
        "Institution",
        "b.fixmedins_code",
        "MATCH (a)-[r:WORKS_AT]->(b:Institution)",
    ),
    Route(
        "Doctor",
        "TREATED_BY",
        "Settlement",
        "b.setl_id",
        "MATCH (a)<-[r:TREATED_BY]-(b:Settlement)",
        reverse=True,
        claims=True,
    ),
    Route(
        "Institution",
        "VISITED",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:VISITED]-(b:Patient)",
        "MATCH (a)<-[:AT]-(s:Settlement)<-[:HAS_SETTLEMENT]-(b:Patient)",
        reverse=True,
        summed=True,
    ),
    Route(
        "Institution",
        "SAME_AS",
        "Institution",
        "b.fixmedins_code",
        "MATCH (a)-[r:JUDGED_SAME {verdict: 'confirmed'}]-(b:Institution)",
    ),
    Route(
        "Institution",
        "WORKS_AT",
        "Doctor",
        "b.prac_psn_code",
        "MATCH (a)<-[r:WORKS_AT]-(b:Doctor)",
        reverse=True,
    ),
    Route(
        "Institution",
        "AT",
        "Settlement",
        "b.setl_id",
        "MATCH (a)<-[r:AT]-(b:Settlement)",
        reverse=True,
        claims=True,
    ),
    Route(
        "Phone",
        "HAS_PHONE",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:HAS_PHONE]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Address",
        "LIVES_AT",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:LIVES_AT]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Employer",
        "EMPLOYED_BY",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:EMPLOYED_BY]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Bed",
        "USED_BED",
        "Patient",
        "b.psn_no",
        live="MATCH (a)<-[:IN_BED]-(s:Settlement)<-[:HAS_SETTLEMENT]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Bed",
        "IN_BED",
        "Settlement",
        "b.setl_id",
        "MATCH (a)<-[r:IN_BED]-(b:Settlement)",
        reverse=True,
        claims=True,
    ),
    Route(
        "Terminal",
        "USED_TERMINAL",
        "Patient",
        "b.psn_no",
        live="MATCH (a)<-[:SWIPED_ON]-(s:Settlement)<-[:HAS_SETTLEMENT]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Terminal",
        "SWIPED_ON",
        "Settlement",
        "b.setl_id",
        "MATCH (a)<-[r:SWIPED_ON]-(b:Settlement)",
        reverse=True,
        claims=True,
    ),
    Route(
        "Settlement",
        "HAS_SETTLEMENT",
        "Patient",
        "b.psn_no",
        "MATCH (a)<-[r:HAS_SETTLEMENT]-(b:Patient)",
        reverse=True,
    ),
    Route(
        "Settlement", "AT", "Institution", "b.fixmedins_code", "MATCH (a)-[r:AT]->(b:Institution)"
    ),
    Route(
        "Settlement",
        "TREATED_BY",
        "Doctor",
        "b.prac_psn_code",
        "MATCH (a)-[r:TREATED_BY]->(b:Doctor)",
    ),
    Route("Settlement", "IN_BED", "Bed", "b.key", "MATCH (a)-[r:IN_BED]->(b:Bed)"),
    Route("Settlement", "SWIPED_ON", "Terminal", "b.key", "MATCH (a)-[r:SWIPED_ON]->(b:Terminal)"),
)


def routes_from(kind: str) -> tuple[Route, ...]:
    """All ways out of a node of this kind, in the order in which pages come."""
    return tuple(route for route in ROUTES if route.kind == kind)
