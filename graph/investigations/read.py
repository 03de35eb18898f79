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
MATCH (i:Investigation) WHERE (i.owner = $me OR $me IN i.shared_with)
  AND ($text = '' OR toLower(i.name) CONTAINS $text)
  AND ($after_at IS NULL OR i.updated_at < datetime($after_at)
       OR (i.updated_at = datetime($after_at) AND i.id > $after_id))
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
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    text: str = "",
    limit: int = 100,
    after: tuple[str, str] | None = None,
) -> tuple[tuple[Investigation, ...], bool]:
    """One's own and shared ones, last changed first, and whether more follow; `text` is a part of the
    name, `after` the change (ISO 8601) and the id of the last one seen."""
    permit_map(viewer)
    at, key = after or (None, None)
    size = bounded(limit)
    asked = {
        "me": viewer.actor.account,
        "text": " ".join(text.split()).lower(),
        "after_at": at,
        "after_id": key,
        "limit": size + 1,
    }
    rows = await read(driver, LIST, asked)
    return tuple(unpacked(row["i"]) for row in rows[:size]), len(rows) > size


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
