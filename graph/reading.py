"""A question to the graph that only reads."""

from typing import Any, LiteralString

import neo4j


async def rows_of(
    driver: neo4j.AsyncDriver, query: LiteralString, values: dict[str, Any]
) -> list[neo4j.Record]:
    """The rows of a query, from whichever server may be read."""
    rows, _, _ = await driver.execute_query(query, values, routing_=neo4j.RoutingControl.READ)
    return rows
