"""What a person asked the console before: their own entries of the record, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Actor
from graph.console.permit import permit_console
from graph.events.load import event_of

MOST: Final = 100
ASKED: Final[LiteralString] = """
MATCH (e:Event) WHERE e.stream = $stream AND e.seq > 0 AND e.type = 'CypherAsked'
RETURN e.stream AS stream, e.seq AS seq, e.type AS type, e.data AS data, e.actor AS actor,
       e.at AS at, e.prev AS prev, e.hash AS hash
ORDER BY e.seq DESC LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of one's own; `refused` is empty when it ran."""

    at: datetime
    query: str
    refused: str


async def asked_before(
    driver: neo4j.AsyncDriver, actor: Actor, *, at: datetime, limit: int = 50
) -> tuple[Asked, ...]:
    """The last queries of this account, refused ones included. Refusals as of `run_cypher`."""
    await permit_console(driver, actor, at)
    rows, _, _ = await driver.execute_query(
        ASKED,
        stream=f"access:{actor.account}",
        limit=max(1, min(limit, MOST)),
        routing_=neo4j.RoutingControl.READ,
    )
    events = [event_of(row) for row in rows]
    return tuple(Asked(one.at, str(one.data["query"]), str(one.data["refused"])) for one in events)
