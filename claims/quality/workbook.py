"""The report as a workbook: lines with owner and state, completeness, months, rows of each line."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal

import xlsxwriter  # type: ignore[import-untyped]

from claims.english import in_english
from claims.intake.reasons import reason_en
from claims.quality.report import QualityReport
from claims.quality.rows import REJECT_COLUMNS, QualityRows
from claims.quality.said import plain
from claims.quality.worklist import Work
from claims.tables import TABLES

Language = Literal["zh", "en"]
Words = tuple[str, str]

STATES: Final[Mapping[str, Words]] = {
    "open": ("待处理", "open"),
    "working": ("处理中", "in hand"),
    "mended": ("已更正", "mended"),
    "explained": ("已说明", "explained"),
}
KINDS: Final[Mapping[str, Words]] = {
    "rejected": ("拒收", "rejected"),
    "empty": ("完整性", "completeness"),
    "without_partner": ("关联缺失", "no partner"),
    "equation": ("结算等式", "equation"),
    "unknown_code": ("代码表", "code list"),
    "impossible_date": ("日期", "dates"),
    "person": ("人员证件", "persons"),
    "repeat": ("疑似重复", "repeated"),
    "trend": ("趋势", "trend"),
}
#: Sheets and headers.
LINES: Final = (
    ("序号", "No."),
    ("类别", "Kind"),
    ("表", "Table"),
    ("字段", "Column"),
    ("问题", "Issue"),
    ("行数", "Rows"),
    ("检查行数", "Rows asked"),
    ("占比", "Share"),
    ("状态", "State"),
    ("负责人", "Owner"),
    ("说明", "What was done"),
)
FILLS: Final = (
    ("表", "Table"),
    ("表名", "Title of the table"),
    ("字段", "Column"),
    ("字段名", "Title of the column"),
    ("行数", "Rows"),
    ("已填", "Filled"),
    ("完整率", "Share filled"),
    ("是否报送", "Sent"),
)
SENT: Final = {True: ("是", "yes"), False: ("未报送", "not sent")}
MONTHS: Final = (
    ("表", "Table"),
    ("表名", "Title of the table"),
    ("月份", "Month"),
    ("本批行数", "In this batch"),
    ("全库行数", "In the store"),
    ("此前各月中位数", "Median of months before"),
)
STAMP: Final[Mapping[str, Words]] = {
    "exported_by": ("导出人", "Taken by"),
    "exported_at": ("导出时间", "Taken at"),
    "purpose": ("用途", "Purpose"),
    "masked": ("脱敏", "Masked"),
}
REJECTS: Final[Mapping[str, Words]] = {
    "file": ("文件", "File"),
    "line": ("行", "Line"),
    "field": ("字段", "Column"),
    "code": ("代码", "Code"),
    "reason": ("原因", "Reason"),
}
Stamp = Mapping[str, str]


def workbook(
    report: QualityReport,
    work: Mapping[str, Work],
    rows_of: Callable[[str], QualityRows],
    stamp: Stamp,
    language: Language = "zh",
    people: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """XLSX bytes in the reader's language. ``rows_of`` gives the first rows of a line (already masked
    where it must be); ``stamp`` says who took the file, when and why (keys of `STAMP`); ``people`` names
    accounts, one without a name stands for itself."""

    def say(words: Words) -> str:
        return words[language == "en"]

    def titled(name: str, title: str) -> str:
        return in_english(name, title) if language == "en" else title

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    numbers = {line.line_id: n for n, line in enumerate(report.lines, 1)}

    def sheet(title: Words, header: Iterable[Words], rows: Iterable[Sequence[Any]]) -> None:
        _sheet(book, bold, say(title), [say(one) for one in header], rows)

    sheet(("问题清单", "Issues"), LINES, _lines(report, work, numbers, say, people))
    columns = ((c.table, titled(c.table, TABLES[c.table].title), c.column, titled(c.column, c.title), c.rows, c.filled, _share(c.filled, c.rows), say(SENT[c.sent])) for c in report.columns)  # fmt: skip
    sheet(("完整性", "Completeness"), FILLS, columns)
    months = ((m.table, titled(m.table, TABLES[m.table].title), m.month, m.in_batch, m.rows, m.usual) for m in report.months)  # fmt: skip
    sheet(("趋势", "Trend"), MONTHS, months)
    for line in report.lines:
        number, found = numbers[line.line_id], rows_of(line.line_id)
        if found.columns == REJECT_COLUMNS:
            header = [REJECTS[name] for name in found.columns]
            shown = [*_reasons(found, language)]
        else:
            header = [(name, name) for name in found.columns]
            shown = [*found.rows]
        cut = [[say(_cut(len(shown), line.rows))]] if len(shown) < line.rows else []
        sheet((f"明细{number}", f"Rows {number}"), header, [*shown, *cut])
    told = [(say(STAMP.get(key, (key, key))), value) for key, value in stamp.items()]
    sheet(("导出说明", "About"), (("项目", "Item"), ("内容", "Content")), told)
    book.close()
    return buffer.getvalue()


def _cut(shown: int, rows: int) -> Words:
    """The last row of a sheet that does not show all."""
    if not shown:
        return (
            "这些记录不在库中，没有可列的行。",
            "These rows are not in the store: there is nothing to list.",
        )
    return (
        f"以上为前 {shown:,} 行，共 {rows:,} 行；其余在页面上逐页查看。",
        f"These are the first {shown:,} of {rows:,} rows; the page shows the others.",
    )


def _reasons(found: QualityRows, language: Language) -> Iterator[Sequence[Any]]:
    """Rejected rows with the reason in the reader's language."""
    for *rest, code, reason in found.rows:
        yield (*rest, code, reason if language == "zh" else reason_en(code or ""))


def _lines(
    report: QualityReport,
    work: Mapping[str, Work],
    numbers: Mapping[str, int],
    say: Callable[[Words], str],
    people: Mapping[str, str],
) -> Iterable[Sequence[Any]]:
    for line in report.lines:
        now = work.get(line.line_id, Work())
        yield (
            *(numbers[line.line_id], say(KINDS[line.kind]), line.table, line.column),
            *(plain(say((line.zh, line.en))), line.rows, line.of, _share(line.rows, line.of)),
            *(say(STATES[now.state]), people.get(now.owner, now.owner), now.note),
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
