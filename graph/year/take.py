"""The year as a file: figures, months, cases that came out, payments, deadlines missed."""

from collections.abc import Mapping

import neo4j

from casework.actors import Viewer
from casework.events import utc_text
from graph.cases.list import CaseCursor, CaseFilter, CaseRow, list_cases
from graph.year.read import MAX_PAGE, Missed, list_missed, year_of
from graph.year.receipts import ReceiptRow, list_receipts
from graph.year.workbook import workbook


async def taken(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, stamp: Mapping[str, str]
) -> tuple[bytes, int]:
    """XLSX bytes and the rows in them; refuses ROLE_REQUIRED to all but head and supervisor."""
    found, received = (
        await year_of(driver, viewer, year),
        await every_receipt(driver, viewer, year),
    )
    cases, missed = await _cases(driver, viewer, year), await every_missed(driver, viewer, year)
    rows = len(cases) + len(received) + len(missed)
    return workbook(found, cases, received, missed, stamp), rows


async def every_missed(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[Missed]:
    """Every deadline missed in the year, the earliest first."""
    rows = list[Missed]()
    after: tuple[str, str] | None = None
    while True:
        page = await list_missed(driver, viewer, year, first=MAX_PAGE, after=after)
        rows += page.rows
        if not page.has_more:
            return rows
        after = (utc_text(page.rows[-1].due), page.rows[-1].key)


async def every_receipt(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[ReceiptRow]:
    """Every payment of the year, the earliest first."""
    rows = list[ReceiptRow]()
    after: tuple[str, str] | None = None
    while True:
        page = await list_receipts(driver, viewer, year, first=MAX_PAGE, after=after)
        rows += page.rows
        if not page.has_more:
            return rows
        after = (page.rows[-1].on.isoformat(), page.rows[-1].key)


async def _cases(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[CaseRow]:
    wanted, rows = CaseFilter(outcome_in=str(year)), list[CaseRow]()
    after: CaseCursor | None = None
    while True:
        page = await list_cases(driver, viewer, wanted, first=100, after=after)
        rows += page.rows
        if not page.has_more:
            return rows
        after = page.rows[-1].cursor
