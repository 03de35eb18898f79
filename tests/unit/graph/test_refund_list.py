"""Lists of earlier refunds as bureaus send them: CSV of two encodings, XLSX, bad rows named."""

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from casework.commands.case import EarlierRefund, RefundSource
from casework.refusal import Refusal
from graph.lines.refund_list import FIELDS, HEADS, read_refunds

ROW = ("M1", "12", "1,000.50", "飞检", "2025/09/01", "飞检3号")
KNOWN = EarlierRefund(
    "M1/12", Decimal("1000.50"), RefundSource.FLIGHT_CHECK, date(2025, 9, 1), "飞检3号"
)


def text(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> str:
    quoted = [",".join(f'"{cell}"' for cell in row) for row in (heads, *rows)]
    return "\n".join(quoted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv(encoding: str) -> None:
    found = read_refunds(text(ROW).encode(encoding), "a.csv")
    assert found.refunds == (KNOWN,)
    assert found.bad == ()


def test_what_was_typed_at_the_desk_names_the_columns_as_the_interface_does() -> None:
    assert read_refunds(text(ROW, heads=FIELDS).encode(), "typed.csv").refunds == (KNOWN,)


def test_workbook() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    sheet.append(ROW)
    sheet.append([None] * 6)
    kept = io.BytesIO()
    book.save(kept)
    assert read_refunds(kept.getvalue(), "A.XLSX").refunds == (KNOWN,)


@pytest.mark.parametrize(
    ("at", "cell", "said"),
    [
        (0, "", "visit"),
        (2, "-5", "-5"),
        (2, "0", "0"),
        (2, "NaN", "NaN"),
        (3, "猜的", "Source"),
        (4, "昨天", "YYYY-MM-DD"),
        (5, " ", "document number"),
    ],
)
def test_a_bad_row_is_named_and_the_others_stay(at: int, cell: str, said: str) -> None:
    wrong = tuple(cell if n == at else value for n, value in enumerate(ROW))
    found = read_refunds(text(wrong, ROW).encode(), "a.csv")
    assert found.refunds == (KNOWN,)
    assert [bad.row for bad in found.bad] == [2]
    assert said in found.bad[0].en


@pytest.mark.parametrize(
    ("body", "name"),
    [(b"", "a.csv"), (b"a,b\n1,2", "a.csv"), (b"PK\x03\x04", "a.xlsx"), (b"\xff\xff", "a.csv")],
)
def test_what_is_no_list(body: bytes, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_refunds(body, name)
    assert refused.value.code == "BAD_VALUE"


@pytest.mark.parametrize("head", ["bill", "疑点或票据编号"])
def test_a_finding_without_lines_takes_a_refund_by_its_own_number(head: str) -> None:
    found = read_refunds(text(("F7", *ROW[2:]), heads=(head, *HEADS[2:])).encode(), "typed.csv")
    assert [one.bill for one in found.refunds] == ["F7"]
    nothing = read_refunds(text(("", *ROW[2:]), heads=(head, *HEADS[2:])).encode(), "typed.csv")
    assert (nothing.refunds, len(nothing.bad)) == ((), 1)
