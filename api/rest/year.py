"""The year as a workbook, for the meeting of the bureau's leaders."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Invalid, Missing
from api.rest.export import XLSX, export
from api.session.pages import may_open
from api.year.queries import checked_year
from audit.export.columns import Stamp
from casework.commands.access import RecordExport
from graph.year.take import taken


async def get_year(request: Request, context: Context) -> Response:
    """``GET /export/year/{year}.xlsx``: figures, months, cases, missed deadlines; recorded first."""
    if not may_open(context.actor, "year"):
        raise Missing
    given = request.path_params["year"]
    if not given.isdecimal():
        raise Invalid("year", "年份应为四位数字。", "The year is a number of four digits.")
    year = checked_year(int(given), context)
    stamp = Stamp(context.viewer, context.at).cells
    said = {"导出人": stamp["exported_by"], "导出时间": stamp["exported_at"]}
    body, rows = await taken(context.driver, context.viewer, year, said, context.at)
    record = RecordExport(what=f"year-{year}.xlsx", rows=rows, masked=True)
    return await export(context, body, record, f"jicha-{year}.xlsx", XLSX)
