"""What is on its way out of the house, for the system administrator: by whom, never of what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Role, Viewer, named
from casework.events import utc_text
from casework.refusal import refuse
from graph.notices.choices import Way
from graph.reading import rows_of

SHOWN: Final = 200
COUNT: Final[LiteralString] = """
MATCH (d:Delivery)
RETURN d.way AS way,
       count(CASE WHEN d.state = 'waiting' THEN 1 END) AS waiting,
       count(CASE WHEN d.state = 'failed' THEN 1 END) AS failed,
       count(CASE WHEN d.state = 'sent' THEN 1 END) AS sent,
       max(d.sent_at) AS last
"""
TROUBLES: Final[LiteralString] = """
MATCH (d:Delivery)
WHERE d.state = 'failed' OR (d.state = 'waiting' AND d.attempts > 0)
RETURN properties(d) AS d
ORDER BY d.state, d.tried_at DESC, d.key LIMIT $limit
"""
# A message that is being sent at this moment keeps its claim: it is not sent twice.
AGAIN: Final[LiteralString] = """
MATCH (d:Delivery)
WHERE (d.state = 'failed' OR (d.state = 'waiting' AND d.attempts > 0))
  AND ($keys IS NULL OR d.key IN $keys)
SET d.state = 'waiting', d.attempts = 0, d.next_at = $now, d.again_by = $me, d.again_at = $now
RETURN count(d) AS n
"""


@dataclass(frozen=True)
class WayState:
    """How many messages of a way wait, failed for good or were sent; those kept, not of all time."""

    waiting: int = 0
    failed: int = 0
    sent: int = 0
    last_sent: datetime | None = None


@dataclass(frozen=True)
class Stuck:
    """A message that failed; `next_at` None: it is not tried again by itself."""

    key: str
    way: Way
    account: str
    attempts: int
    at: datetime
    why_zh: str
    why_en: str
    next_at: datetime | None


@dataclass(frozen=True)
class Outbox:
    """The ways with their counts, and what is stuck, the failed first."""

    ways: Mapping[Way, WayState]
    stuck: Sequence[Stuck]


async def read_outbox(driver: neo4j.AsyncDriver, viewer: Viewer) -> Outbox:
    """Return the state of deliveries. Refuses ROLE_REQUIRED to all but the system administrator."""
    _allow(viewer)
    counts = await rows_of(driver, COUNT, {})
    stuck = await rows_of(driver, TROUBLES, {"limit": SHOWN})
    ways = {Way(row["way"]): _way(row) for row in counts}
    return Outbox({way: ways.get(way, WayState()) for way in Way}, [_stuck(r["d"]) for r in stuck])


async def send_again(
    driver: neo4j.AsyncDriver, viewer: Viewer, keys: Collection[str] | None, at: datetime
) -> int:
    """Put what is stuck back to be sent by the next beat, all of it with None; returns how many.

    Refuses ROLE_REQUIRED to all but the system administrator.
    """
    _allow(viewer)
    values = {
        "keys": sorted(keys) if keys is not None else None,
        "now": utc_text(at),
        "me": viewer.actor.account,
    }
    rows, _, _ = await driver.execute_query(AGAIN, values)
    return int(rows[0]["n"])


def _allow(viewer: Viewer) -> None:
    if not viewer.actor.holds(Role.SYSTEM_ADMIN):
        raise refuse("ROLE_REQUIRED", **named([Role.SYSTEM_ADMIN]))


def _way(row: neo4j.Record) -> WayState:
    last = datetime.fromisoformat(row["last"]) if row["last"] else None
    return WayState(row["waiting"], row["failed"], row["sent"], last)


def _stuck(node: Mapping[str, Any]) -> Stuck:
    waits = node["state"] == "waiting"
    return Stuck(
        key=node["key"],
        way=Way(node["way"]),
        account=node["account"],
        attempts=node["attempts"],
        at=datetime.fromisoformat(node["tried_at"]),
        why_zh=node["why_zh"],
        why_en=node["why_en"],
        next_at=datetime.fromisoformat(node["next_at"]) if waits else None,
    )
