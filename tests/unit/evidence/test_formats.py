"""Numbers and dates as the bureau's forms want them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.dossier import formats


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("1.05", "壹元零伍分"),
        ("10.00", "壹拾元整"),
        ("8226", "捌仟贰佰贰拾陆元整"),
        ("8226.10", "捌仟贰佰贰拾陆元壹角整"),
        ("1005.00", "壹仟零伍元整"),
        ("100000.00", "壹拾万元整"),
        ("100005.30", "壹拾万零伍元叁角整"),
        ("16022062.00", "壹仟陆佰零贰万贰仟零陆拾贰元整"),
        ("21344559.27", "贰仟壹佰叁拾肆万肆仟伍佰伍拾玖元贰角柒分"),
        ("1024782200.00", "壹拾亿贰仟肆佰柒拾捌万贰仟贰佰元整"),
        ("100000000.00", "壹亿元整"),
        ("100010000.00", "壹亿零壹万元整"),
        ("-3.00", "负叁元整"),
    ],
)
def test_capitals(amount: str, text: str) -> None:
    assert formats.capitals(Decimal(amount)) == text


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_capitals_have_no_doubled_or_stray_zero(amount: Decimal) -> None:
    text = formats.capitals(amount)
    assert "零零" not in text
    assert "零元" not in text or text == "零元整"
    assert text.endswith(("整", "分"))


def test_money() -> None:
    assert formats.money(Decimal("8226")) == "8,226.00 元"
    assert formats.money(Decimal("16022062")) == "16,022,062.00 元（1,602.2062 万元）"
    assert formats.wan_yuan(Decimal("21344559.27")) == "2,134.455927 万元"
    assert formats.wan_yuan(Decimal("10000")) == "1.00 万元"


def test_days_are_those_of_shanghai() -> None:
    late = datetime(2026, 3, 1, 16, 30, tzinfo=UTC)
    assert formats.day(late) == "2026年3月2日"
    assert formats.moment(late) == "2026年3月2日 00:30"
    assert formats.formal_day(late) == "二〇二六年三月二日"
    assert formats.formal_day(date(2025, 12, 31)) == "二〇二五年十二月三十一日"
    assert formats.formal_day(date(2025, 10, 20)) == "二〇二五年十月二十日"
    assert formats.day(None).endswith("日")


def test_sizes() -> None:
    assert formats.size(10) == "10 字节"
    assert formats.size(6304) == "6.2 KiB（6,304 字节）"
    assert formats.size(3 << 30) == "3.0 GiB（3,221,225,472 字节）"
