"""The log as CSV for the auditor, newest first."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.context import Context
from api.errors import Missing
from api.names import event_name
from api.timeline import summary_of
from casework.actors import Role
from casework.commands.access import RecordExport
from graph.commands import execute
from graph.events.log import cursor_of, read_log

HEADER = ("时间", "对象", "序号", "事件", "操作人", "摘要", "哈希", "前一哈希")
#: Spreadsheets would run a cell that begins like this as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def get_log(request: Request, context: Context) -> Response:
    """``GET /export/log.csv``: UTF-8 with a byte-order mark, so that WPS opens it."""
    if not context.actor.holds(Role.AUDITOR):
        raise Missing
    command = RecordExport(what="log.csv", rows=0, masked=True)
    await execute(context.driver, command, context.actor, context.at)
    headers = {"Content-Disposition": 'attachment; filename="jicha-log.csv"'}
    return StreamingResponse(_rows(context), media_type="text/csv; charset=utf-8", headers=headers)


async def _rows(context: Context) -> AsyncIterator[str]:
    yield "\ufeff" + _line(HEADER)
    after = None
    while True:
        page = await read_log(context.driver, context.viewer, first=200, after=after)
        for event in page.events:
            yield _line(
                (
                    event.at.isoformat(),
                    event.stream,
                    str(event.seq),
                    event_name(event.type, context.language),
                    event.actor,
                    summary_of(event, context.language),
                    event.hash,
                    event.prev,
                )
            )
        if not page.has_more:
            return
        after = cursor_of(page.events[-1])


def _line(cells: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["'" + c if c.startswith(FORMULA) else c for c in cells])
    return buffer.getvalue()
