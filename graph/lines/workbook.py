"""The confirmed lines as a workbook, each page's worth with its sum, for stamping."""

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.lines.confirmed import ConfirmedPage, Row, pages_of
from casework.lines.state import LinesState

COLUMNS: Final = (
    ("序号", 6),
    ("就诊ID/明细流水号", 30),
    ("人员编号", 16),
    ("姓名", 8),
    ("费用日期", 11),
    ("项目", 28),
    ("数量", 9),
    ("单价（元）", 11),
    ("金额（元）", 13),
    ("认定", 10),
    ("认定基金损失（元）", 17),
    ("此前已退回（元）", 15),
    ("应追回（元）", 13),
    ("理由", 24),
)
MONEY: Final = "#,##0.00"


def confirmed_workbook(case: CaseState, lines: LinesState, at: datetime, bureau: str) -> bytes:
    """The confirmed lines of a case; sums are written as figures, so that they print as shown."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"逐条认定清单 {case.case_no}", "author": bureau})
        book.set_properties({"created": at.replace(tzinfo=None)})
        sheet = book.add_worksheet("逐条认定清单")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 1)
        sheet.set_footer(
            "&L被检查机构（盖章）：　　　　　　&C第 &P 页 共 &N 页&R检查人员（两人签字）：　　　　　　"
        )
        _fill(book, sheet, case, lines, f"{bureau}　{case.case_no}　{local_date(at).isoformat()}")
    return buffer.getvalue()


def _fill(book: Any, sheet: Any, case: CaseState, lines: LinesState, head: str) -> None:
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#EEEEEE", "text_wrap": True})
    money = book.add_format({"num_format": MONEY, "border": 1})
    plain = book.add_format({"border": 1})
    total = book.add_format({"num_format": MONEY, "border": 1, "bold": True})
    sheet.write(0, 0, f"{head}　当事人：{case.party.name if case.party else ''}")
    for at, (title, width) in enumerate(COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write(1, at, title, bold)
    line, breaks = 2, []
    for page in pages_of(lines):
        for row in page.rows:
            _row(sheet, line, row, plain, money)
            line += 1
        line = _sums(sheet, line, page, total)
        breaks.append(line)
    sheet.set_h_pagebreaks(breaks[:1000])


def _row(sheet: Any, line: int, row: Row, plain: Any, money: Any) -> None:
    cells: Sequence[Any] = (
        row.number, row.line_id, row.psn_no, row.who, row.on, row.item, row.cnt, row.pric,
        row.amount, row.verdict, row.confirmed, row.returned, row.loss, row.reasons,
    )  # fmt: skip
    for at, cell in enumerate(cells):
        sheet.write(line, at, cell, money if isinstance(cell, Decimal) and at > 6 else plain)


def _sums(sheet: Any, line: int, page: ConfirmedPage, total: Any) -> int:
    for name, sums in (("本页小计", page.sums), ("累计", page.so_far)):
        sheet.write(line, 1, name, total)
        for at, amount in zip((8, 10, 11, 12), sums, strict=True):
            sheet.write(line, at, amount, total)
        line += 1
    return line
