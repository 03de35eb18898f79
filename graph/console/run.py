"""Running a console query: permitted, on record, planned, then read with limits and masks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import neo4j
from neo4j.exceptions import ClientError, TransientError

from casework.actors import Actor, Viewer
from casework.commands.access import AskCypher
from casework.refusal import Refusal
from graph.commands import execute
from graph.console.gate import Passed, blocked, pass_gate
from graph.console.permit import permit_console
from graph.console.plan import only_reads
from graph.console.shown import Json, shown
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
    await permit_console(driver, actor, at)
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
    columns: tuple[str, ...] = ()
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
        except (ClientError, TransientError) as error:
            # What was read before the time ran out is an answer; nothing at all is not.
            if not (rows and _timed_out(error)):
                raise _unlucky(error) from error
            left = (LeftOut("rows", Why.TIME),)
    return CypherTable(columns, tuple(rows), bool(left), left)


def _timed_out(error: ClientError | TransientError) -> bool:
    return "TransactionTimedOut" in (error.code or "")


def _unlucky(error: ClientError | TransientError) -> Exception:
    if _timed_out(error):
        return too_slow(TIMEOUT)
    if "MemoryPool" in (error.code or ""):
        return blocked(
            "它要的内存超过上限，已停止；请缩小范围，先筛选再汇总",
            "it needs more memory than is allowed and was stopped: narrow it, filter before collecting",
        )
    if isinstance(error, TransientError):
        return error
    said = (error.message or "").splitlines()[0][:300]
    return blocked(f"Neo4j 执行出错：{said}", f"Neo4j could not run it: {said}")
