"""Institutions by name, for rows that hold only their code."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final, LiteralString

import neo4j

from casework.commands.case import Party, PartyKind

NAMES: Final = """
UNWIND $codes AS code
MATCH (i:Institution {fixmedins_code: code})
RETURN code, i.fixmedins_name AS name
"""
PARTIES: Final[dict[PartyKind, LiteralString]] = {
    PartyKind.INSTITUTION: """
MATCH (i:Institution {fixmedins_code: $key})
RETURN i.fixmedins_name AS name, i.address AS address
""",
    PartyKind.PERSON: """
MATCH (p:Patient {psn_no: $key})
RETURN p.psn_name AS name, head([(p)-[:LIVES_AT]->(a) | a.value]) AS address
""",
}


async def party_in(tx: neo4j.AsyncManagedTransaction, party: Party) -> Party:
    """The party as the master data knows its code: papers are made out to that name.

    An address that nobody typed comes from there, too (medins_info_b, psn_info_b); of who stands for an
    institution the tables say nothing.
    """
    row = await (await tx.run(PARTIES[party.kind], key=party.key)).single()
    known: Mapping[str, Any] = row or {}
    address = party.address.strip() or str(known.get("address") or "")
    name = known.get("name") if party.kind is PartyKind.INSTITUTION else None
    return replace(party, name=str(name) if name else party.name, address=address)


async def institution_names(driver: neo4j.AsyncDriver, codes: Collection[str]) -> dict[str, str]:
    """The names by fixmedins_code; what the map does not know, or knows without a name, is absent."""
    rows, _, _ = await driver.execute_query(
        NAMES, codes=sorted(set(codes)), routing_=neo4j.RoutingControl.READ
    )
    return {str(row["code"]): str(row["name"]) for row in rows if row["name"]}
