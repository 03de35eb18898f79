"""How numbers, dates and names look in a bureau's documents."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from evidence.parameters import SHANGHAI

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def yuan(amount: Decimal) -> str:
    """``8226`` as 8,226.00 元."""
    return f"{amount:,.2f} 元"


def wan_yuan(amount: Decimal) -> str:
    """Large sums as bureaus write them: 1,602.2062 万元, without rounding anything away."""
    wan = amount / 10_000
    text = f"{wan:,f}"
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction.rstrip('0').ljust(2, '0')} 万元"


def money(amount: Decimal) -> str:
    """Yuan, followed by 万元 from ten thousand on."""
    return f"{yuan(amount)}（{wan_yuan(amount)}）" if abs(amount) >= 10_000 else yuan(amount)


def capitals(amount: Decimal) -> str:
    """The sum in capital figures (人民币大写), as forms demand: 捌仟贰佰贰拾陆元整."""
    cents = int(abs(amount) * 100)
    whole, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text = f"{_whole(whole)}元" if whole else ""
    if jiao:
        text += f"{_CAPITALS[jiao]}角"
    elif fen and whole:
        text += "零"
    text += f"{_CAPITALS[fen]}分" if fen else "整"
    sign = "负" if amount < 0 else ""
    return sign + (text if cents else "零元整")


def _whole(value: int) -> str:
    text, zero, group = "", False, 0
    groups = []
    while value:
        groups.append(value % 10_000)
        value //= 10_000
    for group in reversed(range(len(groups))):
        part = groups[group]
        if not part:
            zero = True
            continue
        if text and (zero or part < 1000):
            text += "零"
        text += _thousands(part) + _GROUPS[group]
        zero = False
    return text


def _thousands(value: int) -> str:
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + _CAPITALS[digit] + _PLACES[place]
            zero = False
        else:
            zero = True
    return text


def ended(text: str) -> str:
    """What somebody wrote, as a sentence that ends; nothing stays nothing."""
    told = text.strip()
    return told if not told or told.endswith(("。", "！", "？", "；", "：")) else f"{told}。"


def day(value: date | datetime | None) -> str:
    """2026年3月2日, in Shanghai; an empty form field when unknown."""
    if value is None:
        return "　　年　月　日"
    local = value.astimezone(SHANGHAI) if isinstance(value, datetime) else value
    return f"{local.year}年{local.month}月{local.day}日"


def moment(value: datetime | None) -> str:
    """2026年3月2日 09:30, in Shanghai."""
    if value is None:
        return ""
    return f"{day(value)} {value.astimezone(SHANGHAI):%H:%M}"


def formal_day(value: date | datetime) -> str:
    """二〇二六年三月二日, as under a signature."""
    local = value.astimezone(SHANGHAI) if isinstance(value, datetime) else value
    year = "".join(_DIGITS[int(figure)] for figure in str(local.year))
    return f"{year}年{_small(local.month)}月{_small(local.day)}日"


def _small(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def size(count: int) -> str:
    """Bytes, followed by a readable unit."""
    for unit, factor in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}（{count:,} 字节）"
    return f"{count} 字节"
