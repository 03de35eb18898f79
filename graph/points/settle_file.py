"""补结清单 as a file: one line for each doctor, institution and score that fell, sums in yuan."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook

from graph.points.freed import Settle

HEADS: Final = (
    *("医师", "医师编码", "机构", "机构编码", "记分（恢复申请）", "撤销或更正的理由"),
    *("起", "止", "明细条数", "费用（元）", "其中基金应付（元）", "尚未结算（元）", "涉及案件"),
)
HEADS_EN: Final = (
    *("Doctor", "Doctor's code", "Institution", "Institution's code", "Score (or application)"),
    *("Why it fell or was lowered", "From", "To", "Lines", "Fees (yuan)", "Fund's share (yuan)"),
    *("Not settled yet (yuan)", "Cases"),
)
TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def settle_file(rows: Sequence[Settle], kind: str, *, english: bool = False) -> bytes:
    """The list in one of the two kinds and the reader's language; WPS opens the CSV by its mark as UTF-8."""
    heads = HEADS_EN if english else HEADS
    cells = [_cells(one) for one in rows]
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out).writerows([heads, *cells])
        return out.getvalue().encode("utf-8-sig")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Fees to settle" if english else "补结清单"
    for row in (heads, *cells):
        sheet.append(list(row))
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _cells(one: Settle) -> tuple[str | int, ...]:
    return (
        _plain(one.name), one.prac_psn_code, _plain(one.place), one.fixmedins_code,
        one.entry_id, _plain(one.why),
        one.first_day.isoformat(), one.last_day.isoformat(), one.lines,
        f"{one.amount:.2f}", f"{one.fund:.2f}", f"{one.unsettled:.2f}", " ".join(one.cases),
    )  # fmt: skip


def _plain(words: str) -> str:
    """What a person wrote is never a formula of the sheet that opens it."""
    return f"'{words}" if words[:1] in tuple("=+-@\t\r") else words
