"""Who is given a line of a quality report is told; the notice ends with the line."""

from datetime import datetime
from urllib.parse import quote

import neo4j

from casework.events import utc_text
from casework.notices.rows import NoticeKind, quality_words
from graph.notices.settle import settle_waiting
from graph.notices.tell import WRITE


async def tell_quality(
    driver: neo4j.AsyncDriver,
    batch_id: str,
    line_id: str,
    owner: str,
    line: tuple[str, str],
    at: datetime,
) -> None:
    """Tell the owner which line is his; ``line`` is its sentence in Chinese and English."""
    zh, en = quality_words()
    row = {
        "key": f"{_stream(batch_id, line_id)}:{utc_text(at)}:{owner}",
        "account": owner,
        "kind": NoticeKind.TASK.value,
        "zh": zh.format(line=line[0]),
        "en": en.format(line=line[1]),
        "title": batch_id,
        "subject": "",
        "detail": "",
        "target": f"/quality?batch={quote(batch_id)}&line={quote(line_id)}",
        "due": None,
        "at": utc_text(at),
        "waits_in": _stream(batch_id, line_id),
    }
    await driver.execute_query(WRITE, rows=[row])


async def settle_quality(
    driver: neo4j.AsyncDriver, batch_id: str, line_id: str, owner: str, by: str, at: datetime
) -> None:
    """The line is closed or another's: what its owner was told counts no more."""
    await settle_waiting(driver, _stream(batch_id, line_id), at, account=owner, by=by)


def _stream(batch_id: str, line_id: str) -> str:
    return f"quality:{batch_id}:{line_id}"
