"""Worksheets beside each other, and beside a figure that stands somewhere else."""

from dataclasses import dataclass
from decimal import Decimal

from casework.law.discretion import TIER_NAMES
from casework.law.worksheet import Sheet
from casework.money import ZERO, round_fen


@dataclass(frozen=True)
class Verdict:
    """What the law says about a figure in yuan that stands somewhere else; `due` is the right one."""

    figure: Decimal
    due: Decimal
    lawful: bool
    zh: str
    en: str


def judge_figure(sheet: Sheet, figure: Decimal) -> Verdict:
    """Compare a published or typed fine with what the worksheet gives, and say why."""
    row, loss, due = sheet.article, sheet.loss, sheet.fine
    if sheet.multiple is None:
        return _judge_fixed(sheet, figure)
    how, how_en = f"{loss:,} 元 × {sheet.multiple} 倍", f"{loss:,} yuan × {sheet.multiple}"
    if figure == due:
        return Verdict(
            figure, due, True,
            f"{figure:,} 元与测算一致：{how} = {due:,} 元",
            f"{figure:,} yuan agrees: {how_en} = {due:,} yuan",
        )  # fmt: skip
    low = round_fen(loss * (row.multiple_min or ZERO))
    high = round_fen(loss * (row.multiple_max or ZERO))
    if low <= figure <= high:
        return Verdict(
            figure, due, False,
            f"{figure:,} 元在法定幅度 {low:,}–{high:,} 元内（{row.citation}），但与所定倍数不符：{how} = {due:,} 元",
            f"{figure:,} yuan is inside the band of {low:,}–{high:,} yuan ({row.citation_en}) but not the "
            f"multiple that was set: {how_en} = {due:,} yuan",
        )  # fmt: skip
    return _outside(sheet, figure, (low, high), f"{how} = {due:,} 元", f"{how_en} = {due:,} yuan")


def _judge_fixed(sheet: Sheet, figure: Decimal) -> Verdict:
    """Compare with a fine that was set inside a band of amounts, whatever the loss."""
    row, due, low, high = sheet.article, sheet.fine, sheet.band.low, sheet.band.high
    if figure == due:
        return Verdict(
            figure, due, True,
            f"{figure:,} 元与测算一致：{row.citation}，定额罚款 {due:,} 元",
            f"{figure:,} yuan agrees: {row.citation_en}, a fixed fine of {due:,} yuan",
        )  # fmt: skip
    if low <= figure <= high:
        return Verdict(
            figure, due, False,
            f"{figure:,} 元在法定幅度 {low:,}–{high:,} 元内（{row.citation}），但测算所定为 {due:,} 元",
            f"{figure:,} yuan is inside the band of {low:,}–{high:,} yuan ({row.citation_en}), but {due:,} yuan "
            "were set",
        )  # fmt: skip
    return _outside(sheet, figure, (low, high), f"{due:,} 元", f"{due:,} yuan")


def _outside(
    sheet: Sheet, figure: Decimal, band: tuple[Decimal, Decimal], zh: str, en: str
) -> Verdict:
    """Below or above the lawful band; `zh` and `en` say what is due instead."""
    row, (low, high) = sheet.article, band
    side, side_en = ("低于", "below") if figure < low else ("高于", "above")
    return Verdict(
        figure, sheet.fine, False,
        f"{figure:,} 元{side}法定幅度 {low:,}–{high:,} 元（{row.citation}），应为 {zh}",
        f"{figure:,} yuan is {side_en} the lawful band of {low:,}–{high:,} yuan ({row.citation_en}); due are {en}",
    )  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One figure in which two worksheets differ, as people read it in each language.

    Where it is the loss behind a finding, `of` is that finding. A figure that one of them lacks is
    empty.
    """

    zh: str
    en: str
    first: tuple[str, str]
    second: tuple[str, str]
    of: str | None = None


def compare(first: Sheet, second: Sheet) -> tuple[Difference, ...]:
    """Return in what two worksheets differ: law, loss by finding, discretion, fine, suspension."""
    pairs = (
        Difference("适用条款", "article", _article(first), _article(second)),
        *_losses(first, second),
        Difference("基金损失（元）", "loss (yuan)", _money(first.loss), _money(second.loss)),
        Difference("裁量情节", "circumstances", _factors(first), _factors(second)),
        Difference("裁量档次", "tier", TIER_NAMES[first.tier], TIER_NAMES[second.tier]),
        Difference("倍数", "multiple", _same(first.multiple), _same(second.multiple)),
        Difference("罚款（元）", "fine (yuan)", _money(first.fine), _money(second.fine)),
        Difference(
            "暂停月数", "months of suspension",
            _same(first.suspension_months), _same(second.suspension_months),
        ),
    )  # fmt: skip
    return tuple(pair for pair in pairs if pair.first != pair.second)


def _losses(first: Sheet, second: Sheet) -> list[Difference]:
    a = {one.line.line_id: one.loss for one in first.lines}
    b = {one.line.line_id: one.loss for one in second.lines}
    return [
        Difference("基金损失（元）", "loss (yuan)", _money(a.get(key)), _money(b.get(key)), key)
        for key in sorted({*a, *b})
    ]


def _factors(sheet: Sheet) -> tuple[str, str]:
    return "；".join(one.zh for one in sheet.factors), "; ".join(one.en for one in sheet.factors)


def _money(value: Decimal | None) -> tuple[str, str]:
    return _same(None if value is None else f"{value:,}")


def _article(sheet: Sheet) -> tuple[str, str]:
    return sheet.article.citation, sheet.article.citation_en


def _same(value: object) -> tuple[str, str]:
    text = "" if value is None else str(value)
    return text, text
