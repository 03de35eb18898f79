"""The report as a workbook: lines with owner and state, completeness, months, rows of each line."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from claims.quality.report import QualityReport
from claims.quality.rows import QualityRows
from claims.quality.said import plain
from claims.quality.worklist import Work
from claims.tables import TABLES

STATES = {"open": "待处理", "working": "处理中", "mended": "已更正", "explained": "已说明"}
KINDS = {
    "rejected": "拒收",
    "empty": "完整性",
    "without_partner": "关联缺失",
    "equation": "结算等式",
    "unknown_code": "代码表",
    "impossible_date": "日期",
    "person": "人员证件",
    "repeat": "疑似重复",
    "trend": "趋势",
}
ROWS_EACH = 200
Stamp = Mapping[str, str]


def workbook(
    report: QualityReport,
    work: Mapping[str, Work],
    rows_of: Callable[[str], QualityRows],
    stamp: Stamp,
) -> bytes:
    """XLSX bytes. ``rows_of`` gives the first rows of a line (already masked where it must be);
    ``stamp`` says who took the file, when and why."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    numbers = {line.line_id: n for n, line in enumerate(report.lines, 1)}
    _sheet(book, bold, "问题清单", _LINES, _lines(report, work, numbers))
    columns = ((c.table, TABLES[c.table].title, c.column, c.title, c.rows, c.filled, _share(c.filled, c.rows)) for c in report.columns)  # fmt: skip
    _sheet(
        book, bold, "完整性", ("表", "表名", "字段", "字段名", "行数", "已填", "完整率"), columns
    )
    months = ((m.table, TABLES[m.table].title, m.month, m.in_batch, m.rows, m.usual) for m in report.months)  # fmt: skip
    _sheet(book, bold, "趋势", ("表", "表名", "月份", "本批行数", "全库行数", "此前各月中位数"), months)  # fmt: skip
    for line in report.lines:
        found = rows_of(line.line_id)
        _sheet(book, bold, f"明细{numbers[line.line_id]}", found.columns, found.rows)
    _sheet(book, bold, "导出说明", ("项目", "内容"), stamp.items())
    book.close()
    return buffer.getvalue()


_LINES = (
    "序号",
    "类别",
    "表",
    "字段",
    "问题",
    "行数",
    "检查行数",
    "占比",
    "状态",
    "负责人",
    "说明",
)


def _lines(
    report: QualityReport, work: Mapping[str, Work], numbers: Mapping[str, int]
) -> Iterable[Sequence[Any]]:
    for line in report.lines:
        now = work.get(line.line_id, Work())
        yield (
            *(numbers[line.line_id], KINDS[line.kind], line.table, line.column, plain(line.zh)),
            *(line.rows, line.of, _share(line.rows, line.of)),
            *(STATES[now.state], now.owner, now.note),
        )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 6) if whole else None


def _sheet(
    book: Any, bold: Any, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, header, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, row)
    sheet.autofit()
