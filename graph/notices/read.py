"""What an account was told: its own notices and nobody else's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.events import utc_text

MAX_PAGE: Final = 200
LIST: Final[LiteralString] = """
MATCH (n:Notice {account: $me})
WHERE ($all OR (n.read_at IS NULL AND n.settled_at IS NULL))
  AND ($after_at IS NULL OR n.at < $after_at OR (n.at = $after_at AND n.key < $after_key))
RETURN properties(n) AS n ORDER BY n.at DESC, n.key DESC LIMIT $limit
"""
UNREAD: Final[LiteralString] = """
MATCH (n:Notice {account: $me}) WHERE n.read_at IS NULL AND n.settled_at IS NULL RETURN count(n) AS n
"""
READ: Final[LiteralString] = """
MATCH (n:Notice {account: $me})
WHERE n.read_at IS NULL AND ($keys IS NULL OR n.key IN $keys)
SET n.read_at = $now
RETURN count(n) AS n
"""


@dataclass(frozen=True)
class Notice:
    """One thing an account was told. `zh`, `en` name the act, `title` the object, `detail` the rest.

    `calendar`: in which `due` is counted. `settled_at`: the step that waited is gone since then; `settled_by` names who took it.
    """

    key: str
    account: str
    kind: str
    zh: str
    en: str
    title: str
    subject: str
    detail: str
    target: str
    due: datetime | None
    at: datetime
    read_at: datetime | None
    settled_at: datetime | None = None
    settled_by: str = ""
    calendar: str | None = None


@dataclass(frozen=True)
class NoticePage:
    """A page of notices, the newest first."""

    notices: tuple[Notice, ...]
    has_more: bool


async def list_notices(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    unread_only: bool = False,
    first: int = 30,
    after: tuple[str, str] | None = None,
) -> NoticePage:
    """Return a page of what the viewer was told; `after` is (at, key) of the last one seen."""
    limit = max(1, min(first, MAX_PAGE))
    rows, _, _ = await driver.execute_query(
        LIST,
        me=viewer.actor.account,
        all=not unread_only,
        after_at=after[0] if after else None,
        after_key=after[1] if after else None,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    return NoticePage(tuple(notice_of(row["n"]) for row in rows[:limit]), len(rows) > limit)


async def count_unread(driver: neo4j.AsyncDriver, viewer: Viewer) -> int:
    """How many notices the viewer has not read."""
    rows, _, _ = await driver.execute_query(
        UNREAD, me=viewer.actor.account, routing_=neo4j.RoutingControl.READ
    )
    return int(rows[0]["n"])


async def mark_read(
    driver: neo4j.AsyncDriver, viewer: Viewer, keys: Sequence[str] | None, at: datetime
) -> int:
    """Mark these notices of the viewer as read, all with None; keys of others are passed over."""
    rows, _, _ = await driver.execute_query(
        READ,
        me=viewer.actor.account,
        keys=list(keys) if keys is not None else None,
        now=utc_text(at),
    )
    return int(rows[0]["n"])


def notice_of(node: dict[str, Any]) -> Notice:
    """Build a notice from its node."""
    return Notice(
        key=node["key"],
        account=node["account"],
        kind=node["kind"],
        zh=node["zh"],
        en=node["en"],
        title=node["title"],
        subject=node["subject"],
        detail=node["detail"],
        target=node["target"],
        due=_moment(node.get("due")),
        at=datetime.fromisoformat(node["at"]),
        read_at=_moment(node.get("read_at")),
        settled_at=_moment(node.get("settled_at")),
        settled_by=node.get("settled_by", ""),
        calendar=node.get("calendar"),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
