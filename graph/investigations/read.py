"""Reading saved investigations: one's own and those that colleagues shared."""

import json
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Actor, Viewer
from graph.explore.permission import permit_map
from graph.explore.reading import bounded, read
from graph.investigations.model import Investigation

FIND: Final[LiteralString] = """
MATCH (i:Investigation {id: $id}) WHERE i.owner = $me OR $me IN i.shared_with
RETURN properties(i) AS i
"""
LIST: Final[LiteralString] = """
MATCH (i:Investigation) WHERE i.owner = $me OR $me IN i.shared_with
RETURN properties(i) AS i ORDER BY i.updated_at DESC, i.id LIMIT $limit
"""


async def find_investigation(
    driver: neo4j.AsyncDriver, viewer: Viewer, id: str
) -> Investigation | None:
    """One investigation; `None` for an unknown one and for one that is not yours to see alike."""
    permit_map(viewer)
    rows = await read(driver, FIND, {"id": id, "me": viewer.actor.account})
    return unpacked(rows[0]["i"]) if rows else None


async def list_investigations(
    driver: neo4j.AsyncDriver, viewer: Viewer, *, limit: int = 100
) -> tuple[Investigation, ...]:
    """One's own and shared ones, last changed first."""
    permit_map(viewer)
    rows = await read(driver, LIST, {"me": viewer.actor.account, "limit": bounded(limit)})
    return tuple(unpacked(row["i"]) for row in rows)


async def picture_in(tx: neo4j.AsyncManagedTransaction, id: str, actor: Actor) -> str | None:
    """The content of an investigation as JSON text; `None` where the actor may not read it."""
    row = await (await tx.run(FIND, id=id, me=actor.account)).single()
    return str(row["i"]["content"]) if row else None


def unpacked(props: dict[str, Any]) -> Investigation:
    """An investigation from its node's properties."""
    return Investigation(
        props["id"],
        props["name"],
        props["owner"],
        tuple(props["shared_with"]),
        props["version"],
        props["created_at"].to_native(),
        props["updated_at"].to_native(),
        json.loads(props["content"]),
    )
