"""The confirmed list on paper: every printed page has its own sum and a place for the stamp."""

import io
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pypdf
import pytest

from casework.commands.case import CaseLine, LineVerdict
from casework.lines.confirmed import pages_of
from casework.lines.state import Line, LinesState, totals_of
from evidence.forms.confirmed import confirmed_list

AT = datetime(2026, 11, 26, tzinfo=UTC)
D = Decimal


def lines(count: int, item: str, reasons: str) -> LinesState:
    rows = {}
    for n in range(count):
        key = f"349925202500083532/3499250000200{n:05}"
        amount = D("10.01")
        of = CaseLine(
            key, "F1", "hanging_bed", "H1", amount, amount, who="蔡**", on=AT.date(), item=item,
            cnt=D(1), pric=amount,
        )  # fmt: skip
        rows[key] = Line(of, LineVerdict.PARTLY, amount, D("0.00"), reasons)
    return LinesState("C1", 1, rows)


@pytest.mark.parametrize(
    ("count", "item", "reasons"),
    [
        (84, "5%葡萄糖注射液", ""),
        (60, "彩色多普勒超声常规检查（含腹部及泌尿系统联合检查）", "病历中没有相应记录"),
        (9, "CT", "该项目在病历、医嘱与执行记录中均无对应内容，机构未能提供原始资料。" * 14),
    ],
)
def test_each_printed_page_has_its_sum_and_its_stamp(count: int, item: str, reasons: str) -> None:
    state = lines(count, item, reasons)
    pages = [*pages_of(state)]
    case: Any = SimpleNamespace(
        case_no="C1", docket="C1", title="案", party=None, lines=totals_of(state.lines.values())
    )
    printed = pypdf.PdfReader(io.BytesIO(confirmed_list(case, state, "某县医保局", AT).pdf)).pages
    assert len(printed) == len(pages)
    for page, sheet in zip(pages, printed, strict=True):
        text = sheet.extract_text().replace("\u200b", "")
        assert f"{page.sums[3]:,.2f}" in text
        assert f"{page.so_far[3]:,.2f}" in text
        assert "盖章" in text
    assert f"{count * D('10.01'):,.2f}" in text
