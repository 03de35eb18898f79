"""Institutions by name, for rows that hold only their code."""

from collections.abc import Collection
from typing import Final

import neo4j

NAMES: Final = """
UNWIND $codes AS code
MATCH (i:Institution {fixmedins_code: code})
RETURN code, i.fixmedins_name AS name
"""


async def institution_names(driver: neo4j.AsyncDriver, codes: Collection[str]) -> dict[str, str]:
    """The names by fixmedins_code; what the map does not know, or knows without a name, is absent."""
    rows, _, _ = await driver.execute_query(
        NAMES, codes=sorted(set(codes)), routing_=neo4j.RoutingControl.READ
    )
    return {str(row["code"]): str(row["name"]) for row in rows if row["name"]}
