"""Institutions by name, for rows that hold only their code."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

import neo4j

from casework.commands.case import Party, PartyKind

NAMES: Final = """
UNWIND $codes AS code
MATCH (i:Institution {fixmedins_code: code})
RETURN code, i.fixmedins_name AS name
"""


async def party_in(tx: neo4j.AsyncManagedTransaction, party: Party) -> Party:
    """The party under the name that the map has for its code: papers are made out to that name."""
    if party.kind is not PartyKind.INSTITUTION:
        return party
    row = await (await tx.run(NAMES, codes=[party.key])).single()
    return replace(party, name=str(row["name"])) if row and row["name"] else party


async def institution_names(driver: neo4j.AsyncDriver, codes: Collection[str]) -> dict[str, str]:
    """The names by fixmedins_code; what the map does not know, or knows without a name, is absent."""
    rows, _, _ = await driver.execute_query(
        NAMES, codes=sorted(set(codes)), routing_=neo4j.RoutingControl.READ
    )
    return {str(row["code"]): str(row["name"]) for row in rows if row["name"]}
