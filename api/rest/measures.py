"""What stops settlement or payment at a moment, for settlement systems: a key instead of a person."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import SpooledTemporaryFile

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from api.context import Services
from api.errors import Invalid
from api.languages import language_of
from api.rest.status_page import first_of, place_of, status_page
from audit.export.columns import harmless
from casework.actors import Actor
from casework.clocks.calendars import SHANGHAI
from casework.commands.keys import RecordKeyUse
from casework.refusal import Refusal
from graph.commands import execute
from graph.keys.store import actor_of_key
from graph.measures.read import MeasureRow, status_list

HEADER = (
    *("subject_kind", "subject_key", "department", "name", "measure", "measure_name", "area"),
    *("starts_at", "over_at", "source", "document_no", "effect", "measure_name_en"),
)
BEARER = "Bearer "

#: The names that an address of the list may ask with; only JSON comes page by page.
KNOWN = ("asOf",)
PAGED = ("asOf", "first", "cursor")
#: How much of a list is kept in memory until it is counted.
KEPT = 4 * 1024 * 1024


async def get_status(request: Request) -> Response:
    """``GET /rest/measures.{csv|json}?asOf=`` with ``Authorization: Bearer <key>``.

    ``asOf`` is a moment with its offset (2026-11-26T08:00:00+08:00; a ``+`` in an address is %2B),
    now by default. Rows are what stops settlement then (``effect`` settlement), or what the fund pays
    out while patients go on settling (``payment``); ``area`` is the code of a division, empty everywhere;
    ``measure_name`` is Chinese, ``measure_name_en`` English; ``over_at`` is empty where it lasts until
    lifted. CSV is the whole list. JSON is a page of at least ``first`` rows (5,000 by default), whose
    ``next`` is the ``cursor`` of the next one and null on the last. 401 without a key that works, 400
    for a moment, number or cursor that cannot be read or a name that is not known.
    """
    services: Services = request.app.state.services
    kind, now = request.path_params["kind"], services.clock()
    if kind not in ("csv", "json"):
        return Response(status_code=404)
    try:
        given = request.headers.get("authorization", "")
        secret = given.removeprefix(BEARER) if given.startswith(BEARER) else ""
        actor = await actor_of_key(services.driver, secret, now)
        if kind == "csv":
            return await _csv(services, actor, moment_of(request, now), now)
        return await _json(services, actor, request, now)
    except Refusal as refusal:
        return _refused(request, refusal, 401)
    except Invalid as invalid:
        return _refused(request, invalid, 400)


async def _csv(services: Services, actor: Actor, moment: datetime, now: datetime) -> Response:
    """The whole list; written aside first, because the record of the read says how many rows it has."""
    file = SpooledTemporaryFile(KEPT, "w+", encoding="utf-8", newline="")  # noqa: SIM115
    rows = 0
    try:
        file.write(head())
        async for _, found in status_list(services.driver, moment):
            file.write(lines_of(found))
            rows += len(found)
        await _recorded(services, actor, f"measures.csv {_text(moment)}", rows, now)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    headers = {
        "Content-Disposition": 'attachment; filename="jicha-measures.csv"',
        "X-Jicha-As-Of": _text(moment),
    }
    kind = "text/csv; charset=utf-8"
    return StreamingResponse(_portions(file), media_type=kind, headers=headers)


def _portions(file: SpooledTemporaryFile[str]) -> Iterator[str]:
    with file:
        while part := file.read(64 * 1024):
            yield part


async def _json(services: Services, actor: Actor, request: Request, now: datetime) -> Response:
    asked = moment_of(request, now, PAGED)
    given, after = place_of(request.query_params)
    moment = given or asked
    if given is not None and "asOf" in request.query_params and asked != given:
        raise Invalid(
            "asOf",
            "cursor 已含时刻，后续各页不必再给 asOf，或与第一页一致。",
            "The cursor has the moment: leave asOf out, or give that of the first page.",
        )
    page = await status_page(services.driver, moment, after, first_of(request.query_params))
    rows = page.rows
    await _recorded(services, actor, f"measures.json {_text(moment)}", len(rows), now)
    measures = [cells(row) for row in rows]
    body = {
        "as_of": _text(moment), "count": len(rows), "next": page.following, "measures": measures,
    }  # fmt: skip
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, media_type="application/json")


async def _recorded(services: Services, actor: Actor, what: str, rows: int, now: datetime) -> None:
    key_id = actor.account.partition(":")[2]
    use = RecordKeyUse(key_id=key_id, what=what, rows=rows)
    await execute(services.driver, use, actor, now)


def moment_of(request: Request, now: datetime, known: tuple[str, ...] = KNOWN) -> datetime:
    """The asked moment, now by default. Raises :class:`Invalid` without an offset.

    A name that is not known is refused too: taken for nothing, it would answer with another moment.
    """
    for name in request.query_params:
        if name not in known:
            zh = f"不认识参数“{name[:40]}”。可用的参数：{'、'.join(known)}。"
            raise Invalid(
                name[:40], zh, f"'{name[:40]}' is no parameter. Known: {', '.join(known)}."
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
        "settlement" if row.stops else "payment",
        row.kind_en,
    )
    return dict(zip(HEADER, values, strict=True))


def _text(moment: datetime | None) -> str:
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds") if moment else ""


def csv_of(rows: Iterable[MeasureRow]) -> str:
    """The list as CSV with a byte-order mark, so that WPS opens it."""
    return head() + lines_of(rows)


def head() -> str:
    """Byte-order mark and names of the columns."""
    return "\ufeff" + _written([HEADER])


def lines_of(rows: Iterable[MeasureRow]) -> str:
    """Rows of the list as lines of CSV."""
    return _written([harmless(cell) for cell in cells(row).values()] for row in rows)


def _written(rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()
