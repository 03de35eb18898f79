"""Running a console query: permitted, on record, planned, then read with limits and masks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import neo4j
from neo4j.exceptions import ClientError

from casework.actors import PERMISSION_NAMES_ZH, Actor, Permission, Viewer
from casework.commands.access import AskCypher
from casework.refusal import Kind, Refusal
from graph.accounts.read import find_account
from graph.commands import execute
from graph.console.gate import Passed, blocked, pass_gate
from graph.console.plan import only_reads
from graph.console.shown import Json, shown
from graph.explore.permission import permit_map
from graph.explore.reading import too_slow
from graph.explore.values import Left, LeftOut, Why

TIMEOUT: Final = 10.0
MAX_ROWS: Final = 1000
# A cell may be a long list or path, so the answer is bounded by size as well.
MAX_CHARACTERS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class CypherTable:
    """Columns and rows of JSON values: nodes and relationships as objects, personal data masked."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Json, ...], ...]
    truncated: bool
    left_out: Left


def not_permitted() -> Refusal:
    """The refusal for somebody without the console's permission."""
    name = PERMISSION_NAMES_ZH[Permission.CYPHER_CONSOLE]
    return Refusal(
        "PERMISSION_REQUIRED",
        f"需要“{name}”权限（在有效期内）。请由安全管理员授予。",
        "This needs the permission of the Cypher console, in force today. "
        "The security administrator grants it.",
        {"permission": Permission.CYPHER_CONSOLE.value},
        Kind.FORBIDDEN,
    )


async def run_cypher(
    driver: neo4j.AsyncDriver,
    actor: Actor,
    text: str,
    parameters: Mapping[str, Any],
    *,
    at: datetime,
    limit: int = 100,
) -> CypherTable:
    """Run one reading query, for at most ten seconds and 1,000 rows.

    The event `CypherAsked` is written before the query runs, and also when it is refused.
    Refusals: ROLE_REQUIRED, PERMISSION_REQUIRED, CYPHER_REFUSED, MAP_TIMEOUT.
    """
    permit_map(Viewer(actor))
    account = await find_account(driver, actor.account)
    if account is None or not account.permits(Permission.CYPHER_CONSOLE, at):
        raise not_permitted()
    try:
        passed = pass_gate(text)
        await only_reads(driver, passed.text, parameters)
    except Refusal as refusal:
        await _record(driver, actor, text, parameters, at, refusal.message_zh)
        raise
    await _record(driver, actor, text, parameters, at, "")
    return await _read(driver, Viewer(actor), passed, parameters, max(1, min(limit, MAX_ROWS)))


async def _record(
    driver: neo4j.AsyncDriver,
    actor: Actor,
    text: str,
    parameters: Mapping[str, Any],
    at: datetime,
    refused: str,
) -> None:
    # Longer texts are refused by the gate; what is kept of them says enough.
    kept = text.strip()[:10_000] or "（空）"
    names = tuple(sorted(str(name)[:60] for name in parameters))
    await execute(driver, AskCypher(query=kept, parameters=names, refused=refused), actor, at)


async def _read(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    passed: Passed,
    parameters: Mapping[str, Any],
    limit: int,
) -> CypherTable:
    # A person's text, which the gate and the plan have let through; the session may only read.
    text: Any = passed.text
    query = neo4j.Query(text, timeout=TIMEOUT)
    rows: list[tuple[Json, ...]] = []
    size = 0
    left: Left = ()
    async with driver.session(
        default_access_mode=neo4j.READ_ACCESS, fetch_size=min(limit + 1, 200)
    ) as session:
        try:
            result = await session.run(query, dict(parameters))
            columns = tuple(result.keys())
            async for record in result:
                if len(rows) == limit:
                    left = (LeftOut("rows", Why.LIMIT, None, limit),)
                    break
                row = shown(record.values(), passed.masked, viewer)
                size += len(repr(row))
                if size > MAX_CHARACTERS:
                    left = (LeftOut("characters", Why.LIMIT, None, MAX_CHARACTERS),)
                    break
                rows.append(row)
        except ClientError as error:
            raise _unlucky(error) from error
    return CypherTable(columns, tuple(rows), bool(left), left)


def _unlucky(error: ClientError) -> Refusal:
    if "TransactionTimedOut" in (error.code or ""):
        return too_slow(TIMEOUT)
    said = (error.message or "").splitlines()[0][:300]
    return blocked(f"Neo4j 执行出错：{said}", f"Neo4j could not run it: {said}")
