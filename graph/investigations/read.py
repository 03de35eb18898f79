"""Reading saved investigations: one's own and those that colleagues shared."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Actor, Viewer
from graph.explore.permission import permit_map
from graph.explore.reading import bounded, read
from graph.investigations.model import Investigation, State

STATES: Final[LiteralString] = """
COLLECT { MATCH (s:InvestigationState {investigation: i.id}) WHERE i.owner = $me
          RETURN s {.version, .name, .saved_at} ORDER BY s.version DESC } AS states
"""
FIND: Final[LiteralString] = f"""
MATCH (i:Investigation {{id: $id}}) WHERE i.owner = $me OR $me IN i.shared_with
RETURN properties(i) AS i, {STATES}
"""
STATE: Final[LiteralString] = """
MATCH (i:Investigation {id: $id}) WHERE i.owner = $me
MATCH (s:InvestigationState {investigation: i.id, version: $version})
RETURN s.content AS content, s.saved_at AS saved_at
"""
LIST: Final[LiteralString] = f"""
MATCH (i:Investigation) WHERE (i.owner = $me OR $me IN i.shared_with)
  AND ($text = '' OR toLower(i.name) CONTAINS $text)
  AND ($after_at IS NULL OR i.updated_at < datetime($after_at)
       OR (i.updated_at = datetime($after_at) AND i.id > $after_id))
RETURN properties(i) AS i, {STATES} ORDER BY i.updated_at DESC, i.id LIMIT $limit
"""


async def find_investigation(
    driver: neo4j.AsyncDriver, viewer: Viewer, id: str
) -> Investigation | None:
    """One investigation; `None` for an unknown one and for one that is not yours to see alike."""
    permit_map(viewer)
    rows = await read(driver, FIND, {"id": id, "me": viewer.actor.account})
    return unpacked(rows[0]["i"], rows[0]["states"]) if rows else None


async def find_state(
    driver: neo4j.AsyncDriver, viewer: Viewer, id: str, version: int
) -> Investigation | None:
    """One's own investigation as it was at an earlier version, to be saved over the present one if wanted;
    `None` for an unknown one and for a colleague's alike."""
    now = await find_investigation(driver, viewer, id)
    rows = await read(driver, STATE, {"id": id, "version": version, "me": viewer.actor.account})
    if now is None or not rows:
        return None
    then = rows[0]
    return replace(now, content=json.loads(then["content"]), saved_at=then["saved_at"].to_native())


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
    return tuple(unpacked(row["i"], row["states"]) for row in rows[:size]), len(rows) > size


async def picture_in(tx: neo4j.AsyncManagedTransaction, id: str, actor: Actor) -> str | None:
    """The content of an investigation as JSON text; `None` where the actor may not read it."""
    row = await (await tx.run(FIND, id=id, me=actor.account)).single()
    return str(row["i"]["content"]) if row else None


def unpacked(props: dict[str, Any], states: Sequence[Mapping[str, Any]] = ()) -> Investigation:
    """An investigation from its node's properties and those of its earlier states."""
    return Investigation(
        props["id"],
        props["name"],
        props["owner"],
        tuple(props["shared_with"]),
        props["version"],
        props["created_at"].to_native(),
        props["updated_at"].to_native(),
        json.loads(props["content"]),
        # Saved before earlier states were kept: the last change is the best that is known.
        props.get("saved_at", props["updated_at"]).to_native(),
        tuple(State(one["version"], one["name"], one["saved_at"].to_native()) for one in states),
    )
