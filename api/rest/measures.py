"""What stops settlement at a moment, for settlement systems: a key instead of a person."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Services
from api.errors import Invalid
from api.languages import language_of
from audit.export.columns import harmless
from casework.clocks.calendars import SHANGHAI
from casework.commands.keys import RecordKeyUse
from casework.refusal import Refusal
from graph.commands import execute
from graph.keys.store import actor_of_key
from graph.measures.read import MeasureRow, status_list

HEADER = (
    *("subject_kind", "subject_key", "department", "name", "measure", "measure_name", "area"),
    *("starts_at", "over_at", "source", "document_no"),
)
BEARER = "Bearer "

#: The names that an address of the list may ask with.
KNOWN = ("asOf",)


async def get_status(request: Request) -> Response:
    """``GET /rest/measures.{csv|json}?asOf=`` with ``Authorization: Bearer <key>``.

    ``asOf`` is a moment with its offset (2026-11-26T08:00:00+08:00; a ``+`` in an address is %2B),
    now by default. Rows are what stops settlement then; ``over_at`` is empty where it lasts until
    lifted. 401 without a key that works, 400 for a moment that cannot be read or a
    name that is not known.
    """
    services: Services = request.app.state.services
    kind, now = request.path_params["kind"], services.clock()
    if kind not in ("csv", "json"):
        return Response(status_code=404)
    try:
        given = request.headers.get("authorization", "")
        secret = given.removeprefix(BEARER) if given.startswith(BEARER) else ""
        actor = await actor_of_key(services.driver, secret, now)
        moment = moment_of(request, now)
    except Refusal as refusal:
        return _refused(request, refusal, 401)
    except Invalid as invalid:
        return _refused(request, invalid, 400)
    rows = await status_list(services.driver, moment)
    key_id = actor.account.partition(":")[2]
    use = RecordKeyUse(key_id=key_id, what=f"measures.{kind} {_text(moment)}", rows=len(rows))
    await execute(services.driver, use, actor, now)
    return _csv(rows, moment) if kind == "csv" else _json(rows, moment)


def moment_of(request: Request, now: datetime) -> datetime:
    """The asked moment, now by default. Raises :class:`Invalid` without an offset.

    A name that is not known is refused too: taken for nothing, it would answer with another moment.
    """
    for name in request.query_params:
        if name not in KNOWN:
            known = "、".join(KNOWN)
            zh = f"不认识参数“{name[:40]}”。可用的参数：{known}。"
            raise Invalid(
                name[:40], zh, f"'{name[:40]}' is no parameter. Known: {', '.join(KNOWN)}."
            )
    text = request.query_params.get("asOf")
    if not text:
        return now
    moment = _read(text)
    if moment is None or moment.tzinfo is None:
        zh = "asOf 应为带时区的时间，例如 2026-11-26T08:00:00+08:00（地址中 + 写作 %2B）。"
        raise Invalid("asOf", zh, "asOf is a moment with its offset; write + as %2B.")
    return moment


def _read(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _refused(request: Request, error: Refusal | Invalid, status: int) -> JSONResponse:
    message = error.message_zh if language_of(request) == "zh" else error.message_en
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return JSONResponse({"code": error.code, "message": message}, status, headers)


def cells(row: MeasureRow) -> dict[str, str]:
    """A row of the list; times in Asia/Shanghai with their offset."""
    values = (
        row.subject_kind.value,
        row.subject_key,
        row.department,
        row.name,
        row.kind,
        row.kind_zh,
        row.area,
        _text(row.starts_at),
        _text(row.over_at),
        row.source,
        row.document_no or row.case_no or "",
    )
    return dict(zip(HEADER, values, strict=True))


def _text(moment: datetime | None) -> str:
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds") if moment else ""


def csv_of(rows: tuple[MeasureRow, ...]) -> str:
    """The list as CSV with a byte-order mark, so that WPS opens it."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer)
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow([harmless(cell) for cell in cells(row).values()])
    return buffer.getvalue()


def _csv(rows: tuple[MeasureRow, ...], moment: datetime) -> Response:
    headers = {
        "Content-Disposition": 'attachment; filename="jicha-measures.csv"',
        "X-Jicha-As-Of": _text(moment),
    }
    return Response(csv_of(rows), media_type="text/csv; charset=utf-8", headers=headers)


def _json(rows: tuple[MeasureRow, ...], moment: datetime) -> Response:
    body = {"as_of": _text(moment), "count": len(rows), "measures": [cells(row) for row in rows]}
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, media_type="application/json")
