"""The year as a file: figures, months, cases that came out, payments, deadlines, doctors, measures."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import neo4j

from casework.actors import Viewer
from casework.events import utc_text
from graph.cases.list import CaseCursor, CaseFilter, CasePageOfList, CaseRow, list_cases
from graph.year.besides import doctors_of, measures_of_year
from graph.year.read import MAX_PAGE, Missed, MissedPage, list_missed, year_of
from graph.year.receipts import ReceiptPage, ReceiptRow, list_receipts
from graph.year.workbook import workbook

Row = TypeVar("Row", covariant=True)
Cursor = TypeVar("Cursor")


async def taken(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, stamp: Mapping[str, str], at: datetime
) -> tuple[bytes, int]:
    """XLSX bytes and the rows in them; refuses ROLE_REQUIRED to all but head and supervisor."""
    found, received = (
        await year_of(driver, viewer, year),
        await every_receipt(driver, viewer, year),
    )
    cases, missed = await _cases(driver, viewer, year), await every_missed(driver, viewer, year)
    doctors = await doctors_of(driver, viewer, year, at)
    measures = await measures_of_year(driver, viewer, year, at)
    rows = len(cases) + len(received) + len(missed) + len(doctors) + len(measures)
    return workbook(found, cases, received, missed, doctors, measures, stamp), rows


async def every_missed(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[Missed]:
    """Every deadline missed in the year, the earliest first."""

    async def ask(after: tuple[str, str] | None) -> MissedPage:
        return await list_missed(driver, viewer, year, first=MAX_PAGE, after=after)

    return await _to_the_end(ask, lambda row: (utc_text(row.due), row.key))


async def every_receipt(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[ReceiptRow]:
    """Every payment of the year, the earliest first."""

    async def ask(after: tuple[str, str] | None) -> ReceiptPage:
        return await list_receipts(driver, viewer, year, first=MAX_PAGE, after=after)

    return await _to_the_end(ask, lambda row: (row.on.isoformat(), row.key))


async def _cases(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> list[CaseRow]:
    wanted = CaseFilter(outcome_in=str(year))

    async def ask(after: CaseCursor | None) -> CasePageOfList:
        return await list_cases(driver, viewer, wanted, first=100, after=after)

    return await _to_the_end(ask, lambda row: row.cursor)


class _Page(Protocol[Row]):
    @property
    def rows(self) -> Sequence[Row]: ...
    @property
    def has_more(self) -> bool: ...


async def _to_the_end(
    ask: Callable[[Cursor | None], Awaitable[_Page[Row]]], cursor: Callable[[Row], Cursor]
) -> list[Row]:
    """All rows of a list that is read page by page."""
    rows, after = list[Row](), None
    while True:
        page = await ask(after)
        rows += page.rows
        if not page.has_more:
            return rows
        after = cursor(page.rows[-1])
