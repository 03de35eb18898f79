"""One way to ask the graph: read access, a time limit, and a clear word when it runs out."""

from collections.abc import Mapping
from typing import Any, Final, LiteralString

import neo4j
from neo4j.exceptions import Neo4jError

from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.explore.values import Left, LeftOut, Why

TIMEOUT: Final = 5.0
# The first asking of a question includes planning it, which a cold and busy server takes long for;
# a plan that is cut off is not kept, so it would be cut off for ever.
PLANNING: Final = 20.0
MAX_LIMIT: Final = 800
_planned: set[str] = set()


def too_slow(seconds: float) -> Refusal:
    """The refusal for a question that takes longer than its time limit."""
    return Refusal(
        "MAP_TIMEOUT",
        f"查询超过 {seconds:g} 秒，已停止。请缩小时间范围、减少关系种类，或避开枢纽节点。",
        f"The query was stopped after {seconds:g} s. Narrow the time, use fewer relations, "
        "or avoid hubs.",
        {"seconds": seconds},
        Kind.INVALID,
    )


async def read(
    driver: neo4j.AsyncDriver,
    query: LiteralString,
    parameters: Mapping[str, Any],
    timeout: float = TIMEOUT,  # noqa: ASYNC109  (the server enforces it)
    planning: float = PLANNING,
) -> list[neo4j.Record]:
    """Run one read query with parameters only, for at most `timeout` seconds.

    This process's first asking of a query has `planning` seconds more. Raises the refusal
    MAP_TIMEOUT.
    """
    allowed = timeout if query in _planned else timeout + planning
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        try:
            result = await session.run(neo4j.Query(query, timeout=allowed), dict(parameters))
            records = [record async for record in result]
        except Neo4jError as error:
            if "TransactionTimedOut" in (error.code or ""):
                raise too_slow(timeout) from error
            raise
    _planned.add(query)
    return records


async def read_in_time(
    driver: neo4j.AsyncDriver,
    query: LiteralString,
    parameters: Mapping[str, Any],
    part: str,
    timeout: float = TIMEOUT,  # noqa: ASYNC109  (the server enforces it)
) -> tuple[list[neo4j.Record], Left]:
    """Like `read`, but a question that runs out of time is an answer without `part`."""
    try:
        return await read(driver, query, parameters, timeout), ()
    except Refusal as refusal:
        if refusal.code != "MAP_TIMEOUT":
            raise
        return [], (LeftOut(part, Why.TIME),)


def bounded(limit: int) -> int:
    """A page size between 1 and 800, whatever was asked for."""
    return max(1, min(limit, MAX_LIMIT))
