"""A year as a workbook: figures, months, cases that came out, payments, deadlines, doctors, measures."""

import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from casework.cases.outcome import OUTCOMES, Outcome
from casework.clocks.calendars import local_date, minute
from casework.ledger.accounts import NAMES, Account
from casework.ledger.receipts import CASH
from casework.measures.state import STANDINGS
from casework.money import ZERO
from graph.cases.list import CaseRow
from graph.measures.read import MeasureRow
from graph.year.besides import DoctorRow
from graph.year.read import Missed, Year
from graph.year.receipts import ReceiptRow

WIDTH: Final = 18
MONEY: Final = {
    "identified": "发现疑点金额（元）",
    "confirmed": "认定金额（元）",
    "demanded": "责令退回（元）",
    "returned": "已退回（元）",
    "written_off": "已核销（元）",
    "fined": "罚款决定（元）",
    "fine_paid": "已缴罚款（元）",
}


def workbook(
    year: Year,
    cases: Iterable[CaseRow],
    received: Sequence[ReceiptRow],
    missed: Iterable[Missed],
    doctors: Iterable[DoctorRow],
    measures: Iterable[MeasureRow],
    stamp: Mapping[str, str],
) -> bytes:
    """XLSX bytes; `stamp` says who took the file and when. Amounts are text: no float rounds them."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    _sheet(book, bold, "概况", ("项目", "数值"), [*_figures(year), *_sums(received)])
    names = [OUTCOMES[one][0] for one in Outcome]
    _sheet(book, bold, "按月", ("月份", "登记案件", *names), _months(year))
    _sheet(
        book, bold, "办结案件", ("案号", "标题", "当事人", "阶段", "涉案金额（元）"), _cases(cases)
    )
    _sheet(
        book,
        bold,
        "到账明细",
        ("到账日", "项目", "金额（元）", "凭证号", "案号", "标题", "当事人"),
        _received(received),
    )
    _sheet(
        book, bold, "逾期期限", ("期限", "案件或医师", "到期日", "完成日", "依据"), _missed(missed)
    )
    _sheet(
        book,
        bold,
        "医师档案",
        (
            "医师",
            "医保医师代码",
            "机构编码",
            "本年记分次数",
            "本年记分（分）",
            "现状态",
            "本年资格恢复",
        ),
        _doctors(doctors),
    )
    _sheet(
        book,
        bold,
        "措施",
        ("对象", "编码", "科室", "措施", "开始", "截止（不含）", "状态", "依据案件或文书"),
        _measures(measures),
    )
    _sheet(book, bold, "导出说明", ("项目", "内容"), stamp.items())
    book.close()
    return buffer.getvalue()


def _figures(year: Year) -> Iterable[Sequence[Any]]:
    yield "年份", year.year
    yield "登记案件", year.opened
    yield "现等主要负责人：案件（件）", year.cases
    yield "现等主要负责人：医师档案（份）", year.files
    yield "现等主要负责人：措施（项）", year.measures
    yield "现等主要负责人：本局参数修改（项）", year.parameters
    for outcome, count in year.outcomes.items():
        yield OUTCOMES[outcome][0], count
    for name, amount in year.money.items():
        yield MONEY[name], f"{amount:.2f}"
    for row in year.missed:
        yield f"逾期：{row.zh}", row.count


def _sums(received: Iterable[ReceiptRow]) -> Iterable[Sequence[Any]]:
    """What came in during the year, whatever became of its cases."""
    sums: dict[Account, Decimal] = dict.fromkeys(CASH, ZERO)
    for one in received:
        sums[one.account] += one.amount
    for account, amount in sums.items():
        yield f"本年到账：{NAMES[account][0]}（元）", f"{amount:.2f}"


def _received(received: Iterable[ReceiptRow]) -> Iterable[Sequence[Any]]:
    for one in received:
        yield (
            *(one.on.isoformat(), NAMES[one.account][0], f"{one.amount:.2f}", one.document_no),
            *(one.case_no, one.title, one.party),
        )


def _months(year: Year) -> Iterable[Sequence[Any]]:
    for one in year.months:
        yield one.month, one.opened, *(one.outcomes.get(outcome, 0) for outcome in Outcome)


def _cases(cases: Iterable[CaseRow]) -> Iterable[Sequence[Any]]:
    for row in cases:
        yield row.case_no, row.title, row.party_name, row.stage_zh, f"{row.amount:.2f}"


def _missed(missed: Iterable[Missed]) -> Iterable[Sequence[Any]]:
    for one in missed:
        ended = local_date(one.ended_at).isoformat() if one.ended_at else "尚未完成"
        yield one.zh, one.of, local_date(one.due).isoformat(), ended, one.basis


def _doctors(doctors: Iterable[DoctorRow]) -> Iterable[Sequence[Any]]:
    for one in doctors:
        yield (
            *(one.name, one.prac_psn_code, one.fixmedins_code, one.scores, one.points),
            *(one.status, one.restoration or "未申请"),
        )


def _measures(measures: Iterable[MeasureRow]) -> Iterable[Sequence[Any]]:
    for one in measures:
        starts, over = (minute(moment) if moment else "" for moment in (one.starts_at, one.over_at))
        yield (
            *(one.name, one.subject_key, one.department, one.kind_zh, starts, over),
            *(STANDINGS[one.standing][0], one.case_no or one.document_no),
        )


def _sheet(
    book: Any, bold: Any, title: str, head: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, head, bold)
    sheet.set_column(0, len(head) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, list(row))
