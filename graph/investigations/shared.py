"""Investigations that a colleague shared and that one has not opened yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.permission import permit_map
from graph.explore.reading import read

MOST: Final = 50
NEW: Final[LiteralString] = """
MATCH (i:Investigation)
WHERE $me IN i.shared_with AND i.owner <> $me AND NOT $me IN coalesce(i.opened_by, [])
OPTIONAL MATCH (a:Account {account: i.owner})
RETURN i.id AS id, i.name AS name, coalesce(a.name, i.owner) AS owner,
       coalesce(i.shared_at, i.updated_at) AS at
ORDER BY at DESC, id LIMIT $limit
"""
OPENED: Final[LiteralString] = """
MATCH (i:Investigation {id: $id})
WHERE $me IN i.shared_with AND NOT $me IN coalesce(i.opened_by, [])
SET i.opened_by = coalesce(i.opened_by, []) + $me
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """Somebody's investigation that waits to be opened; `owner` is the person's name."""

    id: str
    name: str
    owner: str
    at: datetime


async def newly_shared(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[Shared, ...]:
    """What was shared with the viewer and not opened, the newest first. Refusal: ROLE_REQUIRED."""
    permit_map(viewer)
    rows = await read(driver, NEW, {"me": viewer.actor.account, "limit": MOST})
    return tuple(Shared(r["id"], r["name"], r["owner"], r["at"].to_native()) for r in rows)


async def note_opened(driver: neo4j.AsyncDriver, viewer: Viewer, id: str) -> None:
    """The viewer opened it; nothing happens for what was not shared with him."""
    await driver.execute_query(OPENED, id=id, me=viewer.actor.account)
