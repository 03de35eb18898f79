"""What the first day of an inspection's notice has to say, without anybody acting: told once."""

from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Role
from casework.clocks.calendars import local_date
from casework.events import utc_text
from casework.notices.rows import DayWords, NoticeKind, To, inspection_words
from graph.notices.tell import WRITE

#: `told` keeps what was said of an inspection, so that a beat reads only what is new.
DUE: Final[LiteralString] = """
MATCH (i:Inspection) WHERE NOT i.stage IN ['closed', 'cancelled']
WITH i, CASE WHEN i.stage = 'planned' AND i.starts_on <= $today THEN 'begins' END AS of
WHERE of IS NOT NULL AND NOT of IN coalesce(i.told, [])
SET i.told = coalesce(i.told, []) + of
RETURN i.inspection_no AS number, i.title AS title, i.officers AS officers, of
ORDER BY number, of
"""
LEADERS: Final[LiteralString] = """
MATCH (a:Account) WHERE NOT a.disabled AND $role IN a.roles RETURN a.account AS account
"""


async def remind(driver: neo4j.AsyncDriver, at: datetime) -> int:
    """Tell of inspections that are to begin today; how many. Its last day is a deadline of its own."""
    async with driver.session() as session:
        return await session.execute_write(_work, at)


async def _work(tx: neo4j.AsyncManagedTransaction, at: datetime) -> int:
    found = [row async for row in await tx.run(DUE, today=local_date(at).isoformat())]
    if not found:
        return 0
    leaders = [row["account"] async for row in await tx.run(LEADERS, role=Role.SUPERVISOR.value)]
    rows = [
        _row(one, words, account, at)
        for one in found
        for words in (inspection_words()[one["of"]],)
        for account in _audience(words, one["officers"], leaders)
    ]
    await (await tx.run(WRITE, rows=rows)).consume()
    return len(found)


def _audience(words: DayWords, officers: list[str], leaders: list[str]) -> list[str]:
    told = [*officers] if To.OFFICERS in words.to else []
    return sorted({*told, *leaders} if To.SUPERVISORS in words.to else told)


def _row(one: neo4j.Record, words: DayWords, account: str, at: datetime) -> dict[str, Any]:
    number = one["number"]
    return {
        "key": f"inspection:{number}:{words.of}:{account}",
        "account": account,
        "kind": NoticeKind.INSPECTION.value,
        "zh": words.zh,
        "en": words.en,
        "title": one["title"],
        "subject": number,
        "detail": "",
        "target": f"/inspections/{number}",
        "due": None,
        "at": utc_text(at),
    }
