"""The log as CSV for the auditor, newest first."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.context import Context
from api.errors import Missing
from api.names import event_name
from api.rest.asked import asked_of, unreadable_filter
from api.timeline import summary_of
from audit.export.columns import Stamp, harmless
from casework.actors import Role
from casework.commands.access import RecordExport
from casework.events import Json
from graph.commands import execute
from graph.events.log import LogFilter, count_log, cursor_of, read_log

HEADER = (
    *("时间", "对象", "序号", "事件", "操作人", "摘要", "哈希", "前一哈希"),
    *("导出人", "导出时间"),
)
#: Names of the desk's filter → the room's.
NAMES = {
    "stream": "stream",
    "actor": "actor",
    "type": "type",
    "fromTime": "since",
    "toTime": "until",
}
TIMES = frozenset({"fromTime", "toTime"})


def filter_of(given: Mapping[str, Json]) -> LogFilter:
    """The desk's filter; raises :class:`Invalid` for what is none."""
    named: dict[str, Any] = {}
    try:
        for name, value in given.items():
            if not isinstance(value, str):
                raise TypeError(name)
            named[NAMES[name]] = _moment(value) if name in TIMES else value
    except (ValueError, KeyError, TypeError):
        raise unreadable_filter() from None
    return LogFilter(**named)


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at


async def get_log(request: Request, context: Context) -> Response:
    """``/export/log.csv``, ``{filter}``: UTF-8 with a byte-order mark, so that WPS opens it."""
    if not context.actor.holds(Role.AUDITOR):
        raise Missing
    wanted = filter_of((await asked_of(request)).filter())
    rows = await count_log(context.driver, context.viewer, wanted)
    command = RecordExport(what="log.csv", rows=rows, masked=True)
    await execute(context.driver, command, context.actor, context.at)
    headers = {"Content-Disposition": 'attachment; filename="jicha-log.csv"'}
    body = _rows(context, wanted)
    return StreamingResponse(body, media_type="text/csv; charset=utf-8", headers=headers)


async def _rows(context: Context, wanted: LogFilter) -> AsyncIterator[str]:
    stamp = Stamp(context.viewer, context.at).cells
    yield "\ufeff" + _line(HEADER)
    after = None
    while True:
        page = await read_log(context.driver, context.viewer, wanted, first=200, after=after)
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
                    stamp["exported_by"],
                    stamp["exported_at"],
                )
            )
        if not page.has_more:
            return
        after = cursor_of(page.events[-1])


def _line(cells: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([harmless(cell) for cell in cells])
    return buffer.getvalue()
