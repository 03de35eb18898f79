"""Read a list of earlier refunds (XLSX or CSV): 就诊ID, 明细流水号, 退回金额, 来源, 日期, 文号."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from openpyxl import load_workbook

from casework.commands.case import EarlierRefund, RefundSource
from casework.money import yuan
from casework.refusal import Refusal, refuse

HEADS: Final = ("就诊ID", "明细流水号", "退回金额", "来源", "日期", "文号")
#: The same by the interface's names, as the desk sends what was typed.
FIELDS: Final = ("mdtrt_id", "feedetl_sn", "amount", "source", "on", "document_no")
#: In place of visit and line, what names a line that has neither: the finding, or the paper's number.
BILL: Final = "疑点或票据编号"
HEADS_EN: Final = ("visit", "line", "amount", "source", "day", "document number")
SOURCES: Final[dict[str, RefundSource]] = {
    "自查": RefundSource.SELF_CHECK,
    "自查自纠": RefundSource.SELF_CHECK,
    "日常审核": RefundSource.DAILY_AUDIT,
    "飞检": RefundSource.FLIGHT_CHECK,
    "飞行检查": RefundSource.FLIGHT_CHECK,
    "DIP清算": RefundSource.GROUP_CLEARING,
    "DRG清算": RefundSource.GROUP_CLEARING,
    "其他": RefundSource.OTHER,
    **{source.value: source for source in RefundSource},
}
MOST_BYTES: Final = 20 * 2**20
MOST_UNPACKED: Final = 200 * 2**20
MOST_ROWS: Final = 100_000


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be used, counted as the sheet counts, and why."""

    row: int
    zh: str
    en: str


@dataclass(frozen=True)
class RefundList:
    """What a file holds: rows that can be entered, with their numbers, and rows that cannot.

    `new` are those that are not entered yet, once that was looked at.
    """

    refunds: tuple[EarlierRefund, ...]
    bad: tuple[BadRow, ...]
    rows: tuple[int, ...] = ()
    new: tuple[EarlierRefund, ...] = ()


def read_refunds(body: bytes, name: str) -> RefundList:
    """Read a file. Refuses BAD_VALUE for what is no such list; single bad rows are returned."""
    if len(body) > MOST_BYTES:
        raise _no("文件超过 20 MB", "the file is above 20 MB")
    rows = _sheet(body) if name.lower().endswith(".xlsx") else _csv(body)
    head, *rest = rows or [[]]
    known: dict[str, str] = {**dict(zip(FIELDS, HEADS, strict=True)), "bill": BILL}
    names = [known.get(cell.strip(), cell.strip()) for cell in head]
    wanted = (BILL, *HEADS[2:]) if BILL in names else HEADS
    missing = [one for one in wanted if one not in names]
    if missing:
        raise _no(
            f"缺少列：{'、'.join(missing)}", f"columns missing: {len(missing)} of {len(wanted)}"
        )
    places = [names.index(one) for one in wanted]
    good: list[EarlierRefund] = []
    numbers: list[int] = []
    bad: list[BadRow] = []
    for number, row in enumerate(rest, 2):
        cells = [row[place].strip() if place < len(row) else "" for place in places]
        if not any(cells):
            continue
        try:
            good.append(_refund(wanted, cells))
            numbers.append(number)
        except Refusal as no:
            bad.append(BadRow(number, no.message_zh, no.message_en))
    return RefundList(tuple(good), tuple(bad), tuple(numbers))


def _no(why: str, why_en: str) -> Refusal:
    list_of = {"field": "退回清单", "field_en": "list of refunds"}
    return refuse("BAD_VALUE", **list_of, why=why, why_en=why_en)


def _refund(heads: Sequence[str], cells: Sequence[str]) -> EarlierRefund:
    *bill, amount, source, day, paper = cells
    for head, cell in zip(heads, cells, strict=True):
        if not cell:
            english = "finding or bill" if head == BILL else HEADS_EN[HEADS.index(head)]
            raise refuse("FIELD_REQUIRED", field=head, field_en=english)
    if source not in SOURCES:
        why = f"应为 {'、'.join(list(SOURCES)[:7])} 之一"
        known = f"one of {', '.join(RefundSource)}"
        raise refuse("BAD_VALUE", field="来源", field_en="source", why=why, why_en=known)
    money = yuan(amount.replace(",", ""))
    if not money:
        raise refuse("BAD_AMOUNT", value=amount)
    return EarlierRefund("/".join(bill), money, SOURCES[source], _day(day), paper)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError:
        raise refuse(
            "BAD_VALUE",
            field="日期",
            field_en="day",
            why=f"{text[:20]} 应为 YYYY-MM-DD",
            why_en=f"{text[:20]} should be YYYY-MM-DD",
        ) from None


def _csv(body: bytes) -> list[list[str]]:
    """Bureaus save from WPS as UTF-8 with a mark, or in GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _some(csv.reader(io.StringIO(text)))
    raise _no("文字编码应为 UTF-8 或 GB18030", "text must be UTF-8 or GB18030")


def _sheet(body: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise _no("展开后超过 200 MB", "above 200 MB when unpacked")
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        try:
            rows = book.worksheets[0].iter_rows(max_col=20, values_only=True)
            return _some([["" if c is None else str(c) for c in row] for row in rows])
        finally:
            book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise _no("不是可读的 XLSX 文件", "not a readable XLSX file") from error


def _some(rows: Iterable[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    for row in rows:
        if len(found) > MOST_ROWS:
            raise _no(f"超过 {MOST_ROWS} 行，请分批导入", f"above {MOST_ROWS} rows: split it")
        found.append(row)
    return found
