"""Saving, sharing and deleting investigations: only their owner may, and never over a newer one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, LiteralString
from uuid import uuid4

import neo4j

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.permission import permit_map
from graph.investigations.model import KEPT_STATES, Investigation, checked_name, packed
from graph.investigations.read import STATES, unpacked

CREATE: Final[LiteralString] = f"""
CREATE (i:Investigation {{id: $id, name: $name, owner: $me, shared_with: [], version: 1,
                         created_at: $at, updated_at: $at, saved_at: $at, content: $content}})
RETURN properties(i) AS i, {STATES}
"""
# The write lock comes first, so two savers see each other's version.
LOCK: Final[LiteralString] = """
MATCH (i:Investigation {id: $id}) WHERE i.owner = $me SET i.locked = true REMOVE i.locked
RETURN properties(i) AS i
"""
# What it was stays as a state of its own, unless only its name changes.
KEEP: Final[LiteralString] = """
MATCH (i:Investigation {id: $id}) WHERE i.content <> $content
CREATE (:InvestigationState {id: i.id + '@' + toString(i.version), investigation: i.id,
        version: i.version, name: i.name, saved_at: coalesce(i.saved_at, i.updated_at),
        content: i.content})
"""
FORGET: Final[LiteralString] = """
MATCH (s:InvestigationState {investigation: $id}) WITH s ORDER BY s.version DESC SKIP $kept DELETE s
"""
REPLACE: Final[LiteralString] = f"""
MATCH (i:Investigation {{id: $id}})
SET i.name = $name, i.content = $content, i.version = i.version + 1, i.updated_at = $at,
    i.saved_at = $at
RETURN properties(i) AS i, {STATES}
"""
SHARE: Final[LiteralString] = f"""
MATCH (i:Investigation {{id: $id}})
SET i.opened_by = [one IN coalesce(i.opened_by, []) WHERE one IN $accounts],
    i.shared_at = $at, i.shared_with = $accounts, i.version = i.version + 1, i.updated_at = $at
RETURN properties(i) AS i, {STATES}
"""
UNKNOWN: Final[LiteralString] = """
UNWIND $accounts AS account WITH account WHERE NOT EXISTS {(:Account {account: account})}
RETURN account
"""
DELETE: Final[LiteralString] = """
MATCH (i:Investigation {id: $id})
CALL (i) { MATCH (s:InvestigationState {investigation: i.id}) DELETE s }
DETACH DELETE i
"""


async def save_investigation(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    name: str,
    content: Mapping[str, Any],
    at: datetime,
    id: str | None = None,
    expected_version: int | None = None,
) -> Investigation:
    """Save a new investigation, or one's own (`id`) anew; what it was stays as an earlier state, of
    which the last `KEPT_STATES` are kept.

    Refusals: ROLE_REQUIRED, NOT_FOUND (also for a colleague's), STALE_VERSION, FIELD_REQUIRED,
    BAD_VALUE.
    """
    permit_map(viewer)
    values = {
        "id": id or uuid4().hex,
        "me": viewer.actor.account,
        "name": checked_name(name),
        "content": packed(content),
        "at": at,
    }

    async def work(tx: neo4j.AsyncManagedTransaction) -> Investigation:
        if id is None:
            return await _one(tx, CREATE, values)
        await _lock(tx, values, expected_version)
        await (await tx.run(KEEP, values)).consume()
        await (await tx.run(FORGET, id=id, kept=KEPT_STATES)).consume()
        return await _one(tx, REPLACE, values)

    async with driver.session() as session:
        return await session.execute_write(work)


async def share_investigation(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    id: str,
    accounts: Iterable[str],
    *,
    at: datetime,
    expected_version: int | None = None,
) -> Investigation:
    """Let these colleagues, and no others, read it. Refusals as in `save_investigation`."""
    permit_map(viewer)
    me = viewer.actor.account
    values = {"id": id, "me": me, "accounts": sorted(set(accounts) - {me}), "at": at}

    async def work(tx: neo4j.AsyncManagedTransaction) -> Investigation:
        await _lock(tx, values, expected_version)
        unknown = [row["account"] async for row in await tx.run(UNKNOWN, values)]
        if unknown:
            raise refuse("NOT_FOUND", what=f"账号 {unknown[0]}", what_en=f"account {unknown[0]}")
        return await _one(tx, SHARE, values)

    async with driver.session() as session:
        return await session.execute_write(work)


async def delete_investigation(driver: neo4j.AsyncDriver, viewer: Viewer, id: str) -> None:
    """Delete one's own investigation. Refusals: ROLE_REQUIRED, NOT_FOUND."""
    permit_map(viewer)
    values = {"id": id, "me": viewer.actor.account}

    async def work(tx: neo4j.AsyncManagedTransaction) -> None:
        await _lock(tx, values, None)
        await (await tx.run(DELETE, values)).consume()

    async with driver.session() as session:
        await session.execute_write(work)


async def _lock(
    tx: neo4j.AsyncManagedTransaction, values: dict[str, Any], expected: int | None
) -> None:
    row = await (await tx.run(LOCK, values)).single()
    if row is None:
        raise refuse(
            "NOT_FOUND",
            what=f"图谱研判 {values['id'][:40]}",
            what_en=f"investigation of the graph {values['id'][:40]}",
        )
    current = row["i"]["version"]
    if expected is not None and expected != current:
        raise refuse("STALE_VERSION", expected=expected, current=current)


async def _one(
    tx: neo4j.AsyncManagedTransaction, query: LiteralString, values: dict[str, Any]
) -> Investigation:
    row = await (await tx.run(query, values)).single(strict=True)
    return unpacked(row["i"], row["states"])
