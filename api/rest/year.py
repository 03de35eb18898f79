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
from casework.events import utc_text
from graph.cases.list import CaseCursor, CaseFilter, CaseRow, list_cases
from graph.year.read import MAX_PAGE, Missed, list_missed, year_of
from graph.year.workbook import workbook


async def get_year(request: Request, context: Context) -> Response:
    """``GET /export/year/{year}.xlsx``: figures, months, cases, missed deadlines; recorded first."""
    if not may_open(context.actor, "year"):
        raise Missing
    given = request.path_params["year"]
    if not given.isdecimal():
        raise Invalid("year", "年份应为四位数字。", "The year is a number of four digits.")
    year = checked_year(int(given), context)
    found = await year_of(context.driver, context.viewer, year)
    cases, missed = await _cases(context, year), await _missed(context, year)
    stamp = Stamp(context.viewer, context.at).cells
    said = {"导出人": stamp["exported_by"], "导出时间": stamp["exported_at"]}
    body = workbook(found, cases, missed, said)
    record = RecordExport(what=f"year-{year}.xlsx", rows=len(cases) + len(missed), masked=True)
    return await export(context, body, record, f"jicha-{year}.xlsx", XLSX)


async def _cases(context: Context, year: int) -> list[CaseRow]:
    """Every case that came out in the year."""
    wanted, rows = CaseFilter(outcome_in=str(year)), list[CaseRow]()
    after: CaseCursor | None = None
    while True:
        page = await list_cases(context.driver, context.viewer, wanted, first=100, after=after)
        rows += page.rows
        if not page.has_more:
            return rows
        after = page.rows[-1].cursor


async def _missed(context: Context, year: int) -> list[Missed]:
    """Every deadline missed in the year."""
    rows = list[Missed]()
    after: tuple[str, str] | None = None
    while True:
        page = await list_missed(context.driver, context.viewer, year, first=MAX_PAGE, after=after)
        rows += page.rows
        if not page.has_more:
            return rows
        last = page.rows[-1]
        after = (utc_text(last.due), last.key)
