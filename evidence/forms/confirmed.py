"""逐条认定清单: the confirmed lines, each page with its sum and a place for stamp and signatures."""

from __future__ import annotations

from datetime import datetime

from casework.cases.state import CaseState
from casework.events import Json
from casework.lines.confirmed import ConfirmedPage, Row, Sums, pages_of
from casework.lines.state import LinesState
from evidence.dossier import formats
from evidence.dossier.typeset import Sheet, Typeset, typeset


def confirmed_list(case: CaseState, lines: LinesState, bureau: str, at: datetime) -> Typeset:
    """The list as PDF/A."""
    return typeset("confirmed", confirmed_sheet(case, lines, bureau, at), at)


def confirmed_sheet(case: CaseState, lines: LinesState, bureau: str, at: datetime) -> Sheet:
    """The values of the list."""
    pages = [*pages_of(lines)]
    totals = pages[-1].so_far if pages else None
    return {
        "bureau": bureau,
        "case_no": case.docket,
        "title": case.title,
        "profile": "",
        "party": case.party.name if case.party else "",
        "made": formats.day(at),
        "pages": [_page(page) for page in pages],
        "count": sum(len(page.rows) for page in pages),
        "loss": formats.money(totals[3]) if totals else "",
        "capitals": formats.capitals(totals[3]) if totals else "",
        "open": case.lines.open,
    }


def _page(page: ConfirmedPage) -> Json:
    return {
        "rows": [_row(row) for row in page.rows],
        "sums": _sums(page.sums),
        "so_far": _sums(page.so_far),
    }


def _sums(sums: Sums) -> Json:
    return [f"{amount:,.2f}" for amount in sums]


def _row(row: Row) -> Json:
    figures = (row.amount, row.confirmed, row.returned, row.loss)
    return [
        str(row.number), row.line_id, row.who, row.on, row.item,
        "" if row.cnt is None else f"{row.cnt.normalize():f}",
        "" if row.pric is None else f"{row.pric.normalize():,f}",
        *(f"{amount:,.2f}" for amount in figures),
        row.verdict, row.reasons,
    ]  # fmt: skip
