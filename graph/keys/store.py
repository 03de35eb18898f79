"""Issue a key, find who holds one, list them. A secret is shown once and kept as its hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import neo4j

from casework.actors import Actor, Role, Viewer, named
from casework.clocks.calendars import local_date
from casework.commands.keys import IssueKey
from casework.events import Event, utc_text
from casework.refusal import refuse
from graph.commands import execute_with

KEEP: Final = "MATCH (k:ApiKey {key_id: $key_id}) SET k.hash = $hash"
FIND: Final = """
MATCH (k:ApiKey {hash: $hash}) WHERE k.revoked_at IS NULL AND k.until >= $today
RETURN k.key_id AS key_id, k.name AS name
"""
LIST: Final = "MATCH (k:ApiKey) RETURN properties(k) AS k ORDER BY k.issued_at, k.key_id"
USED: Final = "MATCH (k:ApiKey {key_id: $key_id}) SET k.used_at = $at"


@dataclass(frozen=True)
class ApiKey:
    """A key as the security administrator sees it; its secret is nowhere."""

    key_id: str
    name: str
    until: date
    issued_by: str
    issued_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None
    version: int


async def issue_key(
    driver: neo4j.AsyncDriver, command: IssueKey, actor: Actor, at: datetime
) -> str:
    """Issue the key and return its secret, this once."""
    secret = secrets.token_urlsafe(32)

    async def keep(tx: neo4j.AsyncManagedTransaction, events: list[Event]) -> None:
        await (await tx.run(KEEP, key_id=command.key_id, hash=_hash(secret))).consume()

    await execute_with(driver, command, actor, at, keep)
    return secret


async def actor_of_key(driver: neo4j.AsyncDriver, secret: str, at: datetime) -> Actor:
    """Return the system that holds the key. Refuses KEY_REQUIRED (unknown, over or revoked)."""
    rows, _, _ = await driver.execute_query(
        FIND, hash=_hash(secret), today=local_date(at).isoformat()
    )
    if not rows:
        raise refuse("KEY_REQUIRED")
    name = f"key:{rows[0]['key_id']}"
    await driver.execute_query(USED, key_id=rows[0]["key_id"], at=utc_text(at))
    return Actor(name, str(rows[0]["name"]), frozenset(), name)


async def list_keys(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[ApiKey, ...]:
    """Return all keys, for the security administrator and the auditor. Others are refused."""
    if not viewer.actor.holds(Role.SECURITY_ADMIN, Role.AUDITOR):
        raise refuse("ROLE_REQUIRED", **named([Role.SECURITY_ADMIN]))
    rows, _, _ = await driver.execute_query(LIST, routing_=neo4j.RoutingControl.READ)
    return tuple(_key(row["k"]) for row in rows)


def _key(node: dict[str, Any]) -> ApiKey:
    return ApiKey(
        key_id=node["key_id"],
        name=node["name"],
        until=date.fromisoformat(node["until"]),
        issued_by=node["issued_by"],
        issued_at=datetime.fromisoformat(node["issued_at"]),
        revoked_at=_moment(node.get("revoked_at")),
        used_at=_moment(node.get("used_at")),
        version=node["version"],
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
